import Foundation
import FreshworksCore
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

/// No credential shows, however a value is printed and however a call fails.
@Suite("Secrecy", .inTurn)
struct SecrecyTests {
    private static let key = "Zq7FAKEkey0123456789"
    private static let password = "Yx8FAKEpassword9876"
    private static let secrets = [key, password]

    private static let samples: [Credential] = [
        .freshdesk(apiKey: key), .freshdesk(email: "agent@example.com", password: password), .freshchat(token: key),
        .freshsales(apiKey: key), .oauth(accessToken: key), .apiKey(Secret(key), for: .freshdesk),
        .header(field: "X-Custom", prefix: .none, username: key, password: password),
        .header(prefix: .basic, username: "agent@example.com", password: password),
        .header(prefix: .bearer, username: "", password: key), .header(prefix: .token, username: "", password: key),
    ]

    private func expectHidden(_ value: Any, _ location: SourceLocation = #_sourceLocation) {
        let isShown = Exposure(of: value).shows(Self.secrets)
        #expect(!isShown, "\(type(of: value)) shows a secret", sourceLocation: location)
    }

    @Test("the search itself finds a secret, plain, nested and in Base64")
    func searchFinds() {
        struct Careless {
            var inner: [String: Any]
        }
        #expect(Exposure(of: Self.key).shows([Self.key]))
        #expect(Exposure(of: Careless(inner: ["a": Optional(Self.key) as Any])).shows([Self.key]))
        for prefix in ["", "a", "ab"] {
            let encoded = Data("\(prefix)\(Self.key):X".utf8).base64EncodedString()
            #expect(Exposure(of: ["Basic \(encoded)"]).shows([Self.key]))
        }
    }

    @Test("no credential and no secret shows, alone and bound to an account")
    func credentials() throws {
        expectHidden(Secret(Self.key))
        expectHidden(Optional(Secret(Self.key)) as Any)
        for credential in Self.samples {
            expectHidden(credential)
            expectHidden(credential.revision)
            for account in try Self.accounts() {
                guard let bound = try? credential.normalized(for: account) else { continue }
                expectHidden(bound)
                expectHidden(bound.repairs)
            }
        }
    }

    @Test("no provider shows what it holds, before and after it was asked")
    func providers() async throws {
        let credential = Credential.freshdesk(apiKey: Self.key)
        let secret = try MountedSecret(Self.key)
        let providers: [any CredentialProvider] = [
            .fixed(credential), .custom { credential }, .chain([.fixed(credential)]),
            .cached(.fixed(credential), freshFor: .seconds(60), staleFor: .seconds(60)),
            .environment(.freshdesk, variables: ["FRESHDESK_API_KEY": Self.key]),
            .environment(
                .freshdesk, variables: ["FRESHDESK_EMAIL": "a@example.com", "FRESHDESK_PASSWORD": Self.password]),
            .environment(.freshdesk, variables: ["FRESHDESK_API_KEY": Self.key, "FRESHDESK_API_KEY_FILE": Self.key]),
            .environment(.freshdesk, variables: ["FRESHDESK_API_KEY_FILE": secret.path]),
            .file(secret.path) { .freshdesk(apiKey: $0) },
        ]
        for provider in providers {
            expectHidden(provider)
            do {
                expectHidden(try await provider.credential())
                _ = try await provider.credential(replacing: credential)
            } catch {
                expectHidden(error)
            }
            expectHidden(provider)
            expectHidden(provider.fixedCredential as Any)
        }
    }

    @Test("signers, clients, runtimes and signed requests show no secret after use")
    func users() async throws {
        let transport = ScriptedTransport(.json(200, "{}", ("X-RateLimit-Total", "700")))
        let runtime = FreshworksRuntime(.quiet, transport: transport, clock: StillClock())
        for account in try Self.accounts() {
            for credential in Self.samples {
                guard let signer = try? RequestSigner(account: account, credential: credential) else { continue }
                let fields = try await signer.headers(for: account.url("x"))
                expectHidden(signer)
                expectHidden(fields)
                expectHidden(account)
                let client = try APIClient(account: account, credential: .fixed(credential), runtime: runtime)
                _ = try await client.call(.post, "x", body: ["a": 1], options: CallOptions(headers: HeaderFields()))
                expectHidden(client)
                expectHidden(try await client.verify())
            }
        }
        expectHidden(runtime)
        #expect(transport.requests.count > 20)
        for request in transport.requests {
            expectHidden(request)
            expectHidden(request.headers)
        }
    }

    @Test("a credential given as a login in an address is refused without being quoted")
    func pastedIntoAddresses() {
        for product in [FreshworksProduct.freshdesk, .freshchat, .freshsales] {
            for text in [
                Self.key, "https://\(Self.key)", "https://\(Self.key):X@acme.freshdesk.com", "\(Self.key)@acme",
                "https://acme.freshdesk.com/?api_key=\(Self.key)", "a b\(Self.key)", "_\(Self.key)",
                "http://\(Self.key).example",
            ] {
                for make in [
                    { try FreshworksAccount(product, subdomain: text) },
                    { try FreshworksAccount(product, baseURL: text) },
                ] {
                    do { _ = try make() } catch { expectHidden(error) }
                }
            }
        }
    }

    @Test("the reason why a credential is refused does not quote it")
    func refusals() throws {
        for account in try Self.accounts() {
            for text in [
                "\(Self.key)\u{7}", "\(Self.key)\nX", "\(Self.key) \(Self.key)", "Basic \(Self.key)", "é\(Self.key)",
                "\(Self.key):\(Self.key)", "Bearer", "<\(Self.key)>", "https://\(Self.key)",
            ] {
                let wrong: [Credential] = [
                    .freshdesk(apiKey: text), .freshchat(token: text), .freshsales(apiKey: text),
                    .oauth(accessToken: text), .freshdesk(email: text, password: text),
                    .freshdesk(email: "a@example.com", password: Self.key),
                    .header(field: text, prefix: .none, username: text, password: text),
                    .header(prefix: .basic, username: text, password: text),
                ]
                for credential in wrong {
                    do { _ = try RequestSigner(account: account, credential: credential) } catch { expectHidden(error) }
                }
            }
        }
    }

    @Test("no error shows the credential, though the service sends it back in every part of its answer")
    func echoedBack() async throws {
        let basic = Data("\(Self.key):X".utf8).base64EncodedString()
        let observer = KeepingObserver()
        for status in [200, 302, 400, 401, 403, 404, 409, 429, 500] {
            for echo in [Self.key, "Basic \(basic)"] {
                let bodies = [
                    #"{"code":"invalid","message":"bad key \#(echo)"}"#,
                    #"{"description":"x","errors":[{"field":"\#(echo)","message":"\#(echo)","code":"\#(echo)"}]}"#,
                    #"{"errors":{"\#(echo)":["\#(echo)"]}}"#, "<html>\(echo)</html>", "[\(echo)", echo,
                ]
                for body in bodies {
                    let answer = TransportResponse.json(
                        status, body, ("X-Request-Id", echo), ("Location", "https://x.example/\(echo)"),
                        ("Retry-After", echo))
                    let client = try APIClient(
                        account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: Self.key)),
                        runtime: FreshworksRuntime(
                            .quiet, transport: ScriptedTransport(answer), clock: StillClock(), observer: observer))
                    do {
                        _ = try await client.send(Endpoint<EchoRecord>("echo.view", .get, "echo"))
                        Issue.record("the answer was read")
                    } catch {
                        expectHidden(error)
                    }
                    expectHidden(try await client.verify(CallOptions(deadline: .milliseconds(1))))
                }
            }
        }
        for seen in observer.seen { expectHidden(seen) }
    }

    @Test("a long token that the service sends back is hidden before the service's words are cut short")
    func longEcho() async throws {
        let token = String(repeating: Self.key, count: 30)
        let client = try APIClient(
            account: .freshchat("acme"), credential: .fixed(.freshchat(token: token)),
            runtime: FreshworksRuntime(
                .quiet, transport: ScriptedTransport(.json(401, #"{"message":"No user of \#(token)"}"#)),
                clock: StillClock()))
        let error = await #expect(throws: FreshworksError.self) { try await client.call(.get, "agents") }
        #expect(error?.message == "the service rejected the credential: No user of <redacted>")
        expectHidden(try #require(error))
    }

    @Test(
        "a credential is found in JSON that spells it with escapes, in keys and in values",
        arguments: [#"{"message":"bad *"}"#, #"{"errors":{"*":["*"]}}"#, #"{"errors":[{"field":"*"}]}"#])
    func escapedEcho(body: String) async throws {
        let key = "Zq7FAKE+key/0123>456"
        let basic = Data("\(key):X".utf8).base64EncodedString()
        for echo in [key, basic] {
            let escaped = echo.unicodeScalars.map { scalar in
                let digits = String(scalar.value, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
            let transport = ScriptedTransport(.json(400, body.replacing("*", with: escaped.joined())))
            let client = try APIClient(
                account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: key)),
                runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
            let error = try #require(
                await #expect(throws: FreshworksError.self) { try await client.call(.get, "agents") })
            #expect(error.description.contains("<redacted>"))
            #expect(!error.description.contains(echo.prefix(15)))
        }
    }

    @Test("the longest answer is searched for a credential in its first 512 KiB, and the rest is left out")
    func longestAnswer() async throws {
        let body = Data(repeating: UInt8(ascii: "a"), count: 32 << 20)
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: Self.key)),
            runtime: FreshworksRuntime(
                .quiet, transport: ScriptedTransport(TransportResponse(status: 400, body: body)), clock: StillClock()))
        let answer = try await client.exchange(.raw(.get, "agents", below: client.account))
        // But for as much of it as the beginning of a credential could take.
        #expect((500 * 1024..<512 * 1024).contains(answer.body.count))
    }

    @Test("a key within a complete header value is hidden where it stands alone")
    func keyOfACompleteValue() async throws {
        for value in ["Token token=\(Self.key)", "Token token=\"\(Self.key)\""] {
            let client = try APIClient(
                account: .freshsales("acme"),
                credential: .fixed(.header(prefix: .none, username: "", password: value)),
                runtime: FreshworksRuntime(
                    .quiet, transport: ScriptedTransport(.json(401, #"{"message":"No user of \#(Self.key)"}"#)),
                    clock: StillClock()))
            let error = await #expect(throws: FreshworksError.self) { try await client.call(.get, "contacts") }
            expectHidden(try #require(error))
        }
    }

    @Test("failures on the wire show no credential, nor does the error below them", arguments: TransportKind.allCases)
    func wireFailures(kind: TransportKind) async throws {
        let scripts: [RawServer.Step] = [
            .close, .reset, .hold, .send("garbage\r\n\r\n"), .send("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nx"),
            .response(401, ["WWW-Authenticate: Basic realm=\"\(Self.key)\""], "{}"), .response(302, ["Location: /"]),
            .response(200, ["Content-Type: application/json"], "{"), .response(204),
        ]
        for script in scripts {
            let server = try RawServer { _ in [script, .close] }
            defer { server.stop() }
            let clock = ManualClock()
            let transport = try kind.make(clock: clock)
            let observer = KeepingObserver()
            let client = try APIClient(
                account: FreshworksAccount(.freshdesk, baseURL: "http://127.0.0.1:\(server.port)"),
                credential: .fixed(.freshdesk(apiKey: Self.key)),
                runtime: FreshworksRuntime(.quiet, transport: transport, clock: clock, observer: observer))
            let call = Task { try await client.send(Endpoint<EchoRecord>("echo.view", .get, "echo")) }
            if case .hold = script {
                try await eventually { !server.requests.isEmpty }
                clock.advance(by: .seconds(60))
            }
            do {
                _ = try await call.value
                Issue.record("the answer was read")
            } catch {
                expectHidden(error)
                if let underlying = (error as? FreshworksError)?.underlying { expectHidden(underlying) }
            }
            #expect(server.requests.first?["Authorization"]?.hasPrefix("Basic ") == true, "\(script)")
            for seen in observer.seen { expectHidden(seen) }
        }
    }

    @Test("a sandbox, its log and its faults show no credential that was sent")
    func sandbox() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: Self.key)), runtime: sandbox.runtime)
        _ = try? await client.call(.get, "tickets")
        expectHidden(sandbox)
        for request in sandbox.requests { expectHidden(request) }
        #expect(sandbox.requests.count == 1)
    }

    private static func accounts() throws -> [FreshworksAccount] {
        [try .freshdesk("acme"), try .freshchat("acme"), try .freshsales("acme")]
    }
}

private struct EchoRecord: Resource {
    let json: JSONObject
    let id: Int64

    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
}

private final class KeepingObserver: RequestObserver {
    private let kept = Mutex<[any Sendable]>([])
    var seen: [any Sendable] { kept.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields {
        kept.withLock { $0.append(call) }
        return HeaderFields()
    }

    func attemptEnded(_ call: ObservedCall, _ attempt: ObservedAttempt) {
        kept.withLock { $0 += [call, attempt] }
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {
        kept.withLock { $0 += [call, outcome] }
    }
}
