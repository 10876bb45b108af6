import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, ticket, contact and company fields.
extension EndpointFolder {
    static let fields = EndpointFolder(
        "Field definitions", 21,
        """
        GET ticket_fields
        GET admin/ticket_fields
        POST admin/ticket_fields
        GET admin/ticket_fields/{id}
        PUT admin/ticket_fields/{id}
        DELETE admin/ticket_fields/{id}
        GET admin/ticket_fields/{id}/sections
        POST admin/ticket_fields/{id}/sections
        GET admin/ticket_fields/{id}/sections/{id}
        PUT admin/ticket_fields/{id}/sections/{id}
        DELETE admin/ticket_fields/{id}/sections/{id}
        GET contact_fields
        POST contact_fields
        GET contact_fields/{id}
        PUT contact_fields/{id}
        DELETE contact_fields/{id}
        GET company_fields
        POST company_fields
        GET company_fields/{id}
        PUT company_fields/{id}
        DELETE company_fields/{id}
        """,
        calls: ticketFieldCalls, adminFieldCalls, sectionCalls, contactFieldCalls, companyFieldCalls)

    private static let ticketFieldCalls: [WireCall] = [
        .reading(
            "GET ticket_fields", "ticket_fields?type=default_status",
            answer: .json(200, #"[{"id":5,"type":"default_status","choices":{"2":["Open","Being Processed"]}}]"#),
            unread: ["[0].id"]
        ) {
            let statuses = try await $0.ticketFields.statuses()
            statuses.map(\.label) == ["Open"]
            statuses.map(\.customerLabel) == ["Being Processed"]
            statuses.map(\.value) == [2]
        },
        .reading("GET ticket_fields", "ticket_fields", answer: requester.list()) {
            requester.facts(try await $0.ticketFields.all())
        },
    ]

    private static let adminFieldCalls: [WireCall] = [
        .reading("GET admin/ticket_fields", "admin/ticket_fields", answer: issue.list()) {
            issue.facts(try await $0.adminTicketFields.all())
        },
        .reading("GET admin/ticket_fields", "admin/ticket_fields?include=section", answer: issue.list()) {
            issue.facts(try await $0.adminTicketFields.all(includingSections: true))
        },
        .reading(
            "POST admin/ticket_fields", "admin/ticket_fields",
            """
            {"label":"Issue","label_for_customers":"Issue","type":"custom_dropdown","position":1,\
            "choices":[{"value":"Refund","position":1},{"value":"Faulty"}]}
            """, answer: issue.answer(201, under: "ticket_field")
        ) {
            let draft = AdminTicketFieldDraft(label: "Issue", type: .dropdown) {
                $0.position = 1
                $0.choiceChanges = [.add("Refund", position: 1), .add("Faulty")]
            }
            issue.facts(try await $0.adminTicketFields.create(draft))
        },
        .reading("GET admin/ticket_fields/{id}", "admin/ticket_fields/22", answer: issue.answer()) {
            issue.facts(try await $0.adminTicketFields.get(22))
        },
        .reading(
            "GET admin/ticket_fields/{id}", "admin/ticket_fields/22?include=section",
            answer: issue.answer(under: "ticket_field")
        ) { issue.facts(try await $0.adminTicketFields.get(22, includingSections: true)) },
        .reading(
            "PUT admin/ticket_fields/{id}", "admin/ticket_fields/22",
            """
            {"required_for_agents":true,"choices":[{"id":131,"deleted":true},{"id":7,"value":"A","position":2}],\
            "section_mappings":[{"section_id":1,"position":3}]}
            """, answer: issue.answer()
        ) {
            issue.facts(
                try await $0.adminTicketFields.update(
                    22,
                    AdminTicketFieldUpdate {
                        $0.requiredForAgents = true
                        $0.choiceChanges = [.delete(131), .change(7, value: "A", position: 2)]
                        $0.sectionMappings = [["section_id": 1, "position": 3]]
                    }))
        },
        .silent("DELETE admin/ticket_fields/{id}", "admin/ticket_fields/22") {
            try await $0.adminTicketFields.delete(22)
        },
    ]

    private static let sectionCalls: [WireCall] = [
        .reading(
            "GET admin/ticket_fields/{id}/sections", "admin/ticket_fields/20/sections",
            answer: mobile.list(under: "sections")
        ) { mobile.facts(try await $0.adminTicketFields.sections(of: 20).all()) },
        .reading(
            "GET admin/ticket_fields/{id}/sections", "admin/ticket_fields/20/sections", answer: mobile.list()
        ) { mobile.facts(try await $0.adminTicketFields.sections(of: 20).all()) },
        // All of the field: the youngest with the label is the new one.
        .reading(
            "POST admin/ticket_fields/{id}/sections", "admin/ticket_fields/20/sections",
            #"{"label":"Mobile","choice_ids":[120]}"#,
            answer: .json(201, #"{"sections":[{"id":2,"label":"Mobile"},{"id":9,"label":"X"},\#(mobile.text)]}"#),
            unread: [".sections[0].id", ".sections[0].label", ".sections[1].id", ".sections[1].label"]
        ) {
            let draft = TicketFieldSectionDraft(label: "Mobile", choiceIDs: [120])
            mobile.facts(try await $0.adminTicketFields.sections(of: 20).create(draft))
        },
        .reading(
            "POST admin/ticket_fields/{id}/sections", "admin/ticket_fields/20/sections",
            #"{"label":"Mobile","choice_ids":[120]}"#, answer: mobile.answer(201, under: "section")
        ) {
            let draft = TicketFieldSectionDraft(label: "Mobile", choiceIDs: [120])
            mobile.facts(try await $0.adminTicketFields.sections(of: 20).create(draft))
        },
        .reading(
            "GET admin/ticket_fields/{id}/sections/{id}", "admin/ticket_fields/20/sections/3",
            answer: mobile.answer(under: "section")
        ) { mobile.facts(try await $0.adminTicketFields.sections(of: 20).get(3)) },
        .reading(
            "PUT admin/ticket_fields/{id}/sections/{id}", "admin/ticket_fields/20/sections/3",
            #"{"label":"Mac","choice_ids":[134]}"#, answer: mobile.answer()
        ) {
            mobile.facts(
                try await $0.adminTicketFields.sections(of: 20).update(
                    3,
                    TicketFieldSectionUpdate {
                        $0.label = "Mac"
                        $0.choiceIDs = [134]
                    }))
        },
        .silent("DELETE admin/ticket_fields/{id}/sections/{id}", "admin/ticket_fields/20/sections/3") {
            try await $0.adminTicketFields.sections(of: 20).delete(3)
        },
    ]

    private static let contactFieldCalls: [WireCall] = [
        .reading("GET contact_fields", "contact_fields?per_page=100", answer: goldContact.list()) {
            goldContact.facts(try await $0.contactFields.list().all())
        },
        // As the language and older accounts have it.
        .reading(
            "GET contact_fields", "contact_fields?per_page=100",
            answer: .json(
                200, #"[{"id":1,"field_type":"custom_text","required_for_agent":true,"choices":{"en":"English"}}]"#)
        ) {
            let fields = try await $0.contactFields.list().all()
            fields.map(\.id) == [1]
            fields.map(\.type) == [.text]
            fields.map(\.requiredForAgents) == [true]
            fields.first?.choices?.all.map(\.label) == ["English"]
        },
        .reading(
            "POST contact_fields", "contact_fields",
            #"{"label":"Gold","label_for_customers":"Gold","type":"custom_dropdown","choices":[{"value":"Yes","position":1}]}"#,
            answer: goldContact.answer(201)
        ) {
            let draft = ContactFieldDraft(label: "Gold", type: .dropdown) {
                $0.choiceChanges = [.add("Yes", position: 1)]
            }
            goldContact.facts(try await $0.contactFields.create(draft))
        },
        .reading("GET contact_fields/{id}", "contact_fields/18", answer: goldContact.answer()) {
            goldContact.facts(try await $0.contactFields.get(18))
        },
        // Choices of older accounts are texts.
        .reading(
            "GET contact_fields/{id}", "contact_fields/18", answer: .json(200, #"{"id":18,"choices":["A","B"]}"#)
        ) {
            let field = try await $0.contactFields.get(18)
            field.id == 18
            field.choices?.all.map(\.label) == ["A", "B"]
        },
        .reading(
            "PUT contact_fields/{id}", "contact_fields/18", #"{"position":5,"unique":true}"#,
            answer: goldContact.answer()
        ) {
            goldContact.facts(
                try await $0.contactFields.update(
                    18,
                    ContactFieldUpdate {
                        $0.position = 5
                        $0.isUnique = true
                    }))
        },
        .silent("DELETE contact_fields/{id}", "contact_fields/18") { try await $0.contactFields.delete(18) },
    ]

    private static let companyFieldCalls: [WireCall] = [
        .reading("GET company_fields", "company_fields?per_page=100", answer: goldCompany.list()) {
            goldCompany.facts(try await $0.companyFields.list().all())
        },
        .reading(
            "GET company_fields", "company_fields?per_page=100",
            answer: .json(
                200, #"[{"id":1,"field_type":"custom_text","required_for_agent":true,"choices":{"en":"English"}}]"#)
        ) {
            let fields = try await $0.companyFields.list().all()
            fields.map(\.id) == [1]
            fields.map(\.type) == [.text]
            fields.map(\.requiredForAgents) == [true]
            fields.first?.choices?.all.map(\.label) == ["English"]
        },
        .reading(
            "POST company_fields", "company_fields",
            #"{"label":"Gold","type":"custom_dropdown","choices":[{"value":"Yes","position":1}]}"#,
            answer: goldCompany.answer(201)
        ) {
            let draft = CompanyFieldDraft(label: "Gold", type: .dropdown) {
                $0.choiceChanges = [.add("Yes", position: 1)]
            }
            goldCompany.facts(try await $0.companyFields.create(draft))
        },
        .reading("GET company_fields/{id}", "company_fields/18", answer: goldCompany.answer()) {
            goldCompany.facts(try await $0.companyFields.get(18))
        },
        .reading(
            "PUT company_fields/{id}", "company_fields/18", #"{"position":5,"unique":true}"#,
            answer: goldCompany.answer()
        ) {
            goldCompany.facts(
                try await $0.companyFields.update(
                    18,
                    CompanyFieldUpdate {
                        $0.position = 5
                        $0.isUnique = true
                    }))
        },
        .silent("DELETE company_fields/{id}", "company_fields/18") { try await $0.companyFields.delete(18) },
    ]
}

private let requester = Sample<TicketField>(
    """
    {"id":4,"name":"requester","label":"Search a requester","label_for_customers":"Requester","description":"Who asks",\
    "position":1,"type":"default_requester","default":true,"required_for_closure":false,"required_for_agents":true,\
    "required_for_customers":true,"customers_can_edit":false,"customers_can_filter":true,"displayed_to_customers":true,\
    "portal_cc":false,"portal_cc_to":"company","choices":["Refund"],"nested_ticket_fields":[{"id":9,"level":2}],\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 4
    $0.name == "requester"
    $0.label == "Search a requester"
    $0.labelForCustomers == "Requester"
    $0.description == "Who asks"
    $0.position == 1
    $0.type == TicketFieldType(rawValue: "default_requester")
    $0.isDefault == true
    $0.requiredForClosure == false
    $0.requiredForAgents == true
    $0.requiredForCustomers == true
    $0.customersCanEdit == false
    $0.customersCanFilter == true
    $0.displayedToCustomers == true
    $0.portalCC == false
    $0.portalCCTo == "company"
    $0.choices?.all.map(\.label) == ["Refund"]
    $0.nestedFields == [["id": 9, "level": 2]]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let mobile = Sample<TicketFieldSection>(
    #"{"id":3,"label":"Mobile","parent_ticket_field_id":20,"choice_ids":[6],"ticket_field_ids":[19],"is_fsm":false}"#
) {
    $0.id == 3
    $0.label == "Mobile"
    $0.parentFieldID == 20
    $0.choiceIDs == [6]
    $0.fieldIDs == [19]
    $0.isFieldService == false
}

private let issue = Sample<AdminTicketField>(
    """
    {"id":28,"name":"cf_issue","label":"Issue","label_for_customers":"Your issue","description":"What is wrong",\
    "type":"custom_dropdown","position":5,"default":false,"customers_can_edit":true,"displayed_to_customers":true,\
    "required_for_closure":false,"required_for_agents":true,"required_for_customers":false,\
    "choices":[{"id":6,"position":1,"value":"Refund","parent_choice_id":28,"choices":[]}],\
    "dependent_fields":[{"id":31,"level":2}],"section_mappings":[{"section_id":3,"position":1}],"has_section":true,\
    "sections":[\(mobile.text)],"archived":false,"is_fsm":false,"field_update_in_progress":true,"portal_cc":false,\
    "portal_cc_to":"all","created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 28
    $0.name == "cf_issue"
    $0.label == "Issue"
    $0.labelForCustomers == "Your issue"
    $0.description == "What is wrong"
    $0.type == .dropdown
    $0.position == 5
    $0.isDefault == false
    $0.customersCanEdit == true
    $0.displayedToCustomers == true
    $0.requiredForClosure == false
    $0.requiredForAgents == true
    $0.requiredForCustomers == false
    $0.choices?.all.map(\.id) == [6]
    $0.choices?.all.map(\.label) == ["Refund"]
    $0.choices?.json == [["id": 6, "position": 1, "value": "Refund", "parent_choice_id": 28, "choices": []]]
    $0.dependentFields == [["id": 31, "level": 2]]
    $0.sectionMappings == [["section_id": 3, "position": 1]]
    $0.hasSection == true
    mobile.facts($0.sections ?? [])
    $0.isArchived == false
    $0.isFieldService == false
    $0.isUpdateInProgress == true
    $0.portalCC == false
    $0.portalCCTo == "all"
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let goldContact = Sample<ContactField>(
    """
    {"id":24,"name":"cf_gold","label":"Gold","label_for_customers":"Gold member","position":7,"type":"custom_dropdown",\
    "default":false,"required_for_agents":true,"agents_can_edit":true,"displayed_for_agents":true,\
    "quick_add_for_agent":false,"unique":true,"editable_in_signup":false,"customers_can_edit":true,\
    "required_for_customers":false,"displayed_for_customers":true,"choices":[{"id":27,"label":"Yes","value":"yes",\
    "position":1}],"created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 24
    $0.name == "cf_gold"
    $0.label == "Gold"
    $0.labelForCustomers == "Gold member"
    $0.position == 7
    $0.type == .dropdown
    $0.isDefault == false
    $0.requiredForAgents == true
    $0.agentsCanEdit == true
    $0.displayedForAgents == true
    $0.quickAddForAgent == false
    $0.isUnique == true
    $0.editableInSignup == false
    $0.customersCanEdit == true
    $0.requiredForCustomers == false
    $0.displayedForCustomers == true
    $0.choices?.all.map(\.id) == [27]
    $0.choices?.all.map(\.label) == ["Yes"]
    $0.choices?.all.map(\.value) == ["yes"]
    $0.choices?.json == [["id": 27, "label": "Yes", "value": "yes", "position": 1]]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let goldCompany = Sample<CompanyField>(
    """
    {"id":24,"name":"cf_gold","label":"Gold","position":7,"type":"custom_dropdown","default":false,\
    "required_for_agents":true,"agents_can_edit":true,"displayed_for_agents":true,"quick_add_for_agent":false,\
    "unique":true,"choices":["Yes","No"],"created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 24
    $0.name == "cf_gold"
    $0.label == "Gold"
    $0.position == 7
    $0.type == .dropdown
    $0.isDefault == false
    $0.requiredForAgents == true
    $0.agentsCanEdit == true
    $0.displayedForAgents == true
    $0.quickAddForAgent == false
    $0.isUnique == true
    $0.choices?.all.map(\.label) == ["Yes", "No"]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
