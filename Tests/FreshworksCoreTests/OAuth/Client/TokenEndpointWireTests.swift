import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("A token endpoint behind a real socket", .inTurn)
struct TokenEndpointWireTests {
    private let tokens = OAuthTokens(
        accessToken: Secret("FAKEold"), refreshToken: Secret("FAKErefresh1"),
        obtainedAt: Date(timeIntervalSince1970: 0),
        expiresAt: nil)

    private func client(_ port: Int) throws -> OAuthClient {
        try OAuthClient(
            .freshworks(
                baseURL: "http://127.0.0.1:\(port)/org/oauth/v2", clientID: "fw_ext_1",
                clientSecret: Secret(OAuthFixture.clientSecret), scopes: ["freshsales.contacts.view"],
                redirectURI: OAuthFixture.url("https://app.example/cb")),
            runtime: FreshworksRuntime())
    }

    private func failure(_ steps: RawServer.Step...) async throws -> (FreshworksError, [RawServer.Request]) {
        let server = try RawServer { _ in steps }
        let client = try client(server.port)
        let error = try #require(
            await #expect(throws: FreshworksError.self) {
                _ = try await client.refresh(tokens, deadline: .seconds(180))
            })
        await client.runtime.shutdown()
        return (error, server.requests)
    }

    @Test("gets one form and gives tokens")
    func success() async throws {
        let server = try RawServer { _ in [.response(200, ["Content-Type: application/json"], OAuthFixture.issued)] }
        let client = try client(server.port)
        let new = try await client.refresh(tokens, deadline: .seconds(180))
        await client.runtime.shutdown()
        #expect(new.accessToken == Secret(OAuthFixture.accessToken))
        let request = try #require(server.requests.first)
        #expect(server.requests.count == 1)
        #expect(request.head.hasPrefix("POST /org/oauth/v2/token HTTP/1.1\r\n"))
        #expect(request["Authorization"] == "Basic ZndfZXh0XzE6RkFLRWNsaWVudCUyRnNlY3JldCUyQjk=")
        #expect(request["Content-Type"] == "application/x-www-form-urlencoded")
        #expect(request["Accept"] == "application/json")
        #expect(String(decoding: request.body, as: UTF8.self) == "grant_type=refresh_token&refresh_token=FAKErefresh1")
    }

    @Test("that cuts its answer short, says too much or a web page is asked once, and may have issued a token")
    func badAnswers() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
        let huge = [UInt8](repeating: UInt8(ascii: " "), count: (1 << 20) + 1)
        let cases: [(RawServer.Step, FreshworksError.Code)] = [
            (.send(head + "{\"access_token\":\"FAKEa"), .truncatedResponse),
            (.response(200, ["Content-Type: text/html"], "<html></html>"), .malformedTokenResponse),
            (.response(200, ["Content-Type: application/json"], ""), .malformedTokenResponse),
            (.response(200, ["Content-Type: application/json"], huge), .responseTooLarge),
            (.reset, .connectionFailed),
        ]
        for (step, code) in cases {
            let (error, requests) = try await failure(step, .close)
            #expect(error.code == code)
            #expect(error.mayHaveBeenExecuted, "\(code)")
            #expect(requests.count == 1, "\(code)")
        }
    }

    @Test("that redirects is not followed: no secret leaves for the other host", arguments: [301, 302, 303, 307, 308])
    func redirect(status: Int) async throws {
        let other = try RawServer { _ in [.response(200, ["Content-Type: application/json"], OAuthFixture.issued)] }
        let (error, requests) = try await failure(.response(status, ["Location: \(other.url("/steal"))"]))
        #expect(error.code == .redirected)
        #expect(error.status == status)
        #expect(requests.count == 1)
        #expect(other.connectionCount == 0)
    }

    @Test("has a user-info neighbor whose redirect takes no token to another host")
    func redirectedUserInfo() async throws {
        let other = try RawServer { _ in [.response(200, ["Content-Type: application/json"], "{}")] }
        let target = try other.url("/steal")
        let server = try RawServer { _ in [.response(302, ["Location: \(target)"])] }
        var configuration = try client(server.port).configuration
        configuration.userInfoURL = try server.url("/userinfo")
        let client = try OAuthClient(configuration, runtime: FreshworksRuntime())
        await expectRefusal(.redirected) { _ = try await client.userInfo(tokens) }
        await client.runtime.shutdown()
        #expect(server.requests.map { $0["Authorization"] } == ["Bearer FAKEold"])
        #expect(other.connectionCount == 0)
    }

    @Test("that is unknown under one spelling is found under the other")
    func alternative() async throws {
        let server = try RawServer { request in
            request.target == "/oauth/v2/token"
                ? [.response(200, ["Content-Type: application/json"], OAuthFixture.issued)] : [.response(404)]
        }
        let client = try client(server.port)
        for _ in 0..<2 { _ = try await client.refresh(tokens, deadline: .seconds(180)) }
        await client.runtime.shutdown()
        #expect(server.requests.map(\.target) == ["/org/oauth/v2/token", "/oauth/v2/token", "/oauth/v2/token"])
    }

    @Test("that nobody serves was provably not asked")
    func refused() async throws {
        let server = try RawServer { _ in [.close] }
        let port = server.port
        server.stop()
        let client = try OAuthClient(
            try client(port).configuration,
            runtime: FreshworksRuntime(.init(retry: .init(maximumAttempts: 2), random: { 0 })))
        let error = try #require(
            await #expect(throws: FreshworksError.self) {
                _ = try await client.refresh(tokens, deadline: .seconds(180))
            })
        await client.runtime.shutdown()
        #expect(error.code == .connectionRefused)
        #expect(!error.mayHaveBeenExecuted)
        #expect(error.attempts == 2)
    }
}
