import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Contacts.
extension EndpointFolder {
    static let contacts = EndpointFolder(
        "Contacts", 18,
        """
        GET contacts
        POST contacts
        GET contacts/{id}
        PUT contacts/{id}
        DELETE contacts/{id}
        DELETE contacts/{id}/hard_delete
        PUT contacts/{id}/restore
        PUT contacts/{id}/send_invite
        PUT contacts/{id}/make_agent
        POST contacts/merge
        GET contacts/autocomplete
        GET search/contacts
        POST contacts/export
        GET contacts/export/{id}
        GET contacts/imports
        POST contacts/imports
        GET contacts/imports/{id}
        PUT contacts/imports/{id}/cancel
        """,
        notBuilt: """
            DELETE contacts/{id}/hard_delete
            PUT contacts/{id}/restore
            PUT contacts/{id}/send_invite
            PUT contacts/{id}/make_agent
            POST contacts/merge
            GET contacts/autocomplete
            GET search/contacts
            POST contacts/export
            GET contacts/export/{id}
            GET contacts/imports
            POST contacts/imports
            GET contacts/imports/{id}
            PUT contacts/imports/{id}/cancel
            """,
        calls: [

            WireCall("GET contacts", "contacts?state=deleted&per_page=100", answer: .json(200, "[]")) {
                _ = try await $0.contacts.list(ContactFilter(state: .deleted)).all()
            },
            WireCall("POST contacts", "contacts", #"{"name":"Ana","email":"ana@acme.test"}"#) {
                try await $0.contacts.create(ContactDraft(name: "Ana", email: "ana@acme.test"))
            },
            WireCall("GET contacts/{id}", "contacts/5") { _ = try await $0.contacts.get(5) },
            WireCall("PUT contacts/{id}", "contacts/5", #"{"job_title":null}"#) {
                try await $0.contacts.update(5, ContactUpdate { $0.jobTitle = .clear })
            },
            WireCall("DELETE contacts/{id}", "contacts/5", answer: .empty(204)) { try await $0.contacts.delete(5) },
        ])
}
