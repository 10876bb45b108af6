import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk ticket fields")
struct TicketFieldDefinitionTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            name                    read  text
            label                   read  text
            label_for_customers     read  text
            description             read  text
            position                read  number
            type                    read  word
            default                 read  bool     isDefault
            required_for_closure    read  bool
            required_for_agents     read  bool
            required_for_customers  read  bool
            customers_can_edit      read  bool
            customers_can_filter    read  bool
            displayed_to_customers  read  bool
            portal_cc               read  bool     portalCC
            portal_cc_to            read  text     portalCCTo
            choices                 read  any      | sample ["a"]
            nested_ticket_fields    read  objects  nestedFields
            created_at              read  time
            updated_at              read  time
            """
        ).expectFields(of: TicketField.Fields.self)
    }

    @Test(
        "all shapes of choices are one list",
        arguments: [
            ("default_ticket_type", #"["Question","Refund"]"#, "Question=Question Refund=Refund"),
            ("default_source", #"{"Email":1,"Portal":2}"#, "Email=1 Portal=2"),
            ("default_group", #"{"Billing":70000010002}"#, "Billing=70000010002"),
            ("default_language", #"{"de":"German"}"#, "German=de"),
            ("custom_dropdown", #"[{"id":7,"value":"a","position":1}]"#, "a=a#7"),
            ("custom_dropdown", #"[{"id":7,"label":"A","value":"a"}]"#, "A=a#7"),
            ("nested_field", #"{"l1":{"l2":["l3","m3"]},"m1":{}}"#, "l1=l1(l2=l2(l3=l3 m3=m3)) m1=m1"),
            ("nested_field", #"[{"l1":[{"l2":["l3"]}]}]"#, "l1=l1(l2=l2(l3=l3))"),
            ("nested_field", #"[{"value":"l1","choices":[{"value":"l2"}]}]"#, "l1=l1(l2=l2)"),
            ("nested_field", #"{"2024":["Jan"]}"#, "2024=2024(Jan=Jan)"),
            (
                "default_status", #"{"2":["Open","Being Processed"],"6":["Waiting"]}"#,
                "Open/Being Processed=2 Waiting=6"
            ),
        ])
    func shapes(type: String, choices: String, expected: String) throws {
        let field: TicketField = try JSONValue(
            parsing: .init(#"{"id":1,"type":"\#(type)","choices":\#(choices)}"#.utf8)
        ).record()
        #expect(field.choices.map { Self.text($0.all) } == expected)
        #expect(field.choices?.json.description == choices)
    }

    private static func text(_ choices: [FieldChoices.Choice]) -> String {
        choices.map { choice in
            let inner = choice.choices.isEmpty ? "" : "(\(text(choice.choices)))"
            return choice.label + (choice.customerLabel.map { "/\($0)" } ?? "") + "="
                + (String(json: choice.value) ?? "?") + (choice.id.map { "#\($0)" } ?? "") + inner
        }.joined(separator: " ")
    }

    @Test("a field is found in tickets by their own key")
    func keys() throws {
        for (name, key) in [("group", "group_id"), ("ticket_type", "type"), ("status", "status")] {
            #expect(try TicketField(json: ["id": 1, "name": JSONValue(name), "default": true]).ticketKey == key)
        }
        #expect(try TicketField(json: ["id": 1, "name": "group", "default": false]).ticketKey == "group")
    }

    @Test("the sandbox tells what the account has defined, statuses with their labels")
    func sandbox() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
        try sandbox.freshdesk.defineField("cf_color", .dropdown(["red", "blue"]), on: "tickets")
        let desk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.agentKey), runtime: sandbox.runtime)
        let fields = try await desk.ticketFields.all()
        let color = try #require(fields.first { $0.name == "cf_color" })
        #expect(color.type == .dropdown)
        #expect(color.choices?.all.map(\.label) == ["red", "blue"])
        #expect(try await desk.ticketFields.all(.dropdown).map(\.name).contains("cf_color"))
        let statuses = try await desk.ticketFields.statuses()
        #expect(statuses.map(\.value) == [2, 3, 4, 5, 6, 7])
        #expect(statuses.first?.customerLabel == "Being Processed")
        let status = try #require(fields.first { $0.type == .status })
        #expect(status.choices?.label(of: TicketStatus.open) == "Open")
    }
}
