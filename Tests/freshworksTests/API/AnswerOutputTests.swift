import Foundation
import FreshworksCore
import TestSupport
import Testing

@testable import freshworks

extension CommandTests {
    @Suite("api, what it prints")
    struct Printing {
        private func call(
            _ body: String, _ options: [String] = [], status: Int = 200, method: String = "GET",
            variables: [String: String] = [:], isTerminal: Bool = false
        ) async throws -> CommandLineTool.Result {
            let answer = TransportResponse.json(
                status, body, ("X-Request-Id", "r-1"), ("Set-Cookie", "session=FAKEcookie"))
            return try await freshworks(
                ["api", "freshdesk", method, "x"] + options,
                Service.freshdesk.environment(port: 1).merging(variables) { $1 },
                over: ScriptedTransport(answer), isTerminal: isTerminal)
        }

        @Test("--include prints status and header fields before the body, secrets left out")
        func include() async throws {
            let result = try await call(#"{"a":1}"#, ["--include"])
            #expect(
                result.output == """
                    HTTP 200
                    Content-Type: application/json
                    X-Request-Id: r-1
                    Set-Cookie: <redacted>

                    {"a":1}

                    """)
            let refused = try await call(#"{"message":"no"}"#, ["--include"], status: 404)
            #expect(refused.status == 1)
            #expect(refused.output.hasPrefix("HTTP 404\n"))
            expectComplaint(try await call("[]", ["--include", "--all"]), status: 2, "--include")
        }

        @Test(
            "--jq prints each value that a path means on a line of its own, texts without quotes",
            arguments: [
                (".", #"{"a":[{"b":"x\ny"},{"b":2}]}"#, #"{"a":[{"b":"x\ny"},{"b":2}]}"#),
                (".a[0].b", #"{"a":[{"b":"é"},{"b":2}]}"#, "é"), (".a[-1].b", #"{"a":[{"b":1},{"b":2.50}]}"#, "2.50"),
                (".a[].b", #"{"a":[{"b":"x"},{"b":null},{}]}"#, "x\nnull\nnull"), (".[]", "[1,true]", "1\ntrue"),
                (".[]", #"{"z":1,"a":"2"}"#, "1\n2"), (".[1]", "[1,[2]]", "[2]"), (".[5]", "[1]", "null"),
                (#"."odd name"."#.dropLast().description, #"{"odd name":{"a":1}}"#, #"{"a":1}"#),
                (#".["odd \" name"][0]"#, #"{"odd \" name":[7]}"#, "7"), (".a.b.c", #"{"a":null}"#, "null"),
                (".[][].id", #"[[{"id":1}],[{"id":2},{"id":3}]]"#, "1\n2\n3"),
            ])
        func selection(path: String, body: String, output: String) async throws {
            let result = try await call(body, ["--jq", path])
            #expect(result.output == output + "\n")
            #expect(result.status == 0)
        }

        @Test(
            "what is no path is refused before anything is sent",
            arguments: ["", "a", ".a.", "..a", ".a[", ".a[x]", ".[+1]", ".a b", ".\"a", ".a|b", ".[1.5]", "[0]", ".1a"])
        func wrongPath(path: String) async throws {
            let transport = ScriptedTransport(.json(200, "{}"))
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "x", "--jq", path], Service.freshdesk.environment(port: 1), over: transport)
            expectComplaint(result, status: 2, "--jq takes a path")
            #expect(transport.requests.isEmpty)
        }

        @Test("a path that the answer does not have is told, and after a write that it was carried out")
        func unfit() async throws {
            expectComplaint(try await call(#"{"a":"x"}"#, ["--jq", ".a.b"]), status: 2, "a member of what is a text")
            expectComplaint(try await call("[1]", ["--jq", ".a"]), status: 2, "a member of what is a list")
            expectComplaint(try await call("{}", ["--jq", ".[0]"]), status: 2, "an element of what is an object")
            expectComplaint(
                try await call("{\"a\":1}", ["--jq", ".a[]"]), status: 2, "all elements of what is a number")
            let written = try await call("[1]", ["--jq", ".a"], method: "POST")
            #expect(written.diagnostics.contains("The POST was carried out all the same."))
        }

        @Test("a refusal is printed whole, whatever --jq asks for")
        func refusal() async throws {
            let result = try await call(#"{"message":"no"}"#, ["--jq", ".a"], status: 403)
            #expect(result.output == "{\"message\":\"no\"}\n")
            #expect(result.status == 1)
        }

        @Test("--jq with --all takes its path of each row as they come")
        func rows() async throws {
            let environment = Service.freshdesk.environment(port: 1)
            let transport = ScriptedTransport(
                .json(200, #"[{"id":1},{"id":2}]"#, ("Link", #"<http://127.0.0.1:1/api/v2/x?page=2>; rel="next""#)),
                .json(200, #"[{"id":3}]"#))
            let all = ["api", "freshdesk", "GET", "x", "--all", "--jq"]
            let result = try await freshworks(all + [".[].id"], environment, over: transport)
            #expect(result.output == "1\n2\n3\n")
            let whole = try await freshworks(all + [".id"], environment, over: transport)
            expectComplaint(whole, status: 2, "begins with .[]")
            let wrong = try await freshworks(all + [".[].id.x"], environment, over: transport)
            expectComplaint(wrong, status: 2, "a member of what is a number")
        }

        @Test("on a terminal JSON is indented and colored, and is the same JSON")
        func terminal() async throws {
            let body = #"{"id":12345678901234567890,"a":[1.50,"x",[],{}],"n":null,"t":{"é":true}}"#
            let plain = try await call(body, variables: ["NO_COLOR": "1"], isTerminal: true)
            #expect(
                plain.output == """
                    {
                      "id": 12345678901234567890,
                      "a": [
                        1.50,
                        "x",
                        [],
                        {}
                      ],
                      "n": null,
                      "t": {
                        "é": true
                      }
                    }

                    """)
            let colored = try await call(body, isTerminal: true)
            #expect(colored.output.contains("\u{1B}[34;1m\"id\"\u{1B}[0m: \u{1B}[33m12345678901234567890\u{1B}[0m,"))
            #expect(colored.output.replacing(/\x1B\[[0-9;]*m/, with: "") == plain.output)
            let dumb = try await call(body, variables: ["TERM": "dumb"], isTerminal: true)
            #expect(dumb.output == plain.output)
            // To a pipe it goes as it came.
            #expect(try await call(body).output == body + "\n")
        }

        @Test("on a terminal a list of several pages is laid out row by row")
        func pages() async throws {
            let transport = ScriptedTransport(
                .json(200, #"[{"id":1}]"#, ("Link", #"<http://127.0.0.1:1/api/v2/x?page=2>; rel="next""#)),
                .json(200, #"[{"id":2}]"#))
            let result = try await freshworks(
                ["api", "freshdesk", "GET", "x", "--all"],
                Service.freshdesk.environment(port: 1).merging(["NO_COLOR": "1"]) { $1 }, over: transport,
                isTerminal: true)
            #expect(result.output == "[\n  {\n    \"id\": 1\n  },\n  {\n    \"id\": 2\n  }\n]\n")
        }

        @Test("on a terminal no text of an answer can give it commands")
        func commands() async throws {
            let body = "{\"\u{9B}2J\":\"\u{9B}31m\\u001b[2J\u{7F}\"}"
            for options in [[], ["--jq", ".[]"], ["--include"]] {
                let result = try await call(body, options, variables: ["NO_COLOR": "1"], isTerminal: true)
                #expect(result.status == 0)
                #expect(
                    !result.output.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
            }
        }
    }
}
