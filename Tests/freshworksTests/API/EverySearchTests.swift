import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("api --all, of every search of the honest double")
    struct EverySearch {
        private struct Account {
            let sandbox: Sandbox
            let environment: [String: String]

            init(tickets: Int = 90) {
                sandbox = Sandbox(
                    Sandbox.Options(
                        clock: ManualClock(), tickets: tickets, freshdeskCallsPerMinute: 1_000_000,
                        freshsalesCallsPerHour: 1_000_000))
                environment = [
                    "FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
                    "FRESHSALES_SUBDOMAIN": "acme", "FRESHSALES_API_KEY": sandbox.freshsales.apiKey,
                ]
            }

            /// Makes so many records, by the service's own calls.
            /// - Returns: Their ids.
            func make(
                _ count: Int, _ product: FreshworksAccount, _ path: String, at root: String? = nil,
                _ body: (Int) -> JSONValue
            ) async throws -> [JSONValue] {
                let credential: Credential =
                    product.product.name == "freshdesk"
                    ? .freshdesk(apiKey: sandbox.freshdesk.apiKey) : .freshsales(apiKey: sandbox.freshsales.apiKey)
                let api = try APIClient(
                    account: product, credential: .fixed(credential),
                    runtime: FreshworksRuntime(
                        .init(paces: false), transport: sandbox.transport, clock: StillClock()))
                var ids: [JSONValue] = []
                for number in 0..<count {
                    let record = try await api.call(.post, path, body: body(number)).json()
                    ids.append((root.map { record[$0] ?? .null } ?? record)["id"] ?? .null)
                }
                return ids
            }

            func all(
                _ product: String, _ path: String, method: String = "GET", _ options: String...
            ) async throws -> (result: CommandLineTool.Result, rows: [JSONValue]) {
                let result = try await freshworks(
                    ["api", product, method, path, "--all"] + options, environment, over: sandbox.transport)
                return (result, try JSONValue(parsing: Data(result.output.utf8)).arrayValue ?? [])
            }
        }

        /// Exactly these records, each once, and nothing to complain of.
        private func expect(
            _ answer: (result: CommandLineTool.Result, rows: [JSONValue]), _ ids: [JSONValue],
            _ location: SourceLocation = #_sourceLocation
        ) {
            #expect(answer.result.status == 0, sourceLocation: location)
            #expect(answer.result.diagnostics.isEmpty, "\(answer.result.diagnostics)", sourceLocation: location)
            let found = answer.rows.compactMap { $0["id"] }
            #expect(found.count == ids.count, sourceLocation: location)
            #expect(Set(found) == Set(ids), sourceLocation: location)
        }

        private static let people = #"query="tag:'hit'""#
        private static let firms = #"query="domain:'hit0.example' OR domain:'hit1.example'""#

        private func makePeople(_ count: Int, in account: Account) async throws -> [JSONValue] {
            try await account.make(count, .freshdesk("acme"), "contacts") {
                ["name": .string("Zoe \($0)"), "email": .string("zoe\($0)@mail.example"), "tags": ["hit"]]
            }
        }

        private func makeFirms(_ count: Int, in account: Account) async throws -> [JSONValue] {
            try await account.make(count, .freshdesk("acme"), "companies") {
                ["name": .string("Hit \($0)"), "domains": [.string("hit\($0 % 2).example")]]
            }
        }

        private func makeTickets(_ count: Int, in account: Account) async throws -> [JSONValue] {
            try await account.make(count, .freshdesk("acme"), "tickets") {
                [
                    "email": "sam@globex.example", "subject": .string("Hit \($0)"), "description": "D",
                    "tags": ["hit"],
                ]
            }
        }

        @Test("gives exactly what Freshdesk finds, on however many pages", arguments: [1, 30, 31, 118, 300])
        func freshdesk(count: Int) async throws {
            let account = Account()
            let people = try await makePeople(count, in: account)
            let firms = try await makeFirms(count, in: account)
            let tickets = try await makeTickets(count, in: account)
            expect(try await account.all("freshdesk", "search/contacts", "--query", Self.people), people)
            expect(try await account.all("freshdesk", "search/companies", "--query", Self.firms), firms)
            expect(try await account.all("freshdesk", "search/tickets", "--query", Self.people), tickets)
        }

        @Test("fails where Freshdesk finds more than it serves, and names how many came", arguments: [301, 333])
        func ceiling(count: Int) async throws {
            let account = Account()
            let searches = [
                ("contacts", Self.people, try await makePeople(count, in: account)),
                ("companies", Self.firms, try await makeFirms(count, in: account)),
                ("tickets", Self.people, try await makeTickets(count, in: account)),
            ]
            for (path, query, made) in searches {
                let (result, rows) = try await account.all("freshdesk", "search/\(path)", "--query", query)
                #expect(result.status == 1)
                let found = rows.compactMap { $0["id"] }
                #expect(found.count == 300)
                #expect(Set(found).count == 300)
                #expect(Set(found).isSubset(of: made))
                #expect(result.diagnostics.contains("after 300 records (page_ceiling"), "\(result.diagnostics)")
                #expect(result.diagnostics.contains("Search for less at a time"))
            }
        }

        @Test("gives exactly the articles that Freshdesk finds", arguments: [nil, 7, 20, 100])
        func articles(size: Int?) async throws {
            let account = Account()
            let desk = try FreshworksAccount.freshdesk("acme")
            let category = try #require(
                try await account.make(1, desk, "solutions/categories") { _ in ["name": "C"] }.first)
            let folder = try #require(
                try await account.make(1, desk, "solutions/categories/\(category)/folders") { _ in ["name": "F"] }.first
            )
            let articles = try await account.make(40, desk, "solutions/folders/\(folder)/articles") {
                ["title": .string("Hit \($0)"), "description": "D", "status": 2]
            }
            let size = size.map { ["--query", "per_page=\($0)"] } ?? []
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "search/solutions", "--all", "--query", "term=hit"] + size,
                account.environment, over: account.sandbox.transport)
            expect((result, try JSONValue(parsing: Data(result.output.utf8)).arrayValue ?? []), articles)
        }

        @Test("gives exactly what a filtered search of Freshsales finds", arguments: [7, 20, 100])
        func freshsales(size: Int) async throws {
            let account = Account()
            let sales = try FreshworksAccount.freshsales("acme")
            let people = try await account.make(40, sales, "contacts", at: "contact") {
                ["contact": ["last_name": "Zebra", "email": .string("z\($0)@mail.example")]]
            }
            let firms = try await account.make(40, sales, "sales_accounts", at: "sales_account") {
                ["sales_account": ["name": .string("Zebra \($0)"), "city": "Hitville"]]
            }
            for (noun, attribute, value, ids) in [
                ("contact", "last_name", "Zebra", people), ("sales_account", "city", "Hitville", firms),
            ] {
                let rule = #"{"attribute":"\#(attribute)","operator":"is_in","value":["\#(value)"]}"#
                let answer = try await account.all(
                    "freshsales", "filtered_search/\(noun)", method: "POST", "--query", "per_page=\(size)", "--body",
                    #"{"filter_rule":[\#(rule)]}"#)
                expect(answer, ids)
            }
        }

        @Test("gives what Freshsales finds by words if that is less than a page, else fails and says how many came")
        func words() async throws {
            let account = Account()
            let sales = try FreshworksAccount.freshsales("acme")
            let firms = try await account.make(25, sales, "sales_accounts", at: "sales_account") {
                ["sales_account": ["name": .string("Zebra \($0)")]]
            }.compactMap { String(json: $0).map(JSONValue.string) }
            let query = ["--query", "q=zebra", "--query", "include=sales_account"]
            func search(_ options: String...) async throws -> (result: CommandLineTool.Result, rows: [JSONValue]) {
                let result = try await freshworks(
                    ["api", "freshsales", "GET", "search", "--all"] + query + options, account.environment,
                    over: account.sandbox.transport)
                return (result, try JSONValue(parsing: Data(result.output.utf8)).arrayValue ?? [])
            }
            expect(try await search("--query", "per_page=100"), firms)
            expect(try await search("--query", "per_page=26"), firms)
            for (options, count) in [([], 10), (["--query", "per_page=25"], 25)] as [([String], Int)] {
                let (result, rows) =
                    options.isEmpty ? try await search() : try await search(options[0], options[1])
                #expect(result.status == 1)
                #expect(rows.count == count)
                #expect(result.diagnostics.contains("after \(count) records (page_ceiling"))
            }
        }
    }
}
