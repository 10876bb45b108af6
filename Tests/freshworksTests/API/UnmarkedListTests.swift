import Foundation
import FreshworksCore
import Synchronization
import TestSupport
import Testing

extension CommandTests {
    @Suite("api --all, of lists that do not mark their end")
    struct UnmarkedLists {
        /// A service that has so many rows, on pages of a size of its own.
        private static func service(
            _ count: Int, _ size: Int, _ body: @escaping @Sendable (String) -> String
        ) throws -> RawServer {
            try RawServer { request in
                let page = URLComponents(string: request.target)?.queryItems?.first { $0.name == "page" }?.value
                let first = ((page.flatMap { Int($0) } ?? 1) - 1) * size
                let rows = first < count ? (first..<min(count, first + size)).map { #"{"id":\#($0)}"# } : []
                return [.json(200, body("[\(rows.joined(separator: ","))]"))]
            }
        }

        private func rows(_ count: Int) -> String {
            "[" + (0..<count).map { #"{"id":\#($0)}"# }.joined(separator: ",") + "]"
        }

        @Test(
            "reads a search of Freshdesk to its end",
            arguments: [(118, 4), (30, 1), (31, 2), (300, 10), (0, 1)] as [(Int, Int)])
        func search(count: Int, calls: Int) async throws {
            let server = try Self.service(count, 30) { #"{"results":\#($0),"total":\#(count)}"# }
            for path in ["search/tickets", "search/contacts", "search/companies"] {
                let before = server.requests.count
                let result = try await freshworks(
                    ["api", "freshdesk", "GET", path, "--all", "--query", #"query="priority:4""#],
                    Service.freshdesk.environment(port: server.port))
                #expect(result.output == rows(count) + "\n")
                #expect(result.status == 0)
                #expect(server.requests.count - before == calls)
            }
        }

        @Test("fails when a search of Freshdesk has more than it serves", arguments: [301, 5000])
        func searchCeiling(count: Int) async throws {
            let server = try Self.service(count, 30) { #"{"results":\#($0),"total":\#(count)}"# }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "search/tickets", "--all", "--query", #"query="priority:4""#],
                Service.freshdesk.environment(port: server.port))
            expectComplaint(result, status: 1, "after 300 records (page_ceiling", output: rows(300))
            #expect(result.diagnostics.contains("Search for less at a time"))
            #expect(server.requests.count == 10)
        }

        @Test("reads lists of Freshsales without meta until a page is empty")
        func withoutMeta() async throws {
            for (path, key) in [("contacts/7/activities", "activities"), ("tasks", "tasks"), ("deals/7/feeds", "")] {
                let server = try Self.service(75, 25) { key.isEmpty ? $0 : #"{"\#(key)":\#($0),"users":[]}"# }
                let result = try await freshworks(
                    ["api", "freshsales", "GET", path, "--all"], Service.freshsales.environment(port: server.port))
                #expect(result.output == rows(75) + "\n")
                #expect(result.status == 0)
                #expect(server.requests.count == 4)
            }
        }

        @Test("keeps every row of a list whose ids are null, in each page the same")
        func withoutIDs() async throws {
            let server = try RawServer { request in
                let page = URLComponents(string: request.target)?.queryItems?.first { $0.name == "page" }?.value ?? "1"
                guard page < "4" else { return [.json(200, #"{"activities":[]}"#)] }
                let rows = (0..<3).map { #"{"composite_id":"\#(page)-\#($0)","id":null}"# }
                return [.json(200, #"{"activities":[\#(rows.joined(separator: ","))]}"#)]
            }
            let result = try await freshworks(
                ["api", "freshsales", "GET", "contacts/7/activities", "--all"],
                Service.freshsales.environment(port: server.port))
            #expect(result.output.components(separatedBy: "composite_id").count - 1 == 9)
            #expect(result.status == 0)
        }

        @Test("takes the list that the path ends with, not one of what its rows refer to")
        func sideloaded() async throws {
            let server = try RawServer { request in
                [
                    .json(
                        200,
                        request.target.contains("page=2")
                            ? #"{"appointments":[],"contacts":[]}"#
                            : #"{"appointments":[{"id":1}],"contacts":[{"id":7}]}"#)
                ]
            }
            let result = try await freshworks(
                ["api", "freshsales", "GET", "contacts/7/appointments", "--all"],
                Service.freshsales.environment(port: server.port))
            #expect(result.output == #"[{"id":1}]"# + "\n")
            #expect(result.status == 0)
        }

        @Test("asks for the next page of Freshdesk behind a full one that names none", arguments: [60, 72, 29, 30])
        func withoutLink(count: Int) async throws {
            let server = try Self.service(count, 30) { $0 }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "canned_response_folders", "--all"],
                Service.freshdesk.environment(port: server.port))
            #expect(result.output == rows(count) + "\n")
            #expect(result.status == 0)
            #expect(server.requests.count == count / 30 + 1)
        }

        @Test(
            "sends no number of a page, nor a size, where the service takes none",
            arguments: ["admin/ticket_fields", "/api/v2/admin/ticket_fields", "ticket_fields", "contact_fields"])
        func withoutPages(path: String) async throws {
            for count in [30, 100] {
                let server = try RawServer { request in
                    request.target.contains("page")
                        ? [.json(400, #"{"description":"Validation failed","errors":[]}"#)]
                        : [.json(200, "[" + (0..<count).map { #"{"id":\#($0)}"# }.joined(separator: ",") + "]")]
                }
                let result = try await freshworks(
                    ["api", "freshdesk", "GET", path, "--all"], Service.freshdesk.environment(port: server.port))
                #expect(result.output == rows(count) + "\n")
                #expect(result.status == 0)
                #expect(server.requests.map(\.target).allSatisfy { !$0.contains("?") })
            }
        }

        @Test("asks once for the schemas of custom objects, which come whole", arguments: [30, 100])
        func schemas(count: Int) async throws {
            let list = rows(count)
            let server = try RawServer { request in
                request.target.contains("page") ? [.json(404, "{}")] : [.json(200, #"{"schemas":\#(list)}"#)]
            }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "custom_objects/schemas", "--all"],
                Service.freshdesk.environment(port: server.port))
            #expect(result.output == list + "\n")
            #expect(result.status == 0)
            #expect(server.requests.map(\.target) == ["/api/v2/custom_objects/schemas"])
        }

        @Test(
            "asks Freshsales once for what comes whole, however long it is",
            arguments: [
                ("selector/owners", "users"), ("contacts/filters", "filters"), ("deals/filters", "filters"),
                ("settings/deals/fields", "fields"), ("selector/deal_stages", "deal_stages"),
            ])
        func wholeOfFreshsales(path: String, key: String) async throws {
            for count in [25, 100] {
                let list = rows(count)
                let server = try RawServer { request in
                    request.target.contains("page")
                        ? [.json(404, "{}")] : [.json(200, #"{"\#(key)":\#(list),"meta":{"total":\#(count)}}"#)]
                }
                let result = try await freshworks(
                    ["api", "freshsales", "GET", path, "--all"], Service.freshsales.environment(port: server.port))
                #expect(result.output == list + "\n")
                #expect(result.status == 0)
                #expect(server.requests.count == 1)
            }
        }

        @Test(
            "takes the one page of Freshsales' search by words, and fails where it is full: there may be more",
            arguments: [(9, nil, 0), (10, nil, 1), (99, 100, 0), (100, 100, 1), (100, 250, 1), (0, nil, 0)]
                as [(Int, Int?, Int32)])
        func wordSearch(count: Int, size: Int?, status: Int32) async throws {
            let list = rows(count)
            let server = try RawServer { _ in [.json(200, list)] }
            let query = ["q=acme", "include=contact"] + (size.map { ["per_page=\($0)"] } ?? [])
            let result = try await freshworks(
                ["api", "freshsales", "GET", "search", "--all"] + query.flatMap { ["--query", $0] },
                Service.freshsales.environment(port: server.port))
            #expect(result.status == status)
            #expect(result.output == list + "\n")
            #expect(server.requests.count == 1)
            if status != 0 {
                #expect(result.diagnostics.contains("after \(count) records (page_ceiling"))
                #expect(result.diagnostics.contains("--query per_page=100"))
            }
        }

        @Test("reads a filtered search of Freshsales that counts nothing until a page is empty")
        func unmarkedSearch() async throws {
            let server = try Self.service(60, 25) { #"{"sales_accounts":\#($0)}"# }
            let result = try await freshworks(
                ["api", "freshsales", "POST", "filtered_search/sales_account", "--all", "--body", "{}"],
                Service.freshsales.environment(port: server.port))
            #expect(result.output == rows(60) + "\n")
            #expect(result.status == 0)
            #expect(server.requests.map(\.method) == Array(repeating: "POST", count: 4))
        }

        @Test("fails when the service gives the first page for all that it counts", arguments: [2, 5])
        func firstPageOnly(pages: Int) async throws {
            let server = try RawServer { _ in
                [.json(200, #"{"deals":[{"id":1},{"id":2}],"meta":{"total_pages":\#(pages)}}"#)]
            }
            let result = try await freshworks(
                ["api", "freshsales", "GET", "deals/view/7", "--all"],
                Service.freshsales.environment(port: server.port))
            expectComplaint(
                result, status: 3, "after 2 records (repeated_page", output: #"[{"id":1},{"id":2}]"#)
            #expect(server.requests.count == 2)
        }

        @Test("ends when the service repeats pages under ever new addresses", arguments: [1, 2, 3])
        func repeated(cycle: Int) async throws {
            let served = Served()
            let server = try RawServer { _ in
                let number = served.next()
                let rows = #"[{"id":\#(2 * (number % cycle))},{"id":\#(2 * (number % cycle) + 1)}]"#
                return [.json(200, rows, #"Link: </api/v2/tickets?page=\#(number + 2)>; rel="next""#)]
            }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "tickets", "--all"], Service.freshdesk.environment(port: server.port))
            expectComplaint(
                result, status: 3, "after \(2 * cycle) records (repeated_page", output: rows(2 * cycle))
            #expect(server.requests.count <= 11)
        }
    }
}
