import Foundation
import FreshworksCore
import Synchronization

@testable import FreshworksSandbox

/// Processes in one, of which one at a time takes one step: a look at the store, a change of it, a request, an answer, the end
/// of a sleep. Who is next is chosen at random, and time passes only between steps.
final class SessionTurns: Sendable {
    /// A process was killed: nothing that it does has an effect any more.
    struct Killed: Error {}

    /// How often something goes wrong, of a hundred times.
    struct Mischief {
        var kills = 0
        var stalls = 0
        /// Claims and releases only: with a pair that cannot be written a process takes two steps at a time.
        var storeFailures = 0
    }

    private struct Waiting {
        var due: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var random: SeededGenerator
        var now = Duration.zero
        var running = 0
        var waiting: [Int: Waiting] = [:]
        var killed: Set<Int> = []
        var quiet: CheckedContinuation<Void, Never>?
    }

    private let state: Mutex<State>

    init(seed: UInt64) { state = Mutex(State(random: SeededGenerator(seed: seed, purpose: "turns"))) }

    var now: Duration { state.withLock { $0.now } }
    var killed: Set<Int> { state.withLock { $0.killed } }

    func below(_ bound: Int) -> Int { state.withLock { $0.random.below(bound) } }
    func advance(by duration: Duration) { state.withLock { $0.now += duration } }

    /// Waits for a process's turn.
    func take(_ process: Int, at due: Duration = .zero) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let isKilled = state.withLock { state in
                if state.killed.contains(process) { return true }
                state.waiting[process] = Waiting(due: due, continuation: continuation)
                return false
            }
            if isKilled { continuation.resume(throwing: Killed()) } else { stop() }
        }
    }

    /// Runs the processes until each has ended.
    func play(_ processes: [Int], _ mischief: Mischief, _ run: @escaping @Sendable (Int) async -> Void) async {
        state.withLock { $0.running = processes.count }
        for process in processes {
            Task {
                await run(process)
                stop()
            }
        }
        while true {
            await withCheckedContinuation { continuation in
                let isQuiet = state.withLock { state in
                    if state.running > 0 { state.quiet = continuation }
                    return state.running == 0
                }
                if isQuiet { continuation.resume() }
            }
            guard let (next, isKilled) = state.withLock({ Self.next(&$0, mischief) }) else { return }
            if isKilled { next.resume(throwing: Killed()) } else { next.resume() }
        }
    }

    private static func next(
        _ state: inout State, _ mischief: Mischief
    ) -> (CheckedContinuation<Void, any Error>, isKilled: Bool)? {
        while let earliest = state.waiting.values.map(\.due).min() {
            state.now = max(state.now + .milliseconds(state.random.below(12)), earliest)
            let ready = state.waiting.filter { $0.value.due <= state.now }.keys.sorted()
            let process = state.random.pick(ready)
            let chance = state.random.below(100)
            if chance < mischief.stalls {
                // Often longer than a claim, at times longer than several.
                state.waiting[process]?.due = state.now + .milliseconds(300 + state.random.below(3000))
                continue
            }
            let isKilled = chance < mischief.stalls + mischief.kills && state.killed.count < 2
            if isKilled { state.killed.insert(process) }
            state.running += 1
            guard let next = state.waiting.removeValue(forKey: process) else { continue }
            return (next.continuation, isKilled)
        }
        return nil
    }

    private func stop() {
        let quiet = state.withLock { state in
            state.running -= 1
            guard state.running == 0 else { return nil as CheckedContinuation<Void, Never>? }
            defer { state.quiet = nil }
            return state.quiet
        }
        quiet?.resume()
    }
}

/// One process's clock: its calendar is wrong by some time.
struct TurnClock: RuntimeClock {
    let turns: SessionTurns
    let process: Int
    let skew: TimeInterval
    /// Whether somebody's patience is measured. It is by one sleep for ever, which has to begin before time passes.
    let isPatient = PatienceFlag()

    final class PatienceFlag: Sendable {
        private let state = Mutex(false)

        var isSet: Bool { state.withLock { $0 } }

        func set() { state.withLock { $0 = true } }
    }

    var monotonicNow: Duration { turns.now }
    var wallNow: Date { Date(timeIntervalSince1970: 1_748_865_600 + skew + turns.now / .seconds(1)) }

    func sleep(until deadline: Duration) async throws {
        if deadline - turns.now > .seconds(5) {
            // Somebody's patience with the store, which answers. It ends by cancellation.
            isPatient.set()
            for await _ in AsyncStream<Never>.makeStream().stream {}
            throw CancellationError()
        }
        try await turns.take(process, at: deadline)
    }
}

/// One process's sight of the common store.
struct TurnStore: VersionedStore {
    let store: InMemoryStore
    let turns: SessionTurns
    let process: Int
    let server: TurnServer
    let failures: Int

    func load(_ key: String) async throws -> StoredValue? {
        try await turns.take(process)
        return try await store.load(key)
    }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await turns.take(process)
        let record = try JSONValue(parsing: data)
        let fails = version != .absent && !server.isNewPair(record) && turns.below(100) < failures
        let isTaken = !fails || turns.below(2) == 0
        let outcome = isTaken ? try await store.save(data, for: key, expecting: version) : .conflict(nil)
        if case .done = outcome { server.stored(record, by: process) }
        if fails { throw FreshworksError(.storeFailed, "the disk is full", mayHaveBeenExecuted: isTaken) }
        return outcome
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }
}
