import TestSupport
import Testing

/// One of the three services as the command meets it.
struct Service: Sendable, CustomTestStringConvertible {
    let name: String
    let basePath: String
    let secretVariable: String
    let secret: String
    /// The header field that carries the secret.
    let authorization: String
    /// The target and a convincing answer of the credential check, and of its alternative.
    let check: String
    let proof: String
    let alternative: String
    let alternativeProof: String
    /// How the service spells the total of its rate limit.
    let rateLimitField: String

    var testDescription: String { name }

    static let freshdesk = Service(
        name: "freshdesk", basePath: "/api/v2", secretVariable: "FRESHDESK_API_KEY",
        secret: Invented.deskKey, authorization: "Basic RkFLRWRlc2tLZXkwMTIzNDU2Nzg5Olg=",
        check: "/api/v2/agents/me", proof: #"{"id":4711,"contact":{"name":"Ana","email":"ana@acme.example"}}"#,
        alternative: "/api/v2/settings/helpdesk", alternativeProof: #"{"primary_language":"en"}"#,
        rateLimitField: "X-RateLimit-Total")

    static let freshchat = Service(
        name: "freshchat", basePath: "/v2", secretVariable: "FRESHCHAT_API_TOKEN",
        secret: Invented.chatToken, authorization: "Bearer FAKE.chatToken.0123456789",
        check: "/v2/accounts/configuration", proof: #"{"account_id":4711,"account_domain":"acme.freshchat.com"}"#,
        alternative: "/v2/agents?page=1&items_per_page=1", alternativeProof: #"{"agents":[]}"#,
        rateLimitField: "X-RateLimit-Limit")

    static let freshsales = Service(
        name: "freshsales", basePath: "/crm/sales/api", secretVariable: "FRESHSALES_API_KEY",
        secret: Invented.salesKey, authorization: "Token token=FAKE_salesKey-0123456789",
        check: "/crm/sales/api/contacts/filters", proof: #"{"filters":[]}"#,
        alternative: "/crm/sales/api/settings/contacts/fields", alternativeProof: #"{"fields":[]}"#,
        rateLimitField: "x-ratelimit-limit")

    static let all = [freshdesk, freshchat, freshsales]

    /// The variables for an account whose API answers at a port of this machine.
    func environment(port: Int, scheme: String = "http") -> [String: String] {
        ["\(prefix)_BASE_URL": "\(scheme)://127.0.0.1:\(port)\(basePath)", secretVariable: secret]
    }

    /// The variables for an account that is given by its subdomain.
    func environment(subdomain: String) -> [String: String] {
        ["\(prefix)_SUBDOMAIN": subdomain, secretVariable: secret]
    }

    private var prefix: String { name.uppercased() }
}

extension RawServer {
    /// Answers the first request with the first script, and so on; the last one for ever.
    convenience init(scripts: [[Step]]) throws {
        let served = Served()
        try self.init { _ in scripts[min(served.next(), scripts.count - 1)] }
    }
}

extension RawServer.Step {
    /// An answer with a JSON body.
    static func json(_ status: Int, _ body: String, _ fields: String...) -> Self {
        .response(status, ["Content-Type: application/json; charset=utf-8"] + fields, body)
    }

    /// A web page.
    static func html(_ status: Int) -> Self {
        .response(status, ["Content-Type: text/html; charset=utf-8"], "<!DOCTYPE html><title>Sign in</title>")
    }
}
