import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

/// Calls a sandbox's OAuth server in process, as a client and as a browser do, with whatever a test wants to send.
struct OAuthCaller {
    let clock = ManualClock()
    let sandbox: Sandbox

    /// RFC 7636, appendix B.
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    init(_ oauth: Sandbox.OAuthOptions = Sandbox.OAuthOptions()) {
        sandbox = Sandbox(Sandbox.Options(clock: clock, oauth: oauth))
    }

    typealias Fields = [(String, String)]

    /// The parameters of a good authorization request, some of them with another value (`nil`: absent).
    func authorization(_ changes: KeyValuePairs<String, String?> = [:]) -> Fields {
        changed(
            [
                ("response_type", "code"), ("client_id", sandbox.oauth.clientID),
                ("redirect_uri", "https://app.example/callback"),
                ("scope", "freshdesk.tickets.view freshchat.conversation.create"), ("state", "af0ifjsldkj"),
                ("code_challenge", Self.challenge), ("code_challenge_method", "S256"),
            ], changes)
    }

    func redemption(_ code: String, _ changes: KeyValuePairs<String, String?> = [:]) -> Fields {
        changed(
            [
                ("grant_type", "authorization_code"), ("code", code),
                ("redirect_uri", "https://app.example/callback"), ("code_verifier", Self.verifier),
            ], changes)
    }

    func refresh(_ token: String, _ changes: KeyValuePairs<String, String?> = [:]) -> Fields {
        changed([("grant_type", "refresh_token"), ("refresh_token", token)], changes)
    }

    private func changed(_ fields: Fields, _ changes: KeyValuePairs<String, String?>) -> Fields {
        var fields = fields
        for (name, value) in changes {
            if let index = fields.firstIndex(where: { $0.0 == name }) {
                if let value { fields[index].1 = value } else { fields.remove(at: index) }
            } else if let value {
                fields.append((name, value))
            }
        }
        return fields
    }

    private static let unescaped = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._*")

    static func encode(_ fields: Fields) -> String {
        func escape(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unescaped) ?? "" }
        return fields.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
    }

    func authorize(_ fields: Fields) async throws -> SandboxCaller.Answer {
        try await authorize(raw: Self.encode(fields))
    }

    func authorize(raw query: String) async throws -> SandboxCaller.Answer {
        try await send(.get, "authorize?" + query)
    }

    func decide(raw form: String) async throws -> SandboxCaller.Answer {
        try await send(.post, "authorize", form: form)
    }

    /// - Parameter authorization: The header; the client's own unless told.
    func token(_ fields: Fields, authorization: String?? = .none) async throws -> SandboxCaller.Answer {
        try await token(raw: Self.encode(fields), authorization: authorization)
    }

    func token(raw form: String, authorization: String?? = .none) async throws -> SandboxCaller.Answer {
        try await send(.post, "token", form: form, authorization: authorization ?? clientHeader)
    }

    var clientHeader: String { basic("\(sandbox.oauth.clientID):\(sandbox.oauth.clientSecret)") }

    func send(
        _ method: TransportRequest.Method, _ path: String, form: String? = nil, authorization: String? = nil,
        type: String? = "application/x-www-form-urlencoded"
    ) async throws -> SandboxCaller.Answer {
        let url = try #require(URL(string: "https://acme.myfreshworks.com/org/oauth/v2/\(path)"))
        var request = TransportRequest(method, url)
        if let form {
            request.body = .bytes(Data(form.utf8))
            if let type { try request.headers.set("Content-Type", to: type) }
        }
        if let authorization { try request.headers.set("Authorization", to: authorization) }
        let response = try await sandbox.transport.send(request)
        return SandboxCaller.Answer(
            status: response.status, headers: response.headers, text: String(decoding: response.body, as: UTF8.self))
    }

    /// A product's answer to a token.
    func ask(_ address: String, _ token: String) async throws -> SandboxCaller.Answer {
        let url = try #require(URL(string: address))
        var request = TransportRequest(.get, url)
        try request.headers.set("Authorization", to: "Bearer \(token)")
        let response = try await sandbox.transport.send(request)
        return SandboxCaller.Answer(
            status: response.status, headers: response.headers, text: String(decoding: response.body, as: UTF8.self))
    }

    /// A code that a user has consented to.
    func code(_ changes: KeyValuePairs<String, String?> = [:]) throws -> String {
        let query = Self.encode(authorization(changes))
        let url = try #require(URL(string: "\(sandbox.oauth.baseURL)/authorize?\(query)"))
        return try #require(QueryReader(sandbox.oauth.consent(to: url))["code"])
    }

    struct Tokens {
        let access: String
        let refresh: String?

        init(_ answer: SandboxCaller.Answer) throws {
            let json = try answer.json
            access = try #require(json["access_token"]?.stringValue)
            refresh = json["refresh_token"]?.stringValue
        }
    }

    /// The first tokens of a new consent.
    func tokens(_ changes: KeyValuePairs<String, String?> = [:]) async throws -> Tokens {
        try await Tokens(token(redemption(try code(changes))))
    }

    func isAlive(_ accessToken: String) async throws -> Bool {
        try await ask("https://acme.myfreshworks.com/org/oauth/v2/userinfo", accessToken).status == 200
    }
}

/// The query of an address, read with Foundation.
struct QueryReader {
    let items: [URLQueryItem]

    init(_ url: URL) { items = URLComponents(url: url, resolvingAgainstBaseURL: true)?.queryItems ?? [] }

    init(_ location: String?) throws {
        let location = try #require(location)
        self.init(try #require(URL(string: location)))
    }

    subscript(name: String) -> String? { items.first { $0.name == name }?.value }
}

/// Checks an error of RFC 6749 §5.2.
func expectTokenError(
    _ answer: SandboxCaller.Answer, _ code: String, status: Int = 400, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(answer.status == status, sourceLocation: sourceLocation)
    #expect(try answer.json["error"]?.stringValue == code, sourceLocation: sourceLocation)
    #expect(answer.headers["Content-Type"] == "application/json; charset=utf-8", sourceLocation: sourceLocation)
    #expect(answer.headers["Cache-Control"] == "no-store", sourceLocation: sourceLocation)
    #expect(answer.headers["Pragma"] == "no-cache", sourceLocation: sourceLocation)
    #expect(
        (answer.headers["WWW-Authenticate"] == "Basic realm=\"acme\"") == (status == 401),
        sourceLocation: sourceLocation)
    // The characters that RFC 6749 allows.
    let description = try #require(try answer.json["error_description"]?.stringValue, sourceLocation: sourceLocation)
    #expect(
        description.wholeMatch(of: /[\x20-\x21\x23-\x5B\x5D-\x7E]+/) != nil, sourceLocation: sourceLocation)
}
