import Foundation
import Testing

@testable import FreshworksCore

@Suite("Which proxy the environment names")
struct EnvironmentProxyTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var environment: [String: String]
        var proxy: String?
        var testDescription: String { environment.map { "\($0)=\($1)" }.sorted().joined(separator: " ") }

        init(_ environment: [String: String], _ proxy: String?) {
            (self.environment, self.proxy) = (environment, proxy)
        }
    }

    static let rows = [
        Row([:], nil),
        Row(["https_proxy": ""], nil),
        Row(["http_proxy": "http://p:1"], nil),
        Row(["https_proxy": "http://p:1"], "p:1"),
        Row(["HTTPS_PROXY": "http://p:1"], "p:1"),
        Row(["all_proxy": "socks5h://p:1/"], "p:1"),
        Row(["ALL_PROXY": "p"], "p"),
        Row(["https_proxy": "http://a:1", "all_proxy": "http://b:1"], "a:1"),
        Row(["https_proxy": "", "HTTPS_PROXY": "http://b:1"], "b:1"),
        Row(["https_proxy": "http://user:p@ss/word@p:1/x"], "p:1"),
        Row(["https_proxy": "user:password@[::1]:3128"], "[::1]:3128"),
        Row(["https_proxy": "p", "no_proxy": "acme.freshdesk.com"], nil),
        Row(["https_proxy": "p", "no_proxy": "a.example, .Freshdesk.com."], nil),
        Row(["https_proxy": "p", "NO_PROXY": "freshdesk.com"], nil),
        Row(["https_proxy": "p", "no_proxy": "*"], nil),
        Row(["https_proxy": "p", "no_proxy": "a.example", "NO_PROXY": "*"], "p"),
        Row(["https_proxy": "p", "no_proxy": "desk.com,e.freshdesk.com,x.acme.freshdesk.com,."], "p"),
    ]

    @Test("by the variables that libcurl reads, without user and password", arguments: rows)
    func named(row: Row) throws {
        let url = try #require(URL(string: "https://acme.freshdesk.com/api/v2/tickets"))
        #expect(EnvironmentProxy(for: url, environment: row.environment)?.address == row.proxy)
    }

    @Test(
        "never one for loopback",
        arguments: ["https://localhost/", "https://127.0.0.1:8/", "https://[::1]/", "http://localhost/"])
    func loopback(address: String) throws {
        let environment = ["http_proxy": "p", "https_proxy": "p", "all_proxy": "p"]
        #expect(try EnvironmentProxy(for: #require(URL(string: address)), environment: environment) == nil)
    }
}
