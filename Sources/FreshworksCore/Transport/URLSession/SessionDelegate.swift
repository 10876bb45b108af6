import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Matches what a URLSession reports with the calls that wait for it.
///
/// Each call is in the table until its outcome is known; whoever takes it out resumes it, so it is resumed once.
/// The asynchronous methods of URLSession are not used: on Linux their cancellation can deadlock
/// (swift-corelibs-foundation #5412, fixed in 6.4).
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    /// Where the session calls its delegate, and the only place where tasks are canceled.
    ///
    /// One operation at a time, so that a cancel never falls between a task's completion and its removal from the
    /// session's registry, which ends the process ("a task that is not in the registry").
    let queue = OperationQueue()
    /// By task; the identifiers of two sessions' tasks collide.
    private let exchanges = Mutex<[ObjectIdentifier: Exchange]>([:])
    private let clock: any RuntimeClock
    private let timer: DeadlineTimer

    init(clock: any RuntimeClock) {
        self.clock = clock
        timer = DeadlineTimer(clock: clock)
        queue.maxConcurrentOperationCount = 1
    }

    /// Starts a task and waits for its answer.
    /// - Throws: `CancellationError`, at once, when the calling task is canceled; otherwise ``FreshworksError``.
    func answer(
        to task: URLSessionTask, into reception: ResponseReception, by deadline: Duration
    ) async throws -> TransportResponse {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let alarm = timer.add(at: deadline) { [weak self] in
                    self?.abandon(task, throwing: TransportFailure.timedOut)
                }
                exchanges.withLock { $0[ObjectIdentifier(task)] = Exchange(reception, continuation, alarm) }
                // Registered first: what happens from here on finds the exchange, what happened before is seen now.
                if Task.isCancelled {
                    abandon(task, throwing: CancellationError())
                } else if clock.monotonicNow >= deadline {
                    abandon(task, throwing: TransportFailure.outOfTime)
                } else {
                    task.resume()
                }
            }
        } onCancel: {
            abandon(task, throwing: CancellationError())
        }
    }

    /// How many calls wait.
    var pendingCount: Int { exchanges.withLock { $0.count } }

    private func abandon(_ task: URLSessionTask, throwing error: any Error) {
        guard let exchange = take(task) else { return }
        exchange.fail(error)
        queue.addOperation { task.cancel() }
    }

    private func take(_ task: URLSessionTask) -> Exchange? {
        let exchange = exchanges.withLock { $0.removeValue(forKey: ObjectIdentifier(task)) }
        if let exchange { timer.remove(exchange.alarm) }
        return exchange
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard let exchange = exchanges.withLock({ $0[ObjectIdentifier(dataTask)] }) else { return }
        do {
            try exchange.receive(data, dataTask.response)
        } catch {
            abandon(dataTask, throwing: error)
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        take(task)?.finish(task.response, error: error)
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
            take(task)?.finish(challenge.failureResponse ?? task.response, error: nil)
            completionHandler(.cancelAuthenticationChallenge, nil)
        }
    #endif
}
