import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests with Foundation's URLSession: the default but on Linux, and the fallback there.
///
/// It keeps no cookies, no cache and no credentials, and follows no redirect. Reads share connections that are kept open;
/// every other request gets a connection of its own. The sessions serve the transport for life, so make one and share it.
///
/// What Foundation on Linux does, and a transport on top of it cannot mend:
/// - A call that waits for its answer on a fresh connection keeps a core busy: the socket's write source is never removed.
/// - A trailer behind a chunked body ends the process.
/// - Each request leaks some 200 bytes plus the length of its URL (swift-corelibs-foundation #5498), at 700 requests a
///   minute up to half a gigabyte a day. A server that sends that much does better with another ``HTTPTransport``.
/// - A connection that ends in the middle of an answer's head, before its length, ends the process ("Transfer completed,
///   but there's no response", #5285).
/// - An answer with a header field in Latin-1, or without a space after its colon (#5527), is a
///   ``FreshworksError/Code/malformedResponse``.
/// - The body of a redirect is held in memory, whatever its length, until it is complete.
/// - A connection that breaks while a file is streamed ends the process: the file's next part, which was read beside the
///   transfer, wakes a transfer that has none any more. So files that are sent are held in memory there, up to 256 MiB.
/// - With `URLSessionDebugLibcurl` in the environment every header field, credentials too, is printed to standard error.
/// - A server that keeps a connection although a write asks for its end may be sent the next write twice: libcurl uses that
///   connection again, and repeats the write when it breaks before the first byte of the answer.
/// - Over HTTP/2 libcurl shares connections for all requests, and repeats a request when a shared connection breaks before
///   the first byte of its answer.
public final class URLSessionTransport: HTTPTransport, BuiltInTransport {
    private let clock: any RuntimeClock
    private let timer: DeadlineTimer
    private let delegate: SessionDelegate
    /// `nil` once shut down: a task made by an invalidated session would end the process.
    private let sessions: Mutex<Sessions?>

    private struct Sessions {
        /// For requests that may be repeated.
        var reading: URLSession
        /// For all others. libcurl repeats a request, without its body, when a connection that had served another one
        /// breaks before the answer. Requests of this session ask for the end of their connections, so none is reused.
        var writing: URLSession
    }

    /// Makes a transport.
    /// - Parameters:
    ///   - maximumConnections: How many connections to one host are open at once for reads, and as many for writes. Further
    ///     calls wait, and their deadlines run meanwhile.
    ///   - clock: What deadlines are measured with.
    public init(maximumConnections: Int = 16, clock: any RuntimeClock = SystemClock()) {
        self.clock = clock
        timer = DeadlineTimer(clock: clock)
        delegate = SessionDelegate(clock: clock)
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = max(1, maximumConnections)
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.urlCredentialStorage = nil
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        sessions = Mutex(
            Sessions(
                reading: URLSession(configuration: configuration, delegate: delegate, delegateQueue: delegate.queue),
                writing: URLSession(configuration: configuration, delegate: delegate, delegateQueue: delegate.queue)))
    }

    deinit { shutdown() }

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
        var reception = try ResponseReception(request.destination)
        let task: URLSessionTask
        do {
            task = try await makeTask(for: request, by: deadline, endedBy: ending)
        } catch {
            reception.discard()
            throw error
        }
        return try await delegate.answer(
            to: task, into: reception, by: deadline, meter: TransferMeter(request), endedBy: ending)
    }

    /// Lets the calls that run end and refuses new ones with ``FreshworksError/Code/shutDown``.
    public func shutdown() {
        sessions.withLock {
            $0?.reading.finishTasksAndInvalidate()
            $0?.writing.finishTasksAndInvalidate()
            $0 = nil
        }
    }

    /// How many calls wait for their answers.
    package var pendingCount: Int { delegate.pendingCount }

    private func makeTask(
        for request: TransportRequest, by deadline: Duration, endedBy ending: CallEnding?
    ) async throws -> URLSessionTask {
        var urlRequest = try request.urlRequest()
        #if canImport(FoundationNetworking)
            if case .file(let file) = request.body {
                guard try file.checkReadableFile() <= Self.largestFile else { throw FreshworksError.fileTooLarge }
                // A disk may be somewhere behind a network, and then it can hang.
                urlRequest.httpBody = try await timer.within(deadline, orElse: .noTimeToSend, endedBy: ending) {
                    try await file.content()
                }
            }
        #endif
        return try sessions.withLock { [urlRequest] sessions in
            guard let sessions else { throw FreshworksError.transportShutDown }
            let session = request.isRead ? sessions.reading : sessions.writing
            #if !canImport(FoundationNetworking)
                if case .file(let file) = request.body { return session.uploadTask(with: urlRequest, fromFile: file) }
            #endif
            return session.dataTask(with: urlRequest)
        }
    }
}

#if canImport(FoundationNetworking)
    extension URLSessionTransport {
        /// The most bytes of a file that are held in memory for a call: 256 MiB, more than any of the services takes.
        private static let largestFile = 256 << 20
    }

    extension FreshworksError {
        fileprivate static var fileTooLarge: FreshworksError {
            FreshworksError(
                .requestTooLarge, "the file has more than the 256 MiB that URLSession is given on Linux",
                advice: "Send it over libcurl, which streams files.")
        }
    }

    extension URL {
        /// The bytes of the file at this place, read where tasks do not wait for a disk.
        fileprivate func content() async throws -> Data {
            do {
                return try await DispatchQueue(label: "a file to send").run { try Data(contentsOf: self) }
            } catch {
                throw unreadable
            }
        }
    }
#endif
