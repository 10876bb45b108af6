import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Matches what a URLSession reports with the calls that wait for it.
///
/// The asynchronous methods of URLSession are not used: on Linux their cancellation can deadlock
/// (swift-corelibs-foundation #5412, fixed in 6.4).
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    /// Where the session calls its delegate, and the only place where tasks are canceled.
    ///
    /// One operation at a time, so that a cancel never falls between a task's completion and its removal from the
    /// session's registry, which ends the process ("a task that is not in the registry").
    let queue = OperationQueue()
    /// By task; the identifiers of two sessions' tasks collide.
    private let exchanges: ExchangeTable<ObjectIdentifier>

    init(clock: any RuntimeClock) {
        exchanges = ExchangeTable(clock: clock)
        queue.maxConcurrentOperationCount = 1
    }

    /// Starts a task and waits for its answer.
    /// - Throws: `CancellationError`, at once, when the calling task is canceled; otherwise ``FreshworksError``.
    func answer(
        to task: URLSessionTask, into reception: ResponseReception, by deadline: Duration, meter: TransferMeter?,
        endedBy ending: CallEnding?
    ) async throws -> TransportResponse {
        try await exchanges.answer(
            to: ObjectIdentifier(task), into: reception, by: deadline, meter: meter, endedBy: ending
        ) { exchange in
            exchange.markSent()
            task.resume()
        } abandon: { [weak self] in
            self?.cancel(task)
        }
    }

    /// How many calls wait.
    var pendingCount: Int { exchanges.count }

    private func cancel(_ task: URLSessionTask) { queue.addOperation { task.cancel() } }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard let exchange = exchanges.exchange(of: ObjectIdentifier(dataTask)) else { return }
        let response = dataTask.response as? HTTPURLResponse
        exchange.meter?.receives(response?.bodyLength)
        do {
            try exchange.receive(data, status: response?.statusCode ?? 0, of: response?.bodyLength)
        } catch {
            exchanges.take(ObjectIdentifier(dataTask))?.fail(error)
            cancel(dataTask)
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        exchanges.exchange(of: ObjectIdentifier(task))?.meter?.sent(Int(totalBytesSent))
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        end(task, task.response, error)
    }

    /// Redirects are answers: following one would hand the credential to the host that it names.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    #if canImport(FoundationNetworking)
        /// A 401 with a Basic challenge would never complete (swift-corelibs-foundation #5456, fixed in 6.3.2).
        ///
        /// The challenge comes after the last byte of the body, so the answer is complete.
        func urlSession(
            _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            end(task, challenge.failureResponse ?? task.response, nil)
            completionHandler(.cancelAuthenticationChallenge, nil)
        }
    #endif

    private func end(_ task: URLSessionTask, _ response: URLResponse?, _ error: (any Error)?) {
        guard let exchange = exchanges.take(ObjectIdentifier(task)) else { return }
        let response = response as? HTTPURLResponse
        if let error {
            var failure = TransportFailure(error, hasHead: response != nil).error
            failure.status = response?.statusCode
            failure.underlying = error
            exchange.fail(failure)
        } else if let response {
            exchange.finish(status: response.statusCode, headers: HeaderFields(response))
        } else {
            exchange.fail(FreshworksError.malformedAnswer("it has no head"))
        }
    }
}

extension HeaderFields {
    fileprivate init(_ response: HTTPURLResponse) {
        self.init(
            received: response.allHeaderFields.compactMap { name, value in
                guard let name = name as? String, let value = value as? String else { return nil }
                return (name: name, value: value)
            })
    }
}

extension HTTPURLResponse {
    /// How many bytes the body has, where the head says and they come as they are.
    fileprivate var bodyLength: Int? {
        guard expectedContentLength >= 0, value(forHTTPHeaderField: "Content-Encoding") == nil,
            value(forHTTPHeaderField: "Transfer-Encoding") == nil
        else { return nil }
        return Int(exactly: expectedContentLength)
    }
}
