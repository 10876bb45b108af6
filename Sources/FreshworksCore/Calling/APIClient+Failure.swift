extension APIClient {
    /// What a failed call throws: with the operation, the request and what else only the client knows.
    func complete<Call>(
        _ failure: FreshworksError, of endpoint: Endpoint<Call>, _ pipeline: CallPipeline
    ) -> FreshworksError {
        var error = failure
        if pipeline.mayHaveBeenExecuted { error.mayHaveBeenExecuted = true }
        // It changes nothing, so there is nothing to look after.
        if endpoint.method == .get { error.mayHaveBeenExecuted = false }
        // What failed may be a call that the provider made to obtain the credential, and says so itself.
        guard error.operation == nil else { return error }
        error.operation = endpoint.operation
        error.requestLine = hiding(
            pipeline.sent, in: "\(endpoint.method) \(account.baseURL)/\(endpoint.path.shown)")
        error.attempts = pipeline.outcome.attempts
        error.isHarmlessToRepeat = endpoint.isSafeToRepeat
        if error.status != nil, !error.wasDecidedLocally,
            let advice = account.product.advice(on: error.code, to: pipeline.sent)
        {
            error.advice = advice
        }
        if error.code == .invalidCredential, let failure = pipeline.healingFailure {
            let reason = (failure as? FreshworksError)?.message ?? "see the underlying error"
            error.advice = "The credential provider failed when it was asked for a newer one: \(reason)."
            error.underlying = failure
        }
        if error.code == .forbidden, let forbiddenAdvice { error.advice = forbiddenAdvice }
        if error.status != nil, let advice = endpoint.advice[error.code] { error.advice = advice }
        // What the plan lacks, no other key has.
        if error.code == .forbidden, error.status == 429 { error.advice = failure.advice }
        if error.code == .shutDown, pipeline.outcome.attempts > 0, endpoint.method != .get {
            error.mayHaveBeenExecuted = true
        }
        if error.mayHaveBeenExecuted && !endpoint.isSafeToRepeat {
            let look = "Before you repeat the call, look whether it took effect."
            error.advice = error.advice.map { "\($0) \(look)" } ?? look
        }
        return error
    }

    /// An answer as it would be if its status said what its body says; most mean what they say.
    func failing<Call>(
        _ response: TransportResponse, to endpoint: Endpoint<Call>, _ sent: Credential?
    ) throws -> TransportResponse {
        guard let statusInBody = endpoint.statusInBody, response.isSuccess,
            let status = (try? response.json()).flatMap(statusInBody)
        else { return response }
        let failure = TransportResponse(status: status, headers: response.headers, body: response.body)
        // Like every failure, which may quote what was sent.
        return try sent.map { try failure.hiding(signer.secrets(of: $0)) } ?? failure
    }

    /// What an answer that is no success means, for one that was taken as it came: with what the product advises.
    package func failure(of response: TransportResponse) async -> FreshworksError {
        var error = response.failure(at: runtime.clock.wallNow)
        var sent: Credential?
        // Only this advice depends on the credential. A provider may have to ask a vault for it.
        if error.code == .invalidCredential { sent = try? await signer.provider.credential() }
        if let advice = account.product.advice(on: error.code, to: sent) { error.advice = advice }
        return error
    }
}
