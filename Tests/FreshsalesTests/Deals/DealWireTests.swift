import Foundation
import Freshsales
import TestSupport
import Testing

@Suite("Freshsales deals on the wire")
struct DealWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"deal":{"id":70070001001}}"#))

    @Test("filters, list, view, delete and forget")
    func plainCalls() async throws {
        let filters = ScriptedTransport(.json(200, #"{"filters":[{"id":1,"name":"Open Deals"}]}"#))
        #expect(try await filters.freshsales().deals.views().map(\.name) == ["Open Deals"])
        #expect(filters.lines == ["GET /crm/sales/api/deals/filters"])
        let rows = ScriptedTransport(
            .json(200, #"{"users":[{"id":7}],"deals":[{"id":1,"owner_id":7}],"meta":{"total_pages":1}}"#))
        let list = try rows.freshsales().deals.list(view: 2, order: .ascending(.expectedClose), include: [.owner])
        #expect(try await list.all().map { $0.owner?.id } == [7])
        #expect(
            rows.lines == [
                "GET /crm/sales/api/deals/view/2?per_page=100&sort=expected_close&sort_type=asc&include=owner"
            ])
        #expect(try await wire.freshsales().deals.get(3, include: [.salesAccount]).id == 70_070_001_001)
        #expect(wire.lines == ["GET /crm/sales/api/deals/3?include=sales_account"])
        let gone = ScriptedTransport(.json(200, #"{"success":"200"}"#), .empty(204))
        try await gone.freshsales().deals.delete(4)
        try await gone.freshsales().deals.forget(5)
        #expect(gone.lines == ["DELETE /crm/sales/api/deals/4", "DELETE /crm/sales/api/deals/5/forget"])
    }

    @Test("create sends every property under the service's names, money as a number and days as days")
    func create() async throws {
        var draft = DealDraft(name: "Renewal", amount: Decimal(sign: .plus, exponent: -2, significand: 150_075))
        draft.currencyID = 1
        draft.salesAccountID = 2
        draft.dealPipelineID = 3
        draft.dealStageID = 4
        draft.dealTypeID = 5
        draft.dealReasonID = 6
        draft.dealProductID = 7
        draft.dealPaymentStatusID = 8
        draft.ownerID = 9
        draft.leadSourceID = 10
        draft.campaignID = 11
        draft.territoryID = 12
        draft.expectedClose = CalendarDay(year: 2025, month: 3, day: 31)
        draft.closedDate = CalendarDay(year: 2025, month: 12, day: 1)
        draft.probability = 40
        draft.forecastCategory = 13
        draft.products = [["id": 14, "quantity": 2]]
        draft.addedContactIDs = [15]
        draft.tags = ["hot"]
        draft.customFields = ["cf_a": 1.5]
        _ = try await wire.freshsales().deals.create(draft)
        #expect(wire.lines == ["POST /crm/sales/api/deals?include=products"])
        #expect(
            wire.jsonBodies == [
                """
                {"deal":{"name":"Renewal","amount":1500.75,"currency_id":1,"sales_account_id":2,\
                "deal_pipeline_id":3,"deal_stage_id":4,"deal_type_id":5,"deal_reason_id":6,"deal_product_id":7,\
                "deal_payment_status_id":8,"owner_id":9,"lead_source_id":10,"campaign_id":11,"territory_id":12,\
                "expected_close":"2025-03-31","closed_date":"2025-12-01","probability":40,\
                "forecast_category":13,"products":[{"id":14,"quantity":2}],"contacts_added_list":[15],\
                "tags":["hot"],"custom_field":{"cf_a":1.5}}}
                """
            ])
    }

    @Test("update leaves out what is unchanged, clears and sets")
    func update() async throws {
        let deals = try wire.freshsales().deals
        await expectRefusal(.invalidArgument) { _ = try await deals.update(5, DealUpdate()) }
        _ = try await deals.update(
            5,
            DealUpdate {
                $0.currencyID = .clear
                $0.salesAccountID = .clear
                $0.dealPipelineID = .clear
                $0.dealStageID = .clear
                $0.dealTypeID = .clear
                $0.dealReasonID = .clear
                $0.dealProductID = .clear
                $0.dealPaymentStatusID = .clear
                $0.ownerID = .clear
                $0.leadSourceID = .clear
                $0.campaignID = .clear
                $0.territoryID = .clear
                $0.expectedClose = .clear
                $0.closedDate = .clear
                $0.forecastCategory = .clear
                $0.products = []
                $0.tags = []
                $0.customFields = ["cf_a": .null]
            })
        _ = try await deals.update(
            5,
            DealUpdate {
                $0.name = "a"
                $0.amount = 2
                $0.currencyID = 3
                $0.salesAccountID = 4
                $0.dealPipelineID = 5
                $0.dealStageID = 6
                $0.dealTypeID = 7
                $0.dealReasonID = 8
                $0.dealProductID = 9
                $0.dealPaymentStatusID = 10
                $0.ownerID = 11
                $0.leadSourceID = 12
                $0.campaignID = 13
                $0.territoryID = 14
                $0.expectedClose = .set(CalendarDay(year: 2024, month: 2, day: 29))
                $0.closedDate = .set(CalendarDay(year: 2025, month: 1, day: 2))
                $0.probability = 0
                $0.forecastCategory = 15
                $0.products = [["id": 16]]
                $0.addedContactIDs = [17]
                $0.removedContactIDs = [18]
                $0.tags = ["b"]
                $0.customFields = ["cf_a": "c"]
            })
        let line = "PUT /crm/sales/api/deals/5"
        #expect(wire.lines == [line + "?include=products", line + "?include=products"])
        #expect(
            wire.jsonBodies == [
                """
                {"deal":{"currency_id":null,"sales_account_id":null,"deal_pipeline_id":null,"deal_stage_id":null,\
                "deal_type_id":null,"deal_reason_id":null,"deal_product_id":null,"deal_payment_status_id":null,\
                "owner_id":null,"lead_source_id":null,"campaign_id":null,"territory_id":null,\
                "expected_close":null,"closed_date":null,"forecast_category":null,"products":[],"tags":[],\
                "custom_field":{"cf_a":null}}}
                """,
                """
                {"deal":{"name":"a","amount":2,"currency_id":3,"sales_account_id":4,"deal_pipeline_id":5,\
                "deal_stage_id":6,"deal_type_id":7,"deal_reason_id":8,"deal_product_id":9,\
                "deal_payment_status_id":10,"owner_id":11,"lead_source_id":12,"campaign_id":13,\
                "territory_id":14,"expected_close":"2024-02-29","closed_date":"2025-01-02","probability":0,\
                "forecast_category":15,"products":[{"id":16}],"contacts_added_list":[17],\
                "contacts_deleted_list":[18],"tags":["b"],"custom_field":{"cf_a":"c"}}}
                """,
            ])
    }

    @Test("upsert names its key beside the record, and clone sends what differs")
    func upsertAndClone() async throws {
        let deals = try wire.freshsales().deals
        let draft = DealDraft(name: "Renewal", amount: 1)
        _ = try await deals.upsert(by: .name("Renewal"), draft, include: [.owner])
        _ = try await deals.upsert(by: .id(5), draft)
        _ = try await deals.clone(5, changing: DealUpdate { $0.name = "Renewal 2" })
        #expect(
            wire.lines == [
                "POST /crm/sales/api/deals/upsert?include=owner", "POST /crm/sales/api/deals/upsert",
                "POST /crm/sales/api/deals/5/clone",
            ])
        #expect(
            wire.jsonBodies == [
                #"{"unique_identifier":{"name":"Renewal"},"deal":{"name":"Renewal","amount":1}}"#,
                #"{"unique_identifier":{"id":5},"deal":{"name":"Renewal","amount":1}}"#,
                #"{"deal":{"name":"Renewal 2"}}"#,
            ])
    }

    @Test("lines are included by each call that writes them, beside what is asked for, and by no other")
    func lines() async throws {
        let deals = try wire.freshsales().deals
        let draft = DealDraft(name: "Renewal", amount: 1) { $0.products = [["id": 14]] }
        _ = try await deals.create(draft)
        _ = try await deals.upsert(by: .id(5), draft, include: [.owner])
        _ = try await deals.update(5, DealUpdate { $0.products = [] }, include: [.products])
        _ = try await deals.clone(5, changing: DealUpdate { $0.products = [["id": 14]] })
        _ = try await deals.create(DealDraft(name: "Renewal", amount: 1))
        _ = try await deals.update(5, DealUpdate { $0.amount = 2 })
        #expect(
            wire.lines.map { $0.replacing("/crm/sales/api/", with: "") } == [
                "POST deals?include=products", "POST deals/upsert?include=owner%2Cproducts",
                "PUT deals/5?include=products", "POST deals/5/clone?include=products", "POST deals", "PUT deals/5",
            ])
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let deals = try wire.freshsales().deals
        await expectRefusal(.invalidPath) { _ = try await deals.get(0) }
        await expectRefusal(.invalidPath) { try await deals.delete(-1) }
        await expectRefusal(.invalidPath) { try await deals.forget(-1) }
        await expectRefusal(.invalidPath) { _ = try await deals.list(view: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await deals.list(view: 1, pageSize: 0).all() }
        let noDay = CalendarDay(year: 2025, month: 2, day: 29)
        let farOff = CalendarDay(year: 20_250, month: 2, day: 1)
        let drafts: [(inout DealDraft) -> Void] = [
            { $0.name = "" }, { $0.amount = .nan }, { $0.currencyID = 0 }, { $0.salesAccountID = 0 },
            { $0.dealPipelineID = 0 }, { $0.dealStageID = 0 }, { $0.dealTypeID = 0 }, { $0.dealReasonID = 0 },
            { $0.dealProductID = 0 }, { $0.dealPaymentStatusID = 0 }, { $0.ownerID = 0 }, { $0.leadSourceID = 0 },
            { $0.campaignID = 0 }, { $0.territoryID = 0 }, { $0.expectedClose = noDay }, { $0.closedDate = noDay },
            { $0.expectedClose = farOff },
            { $0.probability = 101 }, { $0.probability = -1 }, { $0.addedContactIDs = [0] },
        ]
        for change in drafts {
            var draft = DealDraft(name: "Renewal", amount: 1)
            change(&draft)
            await expectRefusal(.invalidArgument) { _ = try await deals.create(draft) }
            await expectRefusal(.invalidArgument) { _ = try await deals.upsert(by: .id(1), draft) }
        }
        let updates = [
            DealUpdate { $0.name = " " }, DealUpdate { $0.amount = .nan }, DealUpdate { $0.currencyID = 0 },
            DealUpdate { $0.salesAccountID = 0 },
            DealUpdate { $0.dealPipelineID = 0 }, DealUpdate { $0.dealStageID = 0 }, DealUpdate { $0.dealTypeID = 0 },
            DealUpdate { $0.dealReasonID = 0 }, DealUpdate { $0.dealProductID = 0 },
            DealUpdate { $0.dealPaymentStatusID = 0 },
            DealUpdate { $0.ownerID = 0 }, DealUpdate { $0.leadSourceID = 0 }, DealUpdate { $0.campaignID = 0 },
            DealUpdate { $0.territoryID = 0 },
            DealUpdate { $0.expectedClose = .set(noDay) }, DealUpdate { $0.closedDate = .set(noDay) },
            DealUpdate { $0.probability = 101 },
            DealUpdate { $0.addedContactIDs = [0] }, DealUpdate { $0.removedContactIDs = [-1] },
        ]
        for update in updates {
            await expectRefusal(.invalidArgument) { _ = try await deals.update(1, update) }
            await expectRefusal(.invalidArgument) { _ = try await deals.clone(1, changing: update) }
        }
        #expect(wire.requests.isEmpty)
    }
}
