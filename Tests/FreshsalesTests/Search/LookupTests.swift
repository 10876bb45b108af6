import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Freshsales records found by one value, and by words")
struct LookupTests {
    @Test("a lookup reads the inner list, with what was included beside it")
    func lookup() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                {"contacts":{"contacts":[{"id":70050001001,"display_name":"Ines Moreau","owner_id":7}],\#
                "users":[{"id":7,"display_name":"Sam"}],"meta":{"total":1}}}
                """#), .json(200, #"{"deals":{"deals":[]}}"#), .json(200, #"{"sales_accounts":[{"id":5}]}"#))
        let freshsales = try wire.freshsales()
        let found = try await freshsales.contacts.lookup(.email, "ines@example.com", include: [.owner])
        #expect(found.map(\.id) == [70_050_001_001])
        #expect(found.first?.displayName == "Ines Moreau")
        #expect(found.first?.owner?.displayName == "Sam")
        #expect(try await freshsales.deals.lookup(.name, "Rhone & Söhne").isEmpty)
        // Not seen so far, and not open to doubt.
        #expect(try await freshsales.salesAccounts.lookup(.customField("cf_number"), "12").map(\.id) == [5])
        #expect(
            wire.lines == [
                "GET /crm/sales/api/lookup?q=ines%40example.com&f=email&entities=contact&include=owner",
                "GET /crm/sales/api/lookup?q=Rhone%20%26%20S%C3%B6hne&f=name&entities=deal",
                "GET /crm/sales/api/lookup?q=12&f=cf_number&entities=sales_account",
            ])
    }

    @Test("a lookup of several kinds keeps them apart")
    func several() async throws {
        let answer =
            #"{"sales_accounts":{"sales_accounts":[{"id":2}]},"deals":{"deals":[{"id":3}]},"leads":{"leads":[{"id":4}]}}"#
        let wire = ScriptedTransport(.json(200, answer))
        let found = try await wire.freshsales().lookup(.name, "Rhone", in: [.salesAccount, .deal, .lead])
        #expect(found.contacts.isEmpty)
        #expect(found.salesAccounts.map(\.id) == [2])
        #expect(found.deals.map(\.id) == [3])
        #expect(found.json.value(at: ["leads", "leads"])?.arrayValue?.count == 1)
        #expect(wire.lines == ["GET /crm/sales/api/lookup?q=Rhone&f=name&entities=deal%2Clead%2Csales_account"])
        _ = try await wire.freshsales().lookup(.mobileNumber, "+33600000001", in: [.contact])
        #expect(wire.lines.last == "GET /crm/sales/api/lookup?q=%2B33600000001&f=mobile_number&entities=contact")
    }

    @Test("an answer without the kind that was asked for is an error, and so is a row without an id")
    func unreadable() async throws {
        let wire = ScriptedTransport(.json(200, #"{"leads":{"leads":[]}}"#))
        await expectRefusal(.unreadableResponse) { _ = try await wire.freshsales().contacts.lookup(.name, "x") }
        let rows = ScriptedTransport(.json(200, #"{"contacts":{"contacts":[{"name":"?"}]}}"#))
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await rows.freshsales().lookup(.name, "x", in: [.contact])
        }
        #expect(error?.message == "row 0: id is missing or not an integer")
    }

    @Test("a search over all kinds reads ids that are texts")
    func hits() async throws {
        let text = #"""
            {"id":"70050001001","type":"contact","name":"Ines Moreau","email":"ines@example.com",\#
            "avatar":"https://a.example/i.png","company_name":"Rhone Tools","stage_name":"New",\#
            "updated_at":"2025-02-04T10:00:00+01:00","owner":{"id":70010000001,"name":"Sam Ortiz"},\#
            "mcr_id":1450000000000000001,"record_type_id":71000000001}
            """#
        let wire = ScriptedTransport(.json(200, "[\(text)]"))
        let hit = try #require(try await wire.freshsales().search("Ines & co").first)
        #expect(
            wire.lines == [
                "GET /crm/sales/api/search?q=Ines%20%26%20co&include=contact%2Cdeal%2Csales_account%2Cuser&per_page=100"
            ])
        #expect(hit.id == 70_050_001_001)
        #expect(hit.owner?.id == 70_010_000_001)
        #expect(hit.owner?.name == "Sam Ortiz")
        let probe = try RecordProbe<SearchHit>(text)
        probe.reads(\.type, .contact)
        probe.reads(\.name, "Ines Moreau")
        probe.reads(\.email, "ines@example.com")
        try probe.reads(\.avatar, #require(URL(string: "https://a.example/i.png")))
        probe.reads(\.companyName, "Rhone Tools")
        probe.reads(\.stageName, "New")
        probe.reads(\.mcrID, 1_450_000_000_000_000_001)
        probe.reads(\.recordTypeID, 71_000_000_001)
        probe.reads(\.updatedAt, Date(timeIntervalSince1970: 1_738_659_600))
    }

    @Test("the fields of a hit are those of the documentation")
    func fields() throws {
        try FieldSheet(
            """
            type            read  word
            name            read  text
            email           read  text
            avatar          read  url
            company_name    read  text
            stage_name      read  text
            owner           read  object  | sample {"id": 7}
            mcr_id          read  id
            record_type_id  read  id
            updated_at      read  time
            """
        ).expectFields(of: SearchHit.Fields.self)
        #expect(
            [SearchEntity.contact, .salesAccount, .deal, .user, .lead].map(\.rawValue)
                == ["contact", "sales_account", "deal", "user", "lead"])
    }

    @Test("some kinds, and a limit, are sent as they were given")
    func limited() async throws {
        let wire = ScriptedTransport(.json(200, "[]"))
        #expect(try await wire.freshsales().search("Rhone", in: [.lead, .deal], limit: 5).isEmpty)
        #expect(wire.lines == ["GET /crm/sales/api/search?q=Rhone&include=deal%2Clead&per_page=5"])
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let wire = ScriptedTransport(.json(200, "[]"))
        let freshsales = try wire.freshsales()
        await expectRefusal(.invalidArgument) { _ = try await freshsales.contacts.lookup(.email, " ") }
        await expectRefusal(.invalidArgument) { _ = try await freshsales.contacts.lookup(.customField(""), "x") }
        await expectRefusal(.invalidArgument) { _ = try await freshsales.lookup(.email, "a@b.c", in: []) }
        await expectRefusal(.invalidArgument) { _ = try await freshsales.search("") }
        await expectRefusal(.invalidArgument) { _ = try await freshsales.search("x", in: []) }
        await expectRefusal(.invalidArgument) { _ = try await freshsales.search("x", limit: 101) }
        #expect(wire.requests.isEmpty)
    }
}
