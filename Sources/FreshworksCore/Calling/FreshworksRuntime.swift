public import Foundation
import Synchronization

/// What clients share: the transport, the time, the observer and what was learned about each account.
///
/// Clients are cheap values over a runtime. Most programs use ``shared``; make your own to set limits, to observe calls, to use
/// another HTTP client, or to shut down.
public final class FreshworksRuntime: Sendable {
    /// The runtime that clients use unless told. It is never shut down.
    public static let shared = FreshworksRuntime()

    /// How the runtime was set up.
    public let configuration: Configuration
    /// The source of time.
    public let clock: any RuntimeClock
    /// Hears of every call; never of a secret.
    public let observer: (any RequestObserver)?
    package let transport: any HTTPTransport
    let ownTransport: (any BuiltInTransport)?
    /// The transport, if it is of this package.
    private let builtInTransport: (any BuiltInTransport)?
    /// Watches the deadlines of this runtime's calls.
    let timer: DeadlineTimer
    private let state = Mutex(State())

    private struct State {
        var accounts = KnownAccounts()
        var lastCallID: UInt64 = 0
        var runningCalls = 0
        var isShutDown = false
        var waitingForEnd: [CheckedContinuation<Void, Never>] = []
        /// Of the calls that are given no more time one day.
        var endings: [UInt64: CallEnding] = [:]
        var isEnding = false
        var residents: [ObjectIdentifier: any RuntimeResident] = [:]
    }

    /// Makes a runtime.
    /// - Parameters:
    ///   - transport: Carries the requests; yours to shut down. `nil` makes one of the package's own.
    ///   - clock: The source of time, also for the package's own transport.
    public init(
        _ configuration: Configuration = Configuration(), transport: (any HTTPTransport)? = nil,
        clock: any RuntimeClock = SystemClock(), observer: (any RequestObserver)? = nil
    ) {
        self.configuration = configuration
        self.clock = clock
        timer = DeadlineTimer(clock: clock)
        self.observer = observer
        if let transport {
            self.transport = transport
            ownTransport = nil
            builtInTransport = transport as? any BuiltInTransport
        } else {
            let own = configuration.transport.make(
                maximumConnections: configuration.maximumConnections,
                certificateAuthorities: configuration.certificateAuthorities, clock: clock)
            self.transport = own
            ownTransport = own
            builtInTransport = own
        }
    }

    /// Sends a request and returns the answer, whatever its status.
    /// - Throws: What the transport throws; `CancellationError` also when the call is ended.
    func send(_ request: TransportRequest, endedBy ending: CallEnding) async throws -> TransportResponse {
        if let builtInTransport { return try await builtInTransport.send(request, endedBy: ending) }
        return try await ending.run { [transport] in try await transport.send(request) }
    }

    /// What is shared about an account; made at its first call, and given back when no call runs and its window has passed.
    func state(of account: FreshworksAccount) -> AccountState {
        let now = clock.monotonicNow
        return state.withLock { state in
            if let known = state.accounts[account.baseURL] { return known }
            let new = makeState(of: account, now: now)
            state.accounts[account.baseURL] = new
            if state.accounts.needsSweep {
                state.accounts.sweep = timer.add(at: now + KnownAccounts.sweepInterval) { [weak self] in self?.sweep() }
            }
            return new
        }
    }

    private func makeState(of account: FreshworksAccount, now: Duration) -> AccountState {
        let product = account.product
        guard configuration.paces else { return AccountState(pacer: nil, period: product.rateWindow, now: now) }
        let pacer = Pacer(
            period: product.rateWindow,
            callsInFlight: max(1, min(product.callsInFlight ?? .max, configuration.maximumConnections)),
            subLimits: product.subLimits,
            shared: configuration.sharedLimits.map { SharedAccount($0, baseURL: account.baseURL, clock: clock) },
            clock: clock, timer: timer, random: { [configuration] in configuration.jitter })
        return AccountState(pacer: pacer, period: product.rateWindow, now: now)
    }

    /// Gives back what is known about accounts that nothing holds any more.
    private func sweep() {
        let now = clock.monotonicNow
        state.withLock { state in
            state.accounts.sweep = nil
            state.accounts.removeSpent(now: now)
            if state.accounts.needsSweep {
                state.accounts.sweep = timer.add(at: now + KnownAccounts.sweepInterval) { [weak self] in self?.sweep() }
            }
        }
    }

    /// How many accounts anything is known about.
    var knownAccounts: Int { state.withLock { $0.accounts.count } }

    /// What is known of an account's rate limit.
    func rateLimit(of account: FreshworksAccount) -> RateLimit? {
        state.withLock { $0.accounts[account.baseURL] }?.rateLimit
    }

    /// What a part of the library keeps once for each runtime; made when it is first asked for.
    package func resident<Resident: RuntimeResident>(_ type: Resident.Type) -> Resident {
        state.withLock { state in
            if let known = state.residents[ObjectIdentifier(type)] as? Resident { return known }
            let new = Resident()
            state.residents[ObjectIdentifier(type)] = new
            return new
        }
    }

    /// A call begins. Must be followed by ``callEnded(_:)``.
    /// - Returns: A number that tells the runtime's calls apart.
    /// - Throws: That the runtime was shut down. Nobody hears of a call that does not begin, so the error names it.
    func callBegan(_ operation: String? = nil) throws -> UInt64 {
        try state.withLock { state in
            guard !state.isShutDown else {
                var error = FreshworksError(.shutDown, "the runtime was shut down", advice: "Make a new one.")
                error.operation = operation
                throw error
            }
            state.runningCalls += 1
            state.lastCallID += 1
            return state.lastCallID
        }
    }

    /// - Parameter id: From ``callBegan(_:)``.
    func callEnded(_ id: UInt64) {
        let waiting = state.withLock { state in
            state.endings[id] = nil
            state.runningCalls -= 1
            guard state.runningCalls == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waitingForEnd = [] }
            return state.waitingForEnd
        }
        for continuation in waiting { continuation.resume() }
    }

    // MARK: - Shutting down

    /// From now on no call may begin.
    func refuseCalls() { state.withLock { $0.isShutDown = true } }

    /// Returns when no call runs.
    func runningCallsEnd() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.runningCalls > 0 { state.waitingForEnd.append(continuation) }
                return state.runningCalls == 0
            }
            if isIdle { continuation.resume() }
        }
    }

    /// Whether calls that still run are being ended.
    var isEnding: Bool { state.withLock(\.isEnding) }

    /// Ends all calls that can be, now and as they come.
    func endCalls() {
        let cancels = state.withLock { state in
            state.isEnding = true
            return state.endings.values.compactMap { $0.mark() }
        }
        for cancel in cancels { cancel() }
    }

    /// What ``shutdown(within:)`` ends a call by.
    /// - Parameter id: From ``callBegan(_:)``.
    func ending(of id: UInt64) -> CallEnding {
        let ending = CallEnding()
        let isEnding = state.withLock { state in
            state.endings[id] = ending
            return state.isEnding
        }
        if isEnding { ending.end() }
        return ending
    }
}

/// What a part of the library above the calls keeps once for each runtime.
package protocol RuntimeResident: AnyObject, Sendable {
    init()
}

extension FreshworksRuntime {
    /// How a runtime is set up. The defaults suit most programs.
    public struct Configuration: Sendable {
        /// Connections to one service at once, and so the most calls under way to one account.
        public var maximumConnections: Int
        /// What carries the requests, unless the runtime is given a transport.
        public var transport: TransportChoice
        /// A PEM file of certificates to trust instead of the system's, for libcurl. `nil` takes the file that `SSL_CERT_FILE`
        /// names in the environment, if it does. URLSession knows neither: with a file named here it takes no call.
        public var certificateAuthorities: URL?
        /// Whether calls wait for the accounts' rate limits. Without it a 429 is met by repeating alone.
        public var paces: Bool
        /// Where programs on the same accounts count their calls together; `nil` goes by the services' answers alone.
        public var sharedLimits: SharedLimits?
        /// When failed calls are sent again.
        public var retry: Retry
        /// Numbers between 0 and 1, to spread repetitions; others count as the nearest of these, and what is no number
        /// as 0.
        public var random: @Sendable () -> Double

        /// Makes a configuration.
        public init(
            maximumConnections: Int = 16, transport: TransportChoice = .automatic, certificateAuthorities: URL? = nil,
            paces: Bool = true, sharedLimits: SharedLimits? = nil, retry: Retry = Retry(),
            random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
        ) {
            self.maximumConnections = max(1, maximumConnections)
            self.transport = transport
            self.certificateAuthorities = certificateAuthorities
            self.paces = paces
            self.sharedLimits = sharedLimits
            self.retry = retry
            self.random = random
        }

        /// The next number from 0 to 1, whatever ``random`` returns: a wait times something else could not be told.
        var jitter: Double {
            let number = random()
            return number > 0 ? min(number, 1) : 0
        }
    }
}
