import AsyncHTTPClient
import Foundation
import FreshworksCore
import NIOCore
import NIOHTTP1
import Testing

/// A browser with a user: it keeps a cookie, goes nowhere by itself, and finds the app behind its public address.
struct Browser {
    static let app = "https://app.example"

    let client: HTTPClient
    private var cookie: (pair: String, path: String)?

    init(client: HTTPClient) { self.client = client }

    struct Page {
        let status: Int
        let location: String?
        let setCookie: String?
        let referrerPolicy: String?
        let text: String

        var json: JSONValue? { try? JSONValue(parsing: Data(text.utf8)) }

        fileprivate init(_ response: HTTPClientResponse, text: String) {
            status = Int(response.status.code)
            location = response.headers.first(name: "Location")
            setCookie = response.headers.first(name: "Set-Cookie")
            referrerPolicy = response.headers.first(name: "Referrer-Policy")
            self.text = text
        }
    }

    /// Opens an address of the app.
    mutating func open(_ address: String, of app: ServedApp) async throws -> Page {
        let path = address.hasPrefix(Self.app) ? String(address.dropFirst(Self.app.count)) : address
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(app.port)\(path)")
        if let cookie, path.hasPrefix(cookie.path) { request.headers.add(name: "Cookie", value: cookie.pair) }
        let page = try await send(request)
        if let setCookie = page.setCookie, let pair = setCookie.split(separator: ";").first {
            cookie = (String(pair), setCookie.firstMatch(of: /Path=([^;]*)/).map { String($0.1) } ?? "/")
        }
        return page
    }

    /// Sends the form of a button on a page of the app.
    func press(_ path: String, of app: ServedApp) async throws -> Page {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(app.port)\(path)")
        request.method = .POST
        request.headers.add(name: "Origin", value: "http://127.0.0.1:\(app.port)")
        return try await send(request)
    }

    /// Answers the question of an organization's page.
    /// - Returns: Where the organization sends the browser then.
    func decide(_ decision: String = "allow", at address: String) async throws -> String {
        let page = try await send(HTTPClientRequest(url: address))
        let ticket = try #require(page.text.firstMatch(of: /name="ticket" value="([^"]*)"/)).1
        var request = HTTPClientRequest(url: String(address.prefix { $0 != "?" }))
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: "ticket=\(ticket)&decision=\(decision)"))
        return try #require(try await send(request).location)
    }

    /// Begins to connect a tenant, and allows it.
    /// - Returns: The address of the callback, which is still to be opened.
    mutating func consent(for tenant: String, at app: ServedApp) async throws -> String {
        try await consent(beginning: "/tenants/\(tenant)/connect", at: app)
    }

    /// Begins a consent, and allows it.
    /// - Returns: The address of the callback, which is still to be opened.
    mutating func consent(beginning path: String, at app: ServedApp) async throws -> String {
        let begun = try await open(path, of: app)
        #expect(begun.status == 302)
        return try await decide(at: try #require(begun.location))
    }

    private func send(_ request: HTTPClientRequest) async throws -> Page {
        let response = try await client.execute(request, timeout: .seconds(30))
        let body = try await response.body.collect(upTo: 1_000_000)
        return Page(response, text: String(buffer: body))
    }

    /// Lends an HTTP client that follows no redirects.
    static func withClient(_ test: (HTTPClient) async throws -> Void) async throws {
        let configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        try await HTTPClient.withHTTPClient(configuration: configuration) { try await test($0) }
    }
}
