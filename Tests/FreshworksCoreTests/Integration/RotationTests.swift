import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

/// A mounted secret and the service's credential rotate under 200 running calls, over real HTTP.
@Suite("A rotation under running calls", .inTurn)
struct RotationTests {
    private static let workers = 8
    private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6]

    @Test(
        "fails no call, costs no more 401s than calls are in flight, and reads the file once for the rejected value",
        arguments: Sandbox.Product.allCases, seeds)
    func bothAtOnce(product: Sandbox.Product, seed: UInt64) async throws {
        let world = try await RotatingWorld(product)
        let instant = Self.instant(seed)
        // Between signing and sending, so that at least this one arrives with the dead credential.
        let transport = HookedTransport(before: { if $0 == instant { try world.rotateBoth() } })
        let client = try world.client(over: transport)

        let failures = await Self.run(200, workers: Self.workers) { await world.failure(of: client) }
        #expect(failures.compactMap(\.self).isEmpty)
        #expect(failures.count == 200)
        #expect(1...Self.workers ~= world.refusals)
        #expect(world.readCount == 2)
        #expect(world.sandbox.requests.count == 200 + world.refusals)
    }

    @Test(
        "heals the call in whose flight the service rotates first and the file follows",
        arguments: Sandbox.Product.allCases, seeds)
    func serviceFirstInFlight(product: Sandbox.Product, seed: UInt64) async throws {
        let world = try await RotatingWorld(product)
        let instant = Self.instant(seed)
        let transport = HookedTransport(
            before: { if $0 == instant { world.rotateService() } },
            after: { if $0 == instant { try world.swapFile() } })
        let client = try world.client(over: transport)

        let failures = await Self.run(200, workers: 1) { await world.failure(of: client) }
        #expect(failures.compactMap(\.self).isEmpty)
        #expect(world.refusals == 1)
        #expect(world.readCount == 2)
    }

    @Test(
        "fails only calls that were answered before the file followed, and promises that they were not executed",
        arguments: Sandbox.Product.allCases, seeds)
    func serviceFirstAmongWorkers(product: Sandbox.Product, seed: UInt64) async throws {
        let world = try await RotatingWorld(product)
        let instant = Self.instant(seed)
        let swapped = Mutex(false)
        let transport = HookedTransport(
            before: { if $0 == instant { world.rotateService() } },
            after: { number in
                guard number == instant else { return }
                try world.swapFile()
                swapped.withLock { $0 = true }
            })
        let client = try world.client(over: transport)

        let outcomes = await Self.run(200, workers: Self.workers) {
            let beganAfter = swapped.withLock { $0 }
            return (beganAfter, await world.failure(of: client))
        }
        #expect(outcomes.contains { $0.0 })
        #expect(outcomes.filter(\.0).compactMap(\.1).isEmpty)
        for error in outcomes.compactMap(\.1) {
            #expect(error.code == .invalidCredential, "\(error), \(String(describing: error.underlying))")
            #expect(error.mayHaveBeenExecuted == false)
            #expect(error.attempts <= 1)
        }
        #expect(world.readCount == 2)
    }

    @Test(
        "is over with the first call after the swap, though the service rotated 300 ms before the file",
        arguments: Sandbox.Product.allCases)
    func fileLater(product: Sandbox.Product) async throws {
        let world = try await RotatingWorld(product)
        let client = try world.client(over: HookedTransport())
        #expect(await world.failure(of: client) == nil)

        world.rotateService()
        for _ in 0..<30 {
            #expect(await world.failure(of: client)?.code == .invalidCredential)
            world.clock.advance(by: .milliseconds(10))
        }
        #expect(world.readCount == 1)

        try world.swapFile()
        #expect(await world.failure(of: client) == nil)
        #expect(world.readCount == 2)
    }

    /// A request between the 50th and the 150th.
    private static func instant(_ seed: UInt64) -> Int {
        var random = SeededGenerator(seed: seed)
        return Int.random(in: 50...150, using: &random)
    }

    /// Shares calls out evenly.
    private static func run<Outcome: Sendable>(
        _ count: Int, workers: Int, _ call: @escaping @Sendable () async -> Outcome
    ) async -> [Outcome] {
        await withTaskGroup(of: [Outcome].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var outcomes: [Outcome] = []
                    for _ in 0..<count / workers { outcomes.append(await call()) }
                    return outcomes
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }
}
