import Foundation
import FreshworksCore
import Synchronization

/// Counts the answers that say that a token is rejected, and holds them back while it is told to.
final class RejectionGate: HTTPTransport {
    private let transport: any HTTPTransport
    private let state = Mutex((rejections: 0, isClosed: false))

    init(_ transport: any HTTPTransport) { self.transport = transport }

    /// How many there were, those included that are held back.
    var rejections: Int { state.withLock(\.rejections) }

    func setClosed(_ isClosed: Bool) { state.withLock { $0.isClosed = isClosed } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let answer = try await transport.send(request)
        guard answer.status == 401 else { return answer }
        state.withLock { $0.rejections += 1 }
        while state.withLock(\.isClosed) { try await Task.sleep(for: .milliseconds(5)) }
        return answer
    }
}

/// Counts calls, and why they failed.
final class CallTally: RequestObserver {
    private let state = Mutex((answered: 0, failures: [String: Int]()))

    var answered: Int { state.withLock(\.answered) }
    var failures: [String: Int] { state.withLock(\.failures) }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        state.withLock { state in
            guard let error = outcome.error else { return state.answered += 1 }
            state.failures[error.rawValue, default: 0] += 1
        }
    }
}

/// A store that counts what is read.
final class CountedStore: VersionedStore {
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
