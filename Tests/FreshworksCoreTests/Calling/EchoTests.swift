import Foundation
import FreshworksCore
import TestSupport
import Testing

/// A server that repeats what it was sent, as a debugging gateway does.
@Suite("What a server echoes")
struct EchoTests {
    private static let key = "Zq7FAKEkey0123456789"

    private func client(
        _ credential: Credential, _ account: FreshworksAccount? = nil, _ transport: ScriptedTransport
    ) throws -> APIClient {
        try APIClient(
            account: account ?? .freshdesk("acme"), credential: .fixed(credential),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
    }

    private func expectHidden(_ value: Any, _ secrets: [String], _ location: SourceLocation = #_sourceLocation) {
        let texts = Exposure(of: value).texts.map { $0.lowercased() }
        for secret in secrets {
            #expect(!texts.contains { $0.contains(secret.lowercased()) }, "\(secret)", sourceLocation: location)
        }
    }

    @Test(
        "of a key in any spelling is in no error",
        arguments: [
            "zq7fakekey0123456789", "5a713746414b456b657930313233343536373839",
            "%5a%71%37%46%41%4b%45%6b%65%79%30%31%32%33%34%35%36%37%38%39", "WnE3RkFLRWtleTAxMjM0NTY3ODk",
        ])
    func spellings(echo: String) async throws {
        for body in [
            #"{"message":"unknown key \#(echo)","code":"\#(echo)"}"#, #"{"errors":["\#(echo)"]}"#,
            #"{"errors":[{"field":"\#(echo)","message":"\#(echo)","code":"\#(echo)"}]}"#,
            #"{"errors":{"\#(echo)":["x"]}}"#,
        ] {
            let transport = ScriptedTransport(
                .json(400, body, ("X-Request-Id", "id-\(echo)"), ("X-Echo", echo)))
            let error = try #require(
                await #expect(throws: FreshworksError.self) {
                    _ = try await client(.freshdesk(apiKey: Self.key), nil, transport).call(.get, "x")
                })
            expectHidden(error, [echo])
            expectHidden(error.body as Any, [echo])
        }
    }

    @Test(
        "of a short password is in no error, whatever stands around it",
        arguments: ["pw12", "s3cr3t", "abcdefg", "12345"])
    func shortPassword(password: String) async throws {
        let echoed = Data("sam@acmehelp.test:\(password)".utf8).base64EncodedString()
        let body =
            #"{"message":"login sam@acmehelp.test/\#(password) failed","code":"\#(password)","header":"\#(echoed)"}"#
        let credential = Credential.freshdesk(email: "sam@acmehelp.test", password: password)
        let error = try #require(
            await #expect(throws: FreshworksError.self) {
                _ = try await client(credential, nil, ScriptedTransport(.json(401, body))).call(.get, "x")
            })
        expectHidden(error, [password, echoed])
        expectHidden(error.body as Any, [password, echoed])
        #expect(error.message.contains("login sam@acmehelp.test/<redacted> failed"))
    }

    @Test("of a key that is all digits is hidden as a number too")
    func number() async throws {
        let key = "12345678901234567890"
        let transport = ScriptedTransport(.json(400, #"{"message":"no","key":12345678901234567890,"n":1}"#))
        let error = try #require(
            await #expect(throws: FreshworksError.self) {
                _ = try await client(.freshdesk(apiKey: key), nil, transport).call(.get, "x")
            })
        #expect(error.body?["key"] == "<redacted>")
        #expect(error.body?["n"] == 1)
    }

    @Test("as the name of whom the credential belongs to is not printed by a verification")
    func identity() async throws {
        let cases: [(FreshworksAccount, Credential, String)] = [
            (
                try .freshdesk("acme"), .freshdesk(apiKey: Self.key),
                #"{"id":1,"contact":{"name":"\#(Self.key)","email":"\#(Self.key.lowercased())@x.example"}}"#
            ),
            (
                try .freshchat("acme"), .freshchat(token: Self.key),
                #"{"account_id":"\#(Self.key)","account_domain":"Bearer \#(Self.key)"}"#
            ),
        ]
        for (account, credential, body) in cases {
            let result = try await client(credential, account, ScriptedTransport(.json(200, body))).verify()
            #expect(result.verdict == .valid)
            expectHidden(result, [Self.key])
            #expect(result.identity?.name?.contains("<redacted>") == true)
        }
    }

    @Test("of a refusal is in a verification's advice, with the service's own sentence and without the credential")
    func forbidden() async throws {
        let cases = [
            (
                #"{"code":"account_suspended","message":"Your account has been suspended."}"#,
                "account_suspended, Your account has"
            ),
            (#"{"message":"You are not authorized, \#(Self.key)."}"#, "You are not authorized, <redacted>."),
        ]
        for (body, expected) in cases {
            let api = try client(.freshdesk(apiKey: Self.key), nil, ScriptedTransport(.json(403, body)))
            let result = try await api.verify()
            #expect(result.verdict == .forbidden)
            #expect(result.advice.contains("(it says: \(expected)"))
            expectHidden(result, [Self.key])
        }
        let silent = try client(.freshdesk(apiKey: Self.key), nil, ScriptedTransport(.empty(403)))
        #expect(try await !silent.verify().advice.contains("it says"))
    }

    // MARK: - Signed addresses

    private static let address = "https://files.example/tenant-7/report.csv?X-Signature=Aq%2Fsigned0123&X-Expires=300"

    private func expectAddressHidden(_ error: FreshworksError) {
        for value in [error as Any, error.underlying as Any, error.body as Any] {
            expectHidden(value, ["Aq%2Fsigned0123", "Aq/signed0123", "report.csv", "tenant-7"])
        }
        #expect(error.requestLine == "GET https://files.example")
    }

    @Test("of a signed address is in no error of a download, nor does the error below show it")
    func download() async throws {
        let url = try #require(URL(string: Self.address))
        let echo =
            #"{"message":"no access to \#(Self.address)","Signature":"Aq/signed0123","path":"/tenant-7/report.csv"}"#
        let transports = [
            ScriptedTransport(.json(403, echo, ("X-Request-Id", Self.address))),
            ScriptedTransport(.text(403, "<Error>\(Self.address)</Error>")),
            ScriptedTransport { request in
                throw FreshworksError(
                    .connectionFailed, "the connection ended",
                    underlying: URLError(.networkConnectionLost, userInfo: [NSURLErrorFailingURLErrorKey: request.url]))
            },
            ScriptedTransport { throw NSError(domain: "tls \($0.url)", code: 7) as any Error },
        ]
        for transport in transports {
            let runtime = FreshworksRuntime(.quiet, transport: transport, clock: StillClock())
            let error = try #require(
                await #expect(throws: FreshworksError.self) { _ = try await runtime.download(url) })
            expectAddressHidden(error)
        }
    }
}
