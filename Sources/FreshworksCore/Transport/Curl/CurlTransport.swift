#if os(Linux)
    public import Foundation
    import Synchronization

    /// Sends requests with libcurl: the default on Linux, where URLSession itself stands on it.
    ///
    /// One thread serves all calls. Connections are kept and shared, over HTTP/1.1 and HTTP/2; a write whose connection breaks is
    /// never repeated over another one. It keeps no cookies, no cache and no credentials, and follows no redirect. TLS 1.2 at
    /// least, verified.
    ///
    /// `https_proxy`, `all_proxy` and `no_proxy` of the environment count, but never for loopback addresses. Certificates are
    /// those of the system, unless the environment's `SSL_CERT_FILE` or the initializer names a file. A download is written by
    /// the thread of all calls, so a disk that hangs holds them up; their deadlines pass as they should.
    ///
    /// Its thread does not survive a `fork`: a child process that does not replace its program needs a transport of its own.
    public final class CurlTransport: HTTPTransport, BuiltInTransport {
        private let library: CurlLibrary
        private let maximumConnections: Int
        private let certificateAuthorities: String?
        private let clock: any RuntimeClock
        private let calls: ExchangeTable<UInt64>
        private let state = Mutex(State.unused)
        private let lastID = Atomic<UInt64>(0)

        private enum State {
            case unused
            case running(CurlLoop)
            case shutDown
        }

        /// Makes a transport; its thread starts with the first call.
        /// - Parameters:
        ///   - maximumConnections: How many connections to one host are open at once. Further calls wait, and their deadlines
        ///     run meanwhile.
        ///   - certificateAuthorities: A PEM file of certificates to trust instead of the system's.
        ///   - clock: What deadlines are measured with.
        /// - Returns: `nil` where libcurl cannot be loaded, as in a fully static program, or is older than 7.68.
        public convenience init?(
            maximumConnections: Int = 16, certificateAuthorities: URL? = nil, clock: any RuntimeClock = SystemClock()
        ) {
            self.init(
                CurlLibrary.system, maximumConnections: maximumConnections,
                certificateAuthorities: certificateAuthorities,
                clock: clock)
        }

        init?(
            _ library: CurlLibrary?, maximumConnections: Int = 16, certificateAuthorities: URL? = nil,
            clock: any RuntimeClock = SystemClock()
        ) {
            guard let library else { return nil }
            self.library = library
            self.maximumConnections = max(1, maximumConnections)
            let variable = ProcessInfo.processInfo.environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
            self.certificateAuthorities = certificateAuthorities?.path(percentEncoded: false) ?? variable
            self.clock = clock
            calls = ExchangeTable(clock: clock)
        }

        deinit {
            guard let loop = endLoop() else { return }
            // Nobody waits any more, so it has nothing to do but to close its connections.
            loop.join()
        }

        /// Sends a request and returns the answer, whatever its status.
        /// - Throws: `CancellationError`, at once, when the calling task is canceled; otherwise ``FreshworksError``.
        public func send(_ request: TransportRequest) async throws -> TransportResponse {
            try await send(request, endedBy: nil)
        }

        package func send(
            _ request: TransportRequest, endedBy ending: CallEnding?
        ) async throws -> TransportResponse {
            try Task.checkCancellation()
            let deadline = clock.monotonicNow + request.timeout
            guard request.timeout > .zero else { throw FreshworksError.noTimeToSend }
            try request.check()
            let upload = try UploadSource(request.body)
            let headers = try request.completeHeaders
            let loop = try runningLoop()
            let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
            return try await calls.answer(
                to: id, into: ResponseReception(request.destination), by: deadline, meter: TransferMeter(request),
                endedBy: ending
            ) { exchange in
                loop.start(
                    CurlCall(
                        id: id, request: request, headers: headers, upload: upload, exchange: exchange,
                        certificateAuthorities: certificateAuthorities))
            } abandon: {
                loop.abandon(id)
            }
        }

        /// Refuses new calls with ``FreshworksError/Code/shutDown``, lets the running ones end, and returns when the thread has
        /// ended and all connections are closed. Later calls of this return at once.
        public func shutdown() async {
            await endLoop()?.end()
        }

        /// How many calls wait for their answers.
        package var pendingCount: Int { calls.count }

        private func runningLoop() throws -> CurlLoop {
            try state.withLock { state in
                switch state {
                case .running(let loop): return loop
                case .shutDown: throw FreshworksError.transportShutDown
                case .unused:
                    let loop = try CurlLoop(library: library, maximumConnections: maximumConnections, calls: calls)
                    state = .running(loop)
                    return loop
                }
            }
        }

        /// - Returns: The loop, for whoever is the first to end it.
        private func endLoop() -> CurlLoop? {
            state.withLock { state in
                defer { state = .shutDown }
                guard case .running(let loop) = state else { return nil }
                loop.stop()
                return loop
            }
        }
    }
#endif
