/// An error of RFC 6749, at either endpoint.
struct OAuthError: Error, Sendable, Equatable {
    let code: Code
    /// Holds no quotation mark and no backslash, which RFC 6749 excludes, and nothing of the request.
    let description: String

    enum Code: String, Sendable {
        case accessDenied = "access_denied"
        case invalidClient = "invalid_client"
        case invalidGrant = "invalid_grant"
        /// What Freshworks was seen to answer to `resource`, which RFC 8707 would call `invalid_target`.
        case invalidID = "invalid_id"
        case invalidRequest = "invalid_request"
        case invalidScope = "invalid_scope"
        case unauthorizedClient = "unauthorized_client"
        case unsupportedGrantType = "unsupported_grant_type"
        case unsupportedResponseType = "unsupported_response_type"
    }

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
