import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Records that come along with an include")
struct SideloadTests {
    private static let users = #""users":[{"id":7,"display_name":"Sam Ortiz"},{"id":"8","display_name":"Kim Lee"}]"#

    private func contact(_ answer: String) async throws -> Contact {
        try await ScriptedTransport(.json(200, answer)).freshsales().contacts.get(1)
    }

    @Test("a contact shows everything that came beside it, wherever its root stands")
    func contactIncludes() async throws {
        let contact = try await contact(
            """
            {\(Self.users),"deals":[{"id":31,"name":"Renewal","owner_id":8}],"lead_source":[{"id":11,"name":"Web"}],\
            "contact":{"id":1,"owner_id":7,"creater_id":8,"updater_id":7,"lead_source_id":11,"campaign_id":12,\
            "territory_id":13,"contact_status_id":14,"lifecycle_stage_id":15,"deal_ids":[31]},\
            "campaigns":[{"id":12,"name":"Spring"}],"territories":[{"id":13,"name":"South"}],\
            "contact_status":[{"id":14,"name":"New"}],"lifecycle_stages":[{"id":15,"name":"Lead"}],\
            "tasks":[{"id":41,"title":"Call"}]}
            """)
        #expect(contact.owner?.displayName == "Sam Ortiz")
        #expect(contact.creator?.displayName == "Kim Lee")
        #expect(contact.updater?.id == 7)
        #expect(contact.leadSource?.name == "Web")
        #expect(contact.campaign?.name == "Spring")
        #expect(contact.territory?.name == "South")
        #expect(contact.contactStatus?.name == "New")
        #expect(contact.lifecycleStage?.name == "Lead")
        #expect(contact.deals?.map(\.name) == ["Renewal"])
        #expect(contact.deals?.first?.owner?.displayName == "Kim Lee")
        #expect(contact.sideloads["tasks"] == [["id": 41, "title": "Call"]])
        #expect(contact.sideloads["contact"].isEmpty)
    }

    @Test("the other spellings of the roots, and a single object as a root, are read too")
    func spellings() async throws {
        let contact = try await contact(
            """
            {"contact":{"id":1,"lead_source_id":"11","campaign_id":12,"territory_id":13,"contact_status_id":14,\
            "lifecycle_stage_id":15},"lead_sources":[{"id":11,"name":"Web"}],"campaign":[{"id":12,"name":"Spring"}],\
            "territory":{"id":13,"name":"South"},"contact_statuses":[{"id":14,"name":"New"}],\
            "lifecycle_stage":[{"id":15,"name":"Lead"}]}
            """)
        #expect(contact.leadSource?.name == "Web")
        #expect(contact.campaign?.name == "Spring")
        #expect(contact.territory?.name == "South")
        #expect(contact.contactStatus?.name == "New")
        #expect(contact.lifecycleStage?.name == "Lead")
    }

    @Test("what did not come along is nil, and what is not there is empty")
    func absent() async throws {
        let contact = try await contact(
            """
            {"contact":{"id":1,"owner_id":7,"creater_id":null,"deal_ids":[31]},"users":[{"id":9},{"name":"no id"},5],\
            "tasks":null}
            """)
        #expect(contact.owner == nil)
        #expect(contact.creator == nil)
        #expect(contact.updater == nil)
        #expect(contact.deals == nil)
        #expect(contact.sideloads["tasks"].isEmpty)
        let none = try await self.contact(#"{"contact":{"id":1,"deal_ids":[]}}"#)
        #expect(none.deals == [])
    }

    @Test("of several records all came along or none: a shorter list would pass for the whole")
    func incomplete() async throws {
        let short = try await contact(#"{"contact":{"id":1,"deal_ids":[31,"32"]},"deals":[{"id":31}]}"#)
        #expect(short.deals == nil)
        #expect(short.sideloads["deals"] == [["id": 31]])
        let whole = try await contact(#"{"contact":{"id":1,"deal_ids":[31,"32"]},"deals":[{"id":"31"},{"id":32}]}"#)
        #expect(whole.deals?.map(\.id) == [31, 32])
    }

    @Test("all rows of a page share what came along")
    func page() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                """
                {\(Self.users),"contacts":[{"id":1,"owner_id":7},{"id":2,"owner_id":8},{"id":3}],\
                "meta":{"total_pages":1,"total":3}}
                """))
        let contacts = try await wire.freshsales().contacts.list(view: 5, include: [.owner]).all()
        #expect(contacts.map { $0.owner?.displayName } == ["Sam Ortiz", "Kim Lee", nil])
    }

    @Test("a record is the same with and without what came along, in equality, JSON and print")
    func notPartOfTheRecord() async throws {
        let with = try await contact(#"{"contact":{"id":1,"owner_id":7},\#(Self.users)}"#)
        let without = try await contact(#"{"contact":{"id":1,"owner_id":7}}"#)
        #expect(with.owner != nil)
        #expect(with == without)
        #expect(with.hashValue == without.hashValue)
        #expect(with.json.description == #"{"id":1,"owner_id":7}"#)
        #expect(try JSONValue(parsing: JSONEncoder().encode(with)) == ["id": 1, "owner_id": 7])
        #expect(try JSONDecoder().decode(Contact.self, from: JSONEncoder().encode(with)).owner == nil)
        #expect(!Exposure(of: with).shows(["Sam Ortiz"]))
        #expect(String(reflecting: with) == "Contact(id: 1)")
    }

    @Test("a sales account shows everything that came beside it")
    func salesAccountIncludes() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                """
                {"sales_account":{"id":1,"owner_id":7,"creater_id":8,"updater_id":7,"territory_id":13,\
                "industry_type_id":21,"business_type_id":22,"parent_sales_account_id":2,"contact_ids":[51],\
                "deal_ids":[31]},\(Self.users),"territories":[{"id":13,"name":"South"}],\
                "industry_types":[{"id":21,"name":"Tools"}],"business_types":[{"id":22,"name":"Partner"}],\
                "sales_accounts":[{"id":2,"name":"Holding","owner_id":8},{"id":3,"parent_sales_account_id":"1"},\
                {"id":4,"parent_sales_account_id":2}],"contacts":[{"id":51,"first_name":"Ines"}],\
                "deals":[{"id":31,"name":"Renewal"}]}
                """))
        let account = try await wire.freshsales().salesAccounts.get(1)
        #expect(account.owner?.displayName == "Sam Ortiz")
        #expect(account.creator?.displayName == "Kim Lee")
        #expect(account.updater?.displayName == "Sam Ortiz")
        #expect(account.territory?.name == "South")
        #expect(account.industryType?.name == "Tools")
        #expect(account.businessType?.name == "Partner")
        #expect(account.parentSalesAccount?.name == "Holding")
        #expect(account.parentSalesAccount?.owner?.displayName == "Kim Lee")
        #expect(account.childSalesAccounts?.map(\.id) == [3])
        #expect(account.contacts?.map(\.firstName) == ["Ines"])
        #expect(account.deals?.map(\.name) == ["Renewal"])
    }

    @Test(
        "the companies below one are found by their ids, by the parent they name, or as parts that stand beside it",
        arguments: [
            #"{"sales_account":{"id":1,"child_sales_account_ids":[3]},"child_sales_accounts":[{"id":3},{"id":4}]}"#,
            #"{"sales_account":{"id":1},"child_sales_accounts":[{"id":3,"parent_sales_account_id":1}]}"#,
            """
            {"sales_account":{"id":1,"parent_sales_account_id":2},"sales_accounts":[{"partial":true,"id":2,"name":"Holding"},\
            {"partial":true,"id":3,"name":"Workshop"},{"id":4,"parent_sales_account_id":2}]}
            """,
        ])
    func children(_ answer: String) async throws {
        let wire = ScriptedTransport(.json(200, answer))
        let account = try await wire.freshsales().salesAccounts.get(1)
        #expect(account.childSalesAccounts?.map(\.id) == [3])
        #expect(account.childSalesAccounts?.first?.childSalesAccounts == nil)
    }

    @Test("parts of companies that stand beside something else are nobody's children")
    func strangers() async throws {
        let answer = #"""
            {"deal":{"id":1,"sales_account_id":2},"sales_accounts":[{"partial":true,"id":2},{"partial":true,"id":3}]}
            """#
        let deal = try await ScriptedTransport(.json(200, answer)).freshsales().deals.get(1)
        #expect(deal.salesAccount?.id == 2)
        #expect(deal.salesAccount?.childSalesAccounts == nil)
        let none = try await ScriptedTransport(.json(200, #"{"sales_account":{"id":1}}"#)).freshsales()
            .salesAccounts.get(1)
        #expect(none.childSalesAccounts == nil)
    }

    @Test("a deal shows everything that came beside it, and its currency also from within")
    func dealIncludes() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                """
                {"deal":{"id":1,"owner_id":7,"creater_id":8,"updater_id":7,"lead_source_id":11,"campaign_id":12,\
                "sales_account_id":2,"contact_ids":[51],"deal_pipeline_id":61,"deal_stage_id":62,"deal_type_id":63,\
                "deal_reason_id":64,"deal_product_id":65,"deal_payment_status_id":66,"currency_id":67},\(Self.users),\
                "lead_source":[{"id":11,"name":"Web"}],"campaigns":[{"id":12,"name":"Spring"}],\
                "sales_accounts":[{"id":2,"name":"Rhone Tools"}],"contacts":[{"id":51,"first_name":"Ines"}],\
                "deal_pipelines":[{"id":61,"name":"Default"}],"deal_stages":[{"id":62,"name":"New"}],\
                "deal_types":[{"id":63,"name":"Renewal"}],"deal_reasons":[{"id":64,"name":"Price"}],\
                "deal_products":[{"id":65,"name":"Drill"}],"deal_payment_statuses":[{"id":66,"name":"Paid"}],\
                "currencies":[{"id":67,"currency_code":"EUR"}]}
                """),
            .json(200, #"{"deal":{"id":1,"currency_id":67,"currency":{"id":67,"currency_code":"USD"}}}"#))
        let deals = try wire.freshsales().deals
        let deal = try await deals.get(1)
        #expect(deal.owner?.displayName == "Sam Ortiz")
        #expect(deal.creator?.displayName == "Kim Lee")
        #expect(deal.updater?.displayName == "Sam Ortiz")
        #expect(deal.leadSource?.name == "Web")
        #expect(deal.campaign?.name == "Spring")
        #expect(deal.salesAccount?.name == "Rhone Tools")
        #expect(deal.contacts?.map(\.firstName) == ["Ines"])
        #expect(deal.dealPipeline?.name == "Default")
        #expect(deal.dealStage?.name == "New")
        #expect(deal.dealType?.name == "Renewal")
        #expect(deal.dealReason?.name == "Price")
        #expect(deal.dealProduct?.name == "Drill")
        #expect(deal.dealPaymentStatus?.name == "Paid")
        #expect(deal.currency?.currencyCode == "EUR")
        #expect(try await deals.get(1).currency?.currencyCode == "USD")
    }

    @Test("includes have the service's words")
    func words() {
        let contact: [Include<Contact>] = [
            .owner, .creator, .updater, .leadSource, .campaign, .territory, .contactStatus, .lifecycleStage,
            .salesAccounts, .deals, .tasks, .appointments, .notes,
        ]
        #expect(
            contact.map(\.rawValue) == [
                "owner", "creater", "updater", "source", "campaign", "territory", "contact_status", "lifecycle_stage",
                "sales_accounts", "deals", "tasks", "appointments", "notes",
            ])
        let account: [Include<SalesAccount>] = [
            .owner, .creator, .updater, .territory, .industryType, .businessType, .parentSalesAccount,
            .childSalesAccounts, .contacts, .deals, .tasks, .appointments,
        ]
        #expect(
            account.map(\.rawValue) == [
                "owner", "creater", "updater", "territory", "industry_type", "business_type", "parent_sales_account",
                "child_sales_accounts", "contacts", "deals", "tasks", "appointments",
            ])
        let deal: [Include<Deal>] = [
            .owner, .creator, .updater, .leadSource, .campaign, .salesAccount, .contacts, .dealPipeline, .dealStage,
            .dealType, .dealReason, .dealProduct, .dealPaymentStatus, .currency, .products, .appointments,
        ]
        #expect(
            deal.map(\.rawValue) == [
                "owner", "creater", "updater", "source", "campaign", "sales_account", "contacts", "deal_pipeline",
                "deal_stage", "deal_type", "deal_reason", "deal_product", "deal_payment_status", "currency",
                "products", "appointments",
            ])
    }
}
