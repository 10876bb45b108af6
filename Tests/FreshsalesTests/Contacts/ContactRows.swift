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
            .silent("DELETE contacts/{id}", "contacts/8") { try await $0.contacts.delete(8) },
            .silent("DELETE contacts/{id}/forget", "contacts/8/forget", answer: .json(200, "true")) {
                try await $0.contacts.forget(8)
            },

            .reading(
                "GET contacts/{id}/activities", "contacts/8/activities",
                answer: .json(200, #"{"activities":[{"composite_id":"x"}],"meta":{"total_pages":1}}"#)
            ) { try await $0.contacts.activities(of: 8).all().map(\.compositeID) == ["x"] },
            .reading(
                "PUT contacts/{id}/manage_team_members", "contacts/8/manage_team_members", #"{"team_users":[7,9]}"#,
                answer: .json(200, #"{"contact":{"id":8}}"#)
            ) { try await $0.contacts.setTeam(of: 8, [7, 9]).id == 8 },
            .reading(
                "GET contacts/{id}/appointments", "contacts/8/appointments",
                answer: .json(200, #"{"appointments":[{"id":3}]}"#)
            ) { try await $0.contacts.appointments(of: 8).all().map(\.id) == [3] },
            .reading("GET contacts/{id}/notes", "contacts/8/notes", answer: .json(200, #"{"notes":[{"id":3}]}"#)) {
                try await $0.contacts.notes(of: 8).all().map(\.id) == [3]
            },
            .reading(
                "GET contacts/{id}/document_associations", "contacts/8/document_associations",
                answer: .json(200, #"{"documents":[{"id":3}],"document_links":[{"id":4}],"users":[{"id":7}]}"#)
            ) {
                let files = try await $0.contacts.documents(of: 8)
                files.documents.map(\.id) == [3]
                files.links.map(\.id) == [4]
                files.users.map(\.id) == [7]
            },
            // Giving a contact to somebody is an update.
            .reading(
                "PUT contacts/{id}", "contacts/8", #"{"contact":{"owner_id":7}}"#,
                answer: .json(200, #"{"contact":{"id":8}}"#)
            ) { try await $0.contacts.assign(8, to: 7).id == 8 },
        ])
}
