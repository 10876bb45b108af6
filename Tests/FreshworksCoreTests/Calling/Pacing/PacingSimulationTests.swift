import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

private let minute = PacingSimulation.minute
private let second = PacingSimulation.second
private let plans = [200, 300, 400, 500, 600, 700]
/// Where the windows begin and when calls come: one draw, or as many as `FRESHWORKS_ROUNDS` says. Each takes seconds.
private let seeds = Array(1...(ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap(UInt64.init) ?? 1))

@Suite("The pacer against a service in simulated time")
struct PacingSimulationTests {
    @Test(
        "uses 98 % of the calls without a refusal, in fixed windows of unknown phase", arguments: plans,
        seeds)
    func fixedWindows(limit: Int, seed: UInt64) async throws {
        let outcome = try await Self.run(limit, seed)
        outcome.show("alone", of: limit * 60)
        #expect(outcome.refused == 0)
        #expect(outcome.accepted * 100 >= 98 * limit * 60)
    }

    @Test("uses 90 % of a limit of 20 without a refusal", arguments: seeds)
    func smallLimit(seed: UInt64) async throws {
        for byFirstCall in [false, true] {
            let outcome = try await Self.run(20, seed, byFirstCall: byFirstCall)
            #expect(outcome.refused == 0)
            #expect(outcome.accepted * 100 >= 90 * 20 * 60)
        }
    }

    @Test("does as well in windows that begin with their first call", arguments: [200, 700], seeds)
    func windowsByFirstCall(limit: Int, seed: UInt64) async throws {
        let outcome = try await Self.run(limit, seed, byFirstCall: true)
        #expect(outcome.refused == 0)
        // By the clock: between two windows lies the way of one call.
        #expect(outcome.accepted * 1000 >= 975 * limit * 60)
    }

    @Test(
        "leaves a stranger its half, and uses 97 % of the rest with 0.2 % refusals", arguments: plans, seeds)
    func stranger(limit: Int, seed: UInt64) async throws {
        let outcome = try await Self.run(limit, seed, windows: 40) { $0.demand.foreignEvery = 2 * minute / limit }
        outcome.show("beside a stranger", of: limit * 40)
        #expect(outcome.foreign * 100 >= 42 * limit * 40)
        #expect(outcome.refused * 1000 <= 2 * outcome.accepted)
        #expect(outcome.accepted * 100 >= 97 * (limit * 40 - outcome.foreign))
    }

    @Test("leaves half of the calls when its share is a half", arguments: [20, 200, 700], seeds)
    func share(limit: Int, seed: UInt64) async throws {
        let outcome = try await Self.run(limit, seed, windows: 30) { $0.demand.batchShare = .part(0.5) }
        #expect(outcome.refused == 0)
        #expect(outcome.accepted * 1000 <= 502 * limit * 30)
        #expect(outcome.accepted * 100 >= 48 * limit * 30)
    }

    @Test("lets an interactive call wait for one slot at the most behind a full batch queue", arguments: plans)
    func interactive(limit: Int) async throws {
        for byFirstCall in [false, true] {
            let outcome = try await Self.run(limit, 3, windows: 30, byFirstCall: byFirstCall) {
                $0.demand.interactive = (every: 4 * second, burst: 1)
            }
            #expect(outcome.refused == 0)
            #expect(outcome.interactiveWaits.count > 300)
            #expect((outcome.interactiveWaits.max() ?? 0) <= minute / limit)
            #expect(outcome.accepted * 100 >= 98 * limit * 30)
        }
    }

    @Test(
        "meets bursts of interactive calls without a refusal, and never has more under way than it may",
        arguments: [50, 200, 700], seeds)
    func bursts(limit: Int, seed: UInt64) async throws {
        for byFirstCall in [false, true] {
            let outcome = try await Self.run(limit, seed, windows: 15, byFirstCall: byFirstCall) {
                $0.demand.batch = false
                // Half as many again as are allowed: with fewer there is a minute now and then in which too few are wished for.
                $0.demand.interactive = (every: 16 * minute / limit, burst: 25)
            }
            #expect(outcome.refused == 0)
            #expect(outcome.mostInFlight == 16)
            #expect(outcome.accepted * 100 >= 97 * limit * 15)
        }
    }

    @Test("counts calls that cost more than one", arguments: [200, 700], seeds)
    func costs(limit: Int, seed: UInt64) async throws {
        let outcome = try await Self.run(limit, seed, windows: 30) { $0.demand.costs = [1, 3, 1, 7, 2] }
        #expect(outcome.refused == 0)
        #expect(outcome.accepted * 1000 >= 975 * limit * 30)
    }

    @Test("follows a plan that changes", arguments: seeds)
    func planChange(seed: UInt64) async throws {
        let larger = try await Self.run(200, seed, windows: 20) { $0.planChanges = [(at: 12 * minute, limit: 400)] }
        #expect(larger.refused == 0)
        #expect(larger.accepted * 100 >= 95 * (200 * 10 + 400 * 10))
        // In the minute of the change more may have been used than the new plan allows.
        let smaller = try await Self.run(400, seed, windows: 20) { $0.planChanges = [(at: 12 * minute, limit: 200)] }
        #expect(smaller.refused <= 4)
        #expect(smaller.accepted * 100 >= 93 * (400 * 10 + 200 * 10))
    }

    @Test(
        "spreads a thousand calls over the hour of the clock, with and without word of its end",
        arguments: [true, false])
    func hours(tellsReset: Bool) async throws {
        let outcome = try await Self.run(1000, 5, windows: 10, period: 60 * minute) {
            $0.headers = tellsReset ? .withReset : .freshdesk
        }
        #expect(outcome.refused == 0)
        #expect(outcome.accepted * 100 >= 98 * 1000 * 10)
    }

    @Test("programs that know of each other by headers alone share the limit", arguments: [2, 4, 8], seeds)
    func programs(count: Int, seed: UInt64) async throws {
        for (limit, byFirstCall) in [(200, false), (200, true), (700, false), (700, true)] {
            let outcome = try await Self.run(limit, seed, windows: 30, byFirstCall: byFirstCall) {
                $0.programs = count
            }
            outcome.show("\(count) programs", of: limit * 30)
            // Of the calls that are left for a moment eight programs want more at once than four.
            #expect(outcome.refused * (count > 4 ? 70 : 100) <= outcome.accepted)
            #expect(outcome.accepted * 100 >= 95 * limit * 30)
        }
    }

    @Test("programs that share a store are never refused", arguments: [1, 4, 8], seeds)
    func sharedStore(count: Int, seed: UInt64) async throws {
        for (limit, byFirstCall) in [(200, false), (200, true), (700, false), (700, true)] {
            let outcome = try await Self.run(limit, seed, windows: 30, byFirstCall: byFirstCall) {
                $0.programs = count
                $0.sharesStore = true
            }
            outcome.show("\(count) programs with a store", of: limit * 30)
            #expect(outcome.refused == 0)
            #expect(outcome.accepted * 100 >= 95 * limit * 30)
        }
    }

    @Test(
        "learns how long the windows are, whatever was assumed",
        arguments: [(60, 120), (60, 30), (60, 5), (60, 2), (3600, 60)], [1, 4])
    func lengths(seconds: (assumed: Int, real: Int), programs: Int) async throws {
        for byFirstCall in [false, true] {
            let outcome = try await Self.run(
                400, 1, windows: 20, after: 4, period: seconds.real * second, byFirstCall: byFirstCall
            ) {
                $0.assumed = seconds.assumed * second
                $0.programs = programs
                $0.latencies = 500...(seconds.real < 10 ? 5000 : 300_000)
            }
            outcome.show("\(seconds.real) s, \(seconds.assumed) assumed, \(programs) programs", of: 400 * 20)
            #expect(outcome.refused * 100 <= outcome.accepted)
            // By the clock: between two windows that begin with their first call lies a while.
            #expect(outcome.accepted * 100 >= (byFirstCall ? 90 : 95) * 400 * 20)
        }
    }

    @Test("an hour that was thought to be a minute costs few refusals, and is learned", arguments: [1, 4])
    func hourOfOldAccounts(programs: Int) async throws {
        let outcome = try await Self.run(1000, 1, windows: 10, after: 2, period: 60 * minute) {
            $0.assumed = minute
            $0.programs = programs
        }
        outcome.show("an hour, a minute assumed, \(programs) programs", of: 1000 * 10)
        #expect(outcome.refused * 100 <= outcome.accepted)
        // Learning takes the better part of the first hours.
        #expect(outcome.accepted * 100 >= 75 * 1000 * 10)
    }

    @Test("finds an hourly quota of which the service tells nothing, with few refusals", arguments: [1000, 2000])
    func silentQuota(limit: Int) async throws {
        let outcome = try await Self.run(limit, 5, windows: 10, after: 0, period: 60 * minute) { $0.headers = .none }
        outcome.show("an hour without headers", of: limit * 10)
        #expect(outcome.refused * 100 <= outcome.accepted)
        #expect(outcome.accepted * 100 >= 95 * limit * 10)
    }

    @Test(
        "keeps to four calls under way, and uses 98 % also where the end of the window is told in whole seconds",
        arguments: [true, false])
    func fewConnections(byFirstCall: Bool) async throws {
        let outcome = try await Self.run(100, 6, windows: 20, byFirstCall: byFirstCall) {
            $0.callsInFlight = 4
            $0.headers = .withReset
            $0.demand.interactive = (every: 10 * second, burst: 8)
        }
        outcome.show("four under way, whole seconds", of: 100 * 20)
        #expect(outcome.mostInFlight == 4)
        #expect(outcome.refused == 0)
        #expect(outcome.accepted * 100 >= 98 * 100 * 20)
    }

    private static func run(
        _ limit: Int, _ seed: UInt64, windows: Int = 60, after warmUp: Int = 2, period: Int = minute,
        byFirstCall: Bool = false,
        _ change: @escaping @Sendable (inout PacingSimulation) -> Void = { _ in }
    ) async throws -> PacingSimulation.Outcome {
        try await HeavyWork.run {
            var random = SeededGenerator(seed: seed &* 1000 &+ UInt64(limit))
            let phase = Int.random(in: 0..<period, using: &random)
            let service = SimulatedService(
                limit: limit, period: period, windows: byFirstCall ? .byFirstCall : .fixed(phase: phase))
            var simulation = PacingSimulation(service, seed: seed)
            change(&simulation)
            return simulation.run(windows: windows, after: warmUp)
        }
    }
}
