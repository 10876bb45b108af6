import Foundation
import Freshdesk
import TestSupport
import Testing

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
            .reading(
                "GET ticket-forms", "ticket-forms?per_page=50",
                answer: .json(200, #"[{"id":1,"name":"report_an_issue","default":true,"portals":[{"id":1}]}]"#)
            ) {
                let form = try await $0.ticketForms.list().first()
                return form?.isDefault == true && form?.portals?.count == 1
            },
            .reading(
                "POST ticket-forms", "ticket-forms",
                """
                {"title":"Returns","fields":[{"id":1,"label_for_customers":"You","customers_can_edit":true,\
                "required_for_customers":true,"hint_for_customers":"You","placeholder_for_customers":"Name"}],\
                "description":"x"}
                """,
                answer: .json(
                    201, #"{"id":2,"fields":[{"id":1,"portal_cc":"false","created_at":"2022-06-01 14:10:59"}]}"#)
            ) {
                let field = TicketFormFieldDraft(1, label: "You", requiredForCustomers: true, placeholder: "Name")
                let draft = TicketFormDraft(title: "Returns", fields: [field]) { $0.description = "x" }
                let made = try await $0.ticketForms.create(draft).fields?.first
                return made?.portalCC == false && made?.createdAt == Date(timeIntervalSince1970: 1_654_092_659)
            },
            WireCall("GET ticket-forms/{id}", "ticket-forms/2") { _ = try await $0.ticketForms.get(2) },
            WireCall("PUT ticket-forms/{id}", "ticket-forms/2", #"{"title":"New"}"#) {
                try await $0.ticketForms.update(2, TicketFormUpdate { $0.title = "New" })
            },
            WireCall("DELETE ticket-forms/{id}", "ticket-forms/2", answer: .empty(204)) {
                try await $0.ticketForms.delete(2)
            },
            .reading(
                "POST ticket-forms/{id}/clone", "ticket-forms/2/clone", answer: .json(201, #"{"id":3,"title":"Copy"}"#)
            ) { try await $0.ticketForms.clone(2).title == "Copy" },
            .reading(
                "GET ticket-forms/{id}/fields/{id}", "ticket-forms/1/fields/4",
                answer: .json(200, #"{"id":4,"type":"default_requester","hint_for_customers":"E-mail"}"#)
            ) { try await $0.ticketForms.fields(of: 1).get(4).hintForCustomers == "E-mail" },
            WireCall(
                "PUT ticket-forms/{id}/fields/{id}", "ticket-forms/1/fields/4",
                #"{"label_for_customers":"E-mail","position":2}"#
            ) {
                try await $0.ticketForms.fields(of: 1).update(
                    4,
                    TicketFormFieldUpdate {
                        $0.labelForCustomers = "E-mail"
                        $0.position = 2
                    })
            },
            WireCall("DELETE ticket-forms/{id}/fields/{id}", "ticket-forms/1/fields/4", answer: .empty(204)) {
                try await $0.ticketForms.fields(of: 1).delete(4)
            },
        ])
}
