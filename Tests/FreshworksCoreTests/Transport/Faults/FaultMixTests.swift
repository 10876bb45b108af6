#if os(Linux)
    import Foundation
    import TestSupport
    import Testing

    /// The calls are made by a process of its own, whose descriptors and memory nobody else uses. A thousand calls,
    /// or as many as `FRESHWORKS_ROUNDS` says, and a tenth of that over URLSession.
    @Suite("A mix of every fault", .inTurn, .timeLimit(.minutes(90)))
    struct FaultMixTests {
        private static let seed: UInt64 = 1
        private static let count = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap { Int($0) }

        @Test(
            "each call ends once and as it may, writes arrive once and are owned up to, and nothing is left",
            arguments: TransportKind.allCases)
        func mix(kind: TransportKind) async throws {
            let isURLSession = kind == .urlSession
            let count = (Self.count ?? 1000) / (isURLSession ? 10 : 1)
            let servers = try await FaultServers()
            defer { servers.stop() }
            let mix = FaultMix(count, seed: Self.seed, isURLSession: isURLSession, on: servers)
            let report = try await FaultReport(of: mix, over: kind, on: servers)
            report.show(kind, seed: Self.seed)

            #expect(report.endings.count == count)
            #expect(report.isEachCallOnce)
            #expect(report.strangeEnds(of: mix, over: kind) == [])
            let (repeated, disowned) = report.faultyWrites(of: mix, over: kind, arrivals: servers.arrivals())
            #expect(repeated == [])
            #expect(disowned == [])
            #expect(report.pending == 0)
            #expect(report.descriptors == 0)
            #expect(report.observed.count == 4)
            #expect(report.observed.first == report.observed.dropFirst().first)
            #expect(report.observed.dropFirst(2) == [0, 0])
            // What a sanitizer adds to memory that is in use is no growth.
            guard ProcessInfo.processInfo.environment["ASAN_OPTIONS"] == nil else { return }
            // URLSession on Linux keeps some hundred bytes of each request.
            #expect(report.growth < 24_000_000 + (isURLSession ? 10_000 * count : 0))
        }
    }
#endif
