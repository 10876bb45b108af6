import Foundation
import FreshworksCore
import TestSupport
import Testing

@testable import FreshworksSandbox

extension CommandTests {
    /// Whatever the double serves as a list, also what it learns tomorrow: the routes tell, and no table has to be kept.
    @Suite("api --all, of every route of the honest double that answers a list")
    struct EveryRoute {
        /// The routes that are asked for by GET, those of fewer segments first: their records fill the names of the others.
        private static func patterns<Service: ProductService>(of service: Service.Type) -> [[String]] {
            service.router.routes.filter { $0.method == "GET" }
                .map { $0.pattern.text.split(separator: "/").map(String.init) }
                .sorted { ($0.count, $0.joined()) < ($1.count, $1.joined()) }
        }

        /// What a route needs to answer at all.
        private static let queries: [String: [String]] = [
            "freshchat users": ["created_from=2001-01-01T00:00:00.000Z"]
        ]

        /// One product of an account that has something in its lists.
        private struct Crawl {
            let product: String
            let sandbox: Sandbox
            let environment: [String: String]
            /// The id of a record of each list, by the list's path.
            var ids: [String: String] = [:]
            var lists = 0
            var silent: [String] = []

            private func run(_ path: String, _ options: [String]) async throws -> CommandLineTool.Result {
                let query = EveryRoute.queries["\(product) \(path)"] ?? []
                return try await freshworks(
                    ["api", product, "GET", path] + query.flatMap { ["--query", $0] } + options, environment,
                    over: sandbox.transport)
            }

            /// The path with an id for each name; `nil` if none is known.
            private func path(_ pattern: [String]) -> String? {
                var path: [String] = []
                for segment in pattern {
                    guard segment.hasPrefix("{") else {
                        path.append(segment)
                        continue
                    }
                    guard let id = ids[path.joined(separator: "/")] else { return nil }
                    path.append(id)
                }
                return path.joined(separator: "/")
            }

            /// The rows of a list's answer; `nil` if it is no list.
            private func rows(_ output: String, _ path: String) -> [JSONValue]? {
                guard let answer = try? JSONValue(parsing: Data(output.utf8)) else { return nil }
                if let rows = answer.arrayValue { return rows }
                let arrays = (answer.objectValue ?? [:]).filter { $0.value.arrayValue != nil }
                let name = path.split(separator: "/").last.map(String.init) ?? ""
                return (arrays.first { $0.key == name } ?? (arrays.count == 1 ? arrays.first : nil))?.value.arrayValue
            }

            mutating func visit(_ pattern: [String]) async throws {
                guard pattern.last?.hasPrefix("{") == false else { return }
                guard let path = path(pattern) else {
                    silent.append(pattern.joined(separator: "/"))
                    return
                }
                let plain = try await run(path, [])
                guard plain.status == 0 else {
                    silent.append(pattern.joined(separator: "/"))
                    return
                }
                guard let first = rows(plain.output, path) else { return }
                if let id = first.first.flatMap({ $0["id"] as JSONValue? }) { ids[path] = String(json: id) }
                let size = product == "freshchat" ? "items_per_page" : "per_page"
                let most = product == "freshchat" ? 50 : 100
                let widest = try await run(path, ["--query", "\(size)=\(most)"])
                let truth = widest.status == 0 ? rows(widest.output, path) ?? first : first
                guard truth.count < most else {
                    Issue.record("\(product) \(path) has too many rows to tell")
                    return
                }
                let sizes: [Int?] = widest.status == 0 ? [nil, 3, max(1, truth.count)] : [nil]
                for rowsPerPage in sizes {
                    let query = rowsPerPage.map { ["--query", "\(size)=\($0)"] } ?? []
                    let all = try await run(path, ["--all"] + query)
                    let listed = (try? JSONValue(parsing: Data(all.output.utf8)))?.arrayValue
                    #expect(all.status == 0, "\(product) \(path): \(all.diagnostics)")
                    #expect(listed == truth, "\(product) \(path), pages of \(rowsPerPage ?? 0)")
                }
                lists += 1
            }
        }

        private func crawl<Service: ProductService>(
            _ product: String, _ service: Service.Type, _ environment: (Sandbox) -> [String: String]
        ) async throws -> Crawl {
            let sandbox = Sandbox(
                Sandbox.Options(
                    clock: StillClock(), tickets: 40, agents: 12, freshdeskCallsPerMinute: 100_000,
                    freshchatCallsPerMinute: 100_000,
                    freshsalesCallsPerHour: 100_000))
            var crawl = Crawl(product: product, sandbox: sandbox, environment: environment(sandbox))
            for pattern in Self.patterns(of: service) { try await crawl.visit(pattern) }
            return crawl
        }

        @Test("gives exactly what is there: Freshdesk", .endsIfItHangs)
        func freshdesk() async throws {
            let crawl = try await crawl("freshdesk", FreshdeskService.self) {
                ["FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": $0.freshdesk.apiKey]
            }
            #expect(crawl.lists >= 46, "out of reach: \(crawl.silent)")
        }

        @Test("gives exactly what is there: Freshchat", .endsIfItHangs)
        func freshchat() async throws {
            let crawl = try await crawl("freshchat", FreshchatService.self) {
                ["FRESHCHAT_SUBDOMAIN": "acme", "FRESHCHAT_API_TOKEN": $0.freshchat.apiToken]
            }
            #expect(crawl.lists >= 8, "out of reach: \(crawl.silent)")
        }

        @Test("gives exactly what is there: Freshsales", .endsIfItHangs)
        func freshsales() async throws {
            let crawl = try await crawl("freshsales", FreshsalesService.self) {
                ["FRESHSALES_SUBDOMAIN": "acme", "FRESHSALES_API_KEY": $0.freshsales.apiKey]
            }
            #expect(crawl.lists >= 32, "out of reach: \(crawl.silent)")
        }

        @Test(
            "gives exactly what a filtered search of Freshsales finds, which is asked for by POST",
            arguments: [2, 7, 100])
        func filteredSearch(size: Int) async throws {
            let sandbox = Sandbox(Sandbox.Options(clock: StillClock(), freshsalesCallsPerHour: 100_000))
            let environment = ["FRESHSALES_SUBDOMAIN": "acme", "FRESHSALES_API_KEY": sandbox.freshsales.apiKey]
            let rule = #"{"attribute":"owner_id","operator":"is_in","value":[70010000001]}"#
            func call(_ path: String, _ options: String...) async throws -> CommandLineTool.Result {
                let body = #"{"filter_rule":[\#(rule)]}"#
                return try await freshworks(
                    ["api", "freshsales", "POST", path, "--body", body] + options, environment,
                    over: sandbox.transport)
            }
            let whole = try await call("filtered_search/deal", "--query", "per_page=100")
            let truth = try JSONValue(parsing: Data(whole.output.utf8))["deals"]?.arrayValue
            #expect(truth?.isEmpty == false)
            let all = try await call("filtered_search/deal", "--all", "--query", "per_page=\(size)")
            #expect(all.status == 0)
            #expect(try JSONValue(parsing: Data(all.output.utf8)).arrayValue == truth)
            #expect(try await call("contacts", "--all").status == 2)
        }
    }
}
