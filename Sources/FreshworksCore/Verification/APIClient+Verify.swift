import Foundation

extension APIClient {
    /// Verifies the credential with one harmless call, or two where the first proves nothing, and says what to do.
    ///
    /// Waits out a 429 as long as the deadline allows. Whatever comes back is a verdict and not an error.
    /// - Parameter options: The deadline covers all of it; 30 seconds unless told.
    /// - Throws: `CancellationError` only.
    public func verify(_ options: CallOptions = CallOptions(deadline: .seconds(30))) async throws -> Verification {
        let deadline = runtime.clock.monotonicNow + options.deadline
        let probes = account.probes
        var last = try await result(of: probes.preferred, until: deadline, options)
        if case .unproven = last.outcome, let alternative = probes.alternative {
            last = try await result(of: alternative, until: deadline, options)
        }
        let verdict: Verification.Verdict
        switch last.outcome {
        case .verdict(let found): verdict = found
        case .unproven: verdict = .wrongProduct
        }
        return Verification(
            product: account.product.name, account: account.name, baseURL: account.baseURL, verdict: verdict,
            status: last.response?.status ?? last.answeredStatus,
            identity: verdict == .valid ? last.identity : nil,
            rateLimit: last.response.flatMap {
                let now = runtime.clock.wallNow
                return RateLimit(RateReading($0.headers, now: now), at: now)
            },
            advice: last.providerFailure?.providerSentence
                ?? verdict.advice(for: account, response: last.response, error: last.error, sent: last.sent))
    }

    private struct ProbeResult {
        var outcome: ProbeOutcome
        var response: TransportResponse?
        var error: FreshworksError?
        var identity: Verification.Identity?
        /// What the request was signed with.
        var sent: Credential?
        /// The failure of a call that the provider made to obtain the credential; the product was not asked.
        var providerFailure: FreshworksError?

        /// The status of an answer that could not be read. What the product was not asked for has none.
        var answeredStatus: Int? { providerFailure == nil && error?.wasDecidedLocally == false ? error?.status : nil }
    }

    private func result(
        of probe: VerificationProbes.Probe, until deadline: Duration, _ options: CallOptions
    ) async throws -> ProbeResult {
        var options = options
        options.deadline = deadline - runtime.clock.monotonicNow
        let endpoint = Endpoint<TransportResponse>("verify", .get, probe.path, query: probe.query, read: { $0 })
        do {
            let (response, sent) = try await trial(endpoint, options, at: account.url(for: probe))
            let outcome = ProbeOutcome(response, of: probe)
            let body = try? JSONValue(parsing: response.body)
            let identity = body.flatMap { probe.identity(in: $0) { hiding(sent, in: $0) } }
            return ProbeResult(outcome: outcome, response: response, identity: identity, sent: sent)
        } catch let error as FreshworksError {
            if let other = error.operation, other != endpoint.operation {
                return ProbeResult(outcome: ProbeOutcome(ofProvider: error), error: error, providerFailure: error)
            }
            return ProbeResult(outcome: ProbeOutcome(error), error: error)
        }
    }
}
