#if os(Linux)
    import Foundation
    import FreshworksCore
    import FreshworksSandbox
    import Synchronization

    /// The way to a sandbox, on which requests and answers take a while of virtual time. It counts what arrives.
    final class SimulatedLine: HTTPTransport {
        /// The field of an interactive call that says when it was wished for.
        static let wished = "X-Wished"

        private let sandbox: any HTTPTransport
        private let clock: ManualClock
        /// How long one way takes, in milliseconds.
        private let latencies: ClosedRange<Int>
        private let begin: Duration
        private let state: Mutex<State>

        struct Counts {
            /// What the service counted of the calls that it answered, and how many it refused, since the beginning.
            var accepted = 0
            var refused = 0
            /// The same before that.
            var earlier = 0
            var refusedEarlier = 0
            var mostInFlight = 0
            /// How many interactive calls there were, and the longest time between the wish and the sending.
            var interactive = 0
            var longestWait = Duration.zero
        }

        private struct State {
            var counts = Counts()
            var inFlight = 0
            var random: SeededGenerator
        }

        /// - Parameter begin: From when on calls are counted as those that are looked at.
        init(_ sandbox: Sandbox, _ clock: ManualClock, latencies: ClosedRange<Int>, begin: Duration, seed: UInt64) {
            self.sandbox = sandbox.transport
            self.clock = clock
            self.latencies = latencies
            self.begin = begin
            state = Mutex(State(random: SeededGenerator(seed: seed)))
        }

        var counts: Counts { state.withLock { $0.counts } }

        func send(_ request: TransportRequest) async throws -> TransportResponse {
            // A task that got away would make the figures depend on the machine.
            guard VirtualProcess.isHere else { exit(70) }
            leave(request)
            defer { state.withLock { $0.inFlight -= 1 } }
            try await clock.sleep(for: latency())
            let response = try await sandbox.send(request)
            count(response)
            try await clock.sleep(for: latency())
            return response
        }

        private func leave(_ request: TransportRequest) {
            let now = clock.monotonicNow
            state.withLock { state in
                state.inFlight += 1
                state.counts.mostInFlight = max(state.counts.mostInFlight, state.inFlight)
                guard let wished = request.headers[Self.wished].flatMap({ Int64($0) }).map(Duration.microseconds),
                    wished >= begin
                else { return }
                state.counts.interactive += 1
                state.counts.longestWait = max(state.counts.longestWait, now - wished)
            }
        }

        private func count(_ response: TransportResponse) {
            let isEarly = clock.monotonicNow < begin
            let cost = response.headers["X-RateLimit-Used-CurrentRequest"].flatMap { Int($0) } ?? 1
            state.withLock { state in
                switch (response.status == 429, isEarly) {
                case (false, false): state.counts.accepted += cost
                case (false, true): state.counts.earlier += cost
                case (true, false): state.counts.refused += 1
                case (true, true): state.counts.refusedEarlier += 1
                }
            }
        }

        private func latency() -> Duration {
            state.withLock { .milliseconds(Int.random(in: latencies, using: &$0.random)) }
        }
    }

    /// A store that takes a while of virtual time for everything.
    struct SimulatedStore: VersionedStore {
        private let store = InMemoryStore()
        let clock: ManualClock

        private static let latency = Duration.milliseconds(3)

        func load(_ key: String) async throws -> StoredValue? {
            try await clock.sleep(for: Self.latency)
            return try await store.load(key)
        }

        func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
            try await clock.sleep(for: Self.latency)
            return try await store.save(data, for: key, expecting: version)
        }

        func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
            try await store.delete(key, expecting: version)
        }

        func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }
    }
#endif
