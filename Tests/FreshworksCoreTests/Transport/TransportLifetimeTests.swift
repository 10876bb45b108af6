import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

// Serialized: the suite measures time, and the storm keeps both cores busy.
@Suite("Ends of a call: deadline, cancellation, shutdown", .inTurn, .serialized)
struct TransportLifetimeTests {
    @Test(
        "a deadline of 0.3 s fires between 0.3 and 1.3 s",
        arguments: [
            [RawServer.Step.hold], [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"), .hold],
            [
                // Never whole, however late the deadline's timer is.
                .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"),
                .drip([UInt8](repeating: 65, count: 99), pieces: 99, pause: .milliseconds(50)), .hold,
            ],
        ], TransportKind.allCases)
    func deadline(steps: [RawServer.Step], kind: TransportKind) async throws {
        let transport = try kind.make()
        // A busy machine makes any timer late, so lateness counts only if it never comes off.
        var isInTime = false
        for _ in 0..<30 where !isInTime {
            let server = try RawServer { _ in steps }
            let start = ContinuousClock.now
            let error = await failure { try await transport.send(server.request(timeout: .milliseconds(300))) }
            let elapsed = start.duration(to: .now)
            #expect(error?.code == .timedOut)
            #expect(elapsed >= .milliseconds(300))
            #expect(transport.pendingCount == 0)
            // On a busy machine the request may not have left in time either.
            isInTime = elapsed <= .milliseconds(1300) && error?.mayHaveBeenExecuted == true
        }
        #expect(isInTime)
    }

    @Test("the deadline runs while a call waits for a connection", arguments: TransportKind.allCases)
    func deadlineOfWaiting(kind: TransportKind) async throws {
        let single = try kind.make(maximumConnections: 1)
        let server = try RawServer(always: .hold)
        // Longer than the second takes on any machine.
        let long = try server.request(timeout: .seconds(1_000_000))
        let first = Task { try await single.send(long) }
        while server.connectionCount == 0 { await Task.yield() }
        let second = await failure { try await single.send(server.request(timeout: .milliseconds(300))) }
        #expect(second?.code == .timedOut)
        #expect(server.connectionCount == 1)
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
    }

    @Test(
        "the deadline is measured with the injected clock", .endsIfItHangs, arguments: TransportKind.allCases)
    func injectedClock(kind: TransportKind) async throws {
        let clock = ManualClock()
        let patient = try kind.make(clock: clock)
        let server = try RawServer(always: .hold)
        async let error = failure { try await patient.send(server.request(timeout: .seconds(1_000_000))) }
        try await clock.waitForSleepers(1)
        clock.advance(by: .seconds(1_000_000))
        #expect(await error?.code == .timedOut)
    }

    @Test("without time nothing is sent", arguments: [Duration.zero, .seconds(-1)], TransportKind.allCases)
    func noTime(timeout: Duration, kind: TransportKind) async throws {
        let transport = try kind.make()
        let server = try RawServer(always: .response(200, [], "ok"))
        let error = await failure { try await transport.send(server.request(timeout: timeout)) }
        #expect(error?.code == .timedOut)
        #expect(error?.mayHaveBeenExecuted == false)
        #expect(server.connectionCount == 0)
    }

    @Test("any amount of time will do", arguments: TransportKind.allCases)
    func allTheTime(kind: TransportKind) async throws {
        let transport = try kind.make()
        let server = try RawServer(always: .response(200, [], "ok"))
        #expect(try await transport.send(server.request(timeout: .seconds(Int64.max))).status == 200)
    }

    @Test("a call in a canceled task throws CancellationError and sends nothing", arguments: TransportKind.allCases)
    func canceledBefore(kind: TransportKind) async throws {
        let transport = try kind.make()
        let server = try RawServer(always: .response(200, [], "ok"))
        let request = try server.request()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await transport.send(request)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(server.connectionCount == 0)
        #expect(transport.pendingCount == 0)
    }

    @Test(
        "a running call that is canceled throws CancellationError and closes its connection",
        arguments: TransportKind.allCases)
    func canceledDuring(kind: TransportKind) async throws {
        let transport = try kind.make()
        let (arrived, continuation) = AsyncStream<Void>.makeStream()
        let server = try RawServer { _ in
            continuation.yield()
            return [.hold]
        }
        let request = try server.request()
        let task = Task { _ = try await transport.send(request) }
        for await _ in arrived { break }
        let start = ContinuousClock.now
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        // Far from the deadline, and more than any machine needs.
        #expect(start.duration(to: .now) < .seconds(30))
        #expect(transport.pendingCount == 0)
    }

    @Test(
        "16 workers with 400 reads each, half of them canceled, again and again: every call ends as it should",
        arguments: TransportKind.allCases)
    func storm(kind: TransportKind) async throws {
        let transport = try kind.make()
        let server = try RawServer(always: .response(200, [], "ok"))
        for round in 0..<Self.rounds {
            try await storm(server.request(), over: transport, calls: 400, round: round)
        }
    }

    @Test(
        "16 workers with 100 writes each, half of them canceled: every call ends as it should",
        arguments: TransportKind.allCases)
    func stormOfWrites(kind: TransportKind) async throws {
        let transport = try kind.make()
        let server = try RawServer(always: .response(200, ["Connection: close"], "ok"), .close)
        try await storm(server.request(.post, body: .bytes(Data(count: 1000))), over: transport, calls: 100, round: 0)
    }

    /// More rounds than a normal run makes, from the environment.
    private static let rounds = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap { Int($0) } ?? 5

    private func storm(
        _ request: TransportRequest, over transport: any BuiltInTransport, calls: Int, round: Int
    ) async throws {
        let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
            for worker in 0..<16 {
                group.addTask { try await Self.work(transport, request, calls: calls, seed: round * 16 + worker) }
            }
            return try await group.reduce(into: Tally()) { $0.add($1) }
        }
        #expect(tally.canceled > 0)
        #expect(tally.slowestCancellation < .seconds(30))
        #expect(transport.pendingCount == 0)
    }

    private struct Tally: Sendable {
        var answered = 0
        var canceled = 0
        var slowestCancellation = Duration.zero

        mutating func add(_ other: Tally) {
            answered += other.answered
            canceled += other.canceled
            slowestCancellation = max(slowestCancellation, other.slowestCancellation)
        }
    }

    /// Makes calls and cancels every other one, at moments spread over a call's life.
    private static func work(
        _ transport: any BuiltInTransport, _ request: TransportRequest, calls: Int, seed: Int
    ) async throws -> Tally {
        var tally = Tally()
        for number in 0..<calls {
            let call = Task { try await transport.send(request) }
            guard number % 2 == 1 else {
                #expect(try await call.value.body == Data("ok".utf8))
                tally.answered += 1
                continue
            }
            for _ in 0..<((number &* 7 &+ seed) % 40) { await Task.yield() }
            let start = ContinuousClock.now
            call.cancel()
            switch await call.result {
            case .success:
                tally.answered += 1
            case .failure(let error):
                if !(error is CancellationError) { throw error }
                tally.canceled += 1
                tally.slowestCancellation = max(tally.slowestCancellation, start.duration(to: .now))
            }
        }
        return tally
    }

    @Test("shutdown lets a running call end and refuses the next", arguments: TransportKind.allCases)
    func shutdown(kind: TransportKind) async throws {
        let transport = try kind.make()
        let (arrived, continuation) = AsyncStream<Void>.makeStream()
        let gate = Gate()
        let server = try RawServer { _ in
            continuation.yield()
            gate.wait()
            return [.response(200, [], "late")]
        }
        let request = try server.request()
        let running = Task { try await transport.send(request) }
        for await _ in arrived { break }
        // Ends when the running call has.
        async let ended: Void = transport.shutdown()
        let refused = TransportRequest(.get, try RawServer.unusedURL)
        while await failure({ try await transport.send(refused) })?.code != .shutDown { await Task.yield() }
        await transport.shutdown()
        let error = await failure { try await transport.send(request) }
        #expect(error?.code == .shutDown)
        #expect(error?.mayHaveBeenExecuted == false)
        gate.open()
        #expect(try await running.value.body == Data("late".utf8))
        await ended
        #expect(server.requests.count == 1)
    }
}

/// Holds a server's thread until the test says go on.
private final class Gate: Sendable {
    private let isOpen = Atomic(false)

    func open() { isOpen.store(true, ordering: .releasing) }

    func wait() {
        while !isOpen.load(ordering: .acquiring) { usleep(1000) }
    }
}
