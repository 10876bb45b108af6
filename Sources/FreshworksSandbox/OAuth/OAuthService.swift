import Foundation
import FreshworksCore

/// The organization's OAuth 2.0 server in memory: RFC 6749, 6750, 7636, 9207 and 9700, as far as Freshworks documents nothing else.
///
/// There is one client, and one user to consent: the first Freshdesk agent.
struct OAuthService: SandboxService {
    let options: Sandbox.OAuthOptions
    let organization: String
    let login: FreshdeskService.Login
    let user: JSONObject
    let clientID: String
    let clientSecret: String
    var redirectURIs: [String]
    var mint: TokenMint
    var tokens: TokenLedger
    var consents: [String: PendingConsent] = [:]
    var codes: [String: AuthorizationCode] = [:]
    var answers: [LoggedTokenAnswer] = []

    private static let router = Router(authorizeRoutes, tokenRoutes, userinfoRoutes)

    init(_ sandbox: Sandbox.Options, login: FreshdeskService.Login) {
        options = sandbox.oauth
        organization = sandbox.account
        self.login = login
        var generator = SeededGenerator(seed: sandbox.seed, purpose: "oauth client")
        clientID = "fw_ext_\(100_000_000_000 + generator.below(900_000_000_000))"
        clientSecret = sandbox.oauth.clientSecret ?? "invented" + generator.alphanumerics(32)
        redirectURIs = sandbox.oauth.redirectURIs
        user = [
            "sub": .string(generator.uuid()), "email": .string(login.email),
            "name": .string(InventedPerson(0, at: organization).name), "organisation_id": "1450000000000000003",
            "organisation_domain": .string("\(organization).myfreshworks.com"),
        ]
        mint = TokenMint(seed: sandbox.seed, purpose: "oauth codes")
        tokens = TokenLedger(
            sandbox.oauth, seed: sandbox.seed,
            claims: [
                "iss": "freshworks-sandbox", "sub": user["sub"] ?? .null, "user": user["email"] ?? .null,
                "organisation_id": user["organisation_id"] ?? .null,
                "organisation_domain": user["organisation_domain"] ?? .null,
            ])
    }

    func judge(_ request: SandboxRequest) -> CredentialUse {
        guard request.path == ["token"] else { return request.bearer?.use ?? .missing }
        return judgeClient(request.headers, OAuthParameters(request.body))
    }

    mutating func answer(_ request: SandboxRequest, credential: CredentialUse) -> SandboxReply {
        var reply: SandboxReply
        do { reply = try handle(request) } catch { reply = error }
        // Codes, tickets and tokens stand in most of these answers.
        reply.add("Cache-Control", "no-store")
        reply.add("Pragma", "no-cache")
        reply.add("Referrer-Policy", "no-referrer")
        return reply
    }

    private mutating func handle(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        switch Self.router.match(request.method, request.path) {
        case .none: throw .page(404, title: "The page you were looking for doesn't exist")
        case .otherMethods(let methods):
            var reply = SandboxReply.page(405, title: "This page is not asked this way")
            reply.add("Allow", methods.joined(separator: ", "))
            throw reply
        case .route(let route, _): return try route.handler(request, &self)
        }
    }
}
