import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A callback")
struct AuthorizationCallbackTests {
    private func failure(_ query: (String) -> String) async throws -> FreshworksError {
        let fixture = try OAuthFixture()
        let pending = fixture.client.beginAuthorization()
        let url = try OAuthFixture.url("https://app.example/cb\(query(OAuthFixture.state(of: pending)))")
        let error = try #require(
            await #expect(throws: FreshworksError.self) {
                _ = try await fixture.client.exchange(callback: url, pending: pending)
            })
        #expect(fixture.transport.requests.isEmpty)
        #expect(!error.mayHaveBeenExecuted)
        #expect(error.operation == "oauth.exchange")
        #expect(!Exposure(of: error).shows(["FAKEcode"]))
        return error
    }

    @Test("without the authorization's state is refused before anything else in it is read")
    func stateFirst() async throws {
        let queries: [(String) -> String] = [
            { _ in "" }, { _ in "?code=FAKEcode" }, { _ in "?state=&code=FAKEcode" },
            { "?state=\($0)x&code=FAKEcode" }, { "?state=\($0.dropLast())&code=FAKEcode" },
            { "?state=\($0.lowercased())&error=access_denied" }, { _ in "?state=other&error=access_denied&error=x" },
            { "#state=\($0)&code=FAKEcode" }, { "?code=FAKEcode#&state=\($0)" }, { "?State=\($0)&code=FAKEcode" },
            { "?state=\($0)%00&code=FAKEcode" },
        ]
        for query in queries { #expect(try await failure(query).code == .stateMismatch) }
    }

    @Test("with a parameter twice, or with neither code nor error, is malformed")
    func malformed() async throws {
        let queries: [(String) -> String] = [
            { "?state=\($0)&state=\($0)&code=FAKEcode" }, { "?state=\($0)&code=FAKEcode&code=FAKEcode" },
            { "?state=\($0)&%63ode=a&code=FAKEcode" }, { "?state=\($0)&error=access_denied&error=access_denied" },
            { "?state=\($0)&iss=a&iss=a&code=FAKEcode" }, { "?state=\($0)" }, { "?state=\($0)&code=" },
            { "?state=\($0)&code=FAKEcode%0A" }, { "?state=\($0)&code=FAKEcode%C3%A9" }, { "?state=\($0)&error=" },
            { "?state=\($0)&error=no%20word" }, { "?state=\($0)&code=\(String(repeating: "c", count: 70_000))" },
        ]
        for query in queries { #expect(try await failure(query).code == .malformedCallback) }
    }

    @Test("has its code decoded as forms are")
    func decoding() async throws {
        let fixture = try OAuthFixture()
        let pending = fixture.client.beginAuthorization()
        let callback = try OAuthFixture.callback(pending, "code=a%2Bb+c%2F%3D%25&tag=x&tag=y&flag")
        _ = try await fixture.client.exchange(callback: callback, pending: pending)
        #expect(fixture.transport.forms[0].contains("code=a%2Bb+c%2F%3D%25&"))
    }

    @Test(
        "with a word of RFC 6749 is an error with that code and advice",
        arguments: [
            "invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type", "invalid_scope",
            "server_error", "temporarily_unavailable",
        ])
    func words(word: String) async throws {
        let error = try await failure { "?state=\($0)&error=\(word)&error_description=Because+of%22it%0A" }
        #expect(error.code.rawValue == word)
        #expect(error.advice != nil)
        #expect(error.message.hasSuffix(": Because of it"))
    }

    @Test("that quotes its code or state in an error does not bring them into the message")
    func quotedSecrets() async throws {
        let error = try await failure {
            "?state=\($0)&error=access_denied&code=FAKEcode&error_description=FAKEcode+and+\($0)"
        }
        #expect(error.message == "the consent was refused: <redacted> and <redacted>")
    }

    @Test("with an unknown word keeps the word where no observer sees it, and the description within bounds")
    func unknownWord() async throws {
        let long = String(repeating: "x", count: 100_000)
        let error = try await failure { "?state=\($0)&error=org_blocked&error_description=\(long)" }
        #expect(error.code == .oauthRefused)
        #expect(error.serviceCode == "org_blocked")
        #expect(error.message == "the authorization server refused the request: " + String(repeating: "x", count: 256))
    }

    @Test(
        "whose error word is the code itself, in whatever case, shows it nowhere", arguments: ["FAKEcode", "fakeCODE"])
    func quotedWord(word: String) async throws {
        let error = try await failure { "?state=\($0)&error=\(word)&code=FAKEcode" }
        #expect(error.code == .malformedCallback)
        #expect(!"\(error)".lowercased().contains("fakecode"))
    }

    @Test("of any mutated shape neither crashes, nor sends anything, nor quotes a secret", arguments: 0..<8)
    func mutations(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "state=", "code=FAKEcode", "&", "?", "#", "%", "%00", "%zz", "=", "+", "error=", "iss=", "é", "[", "@",
        ]
        for _ in 0..<50 {
            let fixture = try OAuthFixture()
            let pending = fixture.client.beginAuthorization()
            var text = Array(try OAuthFixture.callback(pending).absoluteString)
            let state = try OAuthFixture.state(of: pending)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let at = Int.random(in: 0..<text.count, using: &random)
                if Bool.random(using: &random) {
                    text.remove(at: at)
                } else {
                    text.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: at)
                }
            }
            guard let url = URL(string: String(text)) else { continue }
            let isIntact = url.absoluteString.contains("state=\(state)")
            do {
                _ = try await fixture.client.exchange(callback: url, pending: pending)
                #expect(isIntact && fixture.transport.requests.count == 1)
            } catch {
                #expect(error is FreshworksError)
                #expect(!Exposure(of: error).shows(["FAKEcode", state]))
                #expect(fixture.transport.requests.isEmpty)
            }
        }
    }
}
