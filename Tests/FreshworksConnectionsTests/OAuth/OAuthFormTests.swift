import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The OAuth connection of integration platforms")
struct OAuthFormTests {
    /// As the platform's documentation prints its body, with invented values.
    private static let published = """
        {"client_id":"5e000000-0000-0000-0000-00000000c8d1","client_secret":"q8Nb0000000000001p1",
        "authorize_url":"https://login.domain.example/authorize.srf","token_url":"https://login.domain.example/token.srf",
        "options":{"scope":"read","customHeaders":{"Authorization":"Basic QVBJX0tFWQ=="}},"token_type":"account"}
        """
    private static let secrets = ["q8Nb0000000000001p1", "QVBJX0tFWQ=="]

    private func url(_ text: String) throws -> URL { try #require(URL(string: text)) }

    private func read(_ text: String) throws -> OAuthForm { try OAuthForm(Data(text.utf8)) }

    @Test("is read into a client's configuration, and written back equal")
    func roundTrip() throws {
        let form = try read(Self.published)
        #expect(form.grant == .authorizationCode && form.parameters.isEmpty && form.notes.isEmpty)
        let oauth = try form.configuration(redirectURI: url("https://app.example/callback"))
        #expect(
            oauth.clientID == "5e000000-0000-0000-0000-00000000c8d1" && oauth.clientSecret == Secret(Self.secrets[0]))
        #expect(oauth.tokenURL.absoluteString == "https://login.domain.example/token.srf" && oauth.scopes == ["read"])
        #expect(oauth.customHeaders["authorization"] == "Basic QVBJX0tFWQ==" && oauth.tokenLevel == .account)
        #expect(form.json(secrets: .inPlainText) == (try JSONValue(parsing: Data(Self.published.utf8))))
        let hidden = form.json()
        #expect(hidden["options"] == ["scope": "read"] && hidden["client_secret"] == nil)
        #expect(!Exposure(of: form).shows(Self.secrets) && !Exposure(of: hidden).shows(Self.secrets))
    }

    @Test("is written of a configuration, which is read again the same")
    func fromConfiguration() throws {
        var oauth = OAuthConfiguration(
            authorizeURL: try url("https://login.domain.example/authorize"),
            tokenURL: try url("https://login.domain.example/token"), clientID: "client+1",
            clientSecret: Secret("s:cret"),
            scopes: ["a", "b"], redirectURI: try url("https://app.example/callback"))
        oauth.authorizeParameters = ["prompt": "consent"]
        oauth.tokenLevel = .agent
        let form = try OAuthForm(oauth, grant: .clientCredentials)
        let json = form.json(secrets: .inPlainText)
        #expect(
            json == [
                "client_id": "client+1", "client_secret": "s:cret",
                "authorize_url": "https://login.domain.example/authorize",
                "token_url": "https://login.domain.example/token",
                "options": [
                    "scope": "a b", "prompt": "consent",
                    // client%2B1:s%3Acret
                    "customHeaders": ["Authorization": "Basic Y2xpZW50JTJCMTpzJTNBY3JldA=="],
                ], "token_type": "agent", "grant_type": "client_credentials",
            ])
        let again = try OAuthForm(json).configuration(redirectURI: oauth.redirectURI)
        #expect(again.scopes == oauth.scopes && again.authorizeParameters == oauth.authorizeParameters)
        #expect(again.tokenLevel == .agent && again.customHeaders.count == 1)

        let freshworks = try OAuthConfiguration.freshworks(
            organization: "acme", clientID: "fw_ext_1", clientSecret: "s3cr3t", scopes: ["freshsales.contacts.view"],
            redirectURI: oauth.redirectURI)
        let written = try OAuthForm(freshworks).json(secrets: .inPlainText)
        #expect(written["options"] == ["scope": "freshsales.contacts.view"])
        #expect(try OAuthForm(written).configuration(redirectURI: oauth.redirectURI).clientAuthentication == .basic)
        oauth.clientSecret = nil
        let open = oauth
        let refusal = #expect(throws: FreshworksError.self) { try OAuthForm(open) }
        #expect(refusal?.code == .invalidArgument)
    }

    @Test("takes what is asked for first into its addresses, and keeps what it does not know but for secrets")
    func asked() throws {
        let form = try read(
            """
            {"client_id":"a","client_secret":"b","authorize_url":"https://<%= oauth_iparams.domain %>/authorize",
            "token_url":"https://{{oauth_iparams.domain}}/token","token_type":"account","grant_type":"password","team":{"floor":3},
            "refresh_token":"hunter2-hunter2","oauth_iparams":{"domain":{"display_name":"Domain","type":"text","required":true}}}
            """)
        #expect(form.grant == .password && form.parameters.map(\.name) == ["domain"])
        #expect(form.notes.map(\.path) == ["$.refresh_token"])
        #expect(form.json()["team"] == ["floor": 3])
        let callback = try url("https://app.example/callback")
        let oauth = try form.configuration(redirectURI: callback, values: ["domain": "login.domain.example"])
        #expect(oauth.tokenURL.absoluteString == "https://login.domain.example/token")
        #expect(throws: FreshworksError.self) { try form.configuration(redirectURI: callback) }
        #expect(throws: FreshworksError.self) {
            try form.configuration(redirectURI: callback, values: ["domain": "a.example/x?"])
        }
    }

    @Test(
        "is refused with the paths of all that is wrong",
        arguments: [
            ("3", ["$"]),
            (
                #"{"client_id":"a","client_secret":"**********","authorize_url":"http://login.example/a"}"#,
                ["$.client_secret", "$.token_type", "$.token_url", "$.authorize_url"]
            ),
            (
                #"{"client_id":"a","client_secret":"b","authorize_url":"https://l.example/a","token_url":"https://l.example/t","token_type":"account","grant_type":"implicit"}"#,
                ["$.grant_type"]
            ),
        ])
    func refused(text: String, paths: [String]) throws {
        let error = #expect(throws: FreshworksError.self) { try read(text) }
        #expect(error?.code == .invalidImport && Set(error?.fieldErrors.compactMap(\.field) ?? []) == Set(paths))
    }

    @Test(
        "is refused a server on this machine unless that is allowed in a word, in every spelling of one",
        arguments: [
            "http://127.0.0.1:8080/", "https://127.9.9.9/", "https://LocalHost:1/", "https://[::1]/",
            "https://auth.localhost/",
        ])
    func loopback(address: String) throws {
        for key in ["authorize_url", "token_url"] {
            let text = Self.published.replacing(
                key == "token_url"
                    ? "https://login.domain.example/token.srf" : "https://login.domain.example/authorize.srf",
                with: address)
            let error = #expect(throws: FreshworksError.self) { try read(text) }
            #expect(error?.fieldErrors.map(\.field) == ["$.\(key)"])
            #expect(error?.fieldErrors.map(\.code) == ["loopback_address"])
            let meant = try OAuthForm(Data(text.utf8), allowsLoopback: true)
            let oauth = try meant.configuration(redirectURI: url("https://app.example/callback"))
            #expect([oauth.authorizeURL, oauth.tokenURL].map(\.absoluteString).contains(address))
            // One's own configuration needs no word.
            #expect(try OAuthForm(oauth).configuration(redirectURI: oauth.redirectURI).tokenURL == oauth.tokenURL)
        }
    }

    @Test("is refused one that a value completes, and one whose path alone is asked for")
    func completedLoopback() throws {
        let form = { (address: String) in
            """
            {"client_id":"a","client_secret":"b","authorize_url":"https://login.example/a","token_url":"\(address)",
            "token_type":"account","oauth_iparams":{"place":{"display_name":"Place","type":"text","required":true}}}
            """
        }
        let callback = try url("https://app.example/callback")
        let named = try read(form("https://<%= oauth_iparams.place %>/token"))
        let error = #expect(throws: FreshworksError.self) {
            try named.configuration(redirectURI: callback, values: ["place": "auth.localhost"])
        }
        #expect(error?.fieldErrors.map(\.field) == ["$.token_url"])
        #expect(error?.fieldErrors.map(\.code) == ["loopback_address"])
        #expect(throws: Never.self) { try named.configuration(redirectURI: callback, values: ["place": "a.example"]) }
        for value in ["localhost", "127.0.0.1", "[::1]"] {
            #expect(throws: FreshworksError.self) {
                try named.configuration(redirectURI: callback, values: ["place": value])
            }
        }
        let written = #expect(throws: FreshworksError.self) {
            try read(form("http://127.0.0.1/<%= oauth_iparams.place %>"))
        }
        #expect(written?.fieldErrors.map(\.code) == ["loopback_address"])
    }

    @Test("that is damaged is read or refused with paths, and tells no secret")
    func mutations() throws {
        let whole = try JSONValue(parsing: Data(Self.published.utf8))
        var random = SeededGenerator(seed: 9)
        var refused = 0
        for _ in 0..<200 {
            let damaged = Mutation.of(whole, &random)
            do {
                let form = try OAuthForm(damaged)
                #expect(!Exposure(of: form).shows(Self.secrets) && !"\(form.notes)".contains(Self.secrets[0]))
                if form.json(secrets: .inPlainText)["client_secret"]?.stringValue == Self.secrets[0] {
                    #expect(!form.json().description.contains(Self.secrets[0]), "\(damaged)")
                }
            } catch let error as FreshworksError {
                refused += 1
                #expect(error.code == .invalidImport && !error.fieldErrors.isEmpty, "\(damaged)")
                #expect(error.fieldErrors.allSatisfy { $0.field?.hasPrefix("$") == true })
                for secret in Self.secrets { #expect(!"\(error)\(error.localizedDescription)".contains(secret)) }
            }
        }
        #expect(refused > 20 && refused < 200)
    }
}
