import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    @Suite("api, one call")
    struct OneCall {
        private let desk = Service.freshdesk

        @Test("prints the body of the answer and exits 0", arguments: Service.all)
        func get(service: Service) async throws {
            let server = try RawServer { _ in [.json(200, #"{"big":12345678901234567890, "z":1.0,"a":"é"}"#)] }
            let result = try await freshworks(
                ["api", service.name, "GET", "things/1"], service.environment(port: server.port))
            #expect(result.output == #"{"big":12345678901234567890, "z":1.0,"a":"é"}"# + "\n")
            #expect(result.diagnostics.isEmpty)
            #expect(result.status == 0)
            #expect(server.requests.map(\.target) == ["\(service.basePath)/things/1"])
            #expect(server.requests.map { $0["Authorization"] } == [service.authorization])
            #expect(server.requests.map { $0["Accept"] } == ["application/json"])
        }

        @Test("calls the honest double")
        func sandbox() async throws {
            let sandbox = Sandbox()
            let server = try await sandbox.serve()
            defer { server.stop() }
            let environment = [
                "FRESHDESK_BASE_URL": server.freshdeskBaseURL.absoluteString,
                "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
            ]
            let result = try await freshworks(["api", "freshdesk", "GET", "agents/me"], environment)
            #expect(result.status == 0)
            let me = try JSONValue(parsing: Data(result.output.utf8))
            #expect(me.value(at: ["contact", "email"])?.stringValue == sandbox.freshdesk.email)
            let refused = try await freshworks(
                ["api", "freshdesk", "GET", "tickets", "--query", "per_page=101"], environment)
            #expect(refused.status == 1)
        }

        @Test(
            "takes a path with or without slash, base path and query",
            arguments: [
                ("tickets/12", "/api/v2/tickets/12"), ("/tickets/12", "/api/v2/tickets/12"),
                ("/api/v2/tickets/12", "/api/v2/tickets/12"), ("api/v2/tickets/12", "/api/v2/tickets/12"),
                ("tickets?page=2&a=b%26c", "/api/v2/tickets?page=2&a=b%26c"),
                ("jobs/a%2Fb", "/api/v2/jobs/a%2Fb"), ("jobs/a b#c", "/api/v2/jobs/a%20b%23c"),
            ])
        func paths(path: String, target: String) async throws {
            let server = try RawServer { _ in [.json(200, "{}")] }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", path], desk.environment(port: server.port))
            #expect(result.status == 0)
            #expect(server.requests.map(\.target) == [target])
        }

        @Test(
            "refuses a path that would lead elsewhere, and sends nothing",
            arguments: ["https://attacker.example/x", "tickets//1", "tickets/../x", "tickets/%2e%2e/x", "tickets/", ""])
        func wrongPaths(path: String) async throws {
            let server = try RawServer { _ in [.json(200, "{}")] }
            let result = try await freshworks(
                ["api", "freshdesk", "GET", path], desk.environment(port: server.port))
            expectComplaint(result, status: 2, "(invalid_path")
            #expect(server.connectionCount == 0)
        }

        @Test("encodes the query, in order, names that stand twice included")
        func query() async throws {
            let server = try RawServer { _ in [.json(200, "{}")] }
            let result = try await freshworks(
                [
                    "api", "freshdesk", "GET", "tickets?z=1", "--query", "updated_since=2025-01-19T09:30:00+05:30",
                    "--query", "a=b=c & d", "--query=a=", "--query", "q=\"é\"",
                ], desk.environment(port: server.port))
            #expect(result.status == 0)
            #expect(
                server.requests.map(\.target) == [
                    """
                    /api/v2/tickets?z=1&updated_since=2025-01-19T09%3A30%3A00%2B05%3A30&a=b%3Dc%20%26%20d&a=&q=%22%C3%A9%22
                    """
                ])
        }

        @Test("sends a body given as JSON, as a file and on standard input", arguments: ["POST", "put", "PATCH"])
        func body(method: String) async throws {
            let file = FileManager.default.temporaryDirectory.appending(path: "freshworks-\(UUID().uuidString).json")
            defer { try? FileManager.default.removeItem(at: file) }
            let json = #"{"subject":"é","n":1.50}"#
            try Data(json.utf8).write(to: file)
            let server = try RawServer { _ in [.json(201, #"{"id":1}"#)] }
            for (argument, input) in [(json, ""), ("@\(file.path)", ""), ("-", json)] {
                let result = try await freshworks(
                    ["api", "freshdesk", method, "tickets", "--body", argument], desk.environment(port: server.port),
                    input: input)
                #expect(result.status == 0)
                #expect(result.output == #"{"id":1}"# + "\n")
            }
            #expect(server.requests.count == 3)
            for request in server.requests {
                #expect(request.method == method.uppercased())
                #expect(request.body == Array(json.utf8))
                #expect(request["Content-Type"] == "application/json")
                #expect(request["Content-Length"] == "25")
            }
        }

        @Test("sends a large body as it is written, but for a byte order mark")
        func largeBody() async throws {
            let folder = try TemporaryFolder()
            let written = #"{ "subject" : "\#(String(repeating: "text\\n", count: 400_000))", "subject": 1.0 }"# + "\n"
            let file = try folder.file("body.json", Data("\u{FEFF}\(written)".utf8))
            let server = try RawServer { _ in [.json(201, "{}")] }
            for (argument, input) in [("@\(file.path)", ""), ("-", written)] {
                let result = try await freshworks(
                    ["api", "freshdesk", "POST", "tickets", "--body", argument], desk.environment(port: server.port),
                    input: input)
                #expect(result.status == 0)
                // Two megabytes are nothing to print when they differ.
                let isSame = server.requests.last?.body == Array(written.utf8)
                #expect(isSame)
            }
            #expect(server.requests.count == 2)
        }

        @Test(
            "sends a small body as it is written: white space, order, doubled members, escapes and numbers",
            arguments: ["PUT", "PATCH"])
        func spelledBody(method: String) async throws {
            let written = #"{ "b":1E+2 ,"a" : [ 1.50, -0 ] , "a":"\u00e9\/" }"#
            let server = try RawServer { _ in [.json(200, "{}")] }
            for (argument, input) in [(written, ""), ("-", written + "\r\n")] {
                let result = try await freshworks(
                    ["api", "freshsales", method, "contacts/1", "--body", argument],
                    Service.freshsales.environment(port: server.port), input: input)
                #expect(result.status == 0)
            }
            #expect(server.requests.map(\.body) == [Array(written.utf8), Array((written + "\r\n").utf8)])
        }

        @Test("leaves a byte order mark out of a body that comes from standard input, and no other character")
        func markedInput() async throws {
            let server = try RawServer { _ in [.json(200, "{}")] }
            let written = "[\"\u{FEFF}x\"]"
            let result = try await freshworks(
                ["api", "freshchat", "PUT", "users/1", "--body", "-"],
                Service.freshchat.environment(port: server.port), input: "\u{FEFF}" + written)
            #expect(result.status == 0)
            #expect(server.requests.map(\.body) == [Array(written.utf8)])
        }

        @Test("prints nothing for an answer without a body")
        func nothing() async throws {
            let server = try RawServer { _ in [.send("HTTP/1.1 204 No Content\r\n\r\n")] }
            let result = try await freshworks(
                ["api", "freshdesk", "DELETE", "tickets/1"], desk.environment(port: server.port))
            #expect(result.output.isEmpty)
            #expect(result.diagnostics.isEmpty)
            #expect(result.status == 0)
            #expect(server.requests.map(\.method) == ["DELETE"])
        }

        @Test(
            "prints the body of a refusal, one line on standard error, and says in its exit status whose turn it is",
            arguments: Service.all,
            [(400, 1), (401, 1), (403, 1), (404, 1), (409, 1), (422, 1), (429, 3), (500, 3), (502, 3), (503, 3)])
        func refusal(service: Service, row: (status: Int, exit: Int32)) async throws {
            let body = #"{"message":"line one\nline two\u001b[31m"}"#
            let server = try RawServer { _ in [.json(row.status, body, "Retry-After: 600")] }
            let result = try await freshworks(
                ["api", service.name, "POST", "things", "--body", "{}"], service.environment(port: server.port))
            #expect(result.output == body + "\n")
            #expect(result.status == row.exit)
            #expect(result.diagnostics.hasPrefix("freshworks: "))
            #expect(result.diagnostics.contains("status \(row.status)"))
            #expect(result.diagnostics.count(where: \.isNewline) == 1)
            #expect(!result.diagnostics.contains("\u{1b}"))
            #expect(server.requests.count == 1)
        }

        @Test("says of a rejected key what the product advises, as the clients do")
        func rejected() async throws {
            let server = try RawServer { _ in [.json(401, #"{"message":"no"}"#)] }
            let service = try #require(Service.all.first { $0.name == "freshdesk" })
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "tickets"], service.environment(port: server.port))
            #expect(result.diagnostics.contains("API access may be switched off for this agent"))
            #expect(result.status == 1)
        }

        @Test("follows no redirect, with any method", arguments: Service.all, ["GET", "POST", "DELETE"])
        func redirect(service: Service, method: String) async throws {
            let elsewhere = try RawServer { _ in [.json(200, "{}")] }
            let target = try elsewhere.url("/x").absoluteString
            let body = method == "POST" ? ["--body", "{}"] : []
            for status in [301, 302, 303, 307, 308] {
                let server = try RawServer { _ in [.response(status, ["Location: \(target)"], "moved")] }
                let result = try await freshworks(
                    ["api", service.name, method, "things"] + body, service.environment(port: server.port))
                #expect(result.output == "moved\n")
                #expect(result.diagnostics.contains("status \(status)"))
                #expect(result.status == 1)
            }
            #expect(elsewhere.connectionCount == 0)
        }

        @Test("exits 3 when no answer came or it broke off", arguments: Service.all)
        func network(service: Service) async throws {
            let refused = try await freshworks(["api", service.name, "GET", "x"], service.environment(port: 1))
            expectComplaint(refused, status: 3, "(connection_refused")
            let truncating = try RawServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"), .close] }
            let truncated = try await freshworks(
                ["api", service.name, "GET", "x"], service.environment(port: truncating.port))
            expectComplaint(truncated, status: 3, "(truncated_response")
        }

        /// Runs the command until its request has arrived, and interrupts it.
        private func interrupted(
            by signal: Int32, _ method: String, _ more: String...
        ) async throws
            -> CommandLineTool.Result
        {
            let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
            let server = try RawServer { _ in
                arrived.yield()
                return [.hold]
            }
            let tool = try CommandLineTool("freshworks").start(
                ["api", "freshdesk", method, "tickets"] + more, environment: desk.environment(port: server.port))
            for await _ in arrivals { break }
            tool.signal(signal)
            let result = await tool.result()
            #expect(result.status == 130)
            #expect(result.output.isEmpty)
            expectNoSecret(in: result)
            return result
        }

        @Test("ends when it is interrupted while it waits", arguments: [SIGINT, SIGTERM])
        func interrupted(signal: Int32) async throws {
            #expect(try await interrupted(by: signal, "GET").diagnostics.isEmpty)
        }

        @Test(
            "says that an interrupted call which changes something may have been carried out",
            arguments: [SIGINT, SIGTERM], ["POST", "PUT", "PATCH", "DELETE"])
        func interruptedWrite(signal: Int32, method: String) async throws {
            let result =
                try await method == "DELETE"
                ? interrupted(by: signal, method) : interrupted(by: signal, method, "--body", "{}")
            #expect(
                result.diagnostics == """
                    freshworks: interrupted while the \(method) was under way. The service may have carried out the call. \
                    Before you repeat the call, look whether it took effect.

                    """)
        }

        @Test("says so of a call that is interrupted in its second attempt, too", arguments: Service.all)
        func interruptedRepetition(service: Service) async throws {
            let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
            let served = Served()
            let server = try RawServer { _ in
                if served.next() == 0 { return [.json(503, "{}", "Retry-After: 0")] }
                arrived.yield()
                return [.hold]
            }
            let tool = try CommandLineTool("freshworks").start(
                ["api", service.name, "PUT", "things/1", "--body", "{}"],
                environment: service.environment(port: server.port))
            for await _ in arrivals { break }
            tool.signal(SIGINT)
            let result = await tool.result()
            #expect(result.status == 130)
            #expect(result.diagnostics.hasPrefix("freshworks: interrupted while the PUT was under way."))
            #expect(server.requests.count == 2)
        }

        @Test("does not say so of a search, which changes nothing although it is asked for by POST")
        func interruptedSearch() async throws {
            let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
            let server = try RawServer { _ in
                arrived.yield()
                return [.hold]
            }
            let tool = try CommandLineTool("freshworks").start(
                ["api", "freshsales", "POST", "filtered_search/deal", "--body", #"{"filter_rule":[]}"#],
                environment: Service.freshsales.environment(port: server.port))
            for await _ in arrivals { break }
            tool.signal(SIGINT)
            let result = await tool.result()
            #expect(result.status == 130)
            #expect(result.diagnostics.isEmpty)
        }

        @Test(
            "calls a wrong command line wrong, and sends nothing",
            arguments: [
                ["api"], ["api", "freshdesk"], ["api", "freshdesk", "GET"], ["api", "freshdesk", "GET", "a", "b"],
                ["api", "freshservice", "GET", "x"], ["api", "freshdesk", "FETCH", "x"],
                ["api", "freshdesk", "GET", "x", "--query", "novalue"],
                ["api", "freshdesk", "GET", "x", "--query", "=v"],
                ["api", "freshdesk", "GET", "x", "--query"], ["api", "freshdesk", "GET", "x", "--body", "{}"],
                ["api", "freshdesk", "POST", "x", "--body", "{"],
                ["api", "freshdesk", "POST", "x", "--body", "@/no/file"],
                ["api", "freshdesk", "POST", "x", "--body", "{}", "--body", "{}"],
                ["api", "freshdesk", "POST", "x", "--all"], ["api", "freshdesk", "GET", "x", "--all=yes"],
            ])
        func misuse(arguments: [String]) async throws {
            let server = try RawServer { _ in [.json(200, "{}")] }
            let result = try await freshworks(arguments, desk.environment(port: server.port))
            expectComplaint(result, status: 2)
            #expect(server.connectionCount == 0)
        }

        @Test("exits 2 when the product is not configured")
        func notConfigured() async throws {
            let result = try await freshworks(["api", "freshchat", "GET", "agents"])
            expectComplaint(result, status: 2, "FRESHCHAT_API_TOKEN")
        }

        @Test("has deleted what a repeated DELETE does not find any more", arguments: Service.all)
        func lostDelete(service: Service) async throws {
            let served = Served()
            let server = try RawServer { _ in served.next() == 0 ? [.reset] : [.html(404)] }
            let result = try await freshworks(
                ["api", service.name, "DELETE", "things/1"], service.environment(port: server.port))
            #expect(result.status == 0)
            #expect(result.output.isEmpty)
            #expect(result.diagnostics.isEmpty)
            #expect(server.requests.map(\.method) == ["DELETE", "DELETE"])
        }

        @Test("says of a record in the trash how to bring it back")
        func trash() async throws {
            let body = #"{"message":"PUT method is not allowed. It should be one of these method(s): GET"}"#
            let server = try RawServer { _ in [.json(405, body)] }
            let result = try await freshworks(
                ["api", "freshdesk", "PUT", "contacts/7", "--body", "{}"], desk.environment(port: server.port))
            #expect(result.status == 1)
            #expect(result.diagnostics.contains("PUT contacts/{id}/restore"))
        }
    }
}

/// Nothing, or these rows, on standard output, one line on standard error.
func expectComplaint(
    _ result: CommandLineTool.Result, status: Int32, _ words: String = "", output: String? = nil,
    _ location: SourceLocation = #_sourceLocation
) {
    #expect(result.status == status, sourceLocation: location)
    #expect(result.output == (output.map { $0 + "\n" } ?? ""), sourceLocation: location)
    #expect(result.diagnostics.hasPrefix("freshworks: "), sourceLocation: location)
    #expect(result.diagnostics.count(where: \.isNewline) == 1, "\(result.diagnostics)", sourceLocation: location)
    #expect(words.isEmpty || result.diagnostics.contains(words), "\(result.diagnostics)", sourceLocation: location)
}
