#if os(Linux)
    import Foundation
    import FreshworksCore
    import FreshworksSandbox
    import Synchronization

    /// Whole clients against a sandbox with a service's limits, all in virtual time. Arguments: a
    /// ``SimulatedScenario``.
    ///
    /// Prints what came of it as `name=value`, in one line.
    enum SimulateWork {
        static func run(_ arguments: [String]) throws {
            guard let scenario = SimulatedScenario(arguments) else { exit(64) }
            guard let process = VirtualProcess(seed: scenario.seed) else {
                print("The language's runtime does not let its tasks be run here.")
                exit(69)
            }
            var random = SeededGenerator(seed: scenario.seed)
            let noon = Date(timeIntervalSince1970: 1_748_865_600)
            let phase = Duration.seconds(Double.random(in: 0..<3600, using: &random))
            let clock = ManualClock(wallStart: noon.addingTimeInterval(phase / .seconds(1)))
            let account = try SimulatedAccount(scenario.sandbox(clock))
            // Windows of an hour begin with the hour of the clock, those of a minute with a call.
            let begin = scenario.window * scenario.earlier - (scenario.window > .seconds(60) ? phase : .zero)
            let store = scenario.sharesStore ? SimulatedStore(clock: clock) : nil
            let lines = try (0..<scenario.programs).map { _ in
                let line = SimulatedLine(
                    account.sandbox, clock, latencies: 20...120, begin: begin, seed: random.next())
                try start(scenario, on: line, account, clock, store, seed: random.next())
                return line
            }
            let stranger = SimulatedLine(account.sandbox, clock, latencies: 0...0, begin: begin, seed: random.next())
            if scenario.foreign > 0 { try startStranger(scenario, on: stranger, account, clock, seed: random.next()) }
            guard process.run(clock, until: begin + scenario.window * scenario.windows) else {
                print("Nobody waits for time.")
                exit(70)
            }
            print(report(lines.map(\.counts), stranger.counts))
        }

        /// Begins what a program does.
        private static func start(
            _ scenario: SimulatedScenario, on line: SimulatedLine, _ account: SimulatedAccount, _ clock: ManualClock,
            _ store: SimulatedStore?, seed: UInt64
        ) throws {
            let random = Mutex(SeededGenerator(seed: seed))
            let runtime = FreshworksRuntime(
                .init(
                    sharedLimits: store.map { SharedLimits(in: $0) },
                    random: { random.withLock { Double.random(in: 0...1, using: &$0) } }),
                transport: line, clock: clock)
            let batch = try SimulatedCaller(scenario.product, account, runtime, scenario.demand, share: scenario.share)
            let interactive = try SimulatedCaller(scenario.product, account, runtime, .plain, share: 1)
            for worker in 0..<8 {
                Task {
                    let options = CallOptions(priority: .batch, limitPatience: scenario.window * 10)
                    // Each keeps to one kind where kinds wait for limits of their own.
                    for number in 0... {
                        try await expectSuccess {
                            try await batch.call(scenario.demand == .groups ? worker : number, options)
                        }
                    }
                }
            }
            guard scenario.interactive > 0 else { return }
            Task {
                for number in 0... {
                    let pause = random.withLock { Double.random(in: 0...2 * scenario.interactive, using: &$0) }
                    try await clock.sleep(for: .seconds(pause))
                    Task {
                        var options = CallOptions()
                        let now = Int64(clock.monotonicNow / .microseconds(1))
                        try options.headers.set(SimulatedLine.wished, to: String(now))
                        try await expectSuccess { [options] in try await interactive.call(number, options) }
                    }
                }
            }
        }

        /// Somebody whose calls come as they come, whatever the service says.
        private static func startStranger(
            _ scenario: SimulatedScenario, on line: SimulatedLine, _ account: SimulatedAccount, _ clock: ManualClock,
            seed: UInt64
        ) throws {
            let runtime = FreshworksRuntime(
                .init(paces: false, retry: .init(maximumAttempts: 1)), transport: line, clock: clock)
            let caller = try SimulatedCaller(scenario.product, account, runtime, .plain, share: 1)
            let mean = scenario.window / .seconds(1) / (scenario.foreign * Double(scenario.limit))
            Task {
                var random = SeededGenerator(seed: seed)
                for number in 0... {
                    try await clock.sleep(for: .seconds(Double.random(in: 0...2 * mean, using: &random)))
                    Task { try? await caller.call(number, CallOptions()) }
                }
            }
        }

        /// What fails here would be missing in the figures without a word.
        private static func expectSuccess(_ call: () async throws -> Void) async throws {
            do { try await call() } catch {
                print(error)
                exit(70)
            }
        }

        private static func report(_ counts: [SimulatedLine.Counts], _ stranger: SimulatedLine.Counts) -> String {
            func sum(_ value: KeyPath<SimulatedLine.Counts, Int>) -> Int {
                counts.map { $0[keyPath: value] }.reduce(0, +)
            }
            let longest = counts.map(\.longestWait).max() ?? .zero
            let values: KeyValuePairs = [
                "accepted": sum(\.accepted), "refused": sum(\.refused), "earlier": sum(\.earlier),
                "refusedEarlier": sum(\.refusedEarlier), "foreign": stranger.accepted,
                "interactive": sum(\.interactive),
                "longestWait": Int((longest / .milliseconds(1)).rounded(.up)),
                "mostInFlight": counts.map(\.mostInFlight).max() ?? 0,
            ]
            return values.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        }
    }
#endif
