import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Freshsales contacts on the wire")
struct ContactWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"contact":{"id":"70050001001"}}"#))

    @Test("filters are the saved views, with every property")
    func filters() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                {"filters":[{"id":70000000101,"name":"All Contacts","model_class_name":"Contact","user_id":70010000001,\#
                "is_default":true,"is_public":true,"updated_at":"2025-01-01T08:00:00+01:00","user_name":"Sam Ortiz",\#
                "current_user_permissions":["all"]},{"id":70000000102,"name":"Recycle Bin"}],"meta":{}}
                """#))
        let views = try await wire.freshsales().contacts.views()
        #expect(wire.lines == ["GET /crm/sales/api/contacts/filters"])
        #expect(views.map(\.id) == [70_000_000_101, 70_000_000_102])
        let probe = try RecordProbe<SavedView>(views[0].json.description)
        probe.reads(\.name, "All Contacts")
        probe.reads(\.modelClassName, "Contact")
        probe.reads(\.userID, 70_010_000_001)
        probe.reads(\.isDefault, true)
        probe.reads(\.isPublic, true)
        probe.reads(\.updatedAt, Date(timeIntervalSince1970: 1_735_714_800))
        probe.reads(\.userName, "Sam Ortiz")
        probe.reads(\.currentUserPermissions, ["all"])
    }

    @Test("a view is listed page by page up to the last one, however short a page is")
    func list() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"contacts":[{"id":1}],"meta":{"total_pages":3,"total":4}}"#),
            .json(200, #"{"meta":{"total_pages":3,"total":4},"contacts":[{"id":2}]}"#),
            .json(200, #"{"contacts":[{"id":3},{"id":4}],"meta":{"total_pages":3,"total":4}}"#))
        let list = try wire.freshsales().contacts.list(
            view: 70_000_000_101, order: .ascending(.createdAt), include: [.owner, .leadSource], pageSize: 2)
        #expect(try await list.all().map(\.id) == [1, 2, 3, 4])
        let first =
            "GET /crm/sales/api/contacts/view/70000000101?per_page=2&sort=created_at&sort_type=asc&include=owner%2Csource"
        #expect(wire.lines == [first, first + "&page=2", first + "&page=3"])
    }

    @Test("without the number of pages, the first empty page ends a list")
    func noMeta() async throws {
        let wire = ScriptedTransport(.json(200, #"{"contacts":[{"id":1}]}"#), .json(200, #"{"contacts":[]}"#))
        #expect(try await wire.freshsales().contacts.list(view: 5).all().map(\.id) == [1])
        #expect(
            wire.lines == [
                "GET /crm/sales/api/contacts/view/5?per_page=100",
                "GET /crm/sales/api/contacts/view/5?per_page=100&page=2",
            ])
    }

    @Test("a row that cannot be read is an error with its place")
    func badRow() async throws {
        let wire = ScriptedTransport(.json(200, #"{"contacts":[{"id":1},{"name":"?"}]}"#))
        let error = await #expect(throws: FreshworksError.self) {
            try await wire.freshsales().contacts.list(view: 5).all()
        }
        #expect(error?.message == "row 1: id is missing or not an integer")
    }

    @Test("view, delete and forget")
    func plainCalls() async throws {
        let contact = try await wire.freshsales().contacts.get(70_050_001_001)
        #expect(contact.id == 70_050_001_001)
        _ = try await wire.freshsales().contacts.get(5, include: [.salesAccounts, .creator])
        let gone = ScriptedTransport(.empty(204), .json(200, "true"))
        try await gone.freshsales().contacts.delete(6)
        try await gone.freshsales().contacts.forget(7)
        #expect(
            wire.lines == [
                "GET /crm/sales/api/contacts/70050001001",
                "GET /crm/sales/api/contacts/5?include=creater%2Csales_accounts",
            ])
        #expect(gone.lines == ["DELETE /crm/sales/api/contacts/6", "DELETE /crm/sales/api/contacts/7/forget"])
    }

    @Test("create sends every property under the service's names, within its root")
    func create() async throws {
        var draft = ContactDraft(
            email: "ines@example.com", mobileNumber: "+33600000001", firstName: "Ines", lastName: "Moreau")
        draft.jobTitle = "Buyer"
        draft.address = "1 Rue Basse"
        draft.city = "Lyon"
        draft.state = "Rhone"
        draft.zipcode = "69002"
        draft.country = "France"
        draft.emails = [ContactEmail("ines@example.com", isPrimary: true, label: "Work"), .removing(9)]
        draft.workEmail = "ines@rhone.example"
        draft.workNumber = "+33400000009"
        draft.phoneNumbers = [ContactPhoneNumber("+33611111111", id: 8, label: "Car"), .removing(7)]
        draft.externalID = "crm-77"
        draft.timeZone = "Paris"
        draft.facebook = "f"
        draft.twitter = "t"
        draft.linkedIn = "l"
        draft.medium = "Webinar"
        draft.keyword = "drill"
        draft.subscriptionStatus = .notSubscribed
        draft.subscriptionTypes = ["1", "3", "4"]
        draft.unsubscriptionReason = "Too many"
        draft.otherUnsubscriptionReason = "Moved"
        draft.whatsAppSubscriptionStatus = 1
        draft.smsSubscriptionStatus = 2
        draft.tags = ["vip"]
        draft.ownerID = 1
        draft.territoryID = 2
        draft.leadSourceID = 3
        draft.campaignID = 4
        draft.contactStatusID = 5
        draft.lifecycleStageID = 6
        draft.salesAccountID = 7
        draft.salesAccounts = [ContactSalesAccount(70_060_001_001, isPrimary: true), ContactSalesAccount(8)]
        draft.customFields = ["cf_region": "South", "cf_areas": MultiSelect(["a", "b"]).text]
        _ = try await wire.freshsales().contacts.create(draft)
        #expect(wire.lines == ["POST /crm/sales/api/contacts"])
        #expect(wire.requests.first?.headers["Content-Type"] == "application/json")
        #expect(
            wire.jsonBodies == [
                """
                {"contact":{"email":"ines@example.com","mobile_number":"+33600000001","first_name":"Ines",\
                "last_name":"Moreau","job_title":"Buyer","address":"1 Rue Basse","city":"Lyon","state":"Rhone",\
                "zipcode":"69002","country":"France","emails":[{"value":"ines@example.com","is_primary":true,\
                "label":"Work"},{"id":9,"_destroy":true}],"work_email":"ines@rhone.example",\
                "work_number":"+33400000009","phone_numbers":[{"id":8,"value":"+33611111111","label":"Car"},\
                {"id":7,"_destroy":true}],"external_id":"crm-77","time_zone":"Paris","facebook":"f","twitter":"t",\
                "linkedin":"l","medium":"Webinar","keyword":"drill","subscription_status":2,\
                "subscription_types":"1;3;4","unsubscription_reason":"Too many",\
                "other_unsubscription_reason":"Moved","whatsapp_subscription_status":1,"sms_subscription_status":2,\
                "tags":["vip"],"owner_id":1,"territory_id":2,"lead_source_id":3,"campaign_id":4,\
                "contact_status_id":5,"lifecycle_stage_id":6,"sales_account_id":7,"sales_accounts":\
                [{"id":70060001001,"is_primary":true},{"id":8,"is_primary":false}],\
                "custom_field":{"cf_region":"South","cf_areas":"a;b"}}}
                """
            ])
    }

    @Test("update leaves out what is unchanged, clears and sets")
    func update() async throws {
        let contacts = try wire.freshsales().contacts
        await expectRefusal(.invalidArgument) { _ = try await contacts.update(5, ContactUpdate()) }
        _ = try await contacts.update(
            5,
            ContactUpdate {
                $0.firstName = .clear
                $0.lastName = .clear
                $0.jobTitle = .clear
                $0.address = .clear
                $0.city = .clear
                $0.state = .clear
                $0.zipcode = .clear
                $0.country = .clear
                $0.email = .clear
                $0.emails = []
                $0.workEmail = .clear
                $0.workNumber = .clear
                $0.mobileNumber = .clear
                $0.phoneNumbers = []
                $0.externalID = .clear
                $0.timeZone = .clear
                $0.facebook = .clear
                $0.twitter = .clear
                $0.linkedIn = .clear
                $0.medium = .clear
                $0.keyword = .clear
                $0.subscriptionStatus = .clear
                $0.subscriptionTypes = .clear
                $0.unsubscriptionReason = .clear
                $0.otherUnsubscriptionReason = .clear
                $0.whatsAppSubscriptionStatus = .clear
                $0.smsSubscriptionStatus = .clear
                $0.tags = []
                $0.ownerID = .clear
                $0.territoryID = .clear
                $0.leadSourceID = .clear
                $0.campaignID = .clear
                $0.contactStatusID = .clear
                $0.lifecycleStageID = .clear
                $0.salesAccountID = .clear
                $0.salesAccounts = []
                $0.customFields = ["cf_a": .null]
            })
        _ = try await contacts.update(
            5,
            ContactUpdate {
                $0.firstName = "a"
                $0.lastName = "b"
                $0.jobTitle = "c"
                $0.address = "d"
                $0.city = "e"
                $0.state = "f"
                $0.zipcode = "g"
                $0.country = "h"
                $0.email = "i@j.k"
                $0.emails = [ContactEmail("l@m.n", id: 1)]
                $0.workEmail = "o@p.q"
                $0.workNumber = "r"
                $0.mobileNumber = "s"
                $0.phoneNumbers = [.removing(2)]
                $0.externalID = "t"
                $0.timeZone = "u"
                $0.facebook = "v"
                $0.twitter = "w"
                $0.linkedIn = "x"
                $0.medium = "y"
                $0.keyword = "z"
                $0.subscriptionStatus = .set(.subscribed)
                $0.subscriptionTypes = .set(["3", "4"])
                $0.unsubscriptionReason = "A"
                $0.otherUnsubscriptionReason = "B"
                $0.whatsAppSubscriptionStatus = 5
                $0.smsSubscriptionStatus = 6
                $0.tags = ["C"]
                $0.ownerID = 7
                $0.territoryID = 8
                $0.leadSourceID = 9
                $0.campaignID = 10
                $0.contactStatusID = 11
                $0.lifecycleStageID = 12
                $0.salesAccountID = 13
                $0.salesAccounts = [ContactSalesAccount(14, isPrimary: true)]
                $0.customFields = ["cf_a": 15]
            })
        #expect(wire.lines == Array(repeating: "PUT /crm/sales/api/contacts/5", count: 2))
        #expect(
            wire.jsonBodies == [
                """
                {"contact":{"first_name":null,"last_name":null,"job_title":null,"address":null,"city":null,\
                "state":null,"zipcode":null,"country":null,"email":null,"emails":[],"work_email":null,\
                "work_number":null,"mobile_number":null,"phone_numbers":[],"external_id":null,"time_zone":null,\
                "facebook":null,"twitter":null,"linkedin":null,"medium":null,"keyword":null,\
                "subscription_status":null,"subscription_types":null,"unsubscription_reason":null,\
                "other_unsubscription_reason":null,"whatsapp_subscription_status":null,\
                "sms_subscription_status":null,"tags":[],"owner_id":null,"territory_id":null,\
                "lead_source_id":null,"campaign_id":null,"contact_status_id":null,"lifecycle_stage_id":null,\
                "sales_account_id":null,"sales_accounts":[],"custom_field":{"cf_a":null}}}
                """,
                """
                {"contact":{"first_name":"a","last_name":"b","job_title":"c","address":"d","city":"e",\
                "state":"f","zipcode":"g","country":"h","email":"i@j.k","emails":[{"id":1,"value":"l@m.n"}],\
                "work_email":"o@p.q","work_number":"r","mobile_number":"s","phone_numbers":\
                [{"id":2,"_destroy":true}],"external_id":"t","time_zone":"u","facebook":"v","twitter":"w",\
                "linkedin":"x","medium":"y","keyword":"z","subscription_status":1,"subscription_types":"3;4",\
                "unsubscription_reason":"A","other_unsubscription_reason":"B","whatsapp_subscription_status":5,\
                "sms_subscription_status":6,"tags":["C"],"owner_id":7,"territory_id":8,"lead_source_id":9,\
                "campaign_id":10,"contact_status_id":11,"lifecycle_stage_id":12,"sales_account_id":13,\
                "sales_accounts":[{"id":14,"is_primary":true}],"custom_field":{"cf_a":15}}}
                """,
            ])
    }

    @Test("upsert names its key beside the record, and clone sends what differs")
    func upsertAndClone() async throws {
        let contacts = try wire.freshsales().contacts
        let draft = ContactDraft(firstName: "Ines")
        _ = try await contacts.upsert(by: .email("a@b.c"), draft, include: [.owner])
        _ = try await contacts.upsert(by: .mobileNumber("+33600000001"), draft)
        _ = try await contacts.upsert(by: .externalID("crm-77"), draft)
        _ = try await contacts.upsert(by: .id(70_050_001_001), draft)
        _ = try await contacts.upsert(by: .customField("cf_number", 12), draft)
        _ = try await contacts.clone(5)
        _ = try await contacts.clone(5, changing: ContactUpdate { $0.email = "d@e.f" })
        #expect(wire.lines.first == "POST /crm/sales/api/contacts/upsert?include=owner")
        #expect(
            Array(wire.lines.dropFirst())
                == Array(repeating: "POST /crm/sales/api/contacts/upsert", count: 4)
                + Array(repeating: "POST /crm/sales/api/contacts/5/clone", count: 2))
        #expect(
            wire.jsonBodies == [
                #"{"unique_identifier":{"emails":"a@b.c"},"contact":{"first_name":"Ines"}}"#,
                #"{"unique_identifier":{"mobile_number":"+33600000001"},"contact":{"first_name":"Ines"}}"#,
                #"{"unique_identifier":{"external_id":"crm-77"},"contact":{"first_name":"Ines"}}"#,
                #"{"unique_identifier":{"id":70050001001},"contact":{"first_name":"Ines"}}"#,
                #"{"unique_identifier":{"cf_number":12},"contact":{"first_name":"Ines"}}"#,
                #"{"contact":{}}"#, #"{"contact":{"email":"d@e.f"}}"#,
            ])
    }

    @Test("an upsert whose answer is lost is sent again, a create is not")
    func repeating() async throws {
        let upserts = ScriptedTransport(.json(503, "{}"), .json(200, #"{"contact":{"id":1}}"#))
        _ = try await upserts.freshsales().contacts.upsert(by: .email("a@b.c"), ContactDraft())
        #expect(upserts.requests.count == 2)
        let creates = ScriptedTransport(.json(503, "{}"), .json(200, #"{"contact":{"id":1}}"#))
        let error = await #expect(throws: FreshworksError.self) {
            try await creates.freshsales().contacts.create(ContactDraft(email: "a@b.c"))
        }
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(creates.requests.count == 1)
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let contacts = try wire.freshsales().contacts
        await expectRefusal(.invalidPath) { _ = try await contacts.get(0) }
        await expectRefusal(.invalidPath) { try await contacts.delete(-1) }
        await expectRefusal(.invalidPath) { try await contacts.forget(-1) }
        await expectRefusal(.invalidPath) { _ = try await contacts.clone(0) }
        await expectRefusal(.invalidPath) { _ = try await contacts.update(0, ContactUpdate { $0.city = "c" }) }
        await expectRefusal(.invalidPath) { _ = try await contacts.list(view: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await contacts.list(view: 1, pageSize: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await contacts.list(view: 1, pageSize: 101).all() }
        let drafts: [(inout ContactDraft) -> Void] = [
            { $0.email = "" }, { $0.email = nil }, { $0.workEmail = "" }, { $0.mobileNumber = " " },
            { $0.externalID = "" }, { $0.emails = [ContactEmail("")] },
            { $0.phoneNumbers = [ContactPhoneNumber("")] }, { $0.ownerID = -1 }, { $0.territoryID = 0 },
            { $0.leadSourceID = 0 }, { $0.campaignID = 0 }, { $0.contactStatusID = 0 }, { $0.lifecycleStageID = 0 },
            { $0.salesAccountID = 0 }, { $0.subscriptionTypes = ["1;2"] }, { $0.subscriptionTypes = [""] },
            { $0.salesAccounts = [ContactSalesAccount(1)] },
            { $0.salesAccounts = [ContactSalesAccount(1, isPrimary: true), ContactSalesAccount(2, isPrimary: true)] },
            { $0.salesAccounts = (1...11).map { ContactSalesAccount($0, isPrimary: $0 == 1) } },
            { $0.salesAccounts = [ContactSalesAccount(0, isPrimary: true)] },
        ]
        for change in drafts {
            var draft = ContactDraft(email: "a@b.c")
            change(&draft)
            await expectRefusal(.invalidArgument) { _ = try await contacts.create(draft) }
        }
        let updates = [
            ContactUpdate { $0.email = "" }, ContactUpdate { $0.emails = [.removing(0)] },
            ContactUpdate { $0.workEmail = "" },
            ContactUpdate { $0.mobileNumber = "" }, ContactUpdate { $0.phoneNumbers = [.removing(0)] },
            ContactUpdate { $0.externalID = "" },
            ContactUpdate { $0.subscriptionTypes = .set([";"]) }, ContactUpdate { $0.ownerID = 0 },
            ContactUpdate { $0.territoryID = 0 },
            ContactUpdate { $0.leadSourceID = 0 }, ContactUpdate { $0.campaignID = 0 },
            ContactUpdate { $0.contactStatusID = 0 },
            ContactUpdate { $0.lifecycleStageID = 0 }, ContactUpdate { $0.salesAccountID = 0 },
            ContactUpdate { $0.salesAccounts = [ContactSalesAccount(1)] },
        ]
        for update in updates {
            await expectRefusal(.invalidArgument) { _ = try await contacts.update(1, update) }
            await expectRefusal(.invalidArgument) { _ = try await contacts.clone(1, changing: update) }
        }
        let keys: [UniqueKey<Contact>] = [
            .email(""), .mobileNumber(" "), .externalID(""), .id(0), .customField("", 1), .customField("cf_a", .null),
        ]
        for key in keys {
            await expectRefusal(.invalidArgument) { _ = try await contacts.upsert(by: key, ContactDraft()) }
        }
        await expectRefusal(.invalidArgument) {
            _ = try await contacts.upsert(by: .id(1), ContactDraft(email: ""))
        }
        #expect(wire.requests.isEmpty)
    }
}
