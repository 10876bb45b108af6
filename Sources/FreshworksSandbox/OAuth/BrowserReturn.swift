import FreshworksCore

/// The way back to the client, by the browser: RFC 6749 §4.1.2, with the issuer of RFC 9207.
struct BrowserReturn: Sendable {
    let redirectURI: String
    let state: String?
    let issuer: String

    func accepting(_ code: String) -> SandboxReply { redirect([("code", code)]) }

    func refusing(_ error: OAuthError) -> SandboxReply {
        redirect([("error", error.code.rawValue), ("error_description", error.description)])
    }

    func failing(_ error: Fault.AuthorizationError) -> SandboxReply { redirect([("error", error.rawValue)]) }

    private func redirect(_ items: [(name: String, value: String)]) -> SandboxReply {
        var items = items
        if let state { items.append(("state", state)) }
        items.append(("iss", issuer))
        let query = items.map { "\($0.name)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
        var reply = SandboxReply.empty(302)
        reply.add("Location", redirectURI + (redirectURI.contains("?") ? "&" : "?") + query)
        return reply
    }
}
