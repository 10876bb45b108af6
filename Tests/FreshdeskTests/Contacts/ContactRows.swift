import Foundation
import Freshdesk
import TestSupport
import Testing

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
        calls: [
            .reading(
                "GET search/contacts", "search/contacts?query=%22tag%3A%27vip%27%22&page=1",
                answer: .json(200, #"{"total":1,"results":[{"id":5}]}"#)
            ) { try await $0.contacts.searchPage(.tag("vip")).total == 1 },
            .reading(
                "GET search/contacts", "search/contacts?query=%22tag%3A%27vip%27%22",
                answer: .json(200, #"{"total":1,"results":[{"id":5}]}"#)
            ) { try await $0.contacts.search(.tag("vip")).all().map(\.id) == [5] },
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
            WireCall("DELETE contacts/{id}/hard_delete", "contacts/5/hard_delete", answer: .empty(204)) {
                try await $0.contacts.hardDelete(5)
            },
            WireCall("DELETE contacts/{id}/hard_delete", "contacts/5/hard_delete?force=true", answer: .empty(204)) {
                try await $0.contacts.hardDelete(5, isForced: true)
            },
            WireCall("PUT contacts/{id}/restore", "contacts/5/restore", answer: .empty(204)) {
                try await $0.contacts.restore(5)
            },
            WireCall("PUT contacts/{id}/send_invite", "contacts/5/send_invite", answer: .empty(204)) {
                try await $0.contacts.sendInvite(5)
            },
            WireCall(
                "PUT contacts/{id}/make_agent", "contacts/5/make_agent",
                #"{"occasional":true,"ticket_scope":2,"group_ids":[7],"type":"collaborator"}"#,
                answer: .json(
                    200,
                    #"{"name":"Ana","email":"ana@acme.test","agent":{"id":5,"type":"collaborator","ticket_scope":2}}"#)
            ) {
                let agent = try await $0.contacts.makeAgent(
                    5,
                    MakeAgentDraft {
                        $0.isOccasional = true
                        $0.ticketScope = .group
                        $0.groupIDs = [7]
                        $0.type = .collaborator
                    })
                #expect(agent.id == 5)
                #expect(agent.name == "Ana")
                #expect(agent.ticketScope == .group)
            },
            WireCall(
                "POST contacts/merge", "contacts/merge",
                #"{"primary_contact_id":5,"secondary_contact_ids":[6,7],"contact":{"phone":"1","company_ids":[3]}}"#,
                answer: .empty(204)
            ) {
                try await $0.contacts.merge(
                    [6, 7], into: 5,
                    ContactMergeDraft {
                        $0.phone = "1"
                        $0.companyIDs = [3]
                    })
            },
            .reading(
                "GET contacts/autocomplete", "contacts/autocomplete?term=an",
                answer: .json(200, #"[{"id":5,"name":"Ana"}]"#)
            ) { try await $0.contacts.autocomplete("an").map(\.name) == ["Ana"] },
            .reading(
                "POST contacts/export", "contacts/export",
                #"{"fields":{"default_fields":["name"],"custom_fields":["cf_a"]}}"#,
                answer: .json(200, #"{"id":"x-1"}"#)
            ) { try await $0.contacts.exports.start(fields: ["name"], customFields: ["cf_a"]).id == "x-1" },
            WireCall(
                "GET contacts/export/{id}", "contacts/export/x-1",
                answer: .json(
                    200, #"{"id":"x-1","status":"completed","download_url":"https://files.example/x.csv"}"#)
            ) {
                let export = try await $0.contacts.exports.get("x-1")
                #expect(export.status == .completed)
                #expect(export.downloadURL?.absoluteString == "https://files.example/x.csv")
            },
            .reading("GET contacts/imports", "contacts/imports", answer: .json(200, #"[{"id":5,"total_records":2}]"#)) {
                try await $0.contacts.imports.list().map(\.totalRecords) == [2]
            },
            WireCall(
                "POST contacts/imports", "contacts/imports",
                form: ["fields[email]=1", "fields[name]=0", "file=@people.csv"]
            ) {
                _ = try await $0.contacts.imports.start(
                    .data(Data("n,e".utf8), filename: "people.csv"), columns: ["name": 0, "email": 1])
            },
            .reading(
                "GET contacts/imports/{id}", "contacts/imports/5",
                answer: .json(200, #"{"id":5,"status":"in_progress","completed_records":1}"#)
            ) { try await $0.contacts.imports.get(5).completedRecords == 1 },
            WireCall("PUT contacts/imports/{id}/cancel", "contacts/imports/5/cancel", answer: .empty(204)) {
                try await $0.contacts.imports.cancel(5)
            },
        ])
}
