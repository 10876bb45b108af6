import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("An OAuth configuration")
struct OAuthConfigurationTests {
    private func expectRefused(
        _ setting: String, _ location: SourceLocation = #_sourceLocation,
        _ change: (inout OAuthConfiguration) throws -> Void
    ) throws {
        var configuration = try OAuthFixture.configuration()
        try change(&configuration)
        let transport = ScriptedTransport { _ in
            Issue.record("something was sent", sourceLocation: location)
            throw CancellationError()
        }
        let error = #expect(throws: FreshworksError.self, sourceLocation: location) {
            _ = try OAuthClient(configuration, runtime: FreshworksRuntime(transport: transport, clock: StillClock()))
        }
        #expect(error?.code == .invalidOAuthConfiguration, sourceLocation: location)
        #expect(error?.message.hasPrefix("the OAuth setting \(setting) ") == true, sourceLocation: location)
        for quoted in ["hostile", "FAKE", "evil"] {
            #expect(error?.description.contains(quoted) == false, sourceLocation: location)
        }
    }

    @Test("of a Freshworks organization has both spellings of its token address")
    func preset() throws {
        let acme = try OAuthFixture.configuration()
        #expect(acme.authorizeURL.absoluteString == "https://acme.myfreshworks.com/org/oauth/v2/authorize")
        #expect(acme.tokenURL.absoluteString == "https://acme.myfreshworks.com/org/oauth/v2/token")
        #expect(acme.alternativeTokenURL?.absoluteString == "https://acme.myfreshworks.com/oauth/v2/token")
        #expect(acme.issuer == "https://acme.myfreshworks.com")
        #expect(throws: FreshworksError.self) {
            try OAuthConfiguration.freshworks(
                organization: "acme.myfreshworks.com.attacker.example", clientID: "a", clientSecret: "b", scopes: [],
                redirectURI: acme.redirectURI)
        }
    }

    @Test(
        "is refused for an address that is not encrypted, has no host, a user, a fragment, or a host that cannot be",
        arguments: [
            "http://hostile.example/x", "http://127.0.0.1.hostile.example/x", "ftp://hostile.example/x",
            "https:///x", "https:hostile.example", "/x", "https://user@hostile.example/x",
            "https://acme.myfreshworks.com:FAKE@hostile.example/x", "https://hostile.example/x#",
            "https://hostile.example/#f",
            "https://hostile.example:0/x", "https://hostile.example:65536/x", "https://hostile.example:/x",
            "https://hostile..example/x", "https://hostile%2eexample/x", "https://hostile.example%5c@evil.example/x",
            "http://localhost@hostile.example/x", "http://0x7f.1/x", "http://[::2]/x", "javascript:hostile",
        ])
    func addresses(text: String) throws {
        // What makes no URL cannot be configured either.
        guard let url = URL(string: text) else { return }
        try expectRefused("authorizeURL") { $0.authorizeURL = url }
        try expectRefused("tokenURL") { $0.tokenURL = url }
        try expectRefused("alternativeTokenURL") { $0.alternativeTokenURL = url }
        try expectRefused("userInfoURL") { $0.userInfoURL = url }
        try expectRefused("redirectURI") { $0.redirectURI = url }
    }

    @Test(
        "takes https with a port, loopback without encryption, and queries",
        arguments: [
            "https://login.example:8443/token?tenant=7", "http://127.0.0.1:8080/x", "http://[::1]:1/x",
            "http://localhost/x", "https://acme.myfreshworks.com",
        ])
    func goodAddresses(text: String) throws {
        var configuration = try OAuthFixture.configuration()
        configuration.authorizeURL = try OAuthFixture.url(text)
        configuration.tokenURL = configuration.authorizeURL
        configuration.userInfoURL = configuration.authorizeURL
        configuration.redirectURI = configuration.authorizeURL
        configuration.alternativeTokenURL = nil
        _ = try OAuthClient(configuration)
    }

    @Test("keeps the client's secret from another server under the name of an alternative")
    func foreignAlternative() throws {
        for text in ["https://hostile.example/token", "https://acme.myfreshworks.com:444/token"] {
            try expectRefused("alternativeTokenURL") { $0.alternativeTokenURL = try OAuthFixture.url(text) }
        }
    }

    @Test("is refused for a client that cannot be")
    func clients() throws {
        for id in ["", "hostile\r\nid", "hostilé", "hostile\u{7F}"] {
            try expectRefused("clientID") { $0.clientID = id }
        }
        for secret in ["", "FAKEsecret\n", "FAKE\u{0}", "FAKEé"] {
            try expectRefused("clientSecret") { $0.clientSecret = Secret(secret) }
        }
        try expectRefused("usesPKCE") {
            $0.clientSecret = nil
            $0.usesPKCE = false
        }
    }

    @Test("may leave out the proof key when a header field proves who the client is")
    func headerInPlaceOfSecret() throws {
        var configuration = try OAuthFixture.configuration()
        configuration.clientSecret = nil
        configuration.usesPKCE = false
        try configuration.customHeaders.set("authorization", to: "Basic RkFLRQ==")
        _ = try OAuthClient(configuration)
    }

    @Test(
        "is refused for scopes that are none",
        arguments: ["", "a hostile", "hostile\"", "hostile\\", "hostile\u{e9}", "a\n"])
    func scopes(scope: String) throws {
        try expectRefused("scopes") { $0.scopes = ["freshdesk.tickets.view", scope] }
    }

    @Test(
        "is refused for parameters that the library sets, secrets and repetitions",
        arguments: [
            "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method",
            "client_secret", "code_verifier", "access_token", "refresh_token", "password",
        ])
    func authorizeParameters(name: String) throws {
        try expectRefused("authorizeParameters") { $0.authorizeParameters.append(name, "FAKE") }
        try expectRefused("authorizeParameters") {
            $0.authorizeURL = try OAuthFixture.url("https://login.example/a?x=1&\(name)=FAKE")
        }
        try expectRefused("authorizeParameters") {
            $0.authorizeParameters = ["prompt": "hostile", "prompt": "consent"]
        }
    }

    @Test(
        "is refused for header fields that the library or the connection sets, and such as are not legal",
        arguments: [
            "Host", "content-length", "Content-Type", "Accept", "Transfer-Encoding", "Connection", "Upgrade", "a b", "",
        ])
    func customHeaders(name: String) throws {
        try expectRefused("customHeaders") { $0.customHeaders = HeaderFields(received: [(name, "FAKE")]) }
        try expectRefused("customHeaders") {
            $0.customHeaders = HeaderFields(received: [("X-Key", "FAKE\r\nHost: hostile.example")])
        }
    }
}
