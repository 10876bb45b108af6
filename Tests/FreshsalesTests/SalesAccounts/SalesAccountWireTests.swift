import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Freshsales sales accounts on the wire")
struct SalesAccountWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"sales_account":{"id":70060001001}}"#))

    @Test("filters, list, view, delete and forget")
    func plainCalls() async throws {
        let filters = ScriptedTransport(.json(200, #"{"filters":[{"id":1,"name":"All Accounts"}]}"#))
        #expect(try await filters.freshsales().salesAccounts.views().map(\.name) == ["All Accounts"])
        #expect(filters.lines == ["GET /crm/sales/api/sales_accounts/filters"])
        let rows = ScriptedTransport(
            .json(200, #"{"sales_accounts":[{"id":1,"owner_id":7}],"meta":{"total_pages":1},"users":[{"id":7}]}"#))
        let list = try rows.freshsales().salesAccounts.list(
            view: 2, order: .descending(.openDealsAmount), include: [.owner], pageSize: 50)
        #expect(try await list.all().map { $0.owner?.id } == [7])
        #expect(
            rows.lines == [
                "GET /crm/sales/api/sales_accounts/view/2?per_page=50&sort=open_deals_amount&sort_type=desc&include=owner"
            ])
        #expect(try await wire.freshsales().salesAccounts.get(3, include: [.contacts]).id == 70_060_001_001)
        #expect(wire.lines == ["GET /crm/sales/api/sales_accounts/3?include=contacts"])
        let gone = ScriptedTransport(.empty(204), .empty(200))
        try await gone.freshsales().salesAccounts.delete(4)
        try await gone.freshsales().salesAccounts.forget(5)
        #expect(
            gone.lines == ["DELETE /crm/sales/api/sales_accounts/4", "DELETE /crm/sales/api/sales_accounts/5/forget"])
    }

    @Test("create sends every property under the service's names, and money as a number")
    func create() async throws {
        var draft = SalesAccountDraft(name: "Rhone Tools")
        draft.address = "4 Quai Nord"
        draft.city = "Lyon"
        draft.state = "Rhone"
        draft.zipcode = "69002"
        draft.country = "France"
        draft.website = "rhone.example"
        draft.phone = "+33400000002"
        draft.numberOfEmployees = 40
        draft.annualRevenue = Decimal(sign: .plus, exponent: -1, significand: 2_500_005)
        draft.facebook = "f"
        draft.twitter = "t"
        draft.linkedIn = "l"
        draft.ownerID = 1
        draft.territoryID = 2
        draft.industryTypeID = 3
        draft.businessTypeID = 4
        draft.parentSalesAccountID = 5
        draft.tags = ["big"]
        draft.customFields = ["cf_a": true]
        _ = try await wire.freshsales().salesAccounts.create(draft)
        #expect(wire.lines == ["POST /crm/sales/api/sales_accounts"])
        #expect(
            wire.jsonBodies == [
                """
                {"sales_account":{"name":"Rhone Tools","address":"4 Quai Nord","city":"Lyon","state":"Rhone",\
                "zipcode":"69002","country":"France","website":"rhone.example","phone":"+33400000002",\
                "number_of_employees":40,"annual_revenue":250000.5,"facebook":"f","twitter":"t","linkedin":"l",\
                "owner_id":1,"territory_id":2,"industry_type_id":3,"business_type_id":4,\
                "parent_sales_account_id":5,"tags":["big"],"custom_field":{"cf_a":true}}}
                """
            ])
    }

    @Test("update leaves out what is unchanged, clears and sets")
    func update() async throws {
        let accounts = try wire.freshsales().salesAccounts
        await expectRefusal(.invalidArgument) { _ = try await accounts.update(5, SalesAccountUpdate()) }
        _ = try await accounts.update(
            5,
            SalesAccountUpdate {
                $0.address = .clear
                $0.city = .clear
                $0.state = .clear
                $0.zipcode = .clear
                $0.country = .clear
                $0.website = .clear
                $0.phone = .clear
                $0.numberOfEmployees = .clear
                $0.annualRevenue = .clear
                $0.facebook = .clear
                $0.twitter = .clear
                $0.linkedIn = .clear
                $0.ownerID = .clear
                $0.territoryID = .clear
                $0.industryTypeID = .clear
                $0.businessTypeID = .clear
                $0.parentSalesAccountID = .clear
                $0.tags = []
                $0.customFields = ["cf_a": .null]
            })
        _ = try await accounts.update(
            5,
            SalesAccountUpdate {
                $0.name = "a"
                $0.address = "b"
                $0.city = "c"
                $0.state = "d"
                $0.zipcode = "e"
                $0.country = "f"
                $0.website = "g"
                $0.phone = "h"
                $0.numberOfEmployees = 1
                $0.annualRevenue = .set(Decimal(2))
                $0.facebook = "i"
                $0.twitter = "j"
                $0.linkedIn = "k"
                $0.ownerID = 3
                $0.territoryID = 4
                $0.industryTypeID = 5
                $0.businessTypeID = 6
                $0.parentSalesAccountID = 7
                $0.tags = ["l"]
                $0.customFields = ["cf_a": "m"]
            })
        #expect(wire.lines == Array(repeating: "PUT /crm/sales/api/sales_accounts/5", count: 2))
        #expect(
            wire.jsonBodies == [
                """
                {"sales_account":{"address":null,"city":null,"state":null,"zipcode":null,"country":null,\
                "website":null,"phone":null,"number_of_employees":null,"annual_revenue":null,"facebook":null,\
                "twitter":null,"linkedin":null,"owner_id":null,"territory_id":null,"industry_type_id":null,\
                "business_type_id":null,"parent_sales_account_id":null,"tags":[],"custom_field":{"cf_a":null}}}
                """,
                """
                {"sales_account":{"name":"a","address":"b","city":"c","state":"d","zipcode":"e","country":"f",\
                "website":"g","phone":"h","number_of_employees":1,"annual_revenue":2,"facebook":"i",\
                "twitter":"j","linkedin":"k","owner_id":3,"territory_id":4,"industry_type_id":5,\
                "business_type_id":6,"parent_sales_account_id":7,"tags":["l"],"custom_field":{"cf_a":"m"}}}
                """,
            ])
    }

    @Test("upsert names its key beside the record, and clone sends what differs")
    func upsertAndClone() async throws {
        let accounts = try wire.freshsales().salesAccounts
        let draft = SalesAccountDraft(name: "Rhone Tools")
        _ = try await accounts.upsert(by: .name("Rhone Tools"), draft, include: [.owner])
        _ = try await accounts.clone(5, changing: SalesAccountUpdate { $0.name = "Rhone Tools 2" })
        #expect(
            wire.lines == [
                "POST /crm/sales/api/sales_accounts/upsert?include=owner", "POST /crm/sales/api/sales_accounts/5/clone",
            ])
        #expect(
            wire.jsonBodies == [
                #"{"unique_identifier":{"name":"Rhone Tools"},"sales_account":{"name":"Rhone Tools"}}"#,
                #"{"sales_account":{"name":"Rhone Tools 2"}}"#,
            ])
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let accounts = try wire.freshsales().salesAccounts
        await expectRefusal(.invalidPath) { _ = try await accounts.get(0) }
        await expectRefusal(.invalidPath) { try await accounts.delete(-1) }
        await expectRefusal(.invalidPath) { try await accounts.forget(-1) }
        await expectRefusal(.invalidPath) { _ = try await accounts.list(view: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await accounts.list(view: 1, pageSize: 1000).all() }
        let drafts: [(inout SalesAccountDraft) -> Void] = [
            { $0.name = " " }, { $0.numberOfEmployees = -1 }, { $0.annualRevenue = .nan }, { $0.ownerID = 0 },
            { $0.territoryID = 0 }, { $0.industryTypeID = 0 }, { $0.businessTypeID = 0 },
            { $0.parentSalesAccountID = -5 },
        ]
        for change in drafts {
            var draft = SalesAccountDraft(name: "Rhone Tools")
            change(&draft)
            await expectRefusal(.invalidArgument) { _ = try await accounts.create(draft) }
            await expectRefusal(.invalidArgument) { _ = try await accounts.upsert(by: .name("x"), draft) }
        }
        let updates = [
            SalesAccountUpdate { $0.name = "" }, SalesAccountUpdate { $0.numberOfEmployees = .set(-1) },
            SalesAccountUpdate { $0.annualRevenue = .set(.nan) }, SalesAccountUpdate { $0.ownerID = 0 },
            SalesAccountUpdate { $0.territoryID = 0 }, SalesAccountUpdate { $0.industryTypeID = 0 },
            SalesAccountUpdate { $0.businessTypeID = 0 }, SalesAccountUpdate { $0.parentSalesAccountID = 0 },
        ]
        for update in updates {
            await expectRefusal(.invalidArgument) { _ = try await accounts.update(1, update) }
            await expectRefusal(.invalidArgument) { _ = try await accounts.clone(1, changing: update) }
        }
        await expectRefusal(.invalidArgument) {
            _ = try await accounts.upsert(by: .name(""), SalesAccountDraft(name: "a"))
        }
        #expect(wire.requests.isEmpty)
    }
}
