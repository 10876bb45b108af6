import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk fields that administrators define", .inTurn)
struct FieldAdminTests {
    @Test("every field of a ticket field and its sections as the service documents it")
    func ticketFields() throws {
        try FieldSheet(
            """
            name                      read      text
            label                     settable  text    required  | refuses [" "]
            label_for_customers       settable  text    | refuses [""]
            description               read      text
            type                      settable  word    required  | refuses [" "]
            position                  settable  number  | refuses [0]
            default                   read      bool    isDefault
            customers_can_edit        settable  bool
            displayed_to_customers    settable  bool
            required_for_closure      settable  bool
            required_for_agents       settable  bool
            required_for_customers    settable  bool
            choices                   read      object  | sample [{"id":1,"value":"A"}]
            choices                   sent      objects  choiceChanges  | sample [{"value":"A"}]
            dependent_fields          settable  objects
            section_mappings          settable  objects
            has_section               read      bool
            sections                  read      objects  | sample [{"id":1}]
            archived                  read      bool    isArchived
            is_fsm                    read      bool    isFieldService
            field_update_in_progress  read      bool    isUpdateInProgress
            portal_cc                 read      bool    portalCC
            portal_cc_to              read      text    portalCCTo
            created_at                read      time
            updated_at                read      time
            """
        ).expectFields(of: AdminTicketField.Fields.self)
        try FieldSheet(
            """
            label                   settable  text  required  | refuses [""]
            choice_ids              settable  ids   choiceIDs required
            parent_ticket_field_id  read      id    parentFieldID
            ticket_field_ids        read      ids   fieldIDs
            is_fsm                  read      bool  isFieldService
            """
        ).expectFields(of: TicketFieldSection.Fields.self)
    }

    @Test("every field of contact and company fields as the service documents it")
    func personFields() throws {
        let common = """
            name                    read      text
            label                   settable  text    required  | refuses [" "]
            type                    initial   word    required  | refuses [""]
            position                settable  number  | refuses [0]
            default                 read      bool    isDefault
            required_for_agents     settable  bool
            agents_can_edit         settable  bool
            displayed_for_agents    settable  bool
            quick_add_for_agent     settable  bool
            unique                  settable  bool    isUnique
            choices                 read      object  | sample [{"id":1,"value":"A"}]
            choices                 sent      objects  choiceChanges  | sample [{"value":"A"}]
            created_at              read      time
            updated_at              read      time

            """
        try FieldSheet(common).expectFields(of: CompanyField.Fields.self)
        try FieldSheet(
            common + """
                label_for_customers      settable  text  required  | refuses [""]
                editable_in_signup       settable  bool
                customers_can_edit       settable  bool
                required_for_customers   settable  bool
                displayed_for_customers  settable  bool
                """
        ).expectFields(of: ContactField.Fields.self)
    }

    @Test("a new field of tickets is there in tickets at once, with its choices, and goes with them")
    func tickets() async throws {
        let desk = try SandboxDesk()
        let fields = desk.client.adminTicketFields
        // Eleven that every account has, and four that this one has defined.
        let before = try await fields.all()
        #expect(before.count { $0.isDefault == true } == 11)
        #expect(before.dropFirst(11).map(\.name) == ["cf_region", "cf_locked", "cf_seats", "cf_renewal_on"])
        let region = try await fields.create(
            AdminTicketFieldDraft(label: "Sales region", type: .dropdown) {
                $0.choiceChanges = [.add("EMEA"), .add("APAC"), .add("Moon")]
            })
        #expect(region.name == "cf_sales_region")
        #expect(region.isDefault == false)
        let ids = (region.choices?.all ?? []).compactMap(\.id)
        #expect(ids.count == 3)
        let changed = try await fields.update(
            region.id,
            AdminTicketFieldUpdate {
                $0.choiceChanges = [.delete(ids[2]), .change(ids[0], value: "Europe"), .add("Americas")]
            })
        #expect(changed.choices?.all.map(\.label) == ["Europe", "APAC", "Americas"])
        let seen = try await desk.client.ticketFields.all(.dropdown).map(\.name)
        #expect(seen == ["cf_sales_region"])
        _ = try await desk.client.tickets.update(120, TicketUpdate { $0.customFields["cf_sales_region"] = "Europe" })
        await expectRefusal(.validationFailed) {
            _ = try await desk.client.tickets.update(120, TicketUpdate { $0.customFields["cf_sales_region"] = "Moon" })
        }
        try await fields.delete(region.id)
        #expect(try await desk.client.ticketFields.all(.dropdown) == [])
        await expectRefusal(.forbidden) { _ = try await desk.agent.adminTicketFields.all() }
        let paged = Endpoint<[AdminTicketField]>("x", .get, "admin/ticket_fields", query: ["page": 1])
        await expectRefusal(.validationFailed) { _ = try await desk.client.send(paged) }
    }

    @Test("sections are of one field, and show with it")
    func sections() async throws {
        let fields = try SandboxDesk().client.adminTicketFields
        let field = try await fields.create(
            AdminTicketFieldDraft(label: "Kind", type: .dropdown) { $0.choiceChanges = [.add("App"), .add("Web")] })
        let other = try await fields.create(AdminTicketFieldDraft(label: "Other", type: .text))
        let choice = try #require(field.choices?.all.first?.id)
        let sections = fields.sections(of: field.id)
        let section = try await sections.create(TicketFieldSectionDraft(label: "Phone", choiceIDs: [choice]))
        #expect(section.parentFieldID == field.id)
        try await fields.update(
            other.id,
            AdminTicketFieldUpdate { $0.sectionMappings = [["section_id": section.id.jsonValue, "position": 1]] })
        #expect(try await sections.get(section.id).fieldIDs == [other.id])
        #expect(try await fields.get(field.id, includingSections: true).sections?.map(\.label) == ["Phone"])
        #expect(try await fields.get(field.id).sections == nil)
        #expect(
            try await sections.update(section.id, TicketFieldSectionUpdate { $0.label = "Tablet" }).label == "Tablet")
        await expectRefusal(.validationFailed) {
            _ = try await sections.create(TicketFieldSectionDraft(label: "None", choiceIDs: [1]))
        }
        await expectRefusal(.notFound) { _ = try await fields.sections(of: other.id).get(section.id) }
        try await sections.delete(section.id)
        #expect(try await sections.all() == [])
    }

    @Test("a new field of contacts and of companies is there in them at once")
    func people() async throws {
        let desk = try SandboxDesk().client
        let level = try await desk.contactFields.create(ContactFieldDraft(label: "VIP level", type: .number))
        #expect(level.name == "vip_level")
        let contact = try await desk.contacts.create(
            ContactDraft(name: "Ana", email: "ana@globex.example") { $0.customFields["vip_level"] = 3 })
        #expect(contact.customFields["vip_level"] == 3)
        await expectRefusal(.conflict) {
            _ = try await desk.contactFields.create(ContactFieldDraft(label: "VIP level", type: .text))
        }
        try await desk.companyFields.create(CompanyFieldDraft(label: "Site", type: .url))
        #expect(try await desk.companies.list().first()?.customFields.json["site"] == .null)
        #expect(try await desk.companyFields.list().all().map(\.name).last == "site")
    }
}
