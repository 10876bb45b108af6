import Foundation
import FreshworksCore
import Synchronization
import TestSupport
import Testing

extension CommandTests {
    @Suite("api --all, while it runs")
    struct RowsAsTheyCome {
        private static func environment(_ port: Int) -> [String: String] { Service.freshdesk.environment(port: port) }

        private static func page(_ number: Int) -> RawServer.Step {
            .json(200, #"[{"id":\#(number)}]"#, #"Link: </api/v2/tickets?page=\#(number + 1)>; rel="next""#)
        }

        @Test("has written each page when it asks for the next one")
        func asTheyCome() async throws {
            let folder = try TemporaryFolder()
            let output = folder.url.appending(path: "rows.json")
            try Data().write(to: output)
            let served = Served()
            let written = Mutex<[String]>([])
            let server = try RawServer { _ in
                let soFar = (try? String(contentsOf: output, encoding: .utf8)) ?? "unreadable"
                written.withLock { $0.append(soFar) }
                let number = served.next() + 1
                return [number < 4 ? Self.page(number) : .json(200, #"[{"id":4}]"#)]
            }
            let result = try await CommandLineTool("freshworks").run(
                ["api", "freshdesk", "GET", "tickets", "--all"], environment: Self.environment(server.port),
                output: output.path())
            #expect(result.status == 0)
            #expect(
                written.withLock(\.self) == [
                    "", #"[{"id":1}"#, #"[{"id":1},{"id":2}"#, #"[{"id":1},{"id":2},{"id":3}"#,
                ])
            #expect(
                try String(contentsOf: output, encoding: .utf8) == #"[{"id":1},{"id":2},{"id":3},{"id":4}]"# + "\n")
        }

        @Test(
            "closes the array when it is refused, 1, and when the network fails, 3",
            arguments: [
                ([RawServer.Step.json(403, #"{"code":"access_denied","message":"No"}"#)], 1, "(forbidden"),
                ([.json(400, #"{"errors":[{"field":"page","code":"invalid_value"}]}"#)], 1, "page"),
                ([.reset], 3, "("), ([.close], 3, "("), ([.json(200, #"[{"id":2"#)], 3, "(unreadable_response"),
            ] as [([RawServer.Step], Int32, String)])
        func refused(steps: [RawServer.Step], status: Int32, words: String) async throws {
            let served = Served()
            let server = try RawServer { _ in served.next() == 0 ? [Self.page(1)] : steps }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "tickets", "--all"], Self.environment(server.port))
            expectComplaint(result, status: status, words, output: #"[{"id":1}]"#)
            #expect(result.diagnostics.contains("after 1 record"))
            #expect(result.diagnostics.contains("Go on with GET '/api/v2/tickets?page=2'."))
        }

        @Test("writes nothing at all when the first page fails")
        func first() async throws {
            let server = try RawServer { _ in [.json(403, "{}")] }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "tickets", "--all"], Self.environment(server.port))
            expectComplaint(result, status: 1, "(forbidden")
            #expect(!result.diagnostics.contains("Go on with"))
        }

        @Test("shows a hostile address so that no shell runs it")
        func hostile() async throws {
            let served = Served()
            let server = try RawServer { _ in
                served.next() == 0
                    ? [.json(200, #"[{"id":1}]"#, #"Link: </api/v2/tickets?page=2';id;'`id`$(id)>; rel="next""#)]
                    : [.json(403, "{}")]
            }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "tickets", "--all"], Self.environment(server.port))
            #expect(result.status == 1)
            let address = try #require(result.diagnostics.split(separator: "Go on with GET ").last)
            #expect(address.hasPrefix("'/api/v2/tickets?page=2%27"), "\(address)")
            #expect(address.hasSuffix("'.\n"))
            #expect(address.count { $0 == "'" } == 2)
        }

        @Test("closes the array when it is interrupted, and says where to go on")
        func interrupted() async throws {
            let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
            let served = Served()
            let server = try RawServer { _ in
                if served.next() == 0 { return [Self.page(1)] }
                arrived.yield()
                return [.hold]
            }
            let tool = try CommandLineTool("freshworks").start(
                ["api", "freshdesk", "GET", "tickets", "--all"], environment: Self.environment(server.port))
            for await _ in arrivals { break }
            tool.signal(SIGINT)
            let result = await tool.result()
            #expect(result.status == 130)
            #expect(result.output == #"[{"id":1}]"# + "\n")
            #expect(
                result.diagnostics == "freshworks: interrupted after 1 row. Go on with GET '/api/v2/tickets?page=2'.\n")
        }

        @Test("says where a search goes on that is asked for by POST, and not that it may have been carried out")
        func interruptedSearch() async throws {
            let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
            let served = Served()
            let server = try RawServer { _ in
                if served.next() == 0 { return [.json(200, #"{"deals":[{"id":1}],"meta":{"total_pages":2}}"#)] }
                arrived.yield()
                return [.hold]
            }
            let tool = try CommandLineTool("freshworks").start(
                ["api", "freshsales", "POST", "filtered_search/deal", "--all", "--body", #"{"filter_rule":[]}"#],
                environment: Service.freshsales.environment(port: server.port))
            for await _ in arrivals { break }
            tool.signal(SIGINT)
            let result = await tool.result()
            #expect(result.status == 130)
            #expect(result.output == #"[{"id":1}]"# + "\n")
            let address = "/crm/sales/api/filtered_search/deal?page=2"
            #expect(result.diagnostics == "freshworks: interrupted after 1 row. Go on with POST '\(address)'.\n")
        }

        @Test("asks for no more pages when nobody reads them, and when they cannot be written")
        func unread() async throws {
            let served = Served()
            let server = try RawServer { _ in [Self.page(served.next() + 1)] }
            let left = try await freshworks(
                ["api", "freshdesk", "GET", "tickets", "--all"], Self.environment(server.port), hasReader: false)
            #expect(left.status == 0)
            #expect(server.requests.count == 1)
            let full = try await CommandLineTool("freshworks").run(
                ["api", "freshdesk", "GET", "tickets", "--all"], environment: Self.environment(server.port),
                output: "/dev/full")
            #expect(full.status == 3)
            #expect(full.diagnostics.hasPrefix("freshworks: standard output could not be written"))
            #expect(server.requests.count == 2)
        }
    }
}
