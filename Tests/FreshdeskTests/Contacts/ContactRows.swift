import Foundation
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
        calls: [
            .reading(
                "GET search/contacts", "search/contacts?query=%22tag%3A%27vip%27%22&page=1",
                answer: .json(200, #"{"total":1,"results":[\#(ana.text)]}"#)
            ) {
                let page = try await $0.contacts.searchPage(.tag("vip"))
                page.total == 1
                ana.facts(page.records)
            },
            .reading(
                "GET search/contacts", "search/contacts?query=%22tag%3A%27vip%27%22", answer: ana.list(under: "results")
            ) { ana.facts(try await $0.contacts.search(.tag("vip")).all()) },
            .reading("GET contacts", "contacts?state=deleted&per_page=100", answer: ana.list()) {
                ana.facts(try await $0.contacts.list(ContactFilter(state: .deleted)).all())
            },
            .reading("POST contacts", "contacts", #"{"name":"Ana","email":"ana@acme.test"}"#, answer: ana.answer(201)) {
                ana.facts(try await $0.contacts.create(ContactDraft(name: "Ana", email: "ana@acme.test")))
            },
            .reading("GET contacts/{id}", "contacts/5", answer: ana.answer()) {
                ana.facts(try await $0.contacts.get(5))
            },
            .reading("PUT contacts/{id}", "contacts/5", #"{"job_title":null}"#, answer: ana.answer()) {
                ana.facts(try await $0.contacts.update(5, ContactUpdate { $0.jobTitle = .clear }))
            },
            .silent("DELETE contacts/{id}", "contacts/5") { try await $0.contacts.delete(5) },
            .silent("DELETE contacts/{id}/hard_delete", "contacts/5/hard_delete") {
                try await $0.contacts.hardDelete(5)
            },
            .silent("DELETE contacts/{id}/hard_delete", "contacts/5/hard_delete?force=true") {
                try await $0.contacts.hardDelete(5, isForced: true)
            },
            .silent("PUT contacts/{id}/restore", "contacts/5/restore") { try await $0.contacts.restore(5) },
            .silent("PUT contacts/{id}/send_invite", "contacts/5/send_invite") { try await $0.contacts.sendInvite(5) },
            .reading(
                "PUT contacts/{id}/make_agent", "contacts/5/make_agent",
                #"{"occasional":true,"ticket_scope":2,"group_ids":[7],"type":"collaborator"}"#, answer: newAgent
            ) {
                let agent = try await $0.contacts.makeAgent(
                    5,
                    MakeAgentDraft {
                        $0.isOccasional = true
                        $0.ticketScope = .group
                        $0.groupIDs = [7]
                        $0.type = .collaborator
                    })
                agent.id == 5
                agent.name == "Ana"
                agent.email == "ana@acme.test"
                agent.type == .collaborator
                agent.ticketScope == .group
                agent.isOccasional == true
                agent.isAvailable == false
                agent.groupIDs == [7]
                agent.roleIDs == [3]
                agent.isFocusModeOn == true
                agent.createdAt == utc(2025, 3, 4, 9, 12)
                agent.contact?.jobTitle == "Ops lead"
                agent.contact?.language == "en"
                agent.contact?.timeZone == "Madrid"
                agent.contact?.isActive == true
                agent.contact?.createdAt == utc(2025, 2, 1, 10)
            },
            .silent(
                "POST contacts/merge", "contacts/merge",
                #"{"primary_contact_id":5,"secondary_contact_ids":[6,7],"contact":{"phone":"1","company_ids":[3]}}"#
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
            ) {
                let contacts = try await $0.contacts.autocomplete("an")
                contacts.map(\.id) == [5]
                contacts.map(\.name) == ["Ana"]
            },
            .reading(
                "POST contacts/export", "contacts/export",
                #"{"fields":{"default_fields":["name"],"custom_fields":["cf_a"]}}"#,
                answer: .json(200, #"{"id":"x-1"}"#)
            ) { try await $0.contacts.exports.start(fields: ["name"], customFields: ["cf_a"]).id == "x-1" },
            .reading("GET contacts/export/{id}", "contacts/export/x-1", answer: Sample<Export>.done.answer()) {
                Sample<Export>.done.facts(try await $0.contacts.exports.get("x-1"))
            },
            .reading("GET contacts/imports", "contacts/imports", answer: Sample<Import>.underWay.list()) {
                Sample<Import>.underWay.facts(try await $0.contacts.imports.list())
            },
            .reading(
                "POST contacts/imports", "contacts/imports",
                form: ["fields[email]=1", "fields[name]=0", "file=@people.csv"],
                answer: Sample<Import>.underWay.answer(201)
            ) {
                Sample<Import>.underWay.facts(
                    try await $0.contacts.imports.start(
                        .data(Data("n,e".utf8), filename: "people.csv"), columns: ["name": 0, "email": 1]))
            },
            .reading("GET contacts/imports/{id}", "contacts/imports/5", answer: Sample<Import>.underWay.answer()) {
                Sample<Import>.underWay.facts(try await $0.contacts.imports.get(5))
            },
            .silent("PUT contacts/imports/{id}/cancel", "contacts/imports/5/cancel") {
                try await $0.contacts.imports.cancel(5)
            },
        ])

    /// What is personal stands around the agent.
    private static let newAgent = TransportResponse.json(
        200,
        """
        {"name":"Ana","email":"ana@acme.test","active":true,"job_title":"Ops lead","language":"en","time_zone":"Madrid",\
        "mobile":null,"phone":null,"last_login_at":null,"created_at":"2025-02-01T10:00:00Z",\
        "agent":{"id":5,"type":"collaborator","available":false,"occasional":true,"ticket_scope":2,"group_ids":[7],\
        "role_ids":[3],"focus_mode":true,"created_at":"2025-03-04T09:12:00Z"}}
        """)
}

private let ana = Sample<Contact>(
    """
    {"id":70041233991,"name":"Ana Ruiz","first_name":"Ana","last_name":"Ruiz","email":"ana@acme.test","active":false,\
    "contact_type":"contact","phone":"+34 600 000 001","mobile":"+34 2","twitter_id":"12345","facebook_id":"fb",\
    "unique_external_id":"crm-881","other_emails":["ana.ruiz@acme.test"],"other_phone_numbers":["+34 3"],\
    "company_id":70000555001,"view_all_tickets":false,"other_companies":[{"company_id":70000555002,\
    "view_all_tickets":true}],"address":"Calle 1","description":"D","job_title":"Ops lead","language":"en",\
    "time_zone":"Madrid","tags":["beta"],"custom_fields":{"department":"Operations"},"deleted":true,"csat_rating":103,\
    "preferred_source":"email","visitor_id":"8d3c6b1e-0000-4000-8000-000000000001","org_contact_id":1874653298761234567,\
    "avatar":{"id":9,"name":"a.png","content_type":"image/png","size":44,"avatar_url":"https://cdn.example.net/a",\
    "created_at":"2025-02-03T10:00:00Z","updated_at":"2025-02-04T10:00:00Z"},\
    "devices":[{"device_type":"phone","device_make":"Acme","device_model":"A1","app_version":"2.1","os":"iOS",\
    "os_version":"18"}],"created_at":"2025-02-01T10:00:00Z","updated_at":"2025-02-20T16:30:00Z"}
    """
) {
    $0.id == 70_041_233_991
    $0.name == "Ana Ruiz"
    $0.firstName == "Ana"
    $0.lastName == "Ruiz"
    $0.email == "ana@acme.test"
    $0.isActive == false
    $0.contactType == .contact
    $0.phone == "+34 600 000 001"
    $0.mobile == "+34 2"
    $0.twitterID == "12345"
    $0.facebookID == "fb"
    $0.uniqueExternalID == "crm-881"
    $0.otherEmails == ["ana.ruiz@acme.test"]
    $0.otherPhoneNumbers == ["+34 3"]
    $0.companyID == 70_000_555_001
    $0.seesAllTickets == false
    $0.otherCompanies == [CompanyMembership(companyID: 70_000_555_002, seesAllTickets: true)]
    $0.address == "Calle 1"
    $0.description == "D"
    $0.jobTitle == "Ops lead"
    $0.language == "en"
    $0.timeZone == "Madrid"
    $0.tags == ["beta"]
    $0.customFields["department"] == "Operations"
    $0.isDeleted == true
    $0.csatRating == 103
    $0.preferredSource == "email"
    $0.visitorID == "8d3c6b1e-0000-4000-8000-000000000001"
    $0.orgContactID == "1874653298761234567"
    $0.avatar?.id == 9
    $0.avatar?.name == "a.png"
    $0.avatar?.contentType == "image/png"
    $0.avatar?.size == 44
    $0.avatar?.url?.absoluteString == "https://cdn.example.net/a"
    $0.avatar?.createdAt == utc(2025, 2, 3, 10)
    $0.avatar?.updatedAt == utc(2025, 2, 4, 10)
    $0.devices?.map(\.deviceType) == ["phone"]
    $0.devices?.map(\.deviceMake) == ["Acme"]
    $0.devices?.map(\.deviceModel) == ["A1"]
    $0.devices?.map(\.appVersion) == ["2.1"]
    $0.devices?.map(\.os) == ["iOS"]
    $0.devices?.map(\.osVersion) == ["18"]
    $0.createdAt == utc(2025, 2, 1, 10)
    $0.updatedAt == utc(2025, 2, 20, 16, 30)
}
