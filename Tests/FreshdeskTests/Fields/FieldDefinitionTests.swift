import Foundation
import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Requests held against the account's field definitions", .inTurn)
struct FieldDefinitionTests {
    /// The shapes of choices that the service's documentation and its accounts show.
    private static let ticketFields = #"""
        [{"id":1,"name":"requester","type":"default_requester","default":true,"required_for_agents":true},
         {"id":2,"name":"subject","type":"default_subject","default":true,"required_for_agents":true},
         {"id":3,"name":"ticket_type","type":"default_ticket_type","default":true,"required_for_agents":true,
          "choices":["Question","Outage"]},
         {"id":4,"name":"status","type":"default_status","default":true,
          "choices":{"2":["Open","Being Processed"],"4":["Resolved","Done"],"8":["Waiting on Vendor","With a vendor"]}},
         {"id":5,"name":"priority","type":"default_priority","default":true,"choices":{"Low":1,"Urgent":4}},
         {"id":6,"name":"group","type":"default_group","default":true,"required_for_agents":true,
          "choices":{"Billing":70000010002}},
         {"id":7,"name":"agent","type":"default_agent","default":true,"choices":{}},
         {"id":8,"name":"cf_region","label":"Sales area","type":"custom_dropdown","default":false,
          "required_for_agents":true,"choices":["AMER","EMEA"]},
         {"id":9,"name":"cf_seats","type":"custom_number","default":false},
         {"id":10,"name":"cf_price","type":"custom_decimal","default":false},
         {"id":11,"name":"cf_locked","type":"custom_checkbox","default":false},
         {"id":12,"name":"cf_renewal_on","type":"custom_date","default":false},
         {"id":13,"name":"cf_note","type":"custom_paragraph","default":false,"required_for_closure":true},
         {"id":14,"name":"cf_country","type":"nested_field","default":false,
          "choices":{"Spain":{"Madrid":["Centro"],"Valencia":[]},"Chile":{"Santiago":["Maipú"]}},
          "nested_ticket_fields":[{"id":15,"name":"cf_quarter","level":3},{"id":16,"name":"cf_city","level":2}]},
         {"id":17,"name":"cf_in_section","type":"custom_text","default":false,"required_for_agents":true,
          "section_mappings":[{"section_id":1,"position":1}]},
         {"id":18,"name":"cf_future","type":"custom_hologram","default":false},
         {"id":19,"name":"cf_several","type":"custom_multi_select","default":false,"choices":["red","blue"]}]
        """#

    private func definitions() async throws -> FieldDefinitions<Ticket.Fields> {
        try await freshdesk(ScriptedTransport(.json(200, Self.ticketFields))).tickets.fieldDefinitions()
    }

    private func draft(_ fill: (inout TicketDraft) -> Void = { _ in }) -> TicketDraft {
        TicketDraft(requester: .email("ana@acme.example"), subject: "S", description: "D") {
            $0.type = .question
            $0.groupID = 70_000_010_002
            $0.customFields["cf_region"] = "AMER"
            fill(&$0)
        }
    }

    @Test("a draft that fits the account passes, whatever kinds its fields have")
    func fits() async throws {
        let fields = try await definitions()
        try fields.check(draft())
        try fields.check(
            draft {
                $0.status = TicketStatus(rawValue: 8)
                $0.priority = .urgent
                $0.responderID = 5
                $0.customFields = [
                    "cf_region": "EMEA", "cf_seats": 12, "cf_price": 1.5, "cf_locked": true,
                    "cf_renewal_on": CalendarDay(year: 2026, month: 1, day: 31), "cf_note": "",
                    "cf_country": "Spain", "cf_city": "Madrid", "cf_quarter": "Centro", "cf_in_section": "x",
                    "cf_future": [1, 2], "cf_several": ["red", "blue"],
                ]
            })
        try fields.check(TicketUpdate { $0.customFields = ["cf_city": "Santiago", "cf_seats": .null] })
    }

    @Test(
        "a value that does not fit is refused with its field, the service's code and what may have been meant",
        arguments: [
            ("cf_regoin", "AMER", "invalid_field", "the account has no such field; did you mean cf_region?"),
            ("Sales Area", "x", "invalid_field", "the account has no such field; did you mean cf_region?"),
            ("cf_zzzzzzzz", 1, "invalid_field", nil),
            ("cf_region", "Amer", "invalid_value", "the account has no such choice; did you mean AMER?"),
            ("cf_region", "Mars", "invalid_value", "the account has no such choice; there are AMER, EMEA"),
            ("cf_region", 5, "datatype_mismatch", "must be text"),
            ("cf_seats", "12", "datatype_mismatch", "must be a whole number"),
            ("cf_seats", 1.5, "datatype_mismatch", "must be a whole number"),
            ("cf_price", true, "datatype_mismatch", "must be a number"),
            ("cf_locked", "yes", "datatype_mismatch", "must be true or false"),
            ("cf_renewal_on", "2026-02-31", "datatype_mismatch", "must be a day such as 2026-01-31"),
            ("cf_renewal_on", "2026-01-31T00:00:00Z", "datatype_mismatch", "must be a day such as 2026-01-31"),
            ("cf_note", 7, "datatype_mismatch", "must be text"),
            ("cf_country", "Spian", "invalid_value", "the account has no such choice; did you mean Spain?"),
            ("cf_city", "Lisbon", "invalid_value", nil), ("cf_quarter", 3, "datatype_mismatch", "must be text"),
        ] as [(String, JSONValue, String, String?)])
    func refused(name: String, value: JSONValue, code: String, message: String?) async throws {
        let fields = try await definitions()
        let update = TicketUpdate { $0.customFields[name] = value }
        let error = try #require(throws: FreshworksError.self) { try fields.check(update) }
        #expect(error.code == .invalidArgument)
        #expect(error.fieldErrors.map(\.field) == ["custom_fields.\(name)"])
        #expect(error.fieldErrors.first?.code == code)
        if let message { #expect(error.fieldErrors.first?.message == message) }
        // What was sent may be a customer's.
        if let text = value.stringValue, text.count > 1, text != "Amer" { #expect(!"\(error)".contains(text)) }
    }

    @Test("a status, type, priority or group that the account lacks is refused, with what there is")
    func choices() async throws {
        let fields = try await definitions()
        let update = TicketUpdate {
            $0.status = .closed
            $0.type = .set(TicketType(rawValue: "outage"))
            $0.priority = .high
            $0.groupID = .set(1)
        }
        let errors = fields.errors(in: update)
        try #require(errors.map(\.field) == ["type", "status", "priority", "group_id"])
        #expect(errors.allSatisfy { $0.code == "invalid_value" })
        #expect(errors[0].suggestions == ["Outage"])
        #expect(errors[1].message?.contains("2 (Open), 4 (Resolved), 8 (Waiting on Vendor)") == true)
        #expect(errors[3].message?.contains("70000010002 (Billing)") == true)
    }

    @Test("a level of a nested field is held against the choice above it, if the request has one")
    func levels() async throws {
        let fields = try await definitions()
        #expect(fields.errors(in: TicketUpdate { $0.customFields["cf_quarter"] = "Maipú" }).isEmpty)
        let wrong = TicketUpdate {
            $0.customFields = ["cf_country": "Spain", "cf_city": "Santiago", "cf_quarter": "Maipú"]
        }
        #expect(fields.errors(in: wrong).map(\.field) == ["custom_fields.cf_city"])
        let deep = TicketUpdate { $0.customFields = ["cf_country": "Chile", "cf_quarter": "Centro"] }
        #expect(fields.errors(in: deep).map(\.field) == ["custom_fields.cf_quarter"])
        #expect(fields.customNames.suffix(5) == ["cf_city", "cf_quarter", "cf_in_section", "cf_future", "cf_several"])
    }

    @Test("what the form requires is missed in drafts only, and must not be emptied by updates")
    func required() async throws {
        let fields = try await definitions()
        let bare = TicketDraft(requester: .email("ana@acme.example"), subject: " ", description: "D")
        let errors = fields.errors(in: bare)
        #expect(errors.map(\.field) == ["subject", "type", "group_id", "custom_fields.cf_region"])
        #expect(errors.dropFirst().allSatisfy { $0.code == "missing_field" })
        let mailed = draft {
            $0.groupID = nil
            $0.emailConfigID = 3
        }
        try fields.check(mailed)
        let closed = draft { $0.status = .resolved }
        #expect(fields.errors(in: closed).map(\.field) == ["custom_fields.cf_note"])
        try fields.check(TicketUpdate { $0.status = .resolved })
        let emptied = TicketUpdate {
            $0.type = .clear
            $0.customFields["cf_region"] = .null
            $0.customFields["cf_seats"] = .null
        }
        #expect(fields.errors(in: emptied).map(\.field) == ["type", "custom_fields.cf_region"])
    }

    @Test("statuses, sources and priorities have labels, and a status is found by its own")
    func labels() async throws {
        let fields = try await definitions()
        #expect(fields.label(of: TicketStatus(rawValue: 8)) == "Waiting on Vendor")
        #expect(fields.label(of: TicketStatus.closed) == nil)
        #expect(fields.label(of: TicketPriority.urgent) == "Urgent")
        #expect(fields.status(labeled: "waiting on vendor") == TicketStatus(rawValue: 8))
        #expect(fields.statuses.map(\.customerLabel) == ["Being Processed", "Done", "With a vendor"])
        let ticket = try Ticket(json: ["id": 1, "status": 2])
        #expect(fields.label(of: ticket.status) == "Open")
    }

    @Test("contacts and companies are held against their own definitions, in both spellings of the service")
    func people() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                [{"id":1,"name":"language","type":"default_language","default":true,"choices":{"en":"English"}},
                 {"id":2,"name":"job_title","type":"default_job_title","default":true,"required_for_agents":true},
                 {"id":3,"name":"company_name","type":"default_company_name","default":true,"required_for_agents":true},
                 {"id":4,"name":"tier","type":"custom_dropdown","default":false,"choices":[{"id":9,"label":"Gold",
                  "value":"gold","position":1}]}]
                """#),
            .json(
                200,
                #"""
                [{"id":1,"name":"industry","field_type":"default_industry","default":true,"choices":["Tools"]},
                 {"id":2,"name":"cf_url","field_type":"custom_url","required_for_agent":true,"default":false}]
                """#))
        let contacts = try await freshdesk(wire).contacts.fieldDefinitions()
        let companies = try await freshdesk(wire).companies.fieldDefinitions()
        #expect(wire.lines == ["GET /api/v2/contact_fields?per_page=100", "GET /api/v2/company_fields?per_page=100"])
        let contact = ContactDraft(name: "Ana", email: "ana@acme.example") {
            $0.language = "fr"
            $0.customFields["tier"] = "Gold"
        }
        #expect(
            contacts.errors(in: contact).map { "\($0.field ?? ""): \($0.suggestions)" }
                == ["language: []", "custom_fields.tier: [\"gold (Gold)\"]", "job_title: []"])
        let company = CompanyDraft(name: "Acme") { $0.industry = "Tool" }
        #expect(companies.errors(in: company).map(\.field) == ["industry", "custom_fields.cf_url"])
        #expect(companies.errors(in: company).first?.suggestions == ["Tools"])
    }

    @Test("the sandbox's account refuses what its definitions refuse")
    func sandbox() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
        try sandbox.freshdesk.defineField("cf_color", .dropdown(["red", "blue"]), on: "tickets")
        try sandbox.freshdesk.defineField("tier", .dropdown(["gold"]), on: "contacts")
        let desk = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
        let fields = try await desk.tickets.fieldDefinitions()
        for (name, value): (String, JSONValue) in [
            ("cf_color", "red"), ("cf_color", "green"), ("cf_seats", 3), ("cf_seats", "x"), ("cf_locked", 1),
            ("cf_renewal_on", "2026-01-31"), ("cf_renewal_on", "soon"), ("cf_none", "x"),
        ] {
            let draft = TicketDraft(requester: .email("ana@acme.example"), subject: "S", description: "D") {
                $0.customFields[name] = value
            }
            let fits = fields.errors(in: draft).isEmpty
            let taken: Bool
            do {
                try await desk.tickets.create(draft)
                taken = true
            } catch let error as FreshworksError where error.code == .requestRefused || error.status == 400 {
                taken = false
            }
            #expect(fits == taken, "\(name) \(value)")
        }
        // Statuses and sources that the account takes are among its choices, and the others are not.
        for (status, source) in [(6, 9), (7, 10), (8, 4), (2, 100)] {
            let draft = TicketDraft(requester: .email("ana@acme.example"), subject: "S", description: "D") {
                $0.status = TicketStatus(rawValue: status)
                $0.source = TicketSource(rawValue: source)
            }
            var refused: [String?] = []
            do { try await desk.tickets.create(draft) } catch let error as FreshworksError {
                refused = error.fieldErrors.map(\.field)
            }
            #expect(Set(refused) == Set(fields.errors(in: draft).map(\.field)), "\(status) \(source)")
            #expect(refused.count == (status == 8 ? 2 : status == 2 ? 1 : 0))
        }
        let contacts = try await desk.contacts.fieldDefinitions()
        #expect(contacts["tier"]?.choices?.all.map(\.label) == ["gold"])
        #expect(contacts.all.count { $0.isCustom } == contacts.customNames.count)
        #expect(try await desk.companies.fieldDefinitions()["name"]?.key == "name")
        let agent = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.agentKey), runtime: sandbox.runtime)
        let error = await #expect(throws: FreshworksError.self) { try await agent.contacts.fieldDefinitions() }
        #expect(error?.code == .forbidden)
    }

    @Test("of contacts and companies are all read, however many pages they have")
    func pages() async throws {
        let desk = try SandboxDesk()
        for number in 1...130 {
            for path in ["contact_fields", "company_fields"] {
                var values: JSONObject = ["label": "Extra \(number)", "type": "custom_text"]
                if path == "contact_fields" { values["label_for_customers"] = "Extra" }
                try desk.sandbox.freshdesk.add(path, values)
            }
        }
        let contacts = try await desk.client.contacts.fieldDefinitions()
        let last = try #require(try await desk.client.contactFields.list().all().last?.name)
        #expect(contacts[last] != nil)
        try contacts.check(ContactDraft(name: "Ana", email: "ana@acme.example") { $0.customFields[last] = "x" })
        let companies = try await desk.client.companies.fieldDefinitions()
        #expect(try await desk.client.companyFields.list().all().count == companies.all.count)
        #expect(companies.all.count > 130)
    }
}
