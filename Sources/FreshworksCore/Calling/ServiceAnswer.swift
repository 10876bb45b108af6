package import Foundation

// How an answer's status, headers and body become a result or an error, for all three products alike.

extension TransportResponse {
    /// Whether the status is 2xx.
    package var isSuccess: Bool { (200..<300).contains(status) }

    /// The kind of body, told by content type and, where that is missing, by the first byte.
    package var content: Content {
        guard let first = body.first(where: { !" \t\r\n".utf8.contains($0) }) else { return .nothing }
        guard let type = headers["Content-Type"]?.lowercased() else {
            return first == UInt8(ascii: "<") ? .html : .json
        }
        if type.contains("json") { return .json }
        return type.contains("html") ? .html : .other
    }

    package enum Content: Sendable, Hashable {
        case nothing
        case json
        case html
        case other
    }

    /// The body of a successful answer as JSON.
    /// - Throws: ``FreshworksError`` with a code of its own for an empty body, an HTML page, another content type and
    ///   text that is not JSON.
    public func json() throws -> JSONValue {
        switch content {
        case .json: return try JSONValue(parsing: body)
        case .nothing:
            throw FreshworksError(
                .emptyResponse, "the answer's body is empty where a record was expected",
                advice: "A proxy may stand in between; check the base URL.")
        case .html:
            throw FreshworksError(
                .htmlResponse, "the answer is an HTML page where JSON was expected",
                advice: "The address belongs to a website and not to the API; check the subdomain or base URL.")
        case .other:
            throw FreshworksError(
                .wrongContentType, "the answer's content type is not JSON",
                advice: "Check the base URL.")
        }
    }

    /// What a status outside 2xx means.
    /// - Parameter now: The calendar time, for waits that are given as a date.
    package func failure(at now: Date) -> FreshworksError {
        let (code, message, advice) = meaning
        let details = ErrorBody(self)
        var error = FreshworksError(code, details.message.map { "\(message): \($0)" } ?? message, advice: advice)
        error.status = status
        error.fieldErrors = details.fieldErrors
        error.requestID = (headers["X-Request-Id"] ?? headers["X-Trace-ID"]).flatMap(ErrorBody.shown)
        error.retryAfter = RetryAfter.wait(headers, now: now)
        error.mayHaveBeenExecuted = status >= 500
        return error
    }

    private var challenge: BearerChallenge? { headers["WWW-Authenticate"].map(BearerChallenge.init) }

    private var meaning: (FreshworksError.Code, String, String?) {
        switch status {
        case 300..<400:
            (
                .redirected, "the service answered with a redirect, which is never followed",
                "The address belongs to a login page or another account; check the subdomain or base URL."
            )
        case 401 where challenge?.error == "invalid_token":
            (
                .invalidCredential, "the service rejected the access token: it expired or was revoked",
                "Refresh it, or ask the user for consent again."
            )
        case 401: (.invalidCredential, "the service rejected the credential", "Replace the credential and try again.")
        case 403 where challenge?.error == "insufficient_scope":
            (
                .insufficientScope, "the access token is good, but its scopes do not allow this",
                "Ask the user for consent with \(challenge?.neededScopes ?? "the needed scope")."
            )
        case 403:
            (
                .forbidden, "the credential is good but not allowed to do this",
                "Use a credential with the needed role, or ask an administrator; the plan may lack the feature."
            )
        case 404: (.notFound, "there is no such record or path", nil)
        case 409: (.conflict, "the record conflicts with one that exists", nil)
        case 429: (.rateLimited, "the account's rate limit is used up", "Wait and try again.")
        case 400..<500: (.requestRefused, "the service refused the request", nil)
        default: (.serviceFailed, "the service failed", "Try again later.")
        }
    }
}

extension BearerChallenge {
    fileprivate var neededScopes: String? {
        ErrorBody.shown(scopes.joined(separator: " ")).map { "the scope \($0)" }
    }
}

extension FreshworksError.Code {
    /// A 2xx answer had no body where one was needed.
    public static let emptyResponse = Self(rawValue: "empty_response")
    /// A web page came in place of JSON.
    public static let htmlResponse = Self(rawValue: "html_response")
    /// Something else than JSON came.
    public static let wrongContentType = Self(rawValue: "wrong_content_type")
    /// Status 3xx.
    public static let redirected = Self(rawValue: "redirected")
    /// Status 401.
    public static let invalidCredential = Self(rawValue: "invalid_credential")
    /// Status 403.
    public static let forbidden = Self(rawValue: "forbidden")
    /// Status 404.
    public static let notFound = Self(rawValue: "not_found")
    /// Status 409.
    public static let conflict = Self(rawValue: "conflict")
    /// Status 429.
    public static let rateLimited = Self(rawValue: "rate_limited")
    /// Another status of the 400s.
    public static let requestRefused = Self(rawValue: "request_refused")
    /// Status 5xx.
    public static let serviceFailed = Self(rawValue: "service_failed")
}
