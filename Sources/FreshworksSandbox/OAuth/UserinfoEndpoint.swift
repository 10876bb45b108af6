import FreshworksCore

extension OAuthService {
    /// Who the user is. Whether Freshworks has such an endpoint, and what it answers, is not documented; this one follows OpenID
    /// Connect's and the claims of Freshworks' access tokens.
    static let userinfoRoutes = [
        Route<OAuthService>("GET", "userinfo") { request, service throws(SandboxReply) in
            guard request.query["access_token"] == nil else {
                throw service.challenge(400, ("invalid_request", "Tokens belong into the header"))
            }
            guard let bearer = request.bearer else { throw service.challenge(401, nil) }
            guard bearer.use.isLive else { throw service.challenge(401, ("invalid_token", bearer.complaint)) }
            return .json(200, .object(service.user))
        }
    ]

    /// RFC 6750 §3: who sent no token learns nothing but the scheme.
    private func challenge(_ status: Int, _ error: (code: String, description: String)?) -> SandboxReply {
        var reply = SandboxReply.empty(status)
        var challenge = "Bearer realm=\"\(organization)\""
        if let error { challenge += ", error=\"\(error.code)\", error_description=\"\(error.description)\"" }
        reply.add("WWW-Authenticate", challenge)
        return reply
    }
}
