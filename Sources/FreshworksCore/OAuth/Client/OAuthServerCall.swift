import Foundation

/// One call of an authorization server: sent once, and again only if it provably did not arrive.
struct OAuthServerCall {
    let runtime: FreshworksRuntime
    let operation: String
    let request: TransportRequest
    /// Where to send it instead when the address is unknown there.
    var alternativeURL: URL?
    /// What the server may quote and nobody may see.
    let hidden: [String]
    /// On the monotonic clock.
    let deadline: Duration

    struct Answer {
        /// Without the secrets that the server quotes, if it is a failure.
        var response: TransportResponse
        let url: URL
        let sentAt: Date
    }

    /// More than any answer of an authorization server holds.
    static let answerLimit = 1 << 20

    /// Sends the request and reads its answer, whatever the status; the observer is told of begin and end.
    func run<Result>(_ read: (Answer) throws -> Result) async throws -> Result {
        let call = ObservedCall(
            id: try runtime.callBegan(operation), product: "oauth", operation: operation, method: request.method,
            path: String(PastedAddress(request.url.absoluteString).path.dropFirst()))
        let start = runtime.clock.monotonicNow
        let traced = runtime.observer?.callBegan(call) ?? HeaderFields()
        var outcome = ObservedOutcome()
        defer {
            outcome.duration = runtime.clock.monotonicNow - start
            runtime.observer?.callEnded(call, outcome)
            runtime.callEnded(call.id)
        }
        var request = request
        do {
            let own = request.headers
            request.headers = try .forCall(request.contentType, extra: [traced])
            try request.headers.set(contentsOf: own)
            return try read(try await send(&request, &outcome))
        } catch let error as CancellationError {
            outcome.wasCancelled = true
            throw error
        } catch var error as FreshworksError {
            if request.method == .get { error.mayHaveBeenExecuted = false }
            error.operation = operation
            error.requestLine = "\(request.method) \(request.url.absoluteString.prefix { $0 != "?" })"
            error.attempts = outcome.attempts
            outcome.error = error.code
            throw error
        }
    }

    private func send(_ request: inout TransportRequest, _ outcome: inout ObservedOutcome) async throws -> Answer {
        var alternativeURL = alternativeURL
        var previous: FreshworksError?
        while true {
            request.timeout = deadline - runtime.clock.monotonicNow
            guard request.timeout > .zero else { throw previous ?? FreshworksError.deadlinePassed }
            outcome.attempts += 1
            let sentAt = runtime.clock.wallNow
            do {
                let response = try await runtime.transport.send(request)
                outcome.status = response.status
                outcome.bytesReceived = response.body.count
                if response.status == 404, let url = alternativeURL {
                    outcome.decisions.append("the address was unknown")
                    request.url = url
                    alternativeURL = nil
                    continue
                }
                return Answer(
                    response: response.isSuccess ? response : response.hiding(hidden), url: request.url, sentAt: sentAt)
            } catch var error as FreshworksError {
                if error.code == .timedOut, error.underlying == nil { error.underlying = previous }
                previous = error
                try await waitToRepeat(after: error, &outcome)
            } catch let error as CancellationError {
                throw error
            } catch {
                throw FreshworksError(
                    .callFailed, "the transport failed with an error of its own", advice: "See the underlying error.",
                    mayHaveBeenExecuted: true, underlying: error)
            }
        }
    }

    /// - Throws: The error itself, unless the request did not arrive and may be sent again.
    private func waitToRepeat(after error: FreshworksError, _ outcome: inout ObservedOutcome) async throws {
        var budget = RetryBudget()
        let decision = runtime.configuration.retry.decision(
            about: error, attempts: outcome.attempts, isSafeToRepeat: false, isPaced: false,
            timeLeft: deadline - runtime.clock.monotonicNow, budget: &budget, jitter: runtime.configuration.jitter)
        outcome.decisions.append(decision.reason)
        guard let wait = decision.wait else { throw error }
        outcome.waited += wait
        try await runtime.clock.sleep(for: wait)
    }
}

extension TransportRequest {
    fileprivate var contentType: String? {
        if case .none = body { nil } else { "application/x-www-form-urlencoded" }
    }
}
