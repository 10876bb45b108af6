import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("api --all, of every list of the honest double")
    struct EveryList {
        /// A list, and how the answer with all of it in one page is asked for.
        struct List: Sendable, CustomTestStringConvertible {
            let product: String
            let path: String
            /// The parameter for the size of a page and its greatest value; `nil` for lists that come whole.
            let size: (name: String, greatest: Int)?
            /// The key of the rows in the answer; `nil` for a bare list.
            let key: String?
            var query: [String] = []

            var testDescription: String { "\(product) \(path)" }

            static func desk(_ path: String, _ query: String...) -> List {
                List(product: "freshdesk", path: path, size: ("per_page", 100), key: nil, query: query)
            }

            static func chat(_ path: String, _ key: String? = nil, query: [String] = []) -> List {
                List(product: "freshchat", path: path, size: ("items_per_page", 50), key: key ?? path, query: query)
            }

            static func view(_ path: String) -> List {
                let key = path.prefix { $0 != "/" }
                return List(product: "freshsales", path: path, size: ("per_page", 100), key: String(key))
            }

            static func whole(_ product: String, _ path: String, _ key: String?) -> List {
                List(product: product, path: path, size: nil, key: key)
            }
        }

        static let lists = desk + chat + sales + selectors

        private static let desk: [List] = [
            .desk("tickets", "updated_since=2001-01-01T00:00:00Z"), .desk("tickets"),
            .desk("tickets", "filter=deleted"),
            .desk("tickets", "filter=watching"), .desk("tickets/{ticket}/conversations"), .desk("contacts"),
            .desk("companies"), .desk("agents"), .desk("groups"), .desk("roles"),
        ]

        /// The service lists no users without a filter.
        private static let everybody = "created_from=2001-01-01T00:00:00.000Z"

        private static let chat: [List] = [
            .chat("agents"), .chat("users", query: [everybody]), .chat("groups"), .chat("channels"), .chat("roles"),
            .chat("conversations/{conversation}/messages", "messages"),
            .whole("freshchat", "users/{user}/conversations", "conversations"),
            .whole("freshchat", "conversations/fields", nil), .whole("freshchat", "agents/status", "states"),
        ]

        private static let sales: [List] = [
            .view("contacts/view/70000000101"), .view("contacts/view/70000000102"), .view("contacts/view/70000000104"),
            .view("sales_accounts/view/70000000111"), .view("deals/view/70000000121"), .view("deals/view/70000000122"),
            .whole("freshsales", "contacts/filters", "filters"), .whole("freshsales", "deals/filters", "filters"),
            .whole("freshsales", "settings/contacts/fields", "fields"),
            .whole("freshsales", "selector/owners", "users"),
        ]

        private static let selectors: [List] = [
            "territories", "lead_sources", "campaigns", "contact_statuses", "lifecycle_stages", "deal_pipelines",
            "deal_stages", "deal_types", "deal_reasons", "deal_products", "deal_payment_statuses", "currencies",
            "industry_types", "business_types", "sales_activity_types", "sales_activity_outcomes",
            "sales_activity_entity_types",
        ].map { (name: String) in List.whole("freshsales", "selector/\(name)", name) }

        /// An account with something in each list.
        private struct Account {
            let sandbox: Sandbox
            let environment: [String: String]
            var names: [String: String] = [:]

            init() async throws {
                sandbox = Sandbox(
                    // A ticket may be just 30 days old, which is the last moment that the list shows it.
                    Sandbox.Options(
                        clock: StillClock(), tickets: 90, agents: 45, freshdeskCallsPerMinute: 100_000,
                        freshchatCallsPerMinute: 100_000,
                        freshsalesCallsPerHour: 100_000))
                environment = [
                    "FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
                    "FRESHCHAT_SUBDOMAIN": "acme", "FRESHCHAT_API_TOKEN": sandbox.freshchat.apiToken,
                    "FRESHSALES_SUBDOMAIN": "acme", "FRESHSALES_API_KEY": sandbox.freshsales.apiKey,
                ]
                let tickets = try await ids("freshdesk", "GET", "tickets")
                for number in 1...7 {
                    _ = try await call(
                        "freshdesk", "POST", "tickets/\(tickets[0])/notes", #"{"body":"Note \#(number)"}"#)
                }
                for id in tickets[3...8] { _ = try await call("freshdesk", "DELETE", "tickets/\(id)") }
                var (user, conversation) = ("", "")
                for id in try await ids("freshchat", "GET", "users?\(everybody)", at: "users")
                where conversation.isEmpty {
                    user = id
                    let own = try await ids("freshchat", "GET", "users/\(id)/conversations", at: "conversations")
                    conversation = own.first ?? ""
                }
                names = ["{ticket}": tickets[0], "{user}": user, "{conversation}": conversation]
                let message =
                    #"{"message_parts":[{"text":{"content":"Hello"}}],"actor_type":"user","actor_id":"\#(user)"}"#
                for _ in 1...7 {
                    _ = try await call("freshchat", "POST", "conversations/\(conversation)/messages", message)
                }
            }

            /// Does what the words say, and takes the ids of the rows in the answer.
            func ids(
                _ product: String, _ method: String, _ path: String, _ body: String? = nil, at key: String? = nil
            ) async throws -> [String] {
                try await call(product, method, path, body, at: key).compactMap { $0["id"] }
            }

            /// Does what the words say, and takes the rows of the answer.
            func call(
                _ product: String, _ method: String, _ path: String, _ body: String? = nil, at key: String? = nil,
                options: [String] = []
            ) async throws -> [JSONValue] {
                let words = ["api", product, method, path] + (body.map { ["--body", $0] } ?? []) + options
                let result = try await freshworks(words, environment, over: sandbox.transport)
                #expect(result.status == 0)
                #expect(result.diagnostics.isEmpty)
                guard !result.output.isEmpty else { return [] }
                let answer = try JSONValue(parsing: Data(result.output.utf8))
                return (key.map { answer.value(at: [$0]) } ?? answer)?.arrayValue ?? []
            }
        }

        @Test("gives exactly what is there, with pages of any size", .endsIfItHangs)
        func exactly() async throws {
            let account = try await Account()
            for list in Self.lists {
                let path = account.names.reduce(list.path) { $0.replacing($1.key, with: $1.value) }
                func pages(of size: Int?) -> [String] {
                    let own = list.size.flatMap { parameter in size.map { "\(parameter.name)=\($0)" } }
                    return (list.query + [own].compactMap(\.self)).flatMap { ["--query", $0] }
                }
                let truth = try await account.call(
                    list.product, "GET", path, at: list.key, options: pages(of: list.size?.greatest))
                // Otherwise it may not be all.
                if let size = list.size { try #require(truth.count < size.greatest) }
                // With this one, the last page is full.
                let divisor = (1...50).last { truth.count % $0 == 0 }
                let sizes: [Int?] = list.size == nil ? [nil] : [nil, 7, divisor]
                for size in sizes {
                    let rows = try await account.call(list.product, "GET", path, options: ["--all"] + pages(of: size))
                    #expect(rows == truth, "\(list), pages of \(size ?? 0)")
                }
                if list.query != ["filter=watching"] { #expect(!truth.isEmpty, "\(list)") }
            }
        }

        @Test("fails behind the last page of tickets that is served, naming how many came and where to go on")
        func ticketCeiling() async throws {
            let sandbox = Sandbox(Sandbox.Options(clock: StillClock(), tickets: 305))
            let environment = ["FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey]
            func all(_ query: String...) async throws -> (result: CommandLineTool.Result, rows: [JSONValue]) {
                let options = query.flatMap { ["--query", $0] }
                let result = try await freshworks(
                    ["api", "freshdesk", "GET", "tickets", "--all"] + options, environment, over: sandbox.transport)
                return (result, try JSONValue(parsing: Data(result.output.utf8)).arrayValue ?? [])
            }
            let since = "updated_since=2001-01-01T00:00:00Z"
            let (result, rows) = try await all("per_page=1", since, "order_by=updated_at", "order_type=asc")
            #expect(result.status == 1)
            #expect(Set(rows).count == 300)
            #expect(rows.count == 300)
            #expect(sandbox.requests.count == 300)
            #expect(result.diagnostics.contains("after 300 records (page_ceiling"))
            #expect(result.diagnostics.contains("set updated_since to the last ticket's updated_at"))
            let last: String = try #require(rows.last?["updated_at"])
            #expect(result.diagnostics.hasSuffix("The last ticket was changed at \(last).\n"))
            // As it says.
            let rest = try await all("per_page=100", "updated_since=\(last)", "order_by=updated_at", "order_type=asc")
            #expect(rest.result.status == 0)
            #expect(Set(rows + rest.rows).count == 305)
            let (other, _) = try await all("per_page=1", since, "page=299")
            #expect(other.status == 1)
            #expect(other.diagnostics.contains("after 2 records (page_ceiling"))
            #expect(!other.diagnostics.contains("was changed at"))
        }
    }
}
