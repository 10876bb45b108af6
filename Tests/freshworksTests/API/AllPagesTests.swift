import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("api --all")
    struct EveryPage {
        @Test("reads the honest double's lists to their ends, in order, each row once")
        func sandbox() async throws {
            var options = Sandbox.Options(clock: StillClock())
            options.tickets = 250
            let sandbox = Sandbox(options)
            let server = try await sandbox.serve()
            defer { server.stop() }
            let environment = [
                "FRESHDESK_BASE_URL": server.freshdeskBaseURL.absoluteString,
                "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
                "FRESHCHAT_BASE_URL": server.freshchatBaseURL.absoluteString,
                "FRESHCHAT_API_TOKEN": sandbox.freshchat.apiToken,
                "FRESHSALES_BASE_URL": server.freshsalesBaseURL.absoluteString,
                "FRESHSALES_API_KEY": sandbox.freshsales.apiKey,
            ]
            func ids(_ product: String, _ path: String, _ query: String...) async throws -> [JSONValue] {
                let options = query.flatMap { ["--query", $0] }
                let result = try await freshworks(["api", product, "GET", path, "--all"] + options, environment)
                #expect(result.status == 0)
                #expect(result.diagnostics.isEmpty)
                let rows = try #require(try JSONValue(parsing: Data(result.output.utf8)).arrayValue)
                return rows.compactMap { $0["id"] }
            }
            let tickets = try await ids("freshdesk", "tickets", "per_page=40", "updated_since=2001-01-01T00:00:00Z")
            #expect(Set(tickets).count == 250)
            #expect(tickets.count == 250)
            #expect(sandbox.requests.count == 7)
            let agents = try await ids("freshchat", "agents", "items_per_page=10")
            #expect(Set(agents).count == 25)
            #expect(agents.count == 25)
            let contacts = try await ids("freshsales", "contacts/view/70000000101", "per_page=10")
            #expect(Set(contacts).count == 57)
            #expect(contacts.count == 57)
            #expect(contacts.compactMap(\.int64Value) == contacts.compactMap(\.int64Value).sorted())
        }

        /// A list of five rows on three pages, in one of the services' ways.
        struct List: Sendable, CustomTestStringConvertible {
            let service: Service
            let path: String
            let targets: [String]
            /// A page with these rows and, unless it is the last, the address of the next one.
            let page: @Sendable (_ rows: String, _ next: String?) -> RawServer.Step

            var testDescription: String { path }
        }

        static let lists = [
            List(
                service: .freshdesk, path: "tickets",
                targets: ["/api/v2/tickets", "/api/v2/tickets?page=2", "/api/v2/tickets?page=3"],
                page: { rows, next in
                    next.map { .json(200, rows, #"Link: <\#($0)>; rel="next""#) } ?? .json(200, rows)
                }),
            List(
                service: .freshchat, path: "agents", targets: ["/v2/agents", "/v2/agents?page=2", "/v2/agents?page=3"],
                page: { rows, next in
                    let links = next.map { #"{"next_page":{"href":"\#($0)","rel":"agents"}}"# } ?? "{}"
                    return .json(200, #"{"agents":\#(rows),"pagination":{"total_pages":3},"links":\#(links)}"#)
                }),
            List(
                service: .freshchat, path: "conversations/c-1/messages",
                targets: [
                    "/v2/conversations/c-1/messages",
                    "/v2/conversations/c-1/messages?from_time=2025-01-02T03%3A04%3A05Z",
                    "/v2/conversations/c-1/messages?from_time=2025-02-02T03%3A04%3A05Z",
                ],
                page: { rows, next in
                    .json(200, #"{"messages":\#(rows)\#(next.map { #","link":{"href":"\#($0)"}"# } ?? "")}"#)
                }),
        ]

        @Test("follows links to the end and prints one array, every spelling kept", arguments: lists)
        func links(list: List) async throws {
            let rows = [#"[{"id":1,"n":1.50},{"id":2}]"#, #"[{"id":3},{"id":4}]"#, #"[{"id":5,"é":null}]"#]
            let scripts = (0..<3).map { [list.page(rows[$0], $0 < 2 ? list.targets[$0 + 1] : nil)] }
            let server = try RawServer(scripts: scripts)
            let result = try await freshworks(
                ["api", list.service.name, "GET", list.path, "--all"], list.service.environment(port: server.port))
            #expect(
                result.output == #"[{"id":1,"n":1.50},{"id":2},{"id":3},{"id":4},{"id":5,"é":null}]"# + "\n")
            #expect(result.status == 0)
            #expect(server.requests.map(\.target) == list.targets)
            #expect(server.requests.allSatisfy { $0["Authorization"] == list.service.authorization })
        }

        @Test("counts pages where the service tells their number, the query kept")
        func counted() async throws {
            let scripts: [[RawServer.Step]] = (1...3).map {
                [.json(200, #"{"deals":[{"id":\#($0)}],"users":[{"id":9}],"meta":{"total_pages":3,"total":3}}"#)]
            }
            let server = try RawServer(scripts: scripts)
            let result = try await freshworks(
                ["api", "freshsales", "GET", "deals", "--all", "--query", "q=a+b c"],
                Service.freshsales.environment(port: server.port))
            #expect(result.output == #"[{"id":1},{"id":2},{"id":3}]"# + "\n")
            #expect(
                server.requests.map(\.target) == [
                    "/crm/sales/api/deals?q=a%2Bb%20c", "/crm/sales/api/deals?q=a%2Bb%20c&page=2",
                    "/crm/sales/api/deals?q=a%2Bb%20c&page=3",
                ])
        }

        @Test("never goes to another address that a page names", arguments: lists)
        func foreign(list: List) async throws {
            let elsewhere = try RawServer { _ in [.json(200, "[]")] }
            let host = "127.0.0.1:\(elsewhere.port)"
            for target in [
                "http://\(host)/x", "//\(host)/x", "https://\(host)/x", "http://localhost:\(elsewhere.port)/",
            ] {
                let server = try RawServer(scripts: [
                    [list.page(#"[{"id":1}]"#, list.targets[1])], [list.page(#"[{"id":2}]"#, target)],
                ])
                let result = try await freshworks(
                    ["api", list.service.name, "GET", list.path, "--all"],
                    list.service.environment(port: server.port))
                expectComplaint(result, status: 3, "(foreign_link", output: #"[{"id":1}]"#)
                #expect(!result.diagnostics.contains(host))
                #expect(server.requests.count == 2)
            }
            #expect(elsewhere.connectionCount == 0)
        }

        @Test("never goes to another address that a page of Freshsales names")
        func foreignInFreshsales() async throws {
            let elsewhere = try RawServer { _ in [.json(200, "[]")] }
            let target = try elsewhere.url("/x").absoluteString
            let forms: [RawServer.Step] = [
                .json(200, #"{"deals":[{"id":1}],"meta":{"total_pages":2}}"#, #"Link: <\#(target)>; rel="next""#),
                .json(
                    200, #"{"deals":[{"id":1}],"links":{"next_page":{"href":"\#(target)"}},"meta":{"total_pages":2}}"#),
                .json(200, #"{"deals":[{"id":1}],"link":{"href":"\#(target)"},"meta":{"total_pages":2}}"#),
            ]
            for form in forms {
                let server = try RawServer { _ in [form] }
                let result = try await freshworks(
                    ["api", "freshsales", "GET", "deals", "--all"], Service.freshsales.environment(port: server.port))
                expectComplaint(result, status: 3, "(foreign_link")
            }
            #expect(elsewhere.connectionCount == 0)
        }

        @Test("stops when the pages run in a circle", arguments: lists)
        func circle(list: List) async throws {
            let server = try RawServer(scripts: [
                [list.page(#"[{"id":1}]"#, list.targets[1])], [list.page(#"[{"id":2}]"#, list.targets[2])],
                [list.page(#"[{"id":3}]"#, list.targets[1])],
            ])
            let result = try await freshworks(
                ["api", list.service.name, "GET", list.path, "--all"], list.service.environment(port: server.port))
            expectComplaint(result, status: 3, "after 2 records (repeated_page", output: #"[{"id":1},{"id":2}]"#)
            #expect(server.requests.count == 3)
        }

        @Test(
            "closes the array when a later page fails, and says how far it got and where to go on",
            arguments: lists,
            [
                (RawServer.Step.json(401, "{}"), 1), (.json(404, "{}"), 1), (.json(500, "{}", "Retry-After: 600"), 3),
                (.html(200), 3),
                (.json(200, ""), 3), (.json(200, #"{"a":[],"b":[]}"#), 3), (.json(200, "[{"), 3),
                (.response(302, ["Location: /login"]), 1),
            ] as [(RawServer.Step, Int32)])
        func laterFailure(list: List, row: (answer: RawServer.Step, exit: Int32)) async throws {
            let server = try RawServer(scripts: [[list.page(#"[{"id":1}]"#, list.targets[1])], [row.answer]])
            let result = try await freshworks(
                ["api", list.service.name, "GET", list.path, "--all"], list.service.environment(port: server.port))
            expectComplaint(result, status: row.exit, "after 1 record (", output: #"[{"id":1}]"#)
            #expect(result.diagnostics.contains("Go on with GET '\(list.targets[1])'."))
            #expect(server.requests.count == 2)
        }

        @Test("says so when the answer is no list")
        func noList() async throws {
            let server = try RawServer { _ in [.json(200, #"{"a":[],"b":[]}"#)] }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "things", "--all"], Service.freshdesk.environment(port: server.port))
            expectComplaint(result, status: 2, "--all")
        }
    }
}
