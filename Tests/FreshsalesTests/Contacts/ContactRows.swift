import Freshsales
import TestSupport

// Source: developers.freshworks.com/crm/api, contacts.
extension EndpointFolder {
    static let contacts = EndpointFolder(
        "Contacts", 13,
        """
        POST contacts
        GET contacts/{id}
        GET contacts/filters
        GET contacts/view/{id}
        PUT contacts/{id}
        POST contacts/{id}/clone
        DELETE contacts/{id}
        DELETE contacts/{id}/forget
        GET contacts/{id}/activities
        PUT contacts/{id}/manage_team_members
        GET contacts/{id}/appointments
        GET contacts/{id}/notes
        GET contacts/{id}/document_associations
        """,
        notBuilt: """
            GET contacts/{id}/activities
            PUT contacts/{id}/manage_team_members
            GET contacts/{id}/appointments
            GET contacts/{id}/notes
            GET contacts/{id}/document_associations
            """,
        calls: [
            .reading(
                "POST contacts", "contacts", #"{"contact":{"email":"a@b.example"}}"#,
                answer: .json(201, #"{"contact":{"id":8}}"#)
            ) {
                try await $0.contacts.create(ContactDraft(email: "a@b.example")).id == 8
            },
            .reading("GET contacts/{id}", "contacts/8", answer: .json(200, #"{"contact":{"id":8}}"#)) {
                try await $0.contacts.get(8).id == 8
            },
            .reading("GET contacts/filters", "contacts/filters", answer: .json(200, #"{"filters":[{"id":4}]}"#)) {
                try await $0.contacts.views().map(\.id) == [4]
            },
            .reading(
                "GET contacts/view/{id}", "contacts/view/4?per_page=100",
                answer: .json(200, #"{"contacts":[{"id":8}],"meta":{"total_pages":1}}"#)
            ) { try await $0.contacts.list(view: 4).all().map(\.id) == [8] },
            .reading(
                "PUT contacts/{id}", "contacts/8", #"{"contact":{"city":null}}"#,
                answer: .json(200, #"{"contact":{"id":8}}"#)
            ) {
                try await $0.contacts.update(8, ContactUpdate { $0.city = .clear }).id == 8
            },
            .reading(
                "POST contacts/{id}/clone", "contacts/8/clone", #"{"contact":{"city":null}}"#,
                answer: .json(200, #"{"contact":{"id":9}}"#)
            ) {
                try await $0.contacts.clone(8, changing: ContactUpdate { $0.city = .clear }).id == 9
            },
            WireCall("DELETE contacts/{id}", "contacts/8", answer: .empty(204)) { try await $0.contacts.delete(8) },
            WireCall("DELETE contacts/{id}/forget", "contacts/8/forget", answer: .json(200, "true")) {
                try await $0.contacts.forget(8)
            },
        ])
}
