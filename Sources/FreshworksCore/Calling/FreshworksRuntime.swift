import Synchronization

/// What clients share: the transport, the time, the observer and what was learned about each account's rate limit.
///
/// Clients are cheap values over a runtime. Most programs use ``shared``; make your own to set a limit on connections,
/// to observe calls, to use another HTTP client, or to shut down.
public final class FreshworksRuntime: Sendable {
    /// The runtime that clients use unless told. It is never shut down.
    public static let shared = FreshworksRuntime()

    /// The source of time.
    public let clock: any RuntimeClock
    /// Hears of every call; never of a secret.
    public let observer: (any RequestObserver)?
    package let transport: any HTTPTransport
    private let ownTransport: URLSessionTransport?
    private let state = Mutex(State())

    private struct State {
        var rateLimits: [String: RateLimit] = [:]
        var lastCallID: UInt64 = 0
    }

    /// Makes a runtime over the package's own transport.
    /// - Parameter maximumConnections: To one service at once; calls beyond wait for a free one.
    public init(
        maximumConnections: Int = 16, clock: any RuntimeClock = SystemClock(), observer: (any RequestObserver)? = nil
    ) {
        let transport = URLSessionTransport(maximumConnections: maximumConnections, clock: clock)
        self.transport = transport
        ownTransport = transport
        self.clock = clock
        self.observer = observer
    }

    /// Makes a runtime over a transport of yours, which you shut down yourself.
    public init(
        transport: any HTTPTransport, clock: any RuntimeClock = SystemClock(), observer: (any RequestObserver)? = nil
    ) {
        self.transport = transport
        ownTransport = nil
        self.clock = clock
        self.observer = observer
    }

    /// Refuses new calls and lets the running ones end. Does nothing to ``shared``.
    public func shutdown() {
        guard self !== Self.shared else { return }
        ownTransport?.shutdown()
    }

    /// The last reading of an account's rate limit.
    func rateLimit(of account: FreshworksAccount) -> RateLimit? {
        state.withLock { $0.rateLimits[account.baseURL] }
    }

    func record(_ headers: HeaderFields, of account: FreshworksAccount) {
        guard let reading = RateLimit(headers) else { return }
        state.withLock { $0.rateLimits[account.baseURL] = reading }
    }

    func nextCallID() -> UInt64 {
        state.withLock {
            $0.lastCallID += 1
            return $0.lastCallID
        }
    }
}
