import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests with Foundation's URLSession.
///
/// It keeps no cookies, no cache and no credentials, and follows no redirect. One session and its connections serve the
/// transport for life, so make one and share it. On Linux each request leaks some 200 bytes plus the length of its URL
/// inside Foundation (swift-corelibs-foundation #5498), at 700 requests a minute up to half a gigabyte a day: a server that
/// sends that much does better with another ``HTTPTransport``.
public final class URLSessionTransport: HTTPTransport {
    private let clock: any RuntimeClock
    private let delegate = SessionDelegate()
    /// `nil` once shut down: a task made by an invalidated session would end the process.
    private let session: Mutex<URLSession?>

    /// Makes a transport.
    /// - Parameters:
    ///   - maximumConnections: How many connections to one host are open at once. Further calls wait, and their deadlines
    ///     run meanwhile.
    ///   - clock: What deadlines are measured with.
    public init(maximumConnections: Int = 16, clock: any RuntimeClock = SystemClock()) {
        self.clock = clock
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = max(1, maximumConnections)
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.urlCredentialStorage = nil
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        session = Mutex(URLSession(configuration: configuration, delegate: delegate, delegateQueue: delegate.queue))
    }

    deinit { shutdown() }

    /// Sends a request and returns the answer, whatever its status.
    /// - Throws: `CancellationError`, at once, when the calling task is canceled; otherwise ``FreshworksError``.
    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let deadline = clock.monotonicNow + request.timeout
        try Task.checkCancellation()
        let urlRequest = try request.urlRequest()
        var reception = try ResponseReception(request.destination)
        let task: URLSessionTask
        do {
            task = try makeTask(urlRequest, body: request.body)
        } catch {
            reception.discard()
            throw error
        }
        return try await withThrowingTaskGroup(of: TransportResponse.self) { [clock, delegate, reception] group in
            group.addTask { try await delegate.answer(to: task, into: reception) }
            group.addTask {
                try await clock.sleep(until: deadline)
                throw TransportFailure.timedOut
            }
            defer { group.cancelAll() }
            guard let response = try await group.next() else { throw CancellationError() }
            return response
        }
    }

    /// Lets the calls that run end and refuses new ones with ``FreshworksError/Code/shutDown``.
    public func shutdown() {
        session.withLock {
            $0?.finishTasksAndInvalidate()
            $0 = nil
        }
    }

    /// How many calls wait for their answers.
    package var pendingCount: Int { delegate.pendingCount }

    private func makeTask(_ request: URLRequest, body: TransportRequest.Body) throws -> URLSessionTask {
        try session.withLock { session in
            guard let session else {
                throw FreshworksError(
                    .shutDown, "the transport was shut down", advice: "Make a new one, or shut down later.")
            }
            if case .file(let file) = body { return session.uploadTask(with: request, fromFile: file) }
            return session.dataTask(with: request)
        }
    }
}
