import Foundation
import FreshworksConnections
import Synchronization

/// Calls the account of a stored connection from many tasks at once: `rotation FOLDER ID CALLERS`.
///
/// Says `ready` once it has called for the first time. Then each line of standard input is answered by one of JSON: how many
/// calls were answered so far, how many attempts it took, how many times the store was read, and why calls failed. With the line
/// `stop` callers end after the calls that they are in, and so does the process, after a last line.
enum RotationWork {
    static func run(_ arguments: [String]) async throws {
        guard arguments.count == 3, let callers = Int(arguments[2]) else { exit(64) }
        let store = CountingStore(try FileStore(directory: URL(filePath: arguments[0], directoryHint: .isDirectory)))
        // No look but those for a rejected credential.
        let registry = try ConnectionRegistry(store: store, rereadsAfter: .seconds(86_400))
        let connection = try await registry.get(arguments[1])
        let tally = CallTally()
        let client = try APIClient(
            account: connection.account, credential: connection.credentialProvider,
            runtime: FreshworksRuntime(observer: tally))
        _ = try await client.call(.get, "accounts/configuration")
        let loads = store.loads
        say("ready")
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<callers {
                group.addTask {
                    while !tally.isStopped {
                        do { _ = try await client.call(.get, "accounts/configuration") } catch { tally.note(error) }
                    }
                }
            }
            for await line in commands {
                if line == "stop" { break }
                say(tally.report(loads: store.loads - loads))
            }
            tally.stop()
        }
        say(tally.report(loads: store.loads - loads))
    }

    private static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    private static let commands = AsyncStream<String> { continuation in
        Thread.detachNewThread {
            while let line = readLine() { continuation.yield(line) }
            continuation.finish()
        }
    }
}

/// Counts calls, attempts and failures.
private final class CallTally: RequestObserver {
    private struct State {
        var (answered, attempts, isStopped) = (0, 0, false)
        var failures: [String: Int] = [:]
    }

    private let state = Mutex(State())

    var isStopped: Bool { state.withLock { $0.isStopped } }

    func stop() { state.withLock { $0.isStopped = true } }

    func note(_ error: any Error) {
        let code = (error as? FreshworksError)?.code.rawValue ?? "\(error)"
        state.withLock { $0.failures[code, default: 0] += 1 }
    }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        state.withLock { state in
            if outcome.error == nil { state.answered += 1 }
            state.attempts += outcome.attempts
        }
    }

    func report(loads: Int) -> String {
        let state = state.withLock { $0 }
        let failures = state.failures.map { ($0.key, JSONValue($0.value)) }
        let report: JSONValue = [
            "answered": JSONValue(state.answered), "attempts": JSONValue(state.attempts), "loads": JSONValue(loads),
            "failures": .object(JSONObject(failures)),
        ]
        return report.description
    }
}

/// A store that counts what is read.
private final class CountingStore: VersionedStore {
    private let store: any VersionedStore
    private let count = Mutex(0)

    init(_ store: any VersionedStore) { self.store = store }

    var loads: Int { count.withLock { $0 } }

    func load(_ key: String) async throws -> StoredValue? {
        count.withLock { $0 += 1 }
        return try await store.load(key)
    }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.save(data, for: key, expecting: version)
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }
}
