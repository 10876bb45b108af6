import Foundation
import FreshworksCore
import FreshworksSandbox
import Testing

@Suite("Requests to the sandbox's token endpoint")
struct TokenRequestTests {
    let caller = OAuthCaller()

    @Test("only POST is served", arguments: ["GET", "PUT", "DELETE", "HEAD", "OPTIONS"])
    func method(method: String) async throws {
        let answer = try await caller.send(TransportRequest.Method(rawValue: method), "token")
        #expect(answer.status == 405)
        #expect(answer.headers["Allow"] == "POST")
        #expect(answer.headers["Cache-Control"] == "no-store")
    }

    @Test(
        "only forms are read", arguments: [nil, "application/json", "text/plain", "multipart/form-data; boundary=x"])
    func type(type: String?) async throws {
        let form = OAuthCaller.encode(caller.redemption(try caller.code()))
        try expectTokenError(
            try await caller.send(.post, "token", form: form, authorization: caller.clientHeader, type: type),
            "invalid_request")
    }

    @Test("a form may name its character set")
    func charset() async throws {
        let form = OAuthCaller.encode(caller.redemption(try caller.code()))
        let answer = try await caller.send(
            .post, "token", form: form, authorization: caller.clientHeader,
            type: "Application/X-WWW-Form-Urlencoded;charset=UTF-8")
        #expect(answer.status == 200)
    }

    @Test(
        "what is repeated or malformed is refused before anything is looked at",
        arguments: [
            "&grant_type=authorization_code", "&x=1&x=2", "&x=%", "&x=%1", "&x=%g0", "&x=%C3", "&x=%00", "&%0A=1",
            "&state=%C3%A9",
        ])
    func malformed(addition: String) async throws {
        let code = try caller.code()
        let form = OAuthCaller.encode(caller.redemption(code))
        try expectTokenError(try await caller.token(raw: form + addition), "invalid_request")
        #expect(try await caller.token(raw: form + "&&x=&x=1&y").status == 200)
    }

    @Test("parameters in the address are refused, whatever they are", arguments: ["?code=x", "?client_secret=x", "?x"])
    func query(query: String) async throws {
        let form = OAuthCaller.encode(caller.redemption(try caller.code()))
        try expectTokenError(
            try await caller.send(.post, "token" + query, form: form, authorization: caller.clientHeader),
            "invalid_request")
        #expect(caller.sandbox.requests.last.map { !$0.query.contains("=x") } == true)
    }

    @Test(
        "a grant type must be there and known",
        arguments: [
            (nil, "invalid_request"), ("", "invalid_request"), ("implicit", "unsupported_grant_type"),
            ("Authorization_code", "unsupported_grant_type"), ("password", "unsupported_grant_type"),
            ("client_credentials", "unsupported_grant_type"),
            ("urn:ietf:params:oauth:grant-type:jwt-bearer", "unsupported_grant_type"),
        ] as [(String?, String)])
    func grantType(type: String?, error: String) async throws {
        try expectTokenError(
            try await caller.token(caller.redemption(try caller.code(), ["grant_type": type])), error)
    }

    @Test("a client without valid Basic authentication is refused")
    func badClient() async throws {
        let (id, secret) = (caller.sandbox.oauth.clientID, caller.sandbox.oauth.clientSecret)
        let code = try caller.code()
        for authorization in [
            nil, basic("\(id):wrong"), basic("fw_ext_1:\(secret)"), basic("\(id):"), basic(id), basic(":\(secret)"),
            basic("\(id):\(secret) "), basic("\(id):\(secret)\n"), basic("\(id):\(secret)%"), "Basic", "Basic !",
            "Bearer \(secret)", basic("\(id):\(secret)") + ", " + basic("\(id):\(secret)"),
        ] {
            try expectTokenError(
                try await caller.token(caller.redemption(code), authorization: .some(authorization)),
                "invalid_client", status: 401)
        }
        #expect(caller.sandbox.requests.last?.credential == .unknown)
        // Nothing was spent.
        #expect(try await caller.token(caller.redemption(code)).status == 200)
        #expect(caller.sandbox.requests.last?.credential == .current(revision: 1))
    }

    @Test("both halves of Basic are form-encoded before they are joined")
    func formEncoding() async throws {
        let caller = OAuthCaller(Sandbox.OAuthOptions(clientSecret: "a+b c:d%41é&="))
        let id = caller.sandbox.oauth.clientID
        let plain = basic("\(id):a+b c:d%41é&=")
        try expectTokenError(
            try await caller.token(caller.redemption(try caller.code()), authorization: plain), "invalid_client",
            status: 401)
        for encoded in ["a%2Bb+c%3Ad%2541%C3%A9%26%3D", "%61%2bb%20c%3ad%2541%c3%a9%26%3d"] {
            for name in [id, id.replacing("f", with: "%66")] {
                let answer = try await caller.token(
                    caller.redemption(try caller.code()), authorization: basic("\(name):\(encoded)"))
                #expect(answer.status == 200)
            }
        }
    }

    @Test("one way to authenticate at a time")
    func twoWays() async throws {
        let (id, secret) = (caller.sandbox.oauth.clientID, caller.sandbox.oauth.clientSecret)
        let code = try caller.code()
        for changes: KeyValuePairs<String, String?> in [
            ["client_id": id, "client_secret": secret], ["client_secret": secret], ["client_secret": "wrong"],
            ["client_id": "fw_ext_1"],
        ] {
            try expectTokenError(try await caller.token(caller.redemption(code, changes)), "invalid_request")
        }
        // Naming oneself is no second way.
        #expect(try await caller.token(caller.redemption(code, ["client_id": id])).status == 200)
    }

    @Test("the body is a way to authenticate only where that is allowed")
    func post() async throws {
        func answer(
            _ allowed: Set<Sandbox.OAuthOptions.ClientAuthentication>, secret: String? = nil, id: String? = nil
        ) async throws -> SandboxCaller.Answer {
            let caller = OAuthCaller(Sandbox.OAuthOptions(clientAuthentication: allowed))
            return try await caller.token(
                caller.redemption(
                    try caller.code(),
                    [
                        "client_id": id ?? caller.sandbox.oauth.clientID,
                        "client_secret": secret ?? caller.sandbox.oauth.clientSecret,
                    ]), authorization: .some(nil))
        }
        #expect(try await answer([.basic, .post]).status == 200)
        try expectTokenError(try await answer([.basic]), "invalid_client", status: 401)
        try expectTokenError(try await answer([.post], secret: "wrong"), "invalid_client", status: 401)
        try expectTokenError(try await answer([.post], id: "fw_ext_1"), "invalid_client", status: 401)
        // A public client that sends a secret is not one.
        try expectTokenError(try await answer([.publicClient]), "invalid_client", status: 401)
        // An empty secret counts as none.
        try expectTokenError(try await answer([.post], secret: ""), "invalid_client", status: 401)
        #expect(try await answer([.publicClient], secret: "").status == 200)
        try expectTokenError(try await answer([.publicClient], secret: "", id: ""), "invalid_client", status: 401)
    }
}
