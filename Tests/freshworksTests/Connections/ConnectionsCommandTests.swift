import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@testable import freshworks

extension CommandTests {
    @Suite("connections")
    struct Connections {
        private let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder(inMemory: true) }

        private var environment: [String: String] {
            ["FRESHWORKS_CONNECTIONS_DIRECTORY": folder.url.appending(path: "store").path]
        }

        private func run(
            _ words: String..., input: String = "", with more: [String: String] = [:]
        ) async throws -> CommandLineTool.Result {
            try await freshworks(["connections"] + words, environment.merging(more) { $1 }, input: input)
        }

        private func list() async throws -> [JSONObject] {
            try rows(of: await run("list", "--json"))
        }

        private func rows(of result: CommandLineTool.Result) throws -> [JSONObject] {
            try #require(try JSONValue(parsing: Data(result.output.utf8)).arrayValue).compactMap(\.objectValue)
        }

        private var file: String { folder.url.appending(path: "in.json").path }

        private func write(_ text: String) throws {
            try Data(text.utf8).write(to: URL(filePath: file))
        }

        @Test(
            "refuses a store that is none, and says that one cannot be reached",
            arguments: [
                (["list", "--store"], 2), (["list", "--store", "redis://127.0.0.1"], 2),
                (["list", "--store=etcd://etcd.example:2379/x"], 2),
                (["list", "--store", "etcd://u:pass@127.0.0.1/x"], 2),
                (["list", "--store", "etcd://127.0.0.1:1/x", "--store", "etcd://127.0.0.1:1/x"], 2),
                (["list", "--store", "etcd://127.0.0.1:1/x"], 3), (["--store", "etcd://127.0.0.1:1/x", "list"], 3),
            ] as [([String], Int32)])
        func otherStore(words: [String], status: Int32) async throws {
            let result = try await freshworks(["connections"] + words, environment)
            #expect(result.status == status)
            #expect(result.output.isEmpty)
            #expect(!result.diagnostics.contains("pass@"))
            #expect(result.diagnostics.contains("127.0.0.1:1:") == (status == 3))
        }

        @Test("takes a store for a connection alone")
        func storeAlone() async throws {
            for words in [["api", "freshdesk", "GET", "tickets"], ["verify", "freshdesk"]] {
                let result = try await freshworks(words + ["--store", "etcd://127.0.0.1:1/x"], environment)
                #expect(result.status == 2)
                #expect(result.diagnostics.contains("--store goes with --connection"))
            }
        }

        @Test("adds what is valid, lists it, calls with it, rotates it and removes it")
        func life() async throws {
            let sandbox = Sandbox()
            let server = try await sandbox.serve()
            defer { server.stop() }
            let base = server.freshchatBaseURL.absoluteString
            let token = sandbox.freshchat.apiToken
            let wrong = try await run(
                "add", "freshchat", "--name", "Chat", "--base-url", base, input: "\(Invented.chatToken)\n")
            #expect(wrong.status == 1 && wrong.output.isEmpty)
            #expect(try await list().isEmpty)

            let added = try await run(
                "add", "freshchat", "--name", "Chat", "--base-url", base, "--tag", "eu", input: "\(token)\n")
            #expect(added.status == 0 && !(added.output + added.diagnostics).contains(token))
            let row = try #require(try rows(of: added).first)
            #expect(row.keys == ["id", "name", "product", "account", "tags", "enabled", "verdict"])
            #expect(row["verdict"] == "valid" && row["product"] == "freshchat" && row["tags"] == ["eu"])
            #expect(try await list() == [row])
            #expect(try rows(of: await run("list", "--json", "--tag", "us")).isEmpty)

            func call() async throws -> Int32 {
                let result = try await freshworks(
                    ["api", "--connection", "chat", "GET", "accounts/configuration"], environment)
                return result.status
            }
            #expect(try await call() == 0)
            sandbox.freshchat.rotateToken()
            #expect(try await call() == 1)
            let checked = try await freshworks(["verify", "--connection", "Chat", "--json"], environment)
            #expect(checked.status == 1)
            #expect(try VerifyReport.all(in: checked).map(\.verdict) == ["invalid_credential"])
            #expect(try await run("verify", "Chat", "--json").status == 1)
            #expect(try await list().first?["verdict"] == "invalid_credential")
            #expect(
                try await run(
                    "rotate", "Chat", "--secret-env", "NEXT_TOKEN", with: ["NEXT_TOKEN": sandbox.freshchat.apiToken]
                )
                .status == 0)
            #expect(try await call() == 0)
            #expect(try await run("verify").status == 0)

            #expect(try await run("disable", "Chat").status == 0)
            #expect(try await call() == 2)
            #expect(try await run("enable", "Chat").status == 0)
            #expect(try await run("rename", "Chat", "Talk").status == 0)
            #expect(try await list().first?["name"] == "Talk")
            let shown = try await run("show", "Talk", "--json")
            #expect(
                shown.status == 0 && shown.output.contains(base) && !shown.output.contains(sandbox.freshchat.apiToken))
            #expect(try await run("remove", "Talk").status == 0)
            #expect(try await list().isEmpty)
            #expect(try await run("remove", "Talk").status == 2)
        }

        @Test("imports a known shape, sends nothing, and has no verdict until verify; export hides unless told")
        func imports() async throws {
            try write(
                """
                [{"element":{"key":"freshdeskv2"},"name":"A","tags":["x"],
                "configuration":{"subdomain":"acme","username":"\(Invented.deskKey)","custom.password":"hidden-0123"}}]
                """)
            let result = try await run("import", file)
            #expect(result.status == 0)
            #expect(result.diagnostics.contains("$[0].configuration['custom.password']"))
            let row = try #require(try rows(of: result).first)
            #expect(row["verdict"] == .null && row["account"] == "acme" && row["name"] == "A")
            let hidden = try await run("export")
            #expect(hidden.status == 0 && hidden.output.contains("acme.freshdesk.com"))
            let open = try await openly(["connections", "export", "A", "--with-secrets", "--format", "cloud_elements"])
            #expect(open.contains(Invented.deskKey))
        }

        @Test("says of a format that is none that it is, also where there is nothing to export")
        func exportFormat() async throws {
            for format in ["yaml", "nango", ""] {
                let result = try await run("export", "--format", format)
                #expect(result.status == 2 && result.output.isEmpty)
                #expect(result.diagnostics.contains("native, cloud_elements, nexla, basic_form, kore"))
            }
            #expect(try rows(of: await run("export", "--format", "nexla")).isEmpty)
        }

        @Test("sends nothing while it imports")
        func silentImport() async throws {
            try write(#"[{"type":"freshdeskApi","name":"A","data":{"apiKey":"\#(Invented.deskKey)","domain":"acme"}}]"#)
            let transport = ScriptedTransport(.json(200, #"{"id":1,"contact":{"email":"ines@example.com"}}"#))
            let result = try await freshworks(["connections", "import", file], environment, over: transport)
            #expect(result.status == 0 && transport.requests.isEmpty)
            #expect(try rows(of: result).map { $0["verdict"] } == [JSONValue.null])
        }

        @Test("imports an account on this machine only when told, and rotates a header's secret without its kind")
        func loopbackAndKinds() async throws {
            let entry = { (name: String) in
                """
                [{"schema":1,"name":"\(name)","product":"freshdesk","base_url":"http://127.0.0.1:1/api/v2","kind":"header",
                "secret":{"field":"X-Key","prefix":"Bearer","username":"","password":"\(Invented.deskKey)"}}]
                """
            }
            try write(entry("Local"))
            let refused = try await run("import", file)
            #expect(refused.status == 2 && refused.diagnostics.contains("$[0].base_url"))
            #expect(refused.diagnostics.contains("--allow-loopback"))
            #expect(try await run("import", file, "--allow-loopback").status == 0)
            let rotated = try await run("rotate", "Local", "--unverified", input: Invented.salesKey)
            #expect(rotated.status == 0)
            let open = try await openly(["connections", "export", "Local", "--with-secrets"])
            let row = try #require(try JSONValue(parsing: Data(open.utf8)).arrayValue?.first)
            #expect(row["kind"] == "header")
            #expect(
                row["secret"] == [
                    "field": "X-Key", "prefix": "Bearer", "username": "", "password": .string(Invented.salesKey),
                ])
        }

        /// Without the check that no secret is printed, which is what is asked for here.
        private func openly(_ words: [String]) async throws -> String {
            let console = RecordedConsole()
            let context = CommandContext(environment: environment, console: console)
            _ = await FreshworksCommand.run(words, in: context)
            return console.output
        }

        @Test("tells what it has mended in what was pasted, and that a list is empty")
        func mends() async throws {
            for verb in ["list", "verify"] {
                let empty = try await run(verb)
                #expect(empty.status == 0 && empty.output.isEmpty && empty.diagnostics.contains("there "), "\(verb)")
            }
            let added = try await run(
                "add", "freshsales", "--name", "CRM", "--subdomain", "https://Acme.myfreshworks.com/", "--unverified",
                input: "Token token=\(Invented.salesKey)\n")
            #expect(added.status == 0)
            #expect(added.diagnostics.contains("freshsales: ") && added.diagnostics.contains("freshsales credential: "))
            let shown = try await run("show", "CRM", "--json")
            #expect(try JSONValue(parsing: Data(shown.output.utf8))["provenance"]?["repairs"] != [])
        }

        @Test("stores nothing where one entry is wrong, and names it")
        func wrongImport() async throws {
            try write(
                """
                [{"type":"freshdeskApi","name":"A","data":{"apiKey":"\(Invented.deskKey)","domain":"acme"}},
                {"type":"freshdeskApi","name":"B","data":{"apiKey":"**********","domain":"acme"}}]
                """)
            let result = try await run("import", file)
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(result.diagnostics.contains("$[1].data.apiKey"))
            #expect(try await list().isEmpty)
        }

        @Test("imports the profile of Kore.ai that one key serves, and says what to do with the others")
        func profiles() async throws {
            let shared =
                #"{"mode":"preAuthorized","name":"CRM","domain":"acme","apiKey":"Token token=\#(Invented.salesKey)"}"#
            try write("[\(shared)]")
            let untold = try await run("import", file)
            #expect(untold.status == 2 && untold.diagnostics.contains("--product"))
            let own =
                #"{"mode":"endUser","name":"Own","baseURL":"https://{tenant}.myfreshworks.com","fields":[{"in":"header","name":"Authorization","value":"{{key}}"}]}"#
            try write("[\(shared),\(own)]")
            let mixed = try await run("import", file, "--product", "freshsales")
            #expect(mixed.status == 2 && mixed.output.isEmpty)
            #expect(mixed.diagnostics.contains("$[1].mode") && mixed.diagnostics.contains("freshworks connections add"))
            #expect(try await list().isEmpty)
            try write(shared)
            let added = try await run("import", file, "--product", "freshsales")
            #expect(added.status == 0 && !(added.output + added.diagnostics).contains(Invented.salesKey))
            #expect(try rows(of: added).map { [$0["name"], $0["product"]] } == [["CRM", "freshsales"]])
            let open = try await openly(["connections", "export", "--format", "kore", "--with-secrets"])
            #expect(try JSONValue(parsing: Data(open.utf8)) == .array([JSONValue(parsing: Data(shared.utf8))]))
        }

        @Test("takes secrets from a file or standard input, never as an argument")
        func secrets() async throws {
            try write("\(Invented.deskKey)\n")
            let words = ["connections", "add", "freshdesk", "--subdomain", "acme", "--unverified"]
            let byFile = try await freshworks(words + ["--name", "F", "--secret-file", file], environment)
            #expect(byFile.status == 0)
            let byInput = try await freshworks(words + ["--name", "I"], environment, input: Invented.deskKey)
            #expect(byInput.status == 0)
            for extra in [[Invented.deskKey], ["--secret", Invented.deskKey], ["--api-key=\(Invented.deskKey)"]] {
                #expect(try await freshworks(words + ["--name", "N"] + extra, environment).status == 2)
            }
            #expect(try await freshworks(words + ["--name", "N"], environment).status == 2)
            #expect(
                try await freshworks(words + ["--name", "N", "--secret-file", "/nowhere/x"], environment).status == 2)
            #expect(try await freshworks(words + ["--name", "f"], environment, input: Invented.deskKey).status == 2)
            #expect(try await list().map { $0["name"] } == ["F", "I"])
        }

        @Test(
            "refuses wrong words with status 2, without repeating them",
            arguments: [
                [], [Invented.deskKey], ["show", Invented.deskKey], ["remove", Invented.deskKey], ["rename", "a"],
                ["list", Invented.deskKey], ["import", Invented.deskKey], ["export", Invented.deskKey],
                ["import", "-", "--format", Invented.deskKey], ["export", "--format", Invented.deskKey],
                ["add", Invented.deskKey], ["add", "freshdesk"],
                ["verify", Invented.deskKey], ["rotate", "nobody"],
            ])
        func misuse(words: [String]) async throws {
            let result = try await freshworks(["connections"] + words, environment, input: Invented.deskKey)
            #expect(result.status == 2 && result.output.isEmpty)
        }
    }
}
