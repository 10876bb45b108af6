import Foundation
import FreshworksConnections

/// Changes the connections of a ``FileStore``: `connections FOLDER SEED` for ever, with a line that names each change before it
/// begins; `connections FOLDER SEED CHANGE WRITES` makes one change and kills itself when it has written so often, or says
/// that it has finished.
///
/// A key is made for its account, `secret-NUMBER-ACCOUNT`, so that whoever looks afterwards knows what belongs together.
enum ConnectionWork {
    enum Change: String {
        case add, replace, changeHost, delete, importing, rename, retag
    }

    static func run(_ arguments: [String]) async throws {
        guard [2, 4].contains(arguments.count), let seed = Int(arguments[1]) else { exit(64) }
        let store = DyingStore(try FileStore(directory: URL(filePath: arguments[0], directoryHint: .isDirectory)))
        let registry = try ConnectionRegistry(
            store: store, runtime: FreshworksRuntime(transport: AgreeableDesk()))
        if arguments.count == 4, let change = Change(rawValue: arguments[2]), let writes = Int(arguments[3]) {
            return try await make(change, registry, seed) { store.die(after: writes) }
        }
        var number = seed * 100_000
        say("ready")
        while true {
            number += 1
            try await change(registry, number)
        }
    }

    // MARK: - One change

    private static func make(
        _ change: Change, _ registry: ConnectionRegistry, _ number: Int, _ begin: () -> Void
    ) async throws {
        var id = ""
        if change != .importing {
            let found = try await registry.find(name: "First")
            id =
                if let found { found.id } else {
                    try await registry.add(draft("First", "secret-\(number)0-acme"), verifies: false).connection.id
                }
        }
        begin()
        do {
            switch change {
            case .add: _ = try await registry.add(draft("Second", "secret-\(number)1-acme"), verifies: false)
            case .replace:
                try await registry.replaceCredential(
                    of: id, with: .freshdesk(apiKey: "secret-\(number)1-\(registry.get(id).account.name)"),
                    verifies: false)
            case .changeHost:
                try await registry.changeHost(
                    of: id, to: try .freshdesk("other"), credential: .freshdesk(apiKey: "secret-\(number)1-other"))
            case .delete: try await registry.delete(id)
            case .importing: _ = try await registry.add(file(number))
            case .rename: try await registry.rename(id, to: "Third")
            case .retag: try await registry.retag(id, ["b", "c"])
            }
            say("finished")
        } catch let error as FreshworksError {
            say(error.code.rawValue)
        }
    }

    private static func draft(_ name: String, _ key: String) throws -> ConnectionDraft {
        ConnectionDraft(
            name: name, account: try .freshdesk("acme"), credential: .freshdesk(apiKey: Secret(key)), tags: ["a", "b"])
    }

    private static func file(_ number: Int) throws -> ConnectionImport {
        let entries = ["a", "b"].map {
            #"{"type":"freshdeskApi","name":"Name \#(number)\#($0)","data":{"apiKey":"secret-\#(number)-acme","domain":"acme"}}"#
        }
        return try ConnectionImport(Data("[\(entries.joined(separator: ","))]".utf8))
    }

    // MARK: - Any changes

    private static func change(_ registry: ConnectionRegistry, _ number: Int) async throws {
        let all = try await registry.page().connections
        guard all.count > 1, let connection = all.randomElement() else {
            if all.isEmpty {
                say("import")
                _ = try await registry.add(file(number))
            } else {
                say("add")
                _ = try await registry.add(draft("Name \(number)", "secret-\(number)-acme"), verifies: false)
            }
            return
        }
        let id = connection.id
        switch Int.random(in: 0..<6) {
        case 0:
            say("delete")
            try await registry.delete(id)
        case 1:
            say("rename")
            try await registry.rename(id, to: "Name \(Int.random(in: 1...3)) of \(id)")
        case 2:
            say("retag")
            try await registry.retag(id, ["a", "b", "c"].filter { _ in Bool.random() })
        case 3:
            say("replace")
            try await registry.replaceCredential(
                of: id, with: .freshdesk(apiKey: "secret-\(number)-\(connection.account.name)"), verifies: false)
        case 4:
            say("changeHost")
            let account = ["acme", "other"].randomElement() ?? "acme"
            try await registry.changeHost(
                of: id, to: try .freshdesk(account), credential: .freshdesk(apiKey: "secret-\(number)-\(account)"))
        default:
            // An import comes next.
            say("delete")
            for connection in all { try await registry.delete(connection.id) }
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
