import Foundation

/// What came back from one probe of a verification, read without regard to what was asked before.
enum ProbeOutcome {
    case verdict(Verification.Verdict)
    /// JSON that does not prove the product: the alternative probe decides.
    case unproven

    /// Reads an answer. Status first, body second.
    init(_ response: TransportResponse, of probe: VerificationProbes.Probe) {
        switch (response.status, response.content) {
        case (401, _): self = .verdict(.invalidCredential)
        case (403, _): self = .verdict(.forbidden)
        case (429, _): self = .verdict(response.allowsNoCalls ? .forbidden : .rateLimited)
        case (300..<400, _), (200..<300, .html), (404, .html), (404, .nothing): self = .verdict(.wrongHost)
        case (404, .json): self = .unproven
        case (200..<300, .json):
            guard let body = try? JSONValue(parsing: response.body) else {
                self = .verdict(.inconclusive)
                return
            }
            self = probe.isProven(by: body) ? .verdict(.valid) : .unproven
        default: self = .verdict(.inconclusive)
        }
    }

    /// Reads a failure to get an answer.
    init(_ error: FreshworksError) {
        switch error.code {
        case .nameNotResolved: self = .verdict(.wrongHost)
        case .rateLimited: self = .verdict(.rateLimited)
        case _ where error.withholdsCredential: self = .verdict(.notConfigured)
        case _ where error.endsCredential: self = .verdict(.invalidCredential)
        // Without an attempt nothing is known about the host.
        case .timedOut where error.attempts == 0: self = .verdict(.inconclusive)
        case .connectionRefused, .connectionFailed, .encryptionFailed, .proxyFailed, .timedOut:
            self = .verdict(.unreachable)
        case .truncatedResponse, .responseTooLarge, .malformedResponse: self = .verdict(.inconclusive)
        default: self = .verdict(error.attempts == 0 ? .notConfigured : .inconclusive)
        }
    }

    /// Reads the failure of a call that the provider made to obtain the credential. It tells nothing about the product's host.
    init(ofProvider error: FreshworksError) {
        switch (error.code, error.status) {
        case (.rateLimited, _): self = .verdict(.rateLimited)
        case (_, let status?) where (400..<500).contains(status): self = .verdict(.invalidCredential)
        case (.nameNotResolved, _), (.connectionRefused, _), (.connectionFailed, _), (.encryptionFailed, _),
            (.proxyFailed, _), (.timedOut, _):
            self = .verdict(.unreachable)
        default: self = .verdict(.inconclusive)
        }
    }
}

extension VerificationProbes.Probe {
    /// Whether all keys of one of the expected lists are in the answer, or there is no list.
    func isProven(by body: JSONValue) -> Bool {
        expects.isEmpty || expects.contains { $0.allSatisfy { body.value(atDotted: $0) != nil } }
    }

    /// Whom the answer says the credential belongs to.
    /// - Parameter hide: Takes the credential itself out of a text.
    func identity(in body: JSONValue, hiding hide: (String) -> String) -> Verification.Identity? {
        func text(_ key: String?) -> String? {
            key.flatMap { body.value(atDotted: $0) }.flatMap { String(json: $0) }.map(hide).flatMap(ErrorBody.shown)
        }
        let identity = Verification.Identity(id: text(id), name: text(personName), email: text(email))
        return identity == .init(id: nil, name: nil, email: nil) ? nil : identity
    }
}

extension JSONValue {
    /// The value at a path such as `contact.email`; `nil` when absent or null.
    fileprivate func value(atDotted path: String) -> JSONValue? {
        let found = value(at: path.split(separator: ".").map(String.init))
        return found == .null ? nil : found
    }
}
