import Foundation
import FreshworksConnections

/// Changes the connections of a ``FileStore`` for ever: `connections FOLDER SEED`. Says a line after each change.
///
/// A key is made for its account, `secret-NUMBER-ACCOUNT`, so that whoever looks afterwards knows what belongs together.
enum ConnectionWork {
    static func run(_ arguments: [String]) async throws {
        guard arguments.count == 2, let seed = Int(arguments[1]) else { exit(64) }
        let store = try FileStore(directory: URL(filePath: arguments[0], directoryHint: .isDirectory))
        let registry = try ConnectionRegistry(
            store: store, runtime: FreshworksRuntime(transport: AgreeableDesk()))
        var number = seed * 100_000
        say("ready")
        while true {
            number += 1
            try await change(registry, number)
            say("\(number)")
        }
    }

    private static func change(_ registry: ConnectionRegistry, _ number: Int) async throws {
        let all = try await registry.page().connections
        let key = Secret("secret-\(number)-acme")
        if all.isEmpty {
            let entries = ["a", "b"].map {
                #"{"type":"freshdeskApi","name":"Name \#(number)\#($0)","data":{"apiKey":"\#(key.reveal())","domain":"acme"}}"#
            }
            _ = try await registry.add(ConnectionImport(Data("[\(entries.joined(separator: ","))]".utf8)))
            return
        }
        if all.count < 2 {
            let draft = ConnectionDraft(
                name: "Name \(number)", account: try .freshdesk("acme"), credential: .freshdesk(apiKey: key),
                tags: ["a", "b"])
            _ = try await registry.add(draft, verifies: false)
            return
        }
        guard let connection = all.randomElement() else { return }
        let id = connection.id
        switch Int.random(in: 0..<5) {
        case 0: try await registry.delete(id)
        case 1: try await registry.rename(id, to: "Name \(Int.random(in: 1...3)) of \(id)")
        case 2: try await registry.retag(id, ["a", "b", "c"].filter { _ in Bool.random() })
        case 3:
            let account = connection.account.name
            try await registry.replaceCredential(
                of: id, with: .freshdesk(apiKey: "secret-\(number)-\(account)"), verifies: false)
        default:
            let account = ["acme", "other"].randomElement() ?? "acme"
            try await registry.changeHost(
                of: id, to: try .freshdesk(account), credential: .freshdesk(apiKey: "secret-\(number)-\(account)"))
        }
    }

    /// Says a line at once.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
}

/// A Freshdesk that takes every key.
private struct AgreeableDesk: HTTPTransport {
    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(
            status: 200, headers: HeaderFields(received: [("Content-Type", "application/json")]),
            body: Data(#"{"id":1,"contact":{"email":"ines@example.com"}}"#.utf8))
    }
}
