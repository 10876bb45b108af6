import FreshworksConnections
import FreshworksCore

/// What the command tells the shell.
struct ExitStatus: RawRepresentable, Hashable, Comparable {
    /// The number; another than those below is that of a command which `freshworks sandbox` ran.
    let rawValue: Int32

    init(rawValue: Int32) { self.rawValue = rawValue }

    /// Done, or every credential is valid.
    static let done = Self(rawValue: 0)
    /// The service refused, or a credential does not work.
    static let refused = Self(rawValue: 1)
    /// The call or its configuration is wrong.
    static let misuse = Self(rawValue: 2)
    /// No verdict: network, 5xx, a rate limit that lasted, an unknown outcome.
    static let noVerdict = Self(rawValue: 3)
    /// Ended by a signal, as shells spell it for SIGINT.
    static let interrupted = Self(rawValue: 130)

    static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

    /// The status of a failed call.
    init(_ error: FreshworksError) {
        self =
            if let verification = error.verification {
                // A credential that was not stored for what the service said of it.
                ExitStatus(verification.verdict)
            } else if Self.refusals.contains(error.code) {
                .refused
            } else if error.code == .repeatedPage {
                .noVerdict
            } else if let status = error.status {
                ExitStatus(httpStatus: status)
            } else if error.attempts == 0 && error.code != .timedOut && error.code != .rateLimited {
                .misuse
            } else {
                .noVerdict
            }
    }

    /// What is said without an HTTP status of its own: by an authorization server through the browser or in an earlier
    /// answer, by a service that serves no page beyond its last one, and by a 429 from a plan without calls.
    private static let refusals: Set<FreshworksError.Code> = [
        .accessDenied, .invalidRequest, .invalidScope, .unauthorizedClient, .unsupportedResponseType, .issuerMismatch,
        .needsReauthorization, .oauthRefused, .sessionRemoved, .pageCeiling, .forbidden,
    ]

    /// The status for an answer. A 2xx that could not be read is no verdict.
    init(httpStatus status: Int) {
        self = (300..<500).contains(status) && status != 429 ? .refused : .noVerdict
    }

    init(_ verdict: Verification.Verdict) {
        self =
            switch verdict {
            case .valid: .done
            case .invalidCredential, .forbidden, .wrongHost, .wrongProduct: .refused
            case .notConfigured: .misuse
            default: .noVerdict
            }
    }
}

/// The command line is wrong.
struct Misuse: Error {
    var message: String

    init(_ message: String) { self.message = message }
}
