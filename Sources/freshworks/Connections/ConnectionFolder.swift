import Foundation
import FreshworksConnections
import FreshworksCore
import FreshworksEtcd

/// Where the command keeps named connections.
struct ConnectionFolder: Sendable {
    private let environment: [String: String]
    private let address: String?

    init(_ context: CommandContext) { (environment, address) = (context.environment, context.store) }

    /// The registry, and what verifies in it.
    func registry(_ runtime: FreshworksRuntime) throws -> ConnectionRegistry {
        try ConnectionRegistry(store: store(runtime), runtime: runtime)
    }

    /// The store that holds them: files of this user, or what `--store` names. The one place that says so.
    /// - Throws: ``FreshworksError/Code/notConfigured`` if no variable leads to a folder; why the address is none.
    private func store(_ runtime: FreshworksRuntime) throws -> any VersionedStore {
        if let address { return try EtcdStore(address: address, variables: environment, runtime: runtime) }
        func folder(_ variable: String, _ rest: String = "") -> URL? {
            guard let path = environment[variable], !path.isEmpty else { return nil }
            return URL(filePath: path, directoryHint: .isDirectory).appending(path: rest)
        }
        // The XDG Base Directory Specification has relative paths ignored.
        let state = environment["XDG_STATE_HOME"]?.hasPrefix("/") == true ? "XDG_STATE_HOME" : ""
        guard
            let directory = folder("FRESHWORKS_CONNECTIONS_DIRECTORY") ?? folder(state, "freshworks/connections")
                ?? folder("HOME", ".local/state/freshworks/connections")
        else {
            throw FreshworksError(
                .notConfigured, "there is no folder for connections", advice: "Set FRESHWORKS_CONNECTIONS_DIRECTORY.")
        }
        return try FileStore(directory: directory)
    }
}

extension ConnectionRegistry {
    /// The connection that a word on the command line names, by id or by name. The word is not repeated in the error: it
    /// may be a key in the wrong place.
    func named(_ word: String) async throws -> Connection {
        if let connection = try await find(id: word) { return connection }
        if let connection = try await find(name: word) { return connection }
        throw Misuse("there is no such connection; see freshworks connections list")
    }
}

extension Connection {
    /// What lists print of it.
    var summary: JSONValue {
        [
            "id": .string(id), "name": .string(name), "product": .string(product.name),
            "account": .string(account.name), "tags": .array(tags.map { .string($0) }), "enabled": .bool(isEnabled),
            "verdict": verdict.map { .string($0.rawValue) } ?? .null,
        ]
    }

    /// The same as one line.
    var line: String {
        let marks = tags.isEmpty ? "" : " [\(tags.joined(separator: ", "))]"
        let state = isEnabled ? verdict?.rawValue ?? "not verified" : "disabled"
        return "\(id)  \(name)\(marks)  \(account.baseURL)  \(state)"
    }
}
