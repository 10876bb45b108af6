import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("What OAuth keeps to itself")
struct OAuthSecrecyTests {
    private static let code = "FAKEcode/Splx+1"
    private static let password = "FAKEpass word&1"

    private func expectHidden(_ value: Any, _ secrets: [String], _ location: SourceLocation = #_sourceLocation) {
        let isShown = Exposure(of: value).shows(secrets)
        #expect(!isShown, "\(type(of: value)) shows a secret", sourceLocation: location)
    }

    /// Answers with everything that it was sent, in every part of a failure.
    private static func parrot(_ status: Int) -> ScriptedTransport {
        ScriptedTransport { request in
            guard case .bytes(let body) = request.body else { return .empty(500) }
            let form = String(decoding: body, as: UTF8.self)
            var items = URLComponents()
            items.percentEncodedQuery = form.replacing("+", with: "%20")
            let header = (request.headers["Authorization"] ?? "") + " " + (request.headers["X-Key"] ?? "")
            let said = form + " " + (items.queryItems ?? []).compactMap(\.value).joined(separator: " ") + " " + header
            let text = JSONValue.string(said)
            return switch status {
            case 400: .json(400, "{\"error\":\"invalid_grant\",\"error_description\":\(text)}", ("X-Request-Id", said))
            case 401: .json(401, "{\"error\":\(text),\"message\":\(text),\"errors\":[{\"field\":\(text)}]}")
            case 200: .json(200, "{\"access_token\":\(text)}")
            default: .text(status, "<html>\(said)</html>")
            }
        }
    }

    @Test("is in no error, however the server quotes what it was sent", arguments: [200, 302, 400, 401, 403, 429, 500])
    func quotingServers(status: Int) async throws {
        for authentication in [OAuthConfiguration.ClientAuthentication.basic, .body] {
            let fixture = try OAuthFixture(Self.parrot(status)) {
                $0.clientAuthentication = authentication
                try? $0.customHeaders.set("X-Key", to: "FAKEheader1")
            }
            let pending = fixture.client.beginAuthorization()
            let calls: [() async throws -> OAuthTokens] = [
                { try await fixture.client.refresh(fixture.tokens) },
                { try await fixture.client.tokens(username: "a", password: Secret(Self.password)) },
                { try await fixture.client.clientCredentials() },
                {
                    try await fixture.client.exchange(
                        callback: OAuthFixture.callback(pending, "code=FAKEcode%2FSplx%2B1"), pending: pending)
                },
            ]
            for call in calls {
                let error = try #require(await #expect(throws: FreshworksError.self) { _ = try await call() })
                let verifier = try #require(
                    JSONValue(parsing: Data(pending.serialized().utf8))["verifier"]?.stringValue)
                let secrets = [
                    OAuthFixture.clientSecret, "FAKEclient%2Fsecret%2B9", OAuthFixture.refreshToken,
                    "FAKErefresh+token",
                    Self.code, "FAKEcode%2F", Self.password, "FAKEpass+word", verifier, "FAKEheader1",
                    "ZndfZXh0XzE6RkFLRWNsaWVudCUyRnNlY3JldCUyQjk=",
                ]
                expectHidden(error, secrets)
                for heard in fixture.observer.calls {
                    expectHidden(heard.call, secrets)
                    expectHidden(heard.outcome, secrets)
                }
                for request in fixture.transport.requests {
                    expectHidden(request, secrets)
                    expectHidden(request.url.absoluteString, secrets)
                }
            }
        }
    }

    @Test("is in no client, configuration, token pair or pending authorization that is printed")
    func values() async throws {
        let fixture = try OAuthFixture { try? $0.customHeaders.set("X-Key", to: "FAKEheader1") }
        let pending = fixture.client.beginAuthorization()
        let tokens = try await fixture.client.exchange(callback: OAuthFixture.callback(pending), pending: pending)
        let state = try OAuthFixture.state(of: pending)
        let verifier = try #require(JSONValue(parsing: Data(pending.serialized().utf8))["verifier"]?.stringValue)
        let secrets = [
            OAuthFixture.clientSecret, OAuthFixture.accessToken, OAuthFixture.refreshToken, "FAKEheader1", verifier,
        ]
        for value in [fixture.client, fixture.client.configuration, tokens, ProofKey(octets: [1, 2, 3])] as [Any] {
            expectHidden(value, secrets + [state])
        }
        expectHidden(pending, secrets + [state])
        expectHidden(fixture.client.runtime, secrets + [state])
        expectHidden(pending.url.absoluteString, secrets)
        #expect(Exposure(of: pending.serialized()).shows([verifier]))
        #expect(
            "\(fixture.client.configuration)".contains("fw_ext_1 at https://acme.myfreshworks.com/org/oauth/v2/token"))
    }

    @Test("and a query that the token address may have, is not in what is printed of a pending authorization")
    func queryOfTokenAddress() throws {
        let fixture = try OAuthFixture {
            $0.alternativeTokenURL = nil
            $0.tokenURL = (try? OAuthFixture.url("https://acme.example/token?key=FAKEkey1")) ?? $0.tokenURL
        }
        let pending = fixture.client.beginAuthorization()
        expectHidden(pending, ["FAKEkey1"])
        #expect("\(pending)".hasPrefix("PendingAuthorization(at https://acme.example/token, begun "))
    }
}
