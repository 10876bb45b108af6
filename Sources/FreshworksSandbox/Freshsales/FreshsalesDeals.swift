import Foundation
import FreshworksCore

extension FreshsalesService {
    static let deals = FreshsalesRecords(
        "deals", noun: "deal", calls: [.create, .view, .update, .delete], softDeletion: "is_deleted",
        rules: FreshsalesRecords.Rules(begin: beginDeal, settle: settleDeal)
    ) {
        RecordKey("name", .filled).required
        RecordKey("amount", .number).required
        RecordKey.nulls("base_currency_amount", "expected_deal_value")
        RecordKey("expected_close", .plainDate.orNull)
        RecordKey("closed_date", .plainDate.orNull)
        RecordKey("deal_stage_id", .integer.orNull).pointing(to: "deal_stages", "stage")
        RecordKey("deal_pipeline_id", .integer.orNull).pointing(to: "deal_pipelines", "pipeline")
        RecordKey("probability", probability, 0)
        RecordKey("forecast_category", .integer.orNull)
        RecordKey("age", .integer, 0).readOnly
        RecordKey.nulls(
            "stage_updated_time", "last_assigned_at", "upcoming_activities_time", "last_contacted_via_sales_activity",
            "last_contacted_sales_activity_mode", "recent_note", "completed_sales_sequences",
            "active_sales_sequences", "web_form_id", "team_user_ids", "avatar")
        RecordKey("collaboration", .object, [:]).readOnly
        RecordKey("deal_prediction", .integer, 0).readOnly
        RecordKey.nulls(
            "deal_prediction_last_updated_at", "last_deal_prediction", "freddy_forecast_metrics", "rotten_days")
        RecordKey("has_products", .flag, false).readOnly
        RecordKey("products", .list(of: line).orNull)
        // Rows leave these out unless they are included.
        RecordKey("currency_id", .integer.orNull).pointing(to: "currencies", "currency").notInLists
        RecordKey("sales_account_id", .integer.orNull).pointing(to: "sales_accounts", "account").notInLists
        RecordKey("deal_type_id", .integer.orNull).pointing(to: "deal_types", "type").notInLists
        RecordKey("deal_reason_id", .integer.orNull).pointing(to: "deal_reasons", "reason").notInLists
        RecordKey("deal_product_id", .integer.orNull).pointing(to: "deal_products", "product").notInLists
        RecordKey("deal_payment_status_id", .integer.orNull).pointing(to: "deal_payment_statuses", "status").notInLists
        RecordKey("owner_id", .integer.orNull).pointing(to: "owners", "owner").notInLists
        RecordKey("lead_source_id", .integer.orNull).pointing(to: "lead_sources", "source").notInLists
        RecordKey("campaign_id", .integer.orNull).pointing(to: "campaigns", "campaign").notInLists
        RecordKey("territory_id", .integer.orNull).pointing(to: "territories", "territory").notInLists
        RecordKey("creater_id", .id).readOnly.notInLists
        RecordKey("contact_ids", .list(of: .integer), []).readOnly.onlyIfAsked
        RecordKey("contacts_added_list", .list(of: .integer)).pointing(to: "contacts", "contact").onlyInRequests
        RecordKey("contacts_deleted_list", .list(of: .integer)).onlyInRequests
    }

    /// A line names a product; what more it has no documentation tells.
    private static let line = JSONShape(else: .mismatch("product")) { $0["id"]?.int64Value != nil }

    private static let probability = JSONShape(else: .mismatch("Integer")) {
        $0.int64Value.map { (0...100).contains($0) } ?? false
    }

    /// The forecast type of a deal's stage.
    static func isIn(_ forecast: String, _ deal: JSONObject) -> Bool {
        FreshsalesSelectors.row("deal_stages", deal["deal_stage_id"])?["forecast_type"]?.stringValue == forecast
    }

    static func amount(_ deal: JSONObject) -> Decimal {
        deal["amount"]?.stringValue.flatMap { Decimal(string: $0) } ?? 0
    }

    @Sendable private static func beginDeal(_ deal: inout JSONObject, _ service: FreshsalesService) {
        begin(&deal, service)
        deal["links"] = links("deals", deal)
    }

    /// Keeps what follows from what was written: pipeline, stage, probability, date of closing, amounts and contacts.
    private static func settleDeal(_ writing: inout Writing, _ service: FreshsalesService) throws(SandboxReply) {
        sign(&writing, service)
        let now = writing.request.now
        var deal = writing.record
        let stage = try stage(of: writing)
        deal["deal_stage_id"] = stage["id"]
        deal["deal_pipeline_id"] = stage["deal_pipeline_id"]
        if stage["id"] != writing.base["deal_stage_id"] {
            deal["stage_updated_time"] = .zoned(now)
            let isClosed = stage["forecast_type"]?.stringValue != "Open"
            if isClosed || writing["probability"] == nil { deal["probability"] = stage["probability"] }
            if writing["closed_date"] == nil { deal["closed_date"] = isClosed ? .day(now) : .null }
        }
        // An amount is in some currency: the account's own unless told.
        if deal["currency_id"] == .null { deal["currency_id"] = FreshsalesSelectors.all["currencies"]?.first?["id"] }
        if let amount = writing["amount"]?.numberValue?.decimal { deal["amount"] = .money(amount) }
        deal["base_currency_amount"] = deal["amount"]
        deal["expected_deal_value"] = .money(amount(deal) * Decimal(deal["probability"]?.int64Value ?? 0) / 100)
        let removed = writing["contacts_deleted_list"]?.arrayValue ?? []
        let added = writing["contacts_added_list"]?.arrayValue ?? []
        let kept = (deal["contact_ids"]?.arrayValue ?? []).filter { !removed.contains($0) && !added.contains($0) }
        deal["contact_ids"] = .array(kept + added)
        writing.record = deal
        keepUnlessIncluded("products", &writing)
        writing.record["has_products"] = .bool(writing.record["products"]?.arrayValue?.isEmpty == false)
    }

    /// The stage written, else the first of the pipeline written, else the one before, else the account's first.
    private static func stage(of writing: Writing) throws(SandboxReply) -> JSONObject {
        let stage: JSONObject?
        if let id = writing["deal_stage_id"], !id.isNull {
            stage = FreshsalesSelectors.row("deal_stages", id)
            if let pipeline = writing["deal_pipeline_id"], pipeline != stage?["deal_pipeline_id"] {
                throw FreshsalesReplies.errors(400, "The deal stage does not belong to the pipeline.")
            }
        } else if let pipeline = writing["deal_pipeline_id"], !pipeline.isNull,
            pipeline != writing.base["deal_pipeline_id"]
        {
            stage = FreshsalesSelectors.dealStages.first { $0["deal_pipeline_id"] == pipeline }
        } else {
            stage =
                FreshsalesSelectors.row("deal_stages", writing.base["deal_stage_id"])
                ?? FreshsalesSelectors.dealStages[0]
        }
        guard let stage else { throw FreshsalesReplies.errors(400, "The value for deal_stage_id is invalid.") }
        return stage
    }
}

extension JSONValue {
    /// A decimal as text with one digit after the point at least.
    static func money(_ amount: Decimal) -> JSONValue {
        let text = amount.description
        return .string(text.contains(".") ? text : text + ".0")
    }

    /// The day in the account's zone.
    static func day(_ date: Date) -> JSONValue {
        .string(String((JSONValue.zoned(date).stringValue ?? "").prefix(10)))
    }
}
