import Foundation
import TestSupport
import Testing

extension CommandTests {
    @Suite("FRESHWORKS_TRANSPORT")
    struct TransportVariable {
        // libcurl keeps the connections of writes. URLSession, which could not be kept from repeating them, does not.
        @Test(
            "says what carries the requests",
            arguments: [(nil, nil), ("", nil), ("automatic", nil), ("urlsession", "close")] as [(String?, String?)])
        func choice(transport: String?, connection: String?) async throws {
            let server = try RawServer { _ in [.json(201, "{}")] }
            var environment = Service.freshdesk.environment(port: server.port)
            environment["FRESHWORKS_TRANSPORT"] = transport
            let result = try await freshworks(["api", "freshdesk", "POST", "tickets", "--body", "{}"], environment)
            #expect(result.status == 0)
            #if os(Linux)
                #expect(server.requests.map { $0["Connection"] } == [connection])
            #endif
        }

        @Test(
            "of an unknown value is a misuse, and nothing is sent",
            arguments: [["verify"], ["api", "freshdesk", "GET", "agents/me"], ["demo"]], ["curl", "URLSession", " "])
        func unknown(arguments: [String], value: String) async throws {
            let server = try RawServer { _ in [.json(200, Service.freshdesk.proof)] }
            var environment = Service.freshdesk.environment(port: server.port)
            environment["FRESHWORKS_TRANSPORT"] = value
            let result = try await freshworks(arguments, environment)
            expectComplaint(result, status: 2, "FRESHWORKS_TRANSPORT is urlsession, automatic or unset")
            #expect(server.connectionCount == 0)
        }
    }
}
