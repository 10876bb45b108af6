import Foundation
import Freshdesk
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@testable import freshworks

/// A sandbox of three products, as the command's environment names it.
struct SchemaSandbox {
    let sandbox: Sandbox

    init() {
        var options = Sandbox.Options()
        options.freshsalesHasLeads = true
        sandbox = Sandbox(options)
    }

    var environment: [String: String] {
        [
            "FRESHDESK_SUBDOMAIN": "acme", "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
            "FRESHCHAT_SUBDOMAIN": "acme", "FRESHCHAT_API_TOKEN": sandbox.freshchat.apiToken,
            "FRESHSALES_SUBDOMAIN": "acme", "FRESHSALES_API_KEY": sandbox.freshsales.apiKey,
        ]
    }

    func schema(_ arguments: String...) async throws -> CommandLineTool.Result {
        try await freshworks(["schema"] + arguments, environment, over: sandbox.runtime.transport)
    }
}

extension CommandTests {
    @Suite("schema")
    struct Schema {
        private let account = SchemaSandbox()

        @Test("prints a line for each field, with what can be chosen")
        func text() async throws {
            try account.sandbox.freshdesk.defineField("cf_color", .dropdown(["red", "blue"]), on: "tickets")
            let result = try await account.schema("freshdesk", "tickets")
            #expect(result.status == 0)
            let lines = result.output.split(separator: "\n")
            #expect(lines.first == "freshdesk tickets: 16 fields, 5 of the account's own")
            #expect(lines.count == 17)
            let status = try #require(lines.first { $0.hasPrefix("  status ") })
            #expect(status.contains("default_status") && status.contains("2 (Open)") && status.contains("required"))
            let color = try #require(lines.first { $0.hasPrefix("  cf_color ") })
            #expect(color.hasSuffix("custom, one of red, blue"))
            #expect(lines.contains { $0.hasPrefix("  group_id ") })
        }

        @Test("prints the fields of contacts and companies, however many pages they have")
        func pages() async throws {
            for number in 1...40 {
                try account.sandbox.freshdesk.add(
                    "company_fields", ["label": "Extra \(number)", "type": "custom_text"])
            }
            let result = try await account.schema("freshdesk", "companies")
            let lines = result.output.split(separator: "\n")
            #expect(lines.contains { $0.contains("extra_40") })
        }

        @Test("prints an array for programs, of all records unless one is named")
        func json() async throws {
            let one = try await account.schema("freshsales", "contacts", "--json")
            let rows = try #require(try JSONValue(parsing: Data(one.output.utf8)).arrayValue)
            let region = try #require(rows.first { $0["name"] == "cf_region" })
            #expect(
                region.description
                    == #"{"record":"contacts","name":"cf_region","label":"Region","type":"dropdown","custom":true,"#
                    + #""required":false,"choices":[{"value":"North","label":"North"},{"value":"South","label":"South"}]}"#
            )
            #expect(rows.contains { $0["name"] == "first_name" && $0["custom"] == false })
            let all = try await account.schema("freshdesk", "--json")
            #expect(all.status == 0)
            let records = try JSONValue(parsing: Data(all.output.utf8)).arrayValue?.compactMap {
                $0["record"]?.stringValue
            }
            #expect(Set(records ?? []) == ["tickets", "contacts", "companies"])
            #expect(try await account.schema("freshchat", "conversations").output.contains("  cf_topic "))
        }

        @Test("each level of a nested field is a field of its own, with what can be chosen there")
        func levels() throws {
            let json: JSONObject = [
                "id": 1, "name": "cf_country", "label": "Country", "type": "nested_field", "default": false,
                "choices": ["Spain": ["Madrid": ["Centro"]], "Chile": ["Santiago": []]],
                "nested_ticket_fields": [
                    ["name": "cf_quarter", "level": 3, "label": "Quarter"], ["name": "cf_city", "level": 2],
                ],
            ]
            let fields = SchemaField.all(try FieldDefinition(json: json))
            #expect(
                fields.map { $0.line(width: (10, 12)) } == [
                    "  cf_country  nested_field  custom, “Country”, one of Spain, Chile",
                    "  cf_city     nested_field  custom, one of Madrid, Santiago",
                    "  cf_quarter  nested_field  custom, “Quarter”, one of Centro",
                ])
            let evil = SchemaField(["name": "cf_a", "label": "a\u{1B}[2Jb\nc", "type": "text"])
            #expect(evil?.line(width: (4, 4)) == "  cf_a  text  custom, “a [2Jb c”")
        }

        @Test("says what is wrong, and what the service refused, by its exit status")
        func failures() async throws {
            for words in [
                [], ["freshdesk", "deals"], ["freshdesk", "tickets", "contacts"], ["zendesk"],
                ["freshdesk", "--swift"], ["freshdesk", "tickets", "--swift", "--json"],
                ["freshdesk", "tickets", "--audit"], ["freshdesk", "tickets", "--pretty"],
                ["freshdesk", "--store", "etcd://127.0.0.1"],
            ] {
                expectComplaint(
                    try await freshworks(["schema"] + words, account.environment), status: 2)
            }
            var environment = account.environment
            environment["FRESHDESK_API_KEY"] = account.sandbox.freshdesk.agentKey
            let one = try await freshworks(
                ["schema", "freshdesk", "contacts"], environment, over: account.sandbox.runtime.transport)
            #expect(one.status == 1)
            #expect(one.diagnostics.contains("403"))
            let all = try await freshworks(
                ["schema", "freshdesk"], environment, over: account.sandbox.runtime.transport)
            #expect(all.status == 1)
            #expect(all.output.hasPrefix("freshdesk tickets: "))
            #expect(all.diagnostics.contains("contacts: ") && all.diagnostics.contains("companies: "))
        }
    }
}
