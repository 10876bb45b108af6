import Foundation
import Freshdesk
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@testable import freshworks

extension CommandTests {
    @Suite("schema --swift")
    struct SwiftSchemas {
        /// What people call fields and choices, and what a file of Swift must not break at.
        private static let hostile = [
            "class", "self", "Self", "init", "Type", "none", "2FA", "Région", "地域", "a b", "a-b", "a_b", "A B", "", " ",
            "🙂",
            "x\"y", "x\\(1+1)", "line\nbreak", "*/ }", "`", "default", "hashValue", "fields", "String", "custom",
            "\u{202E}evil",
            "e\u{301}te", "İ", "ß", "٣", "$0", "#if", "x\u{0}y", "\u{2028}", "CF_CASE", "in", "Date", "rawValue",
        ]

        private static func compile(_ texts: [String], _ location: SourceLocation = #_sourceLocation) async throws {
            let folder = try TemporaryFolder()
            var files: [String] = []
            for (index, text) in texts.enumerated() {
                files.append(try folder.file("schema\(index).swift", Data(text.utf8)).path)
            }
            let modules = CommandLineTool("Modules").executable.path
            let library = CommandLineTool("CLibcurl.build/module.modulemap").executable.path
            let compiler = CommandLineTool(executable: try #require(CompilerMessages.compiler))
            for file in files {
                let result = try await compiler.run(
                    [
                        "-typecheck", "-swift-version", "6", "-enable-upcoming-feature", "MemberImportVisibility",
                        "-warnings-as-errors", "-I", modules, "-Xcc", "-fmodule-map-file=\(library)", file,
                    ], environment: ProcessInfo.processInfo.environment)
                let output = result.diagnostics + result.output
                #expect(result.status == 0, "\(output)", sourceLocation: location)
            }
        }

        private static let use = """

            func use(_ ticket: Freshdesk.Ticket) -> Bool {
                var draft = TicketDraft(requester: .email("a@b.example"), subject: "S", description: "D")
                draft.custom.color = .red
                draft.custom.seats = 3
                draft.custom.renewalOn = CalendarDay(year: 2026, month: 1, day: 31)
                let update = TicketUpdate {
                    $0.custom.color = .init(rawValue: "blue")
                    $0.custom.fields["cf_seats"] = .null
                }
                return ticket.custom.locked == true && update.custom.color == .blue && draft.custom.color != nil
            }

            """

        @Test(
            "the types of a sandbox's records compile, and are used as any other",
            .enabled(if: CompilerMessages.compiler != nil))
        func sandbox() async throws {
            let account = SchemaSandbox()
            try account.sandbox.freshdesk.defineField("cf_color", .dropdown(["red", "blue"]), on: "tickets")
            let tickets = try await account.schema("freshdesk", "tickets", "--swift")
            #expect(tickets.status == 0)
            var texts = [tickets.output + Self.use]
            for (product, record) in [
                ("freshdesk", "contacts"), ("freshdesk", "companies"), ("freshchat", "conversations"),
                ("freshsales", "contacts"), ("freshsales", "deals"), ("freshsales", "sales_accounts"),
                ("freshsales", "leads"),
            ] {
                let result = try await account.schema(product, record, "--swift")
                #expect(result.status == 0)
                #expect(result.output.contains("CustomFields: Sendable, Hashable {"))
                texts.append(result.output)
            }
            try await Self.compile(texts)
        }

        @Test(
            "whatever fields and choices are called, each has a name of its own and the file compiles",
            .enabled(if: CompilerMessages.compiler != nil))
        func names() async throws {
            var random = SeededGenerator(seed: 15)
            var names = Self.hostile
            for _ in 0..<150 {
                let scalars = (0...random.next() % 5).compactMap { _ in Unicode.Scalar(UInt32(random.next() % 0x2_FFFF))
                }
                names.append(String(String.UnicodeScalarView(scalars)))
            }
            let choices = JSONValue.array(names.map { .string($0) })
            var rows: [JSONValue] = names.enumerated().map { index, name in
                [
                    "id": JSONValue(index), "name": .string("cf_\(name)"), "label": .string(name), "default": false,
                    "type": index.isMultiple(of: 3) ? "custom_dropdown" : "custom_text", "choices": ["A", "a", "none"],
                ]
            }
            rows.append(["id": 1, "name": "cf_all", "default": false, "type": "custom_dropdown", "choices": choices])
            rows.append([
                "id": 2, "name": "status", "default": true, "type": "default_status",
                "choices": [
                    "2": ["Open"], "8": ["Open"], "9": ["none"], "10": ["Waiting on Vendor", "x"],
                    "11)\n}\nlet planted = 1\n//": ["Foo"], "1e1": ["Bar"],
                ],
            ])
            rows.append([
                "id": 3, "name": "ticket_type", "default": true, "type": "default_ticket_type", "choices": choices,
            ])
            let fields = try rows.map { try FieldDefinition(json: $0.objectValue ?? [:]) }.flatMap(SchemaField.all)
            let record = try SchemaRecord.named("tickets", of: .freshdesk)
            let text = SwiftSchema(record: record, fields: fields, address: "https://acme.freshdesk.com").text
            for (index, name) in names.enumerated() where !name.isEmpty {
                #expect(text.contains("fields[\("cf_\(name)".swiftLiteral)]"), "\(index)")
            }
            #expect(text.contains("static let waitingOnVendor = Self(rawValue: 10)"))
            #expect(!text.contains("= Self(rawValue: 2)"))
            // What is no number is no literal.
            #expect(!text.contains("let planted") && !text.contains("rawValue: 1e1"))
            let used = text + "\nlet region: String? = TicketCustomFields()[dynamicIndex: 0]\n"
            try await Self.compile([text])
            // The check itself can fail.
            await withKnownIssue { try await Self.compile([used]) }
        }

        @Test(
            "names are in camel case, without cf_, and none that Swift keeps for itself",
            arguments: [
                ("order_number", "orderNumber"), ("Order Number", "orderNumber"), ("AMER", "amer"),
                ("WAITING ON VENDOR", "waitingOnVendor"), ("US West", "usWest"), ("iPhone", "iPhone"),
                ("2FA", "_2fa"), ("class", "`class`"), ("self", "selfField"), ("none", "noneField"), ("🙂", "other"),
                ("Größe", "größe"), ("地域", "地域"),
            ])
        func camel(text: String, expected: String) {
            var names = SwiftNames()
            #expect(names.member(text, or: "other", suffix: "Field") == expected)
            #expect(names.member(text, or: "other", suffix: "Field").hasSuffix("_2") || expected.contains("`"))
        }

        @Test("each kind of field has the type that holds it without loss")
        func types() throws {
            let desk = [
                ("custom_text", "String"), ("custom_paragraph", "String"), ("custom_number", "Int"),
                ("custom_decimal", "Decimal"), ("custom_checkbox", "Bool"), ("custom_date", "CalendarDay"),
                ("custom_dropdown", "String"), ("nested_field", "String"), ("custom_hologram", "JSONValue"),
            ]
            let tickets = try SchemaRecord.named("tickets", of: .freshdesk)
            for (word, type) in desk {
                let field = try FieldDefinition(json: ["name": "cf_x", "type": .string(word), "default": false])
                let text = SwiftSchema(record: tickets, fields: SchemaField.all(field), address: "a").text
                #expect(text.contains("    var x: \(type)? {\n"), "\(word)")
            }
            let sales = [
                ("text", "String"), ("number", "Decimal"), ("checkbox", "Bool"), ("date", "CalendarDay"),
                ("date_time", "Date"), ("auto_complete", "Int64"), ("dropdown", "String"),
                ("multi_select_dropdown", "MultiSelect"), ("hologram", "JSONValue"),
            ]
            let contacts = try SchemaRecord.named("contacts", of: .freshsales)
            for (word, type) in sales {
                let field = try #require(SchemaField(["name": "cf_x", "type": .string(word)]))
                let text = SwiftSchema(record: contacts, fields: [field], address: "a").text
                #expect(text.contains("    var x: \(type)? {\n"), "\(word)")
            }
        }
    }
}
