import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk ticket forms and automations", .inTurn)
struct TicketFormTests {
    @Test("every field of a form as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            title            settable  text     required  | refuses [" "]
            description      settable  text
            name             read      text
            default          read      bool     isDefault
            fields           read      objects  | sample [{"id":1}]
            fields           sent      objects  fieldDrafts required  | sample [{"id":1,"label_for_customers":"L","customers_can_edit":true,"required_for_customers":false,"hint_for_customers":"H","placeholder_for_customers":"P"}] | refuses [[{"id":1}]]
            portals          read      objects
            widgets          read      objects
            last_updated_by  read      id
            created_at       read      time
            updated_at       read      time
            """
        ).expectFields(of: TicketForm.Fields.self)
        try FieldSheet(
            """
            id                         sentInitial  id      fieldID required
            name                       read         text
            label                      read         text
            label_for_customers        settable     text    required  | refuses [""]
            position                   settable     number  | refuses [0]
            type                       read         word
            default                    read         bool    isDefault
            customers_can_edit         settable     bool    required
            required_for_customers     settable     bool    required
            hint_for_customers         settable     text    required
            placeholder_for_customers  settable     text    required
            required_for_closure       read         bool
            required_for_agents        read         bool
            displayed_to_customers     read         bool
            portal_cc                  read         bool    portalCC
            portal_cc_to               read         text    portalCCTo
            archived                   read         bool    isArchived
            created_at                 read         time
            updated_at                 read         time
            """
        ).expectFields(of: TicketFormField.Fields.self)
    }

    @Test("every field of a rule as the service documents it")
    func ruleFields() throws {
        try FieldSheet(
            """
            name                    settable  text     required  | refuses [" "]
            description             settable  text
            position                settable  number   | refuses [0]
            active                  settable  bool     isActive
            performer               settable  object
            events                  settable  objects
            conditions              settable  objects
            operator                settable  text     conditionOperator
            actions                 settable  objects  required  | refuses [[{"url":"https://a.example"}]]
            automation_type_id      read      number   typeID
            outdated                read      bool     isOutdated
            summary                 read      object
            affected_tickets_count  read      number
            last_updated_by         read      id
            created_at              read      time
            updated_at              read      time
            """
        ).expectFields(of: AutomationRule.Fields.self)
        try FieldSheet(
            """
            name         read  text
            description  read  text
            actions      read  objects
            private      read  bool  isPrivate
            created_at   read  time
            updated_at   read  time
            """
        ).expectFields(of: ScenarioAutomation.Fields.self)
    }

    @Test("a form asks for the requester and the company at least; a copy asks for the same")
    func forms() async throws {
        let desk = try SandboxDesk()
        let forms = desk.client.ticketForms
        let known = try await desk.client.adminTicketFields.all()
        func id(_ name: String) throws -> Int64 { try #require(known.first { $0.name == name }?.id) }
        let fields = try ["requester", "company", "subject"].map { TicketFormFieldDraft(try id($0), label: $0) }
        let form = try await forms.create(TicketFormDraft(title: "Returns form", fields: fields))
        #expect(form.name == "returns_form")
        #expect(form.fields?.map(\.labelForCustomers) == ["requester", "company", "subject"])
        #expect(form.fields?.first?.createdAt != nil)
        let subject = try id("subject")
        let changed = try await forms.fields(of: form.id).update(
            subject, TicketFormFieldUpdate { $0.labelForCustomers = "About" })
        #expect(changed.id == subject)
        #expect(changed.labelForCustomers == "About")
        let copy = try await forms.clone(form.id)
        #expect(copy.title == "Copy of Returns form")
        #expect(copy.fields?.map(\.labelForCustomers) == ["requester", "company", "About"])
        try await forms.fields(of: form.id).delete(subject)
        #expect(try await forms.get(form.id).fields?.count == 2)
        #expect(try await forms.get(copy.id).fields?.count == 3)
        #expect(try await forms.list().all().map(\.id) == [form.id, copy.id])
        await expectRefusal(.validationFailed) {
            _ = try await forms.create(TicketFormDraft(title: "X", fields: [fields[2]]))
        }
        await expectRefusal(.invalidArgument) { _ = try await forms.list(pageSize: 51).all() }
        await expectRefusal(.invalidArgument) { _ = try await forms.create(TicketFormDraft(title: "X", fields: [])) }
        await expectRefusal(.forbidden) { _ = try await desk.agent.ticketForms.list().all() }
        try await forms.delete(form.id)
        await expectRefusal(.notFound) { _ = try await forms.get(form.id) }
    }

    @Test("rules are of one kind; those about updates alone have events")
    func automations() async throws {
        let desk = try SandboxDesk()
        let rule = try await desk.client.automations(.ticketUpdate).create(
            AutomationRuleDraft(name: "Escalate", actions: [["field_name": "priority", "value": 4]]) {
                $0.events = [["field_name": "status", "from": "--", "to": 2]]
            })
        #expect(rule.conditions?.count == 1)
        #expect(rule.typeID == .ticketUpdate)
        #expect(try await desk.client.automations(.ticketUpdate).list().all().map(\.name) == ["Escalate"])
        #expect(try await desk.client.automations(.hourly).list().all() == [])
        await expectRefusal(.notFound) { _ = try await desk.client.automations(.hourly).get(rule.id) }
        await expectRefusal(.validationFailed) {
            let draft = AutomationRuleDraft(name: "X", actions: [[:]]) { $0.events = [] }
            _ = try await desk.client.automations(.hourly).create(draft)
        }
        await expectRefusal(.notFound) {
            _ = try await desk.client.automations(AutomationType(rawValue: 2)).list().all()
        }
        #expect(
            try await desk.client.automations(.ticketUpdate).update(
                rule.id, AutomationRuleUpdate { $0.isActive = false }
            ).isActive == false)
        try await desk.client.automations(.ticketUpdate).delete(rule.id)
        #expect(try await desk.agent.scenarioAutomations.list().all().map(\.name) == ["Mark as problem"])
        await expectRefusal(.forbidden) { _ = try await desk.agent.automations(.hourly).list().all() }
    }
}
