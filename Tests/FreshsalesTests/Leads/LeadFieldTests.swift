import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("The fields of Freshsales leads")
struct LeadFieldTests {
    /// Freshsales API, leads: the attributes and who may write them.
    private static let lead = #"""
        first_name           clearable  text
        last_name            clearable  text
        email                clearable  text  | sample "a@b.example" | refuses ["", "nobody"]
        mobile_number        clearable  text  | refuses ["", " "]
        work_number          clearable  text
        job_title            clearable  text
        department           clearable  text
        address              clearable  text
        city                 clearable  text
        state                clearable  text
        zipcode              clearable  text
        country              clearable  text
        time_zone            clearable  text
        facebook             clearable  text
        twitter              clearable  text
        linkedin             clearable  text
        medium               clearable  text
        keyword              clearable  text
        company              settable   object  | sample {"name":"Rhone","city":"Lyon"}
        deal                 settable   object  | sample {"name":"First","amount":12.5}
        owner_id             clearable  id
        lead_stage_id        clearable  id
        lead_reason_id       clearable  id
        lead_source_id       clearable  id
        campaign_id          clearable  id
        territory_id         clearable  id
        has_authority        clearable  bool
        do_not_disturb       clearable  bool
        tags                 settable   texts
        custom_field         settable   custom  customFields
        display_name         read       text
        emails               read       objects  | sample [{"id":1,"value":"a@b.example"}]
        phone_numbers        read       objects  | sample [{"id":1,"value":"+33600000001"}]
        lead_quality         read       text
        lead_score           read       number
        email_status         read       text
        stage_updated_time   read       time    stageUpdatedAt
        last_seen            read       time
        last_contacted       read       time
        last_contacted_mode  read       text
        recent_note          read       text
        creater_id           read       id      creatorID
        updater_id           read       id
        record_type_id       read       text    recordTypeID
        partial              read       bool    isPartial
        is_deleted           read       bool
        avatar               read       url
        links                read       object  | sample {"conversations":"/leads/7/conversations"}
        created_at           read       time
        updated_at           read       time
        """#

    private static let company = #"""
        id                   read  id
        name                 read  text
        address              read  text
        city                 read  text
        state                read  text
        zipcode              read  text
        country              read  text
        number_of_employees  read  number
        annual_revenue       read  decimal
        website              read  text
        phone                read  text
        industry_type_id     read  id
        business_type_id     read  id
        """#

    private static let deal = #"""
        name                  read  text
        amount                read  decimal
        base_currency_amount  read  decimal
        currency_id           read  id
        expected_close        read  day
        deal_product_id       read  id
        """#

    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(anyOf: ["email", "mobile_number"], Self.lead).expectFields(of: Lead.Fields.self)
        try FieldSheet(Self.company).expectFields(of: LeadCompany.Fields.self)
        try FieldSheet(Self.deal).expectFields(of: LeadDeal.Fields.self)
    }

    @Test("a lead without company and deal has none; money in either spelling is exact")
    func parts() throws {
        let lead = try Lead(json: ["id": 1, "company": .null, "deal": ["amount": "123456789012345678.25"]])
        #expect(lead.company == nil)
        #expect(lead.deal?.amount == Decimal(string: "123456789012345678.25"))
    }

    @Test("where an account has no leads, the error of every call that meets it says so", arguments: 0...5)
    func absence(call: Int) async throws {
        let wire = ScriptedTransport(.text(404, "<html>The page you were looking for doesn't exist</html>"))
        let leads = try wire.freshsales().leads
        let error = await #expect(throws: FreshworksError.self) {
            switch call {
            case 0: _ = try await leads.views()
            case 1: _ = try await leads.create(LeadDraft(email: "a@b.example"))
            case 2: _ = try await leads.get(8)
            case 3: _ = try await leads.convert(8)
            case 4: try await leads.delete(8)
            default: try await leads.forget(8)
            }
        }
        #expect(error?.code == .notFound)
        #expect(error?.advice?.contains("Accounts of the suite have no leads") == true)
        // What is not there of other kinds of records says no such thing.
        let other = await #expect(throws: FreshworksError.self) { _ = try await wire.freshsales().contacts.get(8) }
        #expect(other?.advice?.contains("Accounts of the suite") != true)
    }
}
