import Foundation
import FreshworksCore

extension OAuthService {
    static let tokenRoutes = [
        Route<OAuthService>("POST", "token") { request, service throws(SandboxReply) in service.token(request) }
    ]

    private mutating func token(_ request: SandboxRequest) -> SandboxReply {
        let parameters = OAuthParameters(request.body)
        let presented = parameters["refresh_token"]
        var answer = LoggedTokenAnswer(
            serial: answers.count + 1, time: request.now,
            grant: parameters["grant_type"].flatMap(Sandbox.OAuthOptions.Grant.init),
            presentedRefreshTokenDigest: presented.map(LoggedTokenAnswer.digest))
        let reply: SandboxReply
        do {
            let issued = try issue(request, parameters)
            answer.family = issued.family
            answer.accessTokenDigest = LoggedTokenAnswer.digest(issued.accessToken)
            answer.refreshTokenDigest = issued.refreshToken.map(LoggedTokenAnswer.digest)
            reply = .json(200, issued.json)
        } catch {
            answer.family = presented.flatMap(tokens.family)
            answer.error = error.code.rawValue
            reply = refusal(error)
        }
        answer.status = reply.status
        answers.append(answer)
        return reply
    }

    private mutating func issue(
        _ request: SandboxRequest, _ parameters: OAuthParameters
    ) throws(OAuthError)
        -> IssuedTokens
    {
        guard request.isForm else { throw OAuthError(.invalidRequest, "The body is not a form") }
        guard request.query.text.isEmpty else {
            throw OAuthError(.invalidRequest, "Parameters belong into the body, not into the address")
        }
        if let complaint = parameters.complaint { throw complaint }
        let client = try authenticate(request.headers, parameters)
        guard let grant = Sandbox.OAuthOptions.Grant(rawValue: try parameters.require("grant_type")),
            options.grants.contains(grant)
        else { throw OAuthError(.unsupportedGrantType, "The grant type is not known") }
        switch grant {
        case .authorizationCode: return try redeemCode(parameters, at: request.now)
        case .refreshToken:
            return try tokens.refresh(
                try parameters.require("refresh_token"), scope: parameters["scope"], at: request.now)
        case .password: return try checkPassword(parameters, at: request.now)
        case .clientCredentials:
            guard client != .publicClient else {
                throw OAuthError(.unauthorizedClient, "This grant is for clients that authenticate")
            }
            return tokens.issue(try scopes(parameters), isRefreshable: false, at: request.now)
        }
    }

    /// RFC 6749 §5.2.
    private func refusal(_ error: OAuthError) -> SandboxReply {
        var reply = SandboxReply.json(
            error.code == .invalidClient ? 401 : 400,
            ["error": .string(error.code.rawValue), "error_description": .string(error.description)])
        if error.code == .invalidClient { reply.add("WWW-Authenticate", "Basic realm=\"\(organization)\"") }
        return reply
    }
}
