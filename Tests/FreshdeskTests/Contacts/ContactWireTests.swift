import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk contacts on the wire")
struct ContactWireTests {
    private let wire = ScriptedTransport(.json(201, #"{"id":70041233991}"#))

    @Test("create sends every property under the service's names")
    func create() async throws {
        let contacts = try freshdesk(wire).contacts
        _ = try await contacts.create(ContactDraft(name: "Ana Ruiz", email: "ana@acme.test"))
        var draft = ContactDraft(name: "Ana Ruiz", email: "ana@acme.test") {
            $0.phone = "1"
            $0.mobile = "2"
            $0.twitterID = "tw"
            $0.uniqueExternalID = "crm-881"
            $0.customFields = ["department": "Operations"]
        }
        draft.socialHandler = [["type": "x"]]
        draft.otherEmails = ["ana.ruiz@acme.test"]
        draft.companyID = 70_000_555_001
        draft.seesAllTickets = false
        draft.otherCompanies = [
            CompanyMembership(companyID: 70_000_555_002, seesAllTickets: true),
            CompanyMembership(companyID: 70_000_555_003),
        ]
        draft.address = "A"
        draft.description = "D"
        draft.jobTitle = "Ops lead"
        draft.language = "en"
        draft.timeZone = "Madrid"
        draft.tags = ["beta"]
        draft.lookupParameter = "display_id"
        _ = try await contacts.create(draft)
        #expect(wire.lines == ["POST /api/v2/contacts", "POST /api/v2/contacts"])
        #expect(
            wire.jsonBodies == [
                #"{"name":"Ana Ruiz","email":"ana@acme.test"}"#,
                """
                {"name":"Ana Ruiz","email":"ana@acme.test","phone":"1","mobile":"2","twitter_id":"tw",\
                "unique_external_id":"crm-881","custom_fields":{"department":"Operations"},\
                "social_handler":[{"type":"x"}],"other_emails":["ana.ruiz@acme.test"],"company_id":70000555001,\
                "view_all_tickets":false,"other_companies":[{"company_id":70000555002,"view_all_tickets":true},\
                {"company_id":70000555003}],"address":"A","description":"D","job_title":"Ops lead","language":"en",\
                "time_zone":"Madrid","tags":["beta"],"lookup_parameter":"display_id"}
                """,
            ])
    }

    @Test("view and delete are plain calls")
    func plainCalls() async throws {
        _ = try await freshdesk(wire).contacts.get(70_041_233_991)
        let gone = ScriptedTransport(.empty(204))
        try await freshdesk(gone).contacts.delete(70_041_233_991)
        #expect(wire.lines == ["GET /api/v2/contacts/70041233991"])
        #expect(gone.lines == ["DELETE /api/v2/contacts/70041233991"])
    }

    @Test("list sends its filter and page size, and first(email:) asks for the address")
    func list() async throws {
        let wire = ScriptedTransport(.json(200, "[]"))
        let contacts = try freshdesk(wire).contacts
        _ = try await contacts.list(
            ContactFilter(
                email: "ana+1@acme.test", mobile: "+1", phone: "2", companyID: 3, state: .unverified,
                contactType: .visitor, updatedSince: utc(2025, 2, 1)), pageSize: 7
        ).all()
        #expect(try await contacts.first(email: "ana@acme.test") == nil)
        #expect(
            wire.lines == [
                """
                GET /api/v2/contacts?email=ana%2B1%40acme.test&mobile=%2B1&phone=2&company_id=3&state=unverified\
                &contact_type=visitor&_updated_since=2025-02-01T00%3A00%3A00Z&per_page=7
                """,
                "GET /api/v2/contacts?email=ana%40acme.test&per_page=100",
            ])
    }

    @Test("update leaves out what is unchanged, clears and sets")
    func update() async throws {
        let contacts = try freshdesk(wire).contacts
        await expectRefusal(.invalidArgument) { _ = try await contacts.update(5, ContactUpdate()) }
        _ = try await contacts.update(
            5,
            ContactUpdate {
                $0.email = .clear
                $0.phone = .clear
                $0.mobile = .clear
                $0.twitterID = .clear
                $0.uniqueExternalID = .clear
                $0.otherEmails = []
                $0.companyID = .clear
                $0.otherCompanies = []
                $0.address = .clear
                $0.description = .clear
                $0.jobTitle = .clear
                $0.tags = []
                $0.customFields = ["department": .null]
            })
        _ = try await contacts.update(
            5,
            ContactUpdate {
                $0.name = "N"
                $0.email = "a@b.test"
                $0.phone = "1"
                $0.mobile = "2"
                $0.twitterID = "t"
                $0.uniqueExternalID = "u"
                $0.socialHandler = [["type": "x"]]
                $0.otherEmails = ["c@d.test"]
                $0.companyID = 3
                $0.seesAllTickets = true
                $0.otherCompanies = [CompanyMembership(companyID: 4, seesAllTickets: false)]
                $0.address = "A"
                $0.description = "D"
                $0.jobTitle = "J"
                $0.language = "de"
                $0.timeZone = "Berlin"
                $0.tags = ["x"]
                $0.customFields = ["department": "Ops"]
                $0.lookupParameter = "display_id"
            })
        #expect(wire.lines == Array(repeating: "PUT /api/v2/contacts/5", count: 2))
        #expect(
            wire.jsonBodies == [
                """
                {"email":null,"phone":null,"mobile":null,"twitter_id":null,"unique_external_id":null,\
                "other_emails":[],"company_id":null,"other_companies":[],"address":null,"description":null,\
                "job_title":null,"tags":[],"custom_fields":{"department":null}}
                """,
                """
                {"name":"N","email":"a@b.test","phone":"1","mobile":"2","twitter_id":"t","unique_external_id":"u",\
                "social_handler":[{"type":"x"}],"other_emails":["c@d.test"],"company_id":3,"view_all_tickets":true,\
                "other_companies":[{"company_id":4,"view_all_tickets":false}],"address":"A","description":"D",\
                "job_title":"J","language":"de","time_zone":"Berlin","tags":["x"],\
                "custom_fields":{"department":"Ops"},"lookup_parameter":"display_id"}
                """,
            ])
    }

    @Test("a picture makes a form of the request; 5 MB is the most")
    func avatar() async throws {
        let wire = FormTransport(.json(201, #"{"id":1}"#))
        let contacts = try freshdesk(wire).contacts
        var draft = ContactDraft(name: "Ana", email: "ana@acme.test") { $0.customFields = ["department": "Ops"] }
        let picture = AttachmentUpload.data(Data([137]), filename: "ana.png", contentType: "image/png")
        draft.tags = ["beta"]
        _ = try await contacts.create(draft, avatar: picture)
        let full = AttachmentUpload.data(Data(count: 5 * 1024 * 1024), filename: "a.png")
        _ = try await contacts.update(1, ContactUpdate(), avatar: full)
        await expectRefusal(.requestTooLarge) {
            let big = AttachmentUpload.data(Data(count: 5 * 1024 * 1024 + 1), filename: "a.png")
            _ = try await contacts.update(1, ContactUpdate(), avatar: big)
        }
        #expect(
            wire.forms.map { $0.lines.sorted() } == [
                [
                    "avatar=@ana.png", "custom_fields[department]=Ops", "email=ana@acme.test", "name=Ana",
                    "tags[]=beta",
                ],
                ["avatar=@a.png"],
            ])
        #expect(wire.forms[0].files.first?.contentType == "image/png")
    }

    @Test("what a form cannot say is left out of a new contact with a picture, and refused of an old one")
    func avatarBesideNothing() async throws {
        let wire = FormTransport(.json(201, #"{"id":1}"#))
        let contacts = try freshdesk(wire).contacts
        let picture = AttachmentUpload.data(Data([137]), filename: "ana.png", contentType: "image/png")
        let draft = ContactDraft(name: "Ana", email: "ana@acme.test") {
            $0.tags = []
            $0.otherEmails = []
            $0.otherCompanies = []
            $0.customFields = ["department": .null, "cf_region": "EMEA"]
        }
        _ = try await contacts.create(draft, avatar: picture)
        #expect(
            wire.forms.map { $0.lines.sorted() } == [
                ["avatar=@ana.png", "custom_fields[cf_region]=EMEA", "email=ana@acme.test", "name=Ana"]
            ])
        for update in [ContactUpdate { $0.tags = [] }, ContactUpdate { $0.phone = .clear }] {
            await expectRefusal(.invalidArgument) { _ = try await contacts.update(1, update, avatar: picture) }
        }
        #expect(wire.forms.count == 1)
    }

    @Test("a taken address is a conflict that names the field")
    func conflict() async throws {
        let wire = ScriptedTransport(
            .json(
                409,
                """
                {"description":"Validation failed","errors":[{"field":"email","additional_info":\
                {"user_id":70041233991},"message":"It should be a unique value","code":"duplicate_value"}]}
                """))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshdesk(wire).contacts.create(ContactDraft(name: "Ana", email: "ana@acme.test"))
        }
        #expect(error?.code == .conflict)
        #expect(error?.fieldErrors.first?.field == "email")
        #expect(error?.fieldErrors.first?.code == "duplicate_value")
        #expect(error?.existingUserID == 70_041_233_991)
        // Who has the address may be an agent, whom no list of contacts shows.
        #expect(error?.advice?.contains("existingUserID: a contact, or an agent") == true)
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let contacts = try freshdesk(wire).contacts
        for draft in [
            ContactDraft(name: "Ana"), ContactDraft(name: " ", email: "ana@acme.test"),
            ContactDraft(name: "Ana", email: ""), ContactDraft(name: "Ana") { $0.phone = " " },
        ] {
            await expectRefusal(.invalidArgument) { _ = try await contacts.create(draft) }
        }
        await expectRefusal(.invalidArgument) { _ = try await contacts.update(5, ContactUpdate { $0.name = "" }) }
        await expectRefusal(.invalidArgument) { _ = try await contacts.update(5, ContactUpdate { $0.email = "" }) }
        await expectRefusal(.invalidArgument) { _ = try await contacts.update(5, ContactUpdate { $0.companyID = -1 }) }
        await expectRefusal(.invalidPath) { _ = try await contacts.get(0) }
        await expectRefusal(.invalidPath) { try await contacts.delete(-1) }
        await expectRefusal(.invalidArgument) { _ = try await contacts.list(pageSize: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await contacts.list(pageSize: 101).all() }
        await expectRefusal(.invalidArgument) { _ = try await contacts.first(email: "") }
        #expect(wire.requests.isEmpty)
    }
}
