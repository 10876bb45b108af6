#if os(Linux)
    import Foundation
    import TestSupport
    import Testing

    /// Each run is a process of its own, whose tasks take turns in virtual time: its figures are the same on any machine.
    @Suite("Clients against a sandbox with the services' limits, in virtual time", .inTurn, .endsIfItHangs)
    struct SandboxPacingTests {
        /// Which calls come when: one draw, or as many as `FRESHWORKS_ROUNDS` says.
        private static let seeds = Array(
            1...(ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap(UInt64.init) ?? 1))

        /// A product with its calls per window, and how many windows are looked at.
        struct Limit: Sendable, CustomTestStringConvertible {
            let product: String
            let calls: Int
            let windows: Int
            var testDescription: String { "\(product) \(calls)" }
            /// What is usual, for runs that take one of each.
            static let growth = Limit(product: "freshdesk", calls: 200, windows: 6)
            static let chat = Limit(product: "freshchat", calls: 100, windows: 6)
            static let sales = Limit(product: "freshsales", calls: 1000, windows: 2)
            /// Milliseconds from one call to the next, if they were spread evenly.
            var slot: Int { (product == "freshsales" ? 3_600_000 : 60_000) / calls }
        }

        /// Freshdesk's plans; Freshchat, which publishes no number; Freshsales' plans, by the hour.
        static let limits = [
            Limit(product: "freshdesk", calls: 200, windows: 6), Limit(product: "freshdesk", calls: 400, windows: 3),
            Limit(product: "freshdesk", calls: 700, windows: 2), Limit(product: "freshchat", calls: 100, windows: 6),
            Limit(product: "freshsales", calls: 1000, windows: 2),
            Limit(product: "freshsales", calls: 2000, windows: 1),
        ]

        @Test("alone they use 98 % of the calls and meet not one refusal", arguments: limits, seeds)
        func alone(limit: Limit, seed: UInt64) async throws {
            let outcome = try await Outcome(of: limit, seed, "alone")
            #expect(outcome.refused + outcome.refusedEarlier == 0)
            #expect(outcome.used >= 98)
        }

        @Test("calls that cost more than one count as what they cost", arguments: seeds)
        func costs(seed: UInt64) async throws {
            let outcome = try await Outcome(of: .growth, seed, "with includes", "demand=costs")
            #expect(outcome.refused + outcome.refusedEarlier == 0)
            #expect(outcome.used >= 98)
        }

        @Test("limits of single calls are met once each and then kept to, beside the account's", arguments: seeds)
        func subLimits(seed: UInt64) async throws {
            let outcome = try await Outcome(
                of: .growth, seed, "with sub-limits", "demand=groups", "sublimits=true")
            // Lists, creation, changes: each may be under way as often as calls of a batch are.
            #expect(outcome.refusedEarlier <= 3 * 3)
            #expect(outcome.refused == 0)
            #expect(outcome.used >= 98)
        }

        @Test(
            "beside a stranger that takes half of the calls at random at most 1 % is refused",
            arguments: [Limit.growth, .chat, .sales], seeds)
        func stranger(limit: Limit, seed: UInt64) async throws {
            let outcome = try await Outcome(of: limit, seed, "beside a stranger", "foreign=0.5")
            #expect(outcome.foreign * 100 >= 42 * outcome.allowed)
            #expect(outcome.refused * 100 <= outcome.accepted)
            // Two calls of each window are left for whoever waits.
            #expect(outcome.used >= (limit.calls > 100 ? 97 : 95))
        }

        @Test(
            "four programs share the calls: at most 1 % is refused, and none where they share a store", arguments: seeds
        )
        func programs(seed: UInt64) async throws {
            let alone = try await Outcome(of: .growth, seed, "4 programs", "programs=4")
            #expect(alone.refused * 100 <= alone.accepted)
            #expect(alone.used >= 95)
            let together = try await Outcome(
                of: .growth, seed, "4 programs with a store", "programs=4", "store=true")
            #expect(together.refused + together.refusedEarlier == 0)
            #expect(together.used >= 95)
        }

        @Test("a share of a half leaves half of the calls", arguments: [Limit.growth, .chat], seeds)
        func share(limit: Limit, seed: UInt64) async throws {
            let outcome = try await Outcome(of: limit, seed, "share 0.5", "share=0.5")
            #expect(outcome.refused + outcome.refusedEarlier == 0)
            #expect((48...50.2).contains(outcome.used))
        }

        @Test(
            "an interactive call waits for one call's time at the most behind a batch",
            arguments: [Limit.growth, .chat, .sales], seeds)
        func interactive(limit: Limit, seed: UInt64) async throws {
            let outcome = try await Outcome(
                of: limit, seed, "interactive", "interactive=\(Double(limit.slot) * 12 / 1000)")
            #expect(outcome.interactive * 20 > outcome.allowed)
            #expect(outcome.longestWait <= limit.slot)
            #expect(outcome.refused + outcome.refusedEarlier == 0)
            #expect(outcome.used >= 98)
        }

        @Test("an hourly limit of which the service tells nothing is found with few refusals", arguments: seeds)
        func silentLimit(seed: UInt64) async throws {
            let hourly = Limit(product: "freshsales", calls: 1000, windows: 3)
            let outcome = try await Outcome(of: hourly, seed, "without rate fields", "fields=false")
            #expect(outcome.refused * 100 <= outcome.accepted)
            #expect(outcome.used >= 95)
        }
    }

    extension SandboxPacingTests {
        /// What came of a run.
        struct Outcome {
            let allowed: Int
            private let figures: [String: Int]

            /// Runs it and prints its figures.
            init(of limit: Limit, _ seed: UInt64, _ name: String, _ demands: String...) async throws {
                let arguments =
                    ["simulate", "product=\(limit.product)", "limit=\(limit.calls)", "windows=\(limit.windows)"]
                    + ["earlier=\(limit.product == "freshsales" ? 1 : 2)", "seed=\(seed)"] + demands
                let result = try await CommandLineTool("ProcessWorker").run(
                    // Sets and dictionaries have an order too.
                    arguments, environment: ["SWIFT_DETERMINISTIC_HASHING": "1"])
                try #require(result.status == 0, "\(result.output)\(result.diagnostics)")
                allowed = limit.calls * limit.windows
                figures = Dictionary(
                    uniqueKeysWithValues: result.output.split(whereSeparator: \.isWhitespace).compactMap { word in
                        let parts = word.split(separator: "=")
                        return parts.count == 2 ? Int(parts[1]).map { (String(parts[0]), $0) } : nil
                    })
                try #require(figures.count == 8, "\(result.output)")
                print(
                    "pacing: clients of \(limit.product), \(limit.calls), \(name): \(used) % used of",
                    "\(allowed - foreign), \(refused) refused, and \(refusedEarlier) before;",
                    "\(interactive) interactive calls waited \(longestWait) ms at the most")
            }

            private subscript(name: String) -> Int { figures[name] ?? -1 }

            /// What the service counted, and how many calls it refused; `earlier` is before the windows that are looked at.
            var accepted: Int { self["accepted"] }
            var refused: Int { self["refused"] }
            var refusedEarlier: Int { self["refusedEarlier"] }
            /// What the stranger used.
            var foreign: Int { self["foreign"] }
            /// How many interactive calls there were, and how many milliseconds one of them waited.
            var interactive: Int { self["interactive"] }
            var longestWait: Int { self["longestWait"] }
            /// Percent of what the limit allows by the clock and the stranger left.
            var used: Double { Double(accepted * 1000 / max(1, allowed - foreign)) / 10 }
        }
    }
#endif
