import Foundation
import Freshsales
import FreshworksSandbox
import Synchronization

@testable import FreshworksCore

/// A Freshsales account in virtual time: every answer is counted in its hour of the clock, and every wait is kept.
final class QuotaHours: HTTPTransport, RequestObserver {
    /// What the service answered within an hour of the clock.
    struct Hour: Sendable, Equatable {
        var answered = 0
        var refused = 0
    }

    /// A call that was told to wait.
    struct Wait: Sendable {
        let operation: String
        let from: Date
        let expected: Duration
    }

    private struct State {
        var hours: [Hour] = []
        var waits: [Wait] = []
        var longestWaits: [String: Duration] = [:]
        var running = 0
    }

    let clock: ManualClock
    let sandbox: Sandbox
    private let start: Date
    private let state = Mutex(State())

    /// - Parameter start: When the first call is made: 0 is the beginning of an hour.
    init(from start: Duration, sendsRateHeaders: Bool) {
        // Noon UTC.
        let noon = Date(timeIntervalSince1970: 1_748_865_600)
        self.start = noon
        clock = ManualClock(wallStart: noon.addingTimeInterval(start / .seconds(1)))
        var options = Sandbox.Options(clock: clock, freshsalesCallsPerHour: 1000)
        options.freshsalesSendsRateHeaders = sendsRateHeaders
        sandbox = Sandbox(options)
    }

    /// What was answered, hour by hour.
    var hours: [Hour] { state.withLock { $0.hours } }
    /// What observers were told.
    var waits: [Wait] { state.withLock { $0.waits } }
    /// For how long a call of each operation waited at the most.
    var longestWaits: [String: Duration] { state.withLock { $0.longestWaits } }

    /// The runtime that the clients of one process share.
    func makeRuntime() -> FreshworksRuntime {
        FreshworksRuntime(
            FreshworksRuntime.Configuration(random: { 0 }), transport: self, clock: clock, observer: self)
    }

    func client(_ runtime: FreshworksRuntime) throws -> FreshsalesClient {
        try FreshsalesClient(subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: runtime)
    }

    /// Does several things at once, and lets time go on until all have ended: only while each of them waits for the limit, so
    /// that no computation takes time, however slow the machine is.
    func run(_ runtime: FreshworksRuntime, _ works: [@Sendable () async throws -> Void]) async throws {
        let pacer = runtime.state(of: try client(runtime).api.account).pacer
        state.withLock { $0.running = works.count }
        let tasks = works.map { work in
            Task {
                defer { state.withLock { $0.running -= 1 } }
                try await work()
            }
        }
        while true {
            try Task.checkCancellation()
            await Task.yield()
            let running = state.withLock { $0.running }
            if running == 0 { break }
            // What is set for later than the hour's end is no wait for the limit but a deadline.
            guard pacer?.waitingCount == running, let next = clock.nextDeadline,
                next - clock.monotonicNow <= .seconds(7200)
            else { continue }
            clock.advance(by: next - clock.monotonicNow)
        }
        for task in tasks { try await task.value }
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let response = try await sandbox.transport.send(request)
        let hour = Int(clock.wallNow.timeIntervalSince(start)) / 3600
        state.withLock { state in
            while state.hours.count <= hour { state.hours.append(Hour()) }
            if response.status == 429 { state.hours[hour].refused += 1 } else { state.hours[hour].answered += 1 }
        }
        return response
    }

    func callBegan(_ call: ObservedCall) -> HeaderFields { HeaderFields() }

    func callWaits(_ call: ObservedCall, _ wait: ObservedWait) {
        let now = clock.wallNow
        state.withLock { $0.waits.append(Wait(operation: call.operation, from: now, expected: wait.expected)) }
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        state.withLock { state in
            state.longestWaits[call.operation] = max(state.longestWaits[call.operation] ?? .zero, outcome.waited)
        }
    }
}
