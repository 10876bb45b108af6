import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A credential goes to its account's origin and nowhere else.
@Suite("A credential's origin", .inTurn)
struct CredentialOriginTests {
    private static let key = "FAKEkey0123456789abcd"
    private static let redirects = [300, 301, 302, 303, 305, 307, 308]
    private static let methods: [TransportRequest.Method] = [.get, .post, .put, .patch, .delete]

    private func credential(for product: Sandbox.Product) -> any CredentialProvider {
        .fixed(.apiKey(Self.key, for: product.described))
    }

    /// A client of the account at a local server, over real sockets.
    private func client(_ product: Sandbox.Product, at server: RawServer, over kind: TransportKind) throws -> APIClient
    {
        try APIClient(
            account: FreshworksAccount(product.described, baseURL: "http://127.0.0.1:\(server.port)/base"),
            credential: credential(for: product),
            runtime: FreshworksRuntime(.quiet, transport: kind.make(), clock: StillClock()))
    }

    @Test(
        "is not carried along by any redirect, whatever the verb", arguments: Sandbox.Product.allCases,
        TransportKind.allCases)
    func redirected(product: Sandbox.Product, kind: TransportKind) async throws {
        let stranger = try RawServer { _ in [.response(200, ["Content-Type: application/json"], "{}")] }
        defer { stranger.stop() }
        let target = try stranger.url("/stolen").absoluteString
        let service = try RawServer { request in
            let status = Int(request.target.split(separator: "/").last ?? "") ?? 500
            return [.response(status, ["Location: \(target)", "Refresh: 0; url=\(target)"], "")]
        }
        defer { service.stop() }
        let client = try client(product, at: service, over: kind)

        for status in Self.redirects {
            for method in Self.methods {
                let body: JSONValue? = method == .get ? nil : ["a": 1]
                let error = await #expect(throws: FreshworksError.self) {
                    try await client.call(method, "\(status)", body: body)
                }
                #expect(error?.code == .redirected)
                #expect(error?.status == status)
            }
        }
        #expect(service.requests.count == 35)
        #expect(service.requests.allSatisfy { $0["Authorization"]?.isEmpty == false })
        #expect(stranger.connectionCount == 0)
    }

    @Test(
        "is not sent to a login page that a credential check is redirected to", arguments: Sandbox.Product.allCases,
        TransportKind.allCases)
    func redirectedCheck(product: Sandbox.Product, kind: TransportKind) async throws {
        let stranger = try RawServer { _ in [.response(200, ["Content-Type: application/json"], "{}")] }
        defer { stranger.stop() }
        let target = try stranger.url("/login").absoluteString
        let service = try RawServer { _ in [.response(302, ["Location: \(target)"], "")] }
        defer { service.stop() }
        let result = try await client(product, at: service, over: kind).verify()
        #expect(result.verdict == .wrongHost)
        #expect(stranger.connectionCount == 0)
    }

    private static let foreignPages = [PageStyle.linkHeader, .nextPageLink, .singleLink, .automatic].flatMap { style in
        TransportKind.allCases.map { (style, $0) }
    }

    @Test(
        "is not sent to the next page that an answer names elsewhere", arguments: Sandbox.Product.allCases, foreignPages
    )
    func foreignPage(product: Sandbox.Product, way: (style: PageStyle, kind: TransportKind)) async throws {
        let (style, kind) = way
        let stranger = try RawServer { _ in [.response(200, ["Content-Type: application/json"], #"{"rows":[]}"#)] }
        defer { stranger.stop() }
        let target = try stranger.url("/base/rows?page=2").absoluteString
        let service = try RawServer { _ in
            let fields = ["Content-Type: application/json"]
            let link = "Link: <\(target)>; rel=\"next\""
            return switch style {
            case .nextPageLink:
                [.response(200, fields, #"{"rows":[{"id":1}],"links":{"next_page":{"href":"\#(target)"}}}"#)]
            case .singleLink: [.response(200, fields, #"{"rows":[{"id":1}],"link":{"href":"\#(target)"}}"#)]
            default: [.response(200, fields + [link], #"{"rows":[{"id":1}]}"#)]
            }
        }
        defer { service.stop() }
        let client = try client(product, at: service, over: kind)

        let refusal = await #expect(throws: FreshworksError.self) {
            try await client.list(ListEndpoint<Row>("rows.list", "rows", paging: style, at: "rows")).all()
        }
        #expect(refusal?.code == .foreignLink)
        #expect(service.requests.count == 1)

        // Even code that forgets to look at a link's origin cannot send it the credential.
        let error = await #expect(throws: FreshworksError.self) {
            let endpoint = Endpoint<TransportResponse>("rows.list", .get, "rows") { $0 }
            return try await client.send(endpoint, CallOptions(), at: URL(string: target))
        }
        #expect(error?.code == .foreignOrigin)
        #expect(error?.attempts == 0)
        #expect(stranger.connectionCount == 0)
    }

    @Test("is not sent where a cursor leads that was tampered with", arguments: Sandbox.Product.allCases)
    func tamperedCursor(product: Sandbox.Product) async throws {
        let host = try FreshworksAccount(product.described, subdomain: "acme").origin.host
        let transport = ScriptedTransport(.json(200, #"[{"id":1}]"#))
        let client = try APIClient(
            account: FreshworksAccount(product.described, subdomain: "acme"), credential: credential(for: product),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
        let list = { client.list(ListEndpoint<Row>("rows.list", "rows", paging: .numbered), from: $0) }
        let cursor = try #require(try await list(nil).pages.first { _ in true }?.next)
        let json = String(decoding: try JSONEncoder().encode(cursor), as: UTF8.self)
        for target in [
            "@attacker.example/", ".attacker.example/", ":443@attacker.example/", "https://attacker.example/", "",
            "//attacker.example/", #"/\\\\attacker.example/"#, "/@attacker.example/",
        ] {
            let altered = json.replacing(/"target":"[^"]*"/, with: #""target":"\#(target)""#)
            #expect(altered != json)
            let tampered = try JSONDecoder().decode(PageCursor.self, from: Data(altered.utf8))
            do { _ = try await list(tampered).pages.first { _ in true } } catch is FreshworksError {}
        }
        #expect(
            transport.requests.allSatisfy { $0.url.host() == host && $0.url.scheme == "https" && $0.url.user() == nil })
    }

    private static let foreignAddresses = [
        // scheme
        "http://HOST/x", "ftp://HOST/x", "ws://HOST/x", "file://HOST/x", "//HOST/x", "HOST/x", "/x", "https:HOST/x",
        "https:/HOST/x", "https:///HOST/x", "httpss://HOST/x", "javascript://HOST/x",
        // host
        "https://attacker.example/x", "https://HOST.attacker.example/x", "https://HOST./x", "https://xHOST/x",
        "https://x.HOST/x", "https://attacker.example/HOST", "https://attacker.example?HOST",
        "https://attacker.example#HOST",
        "https://HOST%2eattacker.example/x", "https://HOST%00.attacker.example/x", "https://HOST%20/x",
        "https://[::1]/x",
        // port
        "https://HOST:80/x", "https://HOST:8443/x", "https://HOST:/x", "https://HOST:443.attacker.example/x",
        "https://HOST:443@attacker.example/x", "https://HOST:65979/x", "https://HOST:18446744073709552059/x",
        "https://HOST:-443/x", "https://HOST:443443/x",
        // user information
        "https://HOST@attacker.example/x", "https://user@HOST/x", "https://user:pass@HOST/x", "https://@HOST/x",
        "https://attacker.example@HOST/x", "https://HOST%40attacker.example/x", "https://HOST:x@attacker.example/",
        // separators that parsers read differently
        #"https://HOST\@attacker.example/x"#, #"https://attacker.example\@HOST/x"#, #"https:\\HOST/x"#,
        #"https://HOST\.attacker.example/x"#, "https://attacker.example;HOST/x", "https://HOST;.attacker.example/x",
        "https://HOST,attacker.example/x", "https://HOST\t.attacker.example/x", "https://HOST\n@attacker.example/x",
        // look-alikes: Cyrillic а, dotless ı, ideographic full stop before a foreign domain
        "https://\u{430}HOST/x", "https://HOST\u{3002}attacker.example/x", "https://HOST\u{FF0F}.attacker.example/x",
        "https://HOST\u{2488}attacker.example/x",
    ]

    @Test(
        "is refused for every other scheme, host, port and user, and for what parsers read in two ways",
        arguments: Sandbox.Product.allCases, foreignAddresses)
    func strangers(product: Sandbox.Product, pattern: String) async throws {
        let account = try FreshworksAccount(product.described, subdomain: "acme")
        let signer = try RequestSigner(account: account, provider: credential(for: product))
        let transport = ScriptedTransport(.json(200, "{}"))
        let client = try APIClient(
            account: account, credential: credential(for: product),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
        // What does not even make an address cannot be sent anywhere.
        guard let url = URL(string: pattern.replacing("HOST", with: account.origin.host)) else { return }

        let signing = await #expect(throws: FreshworksError.self) { try await signer.sign(URLRequest(url: url)) }
        #expect(signing?.code == .foreignOrigin)
        let fields = await #expect(throws: FreshworksError.self) { try await signer.headers(for: url) }
        #expect(fields?.code == .foreignOrigin)
        let endpoint = Endpoint<TransportResponse>("x", .get, "x") { $0 }
        let call = await #expect(throws: FreshworksError.self) {
            try await client.send(endpoint, CallOptions(), at: url)
        }
        #expect(call?.code == .foreignOrigin)
        #expect(transport.requests.isEmpty)
    }

    @Test("is given to the account in every spelling of its own origin", arguments: Sandbox.Product.allCases)
    func ownOrigin(product: Sandbox.Product) async throws {
        let account = try FreshworksAccount(product.described, subdomain: "acme")
        let signer = try RequestSigner(account: account, provider: credential(for: product))
        let host = account.origin.host
        for text in [
            "https://\(host)", "https://\(host)/", "https://\(host)/x@attacker.example",
            "https://\(host)?@attacker.example",
            "https://\(host)#@attacker.example", "https://\(host):443/x", "HTTPS://\(host.uppercased())/x",
        ] {
            let url = try #require(URL(string: text))
            let signed = try await signer.sign(URLRequest(url: url))
            #expect(signed.value(forHTTPHeaderField: "Authorization")?.isEmpty == false)
            #expect(url.host()?.lowercased() == host)
        }
    }

    @Test("is not given to letters that a parser folds into the account's, unless they really lead there")
    func homographs() async throws {
        let account = try FreshworksAccount.freshdesk("acme")
        let signer = try RequestSigner(account: account, credential: .freshdesk(apiKey: Self.key))
        for host in [
            "\u{430}cme.freshdesk.com", "acm\u{435}.freshdesk.com", "acme.fre\u{455}hdesk.com",
            "\u{FF41}cme.freshdesk.com",
            "acme\u{3002}freshdesk.com", "acme.freshde\u{212A}.com", "acme.fre\u{17F}hdesk.com",
            "acm\u{E9}.freshdesk.com",
            "acme\u{AD}.freshdesk.com", "ac\u{200B}me.freshdesk.com",
        ] {
            guard let url = URL(string: "https://\(host)/x") else { continue }
            if let signed = try? await signer.sign(URLRequest(url: url)) {
                #expect(signed.url?.host() == "acme.freshdesk.com")
            }
            #expect(throws: FreshworksError.self) { try FreshworksAccount(.freshdesk, baseURL: "https://\(host)") }
        }
    }

    @Test(
        "is sent in plain text to this machine alone",
        arguments: [
            "http://localhost.attacker.example", "http://127.0.0.1.attacker.example", "http://attacker.example",
            "http://127.1", "http://0.0.0.0", "http://0177.0.0.1", "http://2130706433", "http://10.0.0.1",
            "http://169.254.169.254", "http://[::]", "http://[::ffff:127.0.0.1]", "http://[::1]@attacker.example",
            "http://localhost@attacker.example", "http://attacker.example#@localhost",
            "http://attacker.example/localhost",
            #"http://127.0.0.1\@attacker.example"#, #"http://localhost\.attacker.example"#, "http://localhost.",
            "http://acme.freshdesk.com", "http://acme.freshchat.com", "http://acme.myfreshworks.com",
            "http://127.0.0.1%2eattacker.example", "http://\u{FF4C}ocalhost",
        ])
    func plainText(baseURL: String) {
        for product in Sandbox.Product.allCases {
            for allowsForeignHost in [false, true] {
                #expect(throws: FreshworksError.self) {
                    try FreshworksAccount(
                        product.described, baseURL: baseURL + "/v2", allowsForeignHost: allowsForeignHost)
                }
            }
        }
    }

    @Test(
        "may be sent in plain text to this machine",
        arguments: ["localhost", "127.0.0.1", "127.8.8.8", "[::1]", "LOCALHOST"])
    func loopback(host: String) throws {
        for product in Sandbox.Product.allCases {
            let account = try FreshworksAccount(product.described, baseURL: "http://\(host):8080/v2")
            #expect(account.origin == (try FreshworksAccount(product.described, baseURL: account.baseURL)).origin)
            #expect(account.baseURL == "http://\(host.lowercased()):8080/v2")
        }
    }
}

private struct Row: Resource {
    let json: JSONObject
    let id: Int64

    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
}
