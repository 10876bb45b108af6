import Foundation

extension APIClient {
    /// Checks the credential with one harmless call, or two where the first proves nothing, and says what to do.
    ///
    /// Waits out a 429 as long as the deadline allows. Whatever comes back is a verdict and not an error.
    /// - Parameter options: The deadline covers the whole check; 30 seconds unless told.
    /// - Throws: `CancellationError` only.
    public func verify(_ options: CallOptions = CallOptions(deadline: .seconds(30))) async throws -> Verification {
        let deadline = runtime.clock.monotonicNow + options.deadline
        let check = account.credentialCheck
        var last = try await result(of: check.preferred, until: deadline, options)
        if case .unproven = last.outcome, let alternative = check.alternative {
            last = try await result(of: alternative, until: deadline, options)
        }
        let verdict: Verification.Verdict
        switch last.outcome {
        case .verdict(let found): verdict = found
        case .unproven: verdict = .wrongProduct
        }
        return Verification(
            product: account.product.name, account: account.name, baseURL: account.baseURL, verdict: verdict,
            status: last.response?.status ?? (last.providerFailure == nil ? last.error?.status : nil),
            identity: verdict == .valid ? last.identity : nil,
            rateLimit: last.response.flatMap { RateLimit(RateReading($0.headers, now: runtime.clock.wallNow)) },
            advice: last.providerFailure?.providerSentence
                ?? verdict.advice(for: account, response: last.response, error: last.error))
    }

    private struct ProbeResult {
        var outcome: ProbeOutcome
        var response: TransportResponse?
        var error: FreshworksError?
        var identity: Verification.Identity?
        /// The failure of a call that the provider made to obtain the credential; the product was not asked.
        var providerFailure: FreshworksError?
    }

    private func result(
        of probe: CredentialCheck.Probe, until deadline: Duration, _ options: CallOptions
    ) async throws -> ProbeResult {
        var options = options
        options.deadline = deadline - runtime.clock.monotonicNow
        let endpoint = Endpoint<TransportResponse>("verify", .get, probe.path, query: probe.query, read: { $0 })
        do {
            let response = try await exchange(
                endpoint, options, at: account.url(for: probe), triesRejectedCredentials: true)
            let outcome = ProbeOutcome(response, of: probe)
            let body = try? JSONValue(parsing: response.body)
            return ProbeResult(outcome: outcome, response: response, identity: body.flatMap(probe.identity(in:)))
        } catch let error as FreshworksError {
            if let other = error.operation, other != endpoint.operation {
                return ProbeResult(outcome: ProbeOutcome(ofProvider: error), error: error, providerFailure: error)
            }
            return ProbeResult(outcome: ProbeOutcome(error), error: error)
        }
    }
}
