import Foundation
import FreshworksCore
import Synchronization

/// A store that reports which claims and pairs were acknowledged or seen in it, and stops the process where it is told to.
final class WatchedStore: VersionedStore {
    /// Where the process stops.
    enum Halt {
        /// The next claim is stored.
        case claim
        /// The next new pair is about to be stored.
        case pair
    }

    private struct State {
        var halt: Halt?
        /// The access token that the last claim is to replace.
        var claimed: String?
    }

    private let store: any VersionedStore
    private let reporter: SessionReporter
    private let clock: OffsetClock
    private let state = Mutex(State())

    init(_ store: any VersionedStore, _ reporter: SessionReporter, _ clock: OffsetClock) {
        self.store = store
        self.reporter = reporter
        self.clock = clock
    }

    func halt(at halt: Halt) { state.withLock { $0.halt = halt } }

    func load(_ key: String) async throws -> StoredValue? { saw(try await store.load(key)) }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        let change = Change(data)
        let isNew = state.withLock { state in
            if change.isClaim { state.claimed = change.accessToken }
            return state.claimed != change.accessToken
        }
        // The session has only so much patience with a store, and how long a test stops the process depends on the machine.
        if isNew { clock.standStill { stop(at: .pair) } }
        let outcome = try await store.save(data, for: key, expecting: version)
        switch outcome {
        case .done:
            reporter.say(
                change.isClaim ? "claimed" : isNew ? "pair stored" : "claim ended", refreshToken: change.refreshToken)
            if change.isClaim { stop(at: .claim) }
        case .conflict(let current): saw(current)
        }
        return outcome
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }

    @discardableResult
    private func saw(_ value: StoredValue?) -> StoredValue? {
        if let value { reporter.say("seen", refreshToken: Change(value.data).refreshToken) }
        return value
    }

    private func stop(at place: Halt) {
        let isHere = state.withLock { state in
            defer { if state.halt == place { state.halt = nil } }
            return state.halt == place
        }
        guard isHere else { return }
        reporter.say("stopping")
        raise(SIGSTOP)
        reporter.say("continuing")
    }
}

/// What a session is about to store.
private struct Change {
    let isClaim: Bool
    let accessToken: String?
    let refreshToken: String?

    init(_ data: Data) {
        let record = try? JSONValue(parsing: data)
        isClaim = record?["claim"]?.objectValue != nil
        accessToken = record?["tokens"]?["access_token"]?.stringValue
        refreshToken = record?["tokens"]?["refresh_token"]?.stringValue
    }
}
