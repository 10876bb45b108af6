import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Ticket forms.
extension EndpointFolder {
    static let ticketForms = EndpointFolder(
        "Ticket forms", 9,
        """
        GET ticket-forms
        POST ticket-forms
        GET ticket-forms/{id}
        PUT ticket-forms/{id}
        DELETE ticket-forms/{id}
        POST ticket-forms/{id}/clone
        GET ticket-forms/{id}/fields/{id}
        PUT ticket-forms/{id}/fields/{id}
        DELETE ticket-forms/{id}/fields/{id}
        """,
        calls: [
            .reading("GET ticket-forms", "ticket-forms?per_page=50", answer: form.list()) {
                form.facts(try await $0.ticketForms.list().all())
            },
            .reading(
                "POST ticket-forms", "ticket-forms",
                """
                {"title":"Returns","fields":[{"id":1,"label_for_customers":"You","customers_can_edit":true,\
                "required_for_customers":true,"hint_for_customers":"You","placeholder_for_customers":"Name"}],\
                "description":"x"}
                """, answer: form.answer(201)
            ) {
                let field = TicketFormFieldDraft(1, label: "You", requiredForCustomers: true, placeholder: "Name")
                let draft = TicketFormDraft(title: "Returns", fields: [field]) { $0.description = "x" }
                form.facts(try await $0.ticketForms.create(draft))
            },
            .reading("GET ticket-forms/{id}", "ticket-forms/2", answer: form.answer()) {
                form.facts(try await $0.ticketForms.get(2))
            },
            .reading("PUT ticket-forms/{id}", "ticket-forms/2", #"{"title":"New"}"#, answer: form.answer()) {
                form.facts(try await $0.ticketForms.update(2, TicketFormUpdate { $0.title = "New" }))
            },
            .silent("DELETE ticket-forms/{id}", "ticket-forms/2") { try await $0.ticketForms.delete(2) },
            .reading("POST ticket-forms/{id}/clone", "ticket-forms/2/clone", answer: form.answer(201)) {
                form.facts(try await $0.ticketForms.clone(2))
            },
            .reading("GET ticket-forms/{id}/fields/{id}", "ticket-forms/1/fields/4", answer: formField.answer()) {
                formField.facts(try await $0.ticketForms.fields(of: 1).get(4))
            },
            .reading(
                "PUT ticket-forms/{id}/fields/{id}", "ticket-forms/1/fields/4",
                #"{"label_for_customers":"E-mail","position":2}"#, answer: formField.answer()
            ) {
                formField.facts(
                    try await $0.ticketForms.fields(of: 1).update(
                        4,
                        TicketFormFieldUpdate {
                            $0.labelForCustomers = "E-mail"
                            $0.position = 2
                        }))
            },
            .silent("DELETE ticket-forms/{id}/fields/{id}", "ticket-forms/1/fields/4") {
                try await $0.ticketForms.fields(of: 1).delete(4)
            },
        ])
}

private let formField = Sample<TicketFormField>(
    """
    {"id":4,"name":"requester","label":"Search a requester","label_for_customers":"Requester","position":2,\
    "type":"default_requester","default":true,"customers_can_edit":true,"required_for_customers":true,\
    "hint_for_customers":"E-mail","placeholder_for_customers":"a@b.example","required_for_closure":false,\
    "required_for_agents":true,"displayed_to_customers":true,"portal_cc":"false","portal_cc_to":"company",\
    "archived":false,"created_at":"2022-06-01 14:10:59","updated_at":"2022-06-02 14:10:59"}
    """
) {
    $0.id == 4
    $0.name == "requester"
    $0.label == "Search a requester"
    $0.labelForCustomers == "Requester"
    $0.position == 2
    $0.type == TicketFieldType(rawValue: "default_requester")
    $0.isDefault == true
    $0.customersCanEdit == true
    $0.requiredForCustomers == true
    $0.hintForCustomers == "E-mail"
    $0.placeholderForCustomers == "a@b.example"
    $0.requiredForClosure == false
    $0.requiredForAgents == true
    $0.displayedToCustomers == true
    $0.portalCC == false
    $0.portalCCTo == "company"
    $0.isArchived == false
    // Printed without an offset.
    $0.createdAt == utc(2022, 6, 1, 14, 10, 59)
    $0.updatedAt == utc(2022, 6, 2, 14, 10, 59)
}

private let form = Sample<TicketForm>(
    """
    {"id":2,"name":"returns","title":"Returns","description":"x","default":true,"fields":[\(formField.text)],\
    "portals":[{"id":1}],"widgets":[{"id":3}],"last_updated_by":5,"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 2
    $0.name == "returns"
    $0.title == "Returns"
    $0.description == "x"
    $0.isDefault == true
    formField.facts($0.fields ?? [])
    $0.portals == [["id": 1]]
    $0.widgets == [["id": 3]]
    $0.lastUpdatedBy == 5
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
