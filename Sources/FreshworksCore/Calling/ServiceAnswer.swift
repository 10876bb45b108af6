package import Foundation

// How an answer's status, headers and body become a result or an error, for all three products alike.

extension TransportResponse {
    /// Whether the status is 2xx.
    package var isSuccess: Bool { (200..<300).contains(status) }

    /// The kind of body, told by content type and, where that is missing, by the first byte.
    package var content: Content {
        let text = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body
        guard let first = text.first(where: { !" \t\r\n".utf8.contains($0) }) else { return .nothing }
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
        let details = ErrorBody(self)
        let wait = allowsNoCalls ? nil : RetryAfter.wait(headers, now: now)
        let meaning = meaning(of: details)
        var error = FreshworksError(
            meaning.code, details.message.map { "\(meaning.message): \($0)" } ?? meaning.message, advice: meaning.advice
        )
        if error.code == .rateLimited, let wait { error.advice = .tryAgain(in: wait) }
        error.status = status
        error.serviceCode = details.code
        error.fieldErrors = details.fieldErrors
        error.requestID = requestID
        error.retryAfter = wait
        error.mayHaveBeenExecuted = status >= 500
        error.body = details.json
        return error
    }

    /// What the service calls the request, to name to its support.
    package var requestID: String? { (headers["X-Request-Id"] ?? headers["X-Trace-ID"]).flatMap(ErrorBody.shown) }

    /// Whether the account's plan has no calls at all, so that waiting is in vain: a limit of none that is used up.
    var allowsNoCalls: Bool { status == 429 && RateReading(headers, now: .distantPast).total == 0 }

    private var challenge: BearerChallenge? { headers["WWW-Authenticate"].map(BearerChallenge.init) }

    private typealias Meaning = (code: FreshworksError.Code, message: String, advice: String?)

    private func meaning(of details: ErrorBody) -> Meaning {
        switch status {
        case 300..<400:
            (
                .redirected, "the service answered with a redirect, which is never followed",
                "The address belongs to a login page or another account; check the subdomain or base URL."
            )
        case 400 where !details.fieldErrors.isEmpty, 422 where !details.fieldErrors.isEmpty:
            (.validationFailed, "the service refused fields of the request", "Correct the fields and call again.")
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
        case 429 where allowsNoCalls:
            (
                .forbidden, "the account's plan has no API: it allows 0 calls",
                "Take a plan with API calls; waiting does not help."
            )
        case 429: (.rateLimited, "the account's rate limit is used up", "Wait and try again.")
        case 400..<500: Self.refusals[status] ?? (.requestRefused, "the service refused the request", nil)
        default: (.serviceFailed, "the service failed", "Try again later.")
        }
    }

    private static let refusals: [Int: Meaning] = [
        405: (
            .methodNotAllowed, "the service does not allow this verb there",
            "Check the verb; a record in the trash takes fewer of them."
        ),
        409: (
            .conflict, "the record conflicts with one that exists, or with its own state",
            "Look which record has the value already, and change that one or send another value."
        ),
        410: (.gone, "the record or path was there once and is gone for good", "Forget its id."),
        412: (
            .preconditionFailed, "the record is not in the state that the request demands",
            "Read the record again and repeat the change on what it is now."
        ),
        413: (
            .requestTooLarge, "the request is larger than the service takes",
            "Send fewer or smaller files, or less text."
        ),
        415: (
            .unsupportedMediaType, "the service does not take a body of this content type here",
            "Send JSON, or a form where the service wants files."
        ),
        422: (
            .requestRefused, "the service understood the request but refuses what it says",
            "Correct what the service names and call again."
        ),
    ]
}

extension String {
    /// What to do about a wait, in whole seconds.
    static func tryAgain(in wait: Duration) -> String {
        // More than a year is not told apart, and not a number that everything can hold.
        let seconds = Int((Swift.min(wait, .seconds(31_536_000)) / .seconds(1)).rounded(.up))
        return seconds > 1 ? "Try again in \(seconds) seconds." : "Try again in a second."
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
    /// Status 400 or 422 with the fields that were refused, which ``FreshworksError/fieldErrors`` lists.
    public static let validationFailed = Self(rawValue: "validation_failed")
    /// Status 401. Also without a request, for a few seconds after a service rejected the very same credential: then
    /// ``FreshworksError/wasDecidedLocally`` is set and the status is 401 all the same.
    public static let invalidCredential = Self(rawValue: "invalid_credential")
    /// Status 403; or 429 from an account whose plan allows no calls at all, as Freshdesk's free one, where waiting does not
    /// help.
    public static let forbidden = Self(rawValue: "forbidden")
    /// Status 404.
    public static let notFound = Self(rawValue: "not_found")
    /// Status 405: the path knows no such verb, or the record is in a state that does not take it, such as the trash.
    public static let methodNotAllowed = Self(rawValue: "method_not_allowed")
    /// Status 409.
    public static let conflict = Self(rawValue: "conflict")
    /// Status 410.
    public static let gone = Self(rawValue: "gone")
    /// Status 412.
    public static let preconditionFailed = Self(rawValue: "precondition_failed")
    /// Status 415.
    public static let unsupportedMediaType = Self(rawValue: "unsupported_media_type")
    /// Status 429. Also without a request, where the account's limit is known to be used up for longer than the call
    /// may take: then ``FreshworksError/wasDecidedLocally`` is set and the status is 429 all the same.
    public static let rateLimited = Self(rawValue: "rate_limited")
    /// Another status of the 400s, also 400 and 422 that name no field.
    public static let requestRefused = Self(rawValue: "request_refused")
    /// Status 5xx.
    public static let serviceFailed = Self(rawValue: "service_failed")
}
