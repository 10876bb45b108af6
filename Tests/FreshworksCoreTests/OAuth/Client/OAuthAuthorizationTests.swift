import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("An authorization")
struct OAuthAuthorizationTests {
    @Test("has the proof key of RFC 7636, appendix B")
    func appendixB() {
        let octets: [UInt8] = [
            116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191,
            240,
            91, 88, 5, 88, 83, 132, 141, 121,
        ]
        let key = ProofKey(octets: octets)
        #expect(key.verifier.reveal() == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        #expect(key.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("sends the user to an address with everything the server needs, and what the page's address had")
    func address() throws {
        var configuration = try OAuthFixture.configuration()
        configuration.authorizeParameters = ["prompt": "consent", "hint": "a+b c&d=é"]
        func address(_ page: String) throws -> String {
            configuration.authorizeURL = try OAuthFixture.url(page)
            let client = try OAuthClient(configuration, runtime: .shared) { (0..<$0).map { UInt8($0) } }
            return client.beginAuthorization().url.absoluteString
        }
        let rest =
            "response_type=code&client_id=fw_ext_1&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ft%3D7"
            + "&scope=freshdesk.tickets.view%20freshdesk.tickets.edit&state=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
            + "&code_challenge=6oZqdX5MOLq_qBJ8vppAnT4fk6AP8UiP9zX8-Rev_9A&code_challenge_method=S256"
            + "&prompt=consent&hint=a%2Bb%20c%26d%3D%C3%A9"
        #expect(try address("https://login.example/authorize") == "https://login.example/authorize?" + rest)
        #expect(try address("https://login.example?tenant=a%20b") == "https://login.example?tenant=a%20b&" + rest)
        #expect(try address("https://login.example/a?") == "https://login.example/a?" + rest)
    }

    @Test("leaves out scope and proof key when there is none")
    func withoutOptions() throws {
        let fixture = try OAuthFixture {
            // The server's own choice, which not every server has.
            $0.needsScopes = false
            $0.scopes = []
            $0.usesPKCE = false
        }
        let text = fixture.client.beginAuthorization().url.absoluteString
        #expect(!text.contains("scope"))
        #expect(!text.contains("code_challenge"))
    }

    @Test("for no scope at all is refused by Freshworks' servers, so it is before the browser opens")
    func withoutScopes() throws {
        var emptied = try OAuthFixture.configuration()
        emptied.scopes = []
        for configuration in [
            emptied,
            try .freshworks(
                organization: "acme", clientID: "fw_ext_1", clientSecret: "s3cr3t", scopes: [],
                redirectURI: OAuthFixture.url("https://app.example/cb")),
        ] {
            let error = try #require(throws: FreshworksError.self) {
                try OAuthClient(configuration, runtime: FreshworksRuntime(transport: ScriptedTransport(.empty(200))))
            }
            #expect(error.code == .invalidOAuthConfiguration)
            #expect(error.message.contains("scopes"))
        }
        let other = OAuthConfiguration(
            authorizeURL: try OAuthFixture.url("https://login.example/a"),
            tokenURL: try OAuthFixture.url("https://login.example/t"), clientID: "a", clientSecret: Secret("b"),
            redirectURI: try OAuthFixture.url("https://app.example/cb"))
        _ = try OAuthClient(other)
    }

    @Test(
        "for no scope at all is refused before the browser opens also at a server that stands elsewhere",
        arguments: ["http://127.0.0.1:8080/org/oauth/v2", "https://acme.myfreshworks.com/oauth/v2"])
    func withoutScopesElsewhere(baseURL: String) throws {
        func configuration(_ scopes: [String]) throws -> OAuthConfiguration {
            try .freshworks(
                baseURL: baseURL, clientID: "fw_ext_1", clientSecret: Secret("s3cr3t"), scopes: scopes,
                redirectURI: OAuthFixture.url("https://app.example/cb"))
        }
        let transport = ScriptedTransport(.empty(200))
        let error = try #require(throws: FreshworksError.self) {
            try OAuthClient(configuration([]), runtime: FreshworksRuntime(transport: transport))
        }
        #expect(error.code == .invalidOAuthConfiguration)
        #expect(error.message.contains("scopes"))
        _ = try OAuthClient(
            configuration(["freshsales.contacts.view"]), runtime: FreshworksRuntime(transport: transport))
    }

    @Test("whose verifier was lost on the way through a web session is not exchanged", arguments: ["null", "\"\""])
    func lostVerifier(verifier: String) async throws {
        let fixture = try OAuthFixture()
        let pending = fixture.client.beginAuthorization()
        let text = pending.serialized().replacing(/"verifier":"[^"]*"/, with: "\"verifier\":\(verifier)")
        let stripped = try PendingAuthorization(serialized: text)
        let error = await #expect(throws: FreshworksError.self) {
            try await fixture.client.exchange(callback: try OAuthFixture.callback(pending), pending: stripped)
        }
        #expect(error?.code == .malformedPendingAuthorization)
        #expect(fixture.transport.requests.isEmpty)
        // The whole one is still good: nothing was spent.
        _ = try await fixture.client.exchange(callback: try OAuthFixture.callback(pending), pending: pending)
    }

    @Test("that began without a proof key is not exchanged by a client that wants one")
    func neverHadVerifier() async throws {
        let fixture = try OAuthFixture()
        var configuration = fixture.client.configuration
        configuration.usesPKCE = false
        let pending = try OAuthClient(configuration, runtime: fixture.client.runtime).beginAuthorization()
        await expectRefusal(.malformedPendingAuthorization) {
            _ = try await fixture.client.exchange(callback: OAuthFixture.callback(pending), pending: pending)
        }
        #expect(fixture.transport.requests.isEmpty)
    }

    @Test("never has the state of another one, nor its proof key")
    func randomness() throws {
        let fixture = try OAuthFixture()
        let pending = (0..<200).map { _ in fixture.client.beginAuthorization() }
        #expect(Set(try pending.map(OAuthFixture.state)).count == 200)
        #expect(Set(pending.map { $0.url.absoluteString.replacing(/state=[^&]*/, with: "") }).count == 200)
        #expect(try OAuthFixture.state(of: pending[0]).count == 43)
    }

    @Test("is exchanged once, also after a round trip through a web session")
    func stateReuse() async throws {
        let fixture = try OAuthFixture()
        let pending = try PendingAuthorization(serialized: fixture.client.beginAuthorization().serialized())
        let callback = try OAuthFixture.callback(pending)
        _ = try await fixture.client.exchange(callback: callback, pending: pending)
        #expect(fixture.transport.requests.count == 1)
        let other = try OAuthClient(fixture.client.configuration, runtime: fixture.client.runtime)
        for client in [fixture.client, other] {
            await expectRefusal(.stateAlreadyUsed) {
                _ = try await client.exchange(callback: callback, pending: pending)
            }
        }
        #expect(fixture.transport.requests.count == 1)
    }

    @Test("is exchanged once however many callbacks come at the same time")
    func concurrentCallbacks() async throws {
        let fixture = try OAuthFixture()
        let pending = fixture.client.beginAuthorization()
        let callback = try OAuthFixture.callback(pending)
        let served = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask { (try? await fixture.client.exchange(callback: callback, pending: pending)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(served == 1)
        #expect(fixture.transport.requests.count == 1)
    }

    @Test("is spent by an error, and by an exchange that failed")
    func spentByFailure() async throws {
        let fixture = try OAuthFixture(ScriptedTransport(.empty(500)))
        for (first, code) in [
            ("error=access_denied", FreshworksError.Code.accessDenied), ("code=FAKE", .serviceFailed),
        ] {
            let pending = fixture.client.beginAuthorization()
            await expectRefusal(code) {
                _ = try await fixture.client.exchange(callback: OAuthFixture.callback(pending, first), pending: pending)
            }
            await expectRefusal(.stateAlreadyUsed) {
                _ = try await fixture.client.exchange(callback: OAuthFixture.callback(pending), pending: pending)
            }
        }
        #expect(fixture.transport.requests.count == 1)
    }

    @Test("is good for ten minutes, and a minute before its time for clocks that differ")
    func expiry() async throws {
        let cases: [(Duration, Bool)] = [
            (.seconds(600), true), (.milliseconds(600_001), false), (.seconds(86_400), false),
        ]
        for (age, isGood) in cases {
            let fixture = try OAuthFixture()
            let pending = fixture.client.beginAuthorization()
            fixture.clock.advance(by: age)
            let callback = try OAuthFixture.callback(pending)
            if isGood {
                _ = try await fixture.client.exchange(callback: callback, pending: pending)
            } else {
                await expectRefusal(.authorizationExpired) {
                    _ = try await fixture.client.exchange(callback: callback, pending: pending)
                }
                #expect(fixture.transport.requests.isEmpty)
            }
        }
        for (start, isGood) in [(60.0, true), (61.0, false)] {
            let ahead = ManualClock(wallStart: ManualClock().wallNow.addingTimeInterval(start))
            let runtime = FreshworksRuntime(.quiet, transport: ScriptedTransport(.empty(500)), clock: ahead)
            let pending = try OAuthClient(OAuthFixture.configuration(), runtime: runtime).beginAuthorization()
            let fixture = try OAuthFixture()
            let callback = try OAuthFixture.callback(pending)
            if isGood {
                _ = try await fixture.client.exchange(callback: callback, pending: pending)
            } else {
                let error = await #expect(throws: FreshworksError.self) {
                    _ = try await fixture.client.exchange(callback: callback, pending: pending)
                }
                #expect(error?.code == .authorizationExpired)
                #expect(error?.advice?.contains("clocks") == true)
            }
        }
    }

    @Test("is exchanged by the client and at the server that began it alone")
    func mixUp() async throws {
        let pending = try OAuthFixture().client.beginAuthorization()
        let others: [(inout OAuthConfiguration) throws -> Void] = [
            { $0.clientID = "fw_ext_2" },
            {
                $0.tokenURL = try OAuthFixture.url("https://evil.myfreshworks.com/org/oauth/v2/token")
                $0.alternativeTokenURL = nil
            },
        ]
        for change in others {
            let fixture = try OAuthFixture { try? change(&$0) }
            await expectRefusal(.issuerMismatch) {
                _ = try await fixture.client.exchange(callback: OAuthFixture.callback(pending), pending: pending)
            }
            #expect(fixture.transport.requests.isEmpty)
        }
    }

    @Test("takes a callback that names its own server, and none that names another")
    func issuer() async throws {
        let cases = [
            ("https%3A%2F%2Facme.myfreshworks.com", true), ("https%3A%2F%2Fevil.myfreshworks.com", false),
            ("https%3A%2F%2Facme.myfreshworks.com%2F", false), ("", false),
        ]
        for (issuer, isGood) in cases {
            let fixture = try OAuthFixture()
            let pending = fixture.client.beginAuthorization()
            let callback = try OAuthFixture.callback(pending, "code=FAKEcode&iss=\(issuer)")
            if isGood {
                _ = try await fixture.client.exchange(callback: callback, pending: pending)
            } else {
                await expectRefusal(.issuerMismatch) {
                    _ = try await fixture.client.exchange(callback: callback, pending: pending)
                }
            }
            #expect(fixture.transport.requests.count == (isGood ? 1 : 0))
        }
    }
}
