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
        notBuilt: """
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
        calls: [
            .reading(
                "GET ticket_fields", "ticket_fields?type=default_status",
                answer: .json(200, #"[{"id":5,"type":"default_status","choices":{"2":["Open","Being Processed"]}}]"#)
            ) { try await $0.ticketFields.statuses().map(\.label) == ["Open"] },
            WireCall("GET ticket_fields", "ticket_fields", answer: .json(200, "[]")) {
                _ = try await $0.ticketFields.all()
            },
        ])
}
