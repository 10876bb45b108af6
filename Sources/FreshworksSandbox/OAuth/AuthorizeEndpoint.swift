import Foundation
import FreshworksCore

extension OAuthService {
    static let authorizeRoutes = [
        Route<OAuthService>("GET", "authorize") { request, service throws(SandboxReply) in
            try service.authorize(request)
        },
        Route<OAuthService>("POST", "authorize") { request, service throws(SandboxReply) in
            try service.decide(request)
        },
    ]

    private mutating func authorize(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let parameters = OAuthParameters(request.query.text.utf8)
        guard parameters["client_id"] == clientID else { throw ConsentPage.refusing("The client is not known") }
        guard let redirectURI = parameters["redirect_uri"],
            RedirectURI.isRegistered(redirectURI, among: redirectURIs)
        else { throw ConsentPage.refusing("The redirect URI is not registered") }
        let callback = BrowserReturn(
            redirectURI: redirectURI, state: parameters["state"], issuer: request.origin)
        if let error = request.authorizationError { return callback.failing(error) }
        do {
            let wanted = try AuthorizationRequest(
                parameters, options, hasResource: request.query.items.contains { $0.name == "resource" })
            let ticket = mint.make("ticket")
            consents[ticket] = PendingConsent(
                request: wanted, callback: callback, end: request.now.addingTimeInterval(Self.patience))
            return ConsentPage.asking(
                client: clientID, organization: organization, redirectURI: redirectURI, scopes: wanted.scopes,
                ticket: ticket)
        } catch {
            return callback.refusing(error)
        }
    }

    private mutating func decide(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let parameters = OAuthParameters(request.body)
        guard request.isForm, parameters.complaint == nil,
            let isAllowed = ["allow": true, "deny": false][parameters["decision"] ?? ""]
        else { throw ConsentPage.refusing("This is not the form of the consent page") }
        guard let ticket = parameters["ticket"], let consent = consents.removeValue(forKey: ticket),
            request.now < consent.end
        else { throw ConsentPage.refusing("The consent page was used before or is too old") }
        guard isAllowed else {
            return consent.callback.refusing(OAuthError(.accessDenied, "The user denied the request"))
        }
        let code = mint.make("code")
        codes[code] = AuthorizationCode(
            request: consent.request, redirectURI: consent.callback.redirectURI,
            end: request.now.addingTimeInterval(Self.patience))
        return consent.callback.accepting(code)
    }

    /// How long a consent page and a code last: ten minutes, the most that RFC 6749 §4.1.2 recommends for codes.
    private static let patience = 600.0
}
