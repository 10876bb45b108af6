import Foundation
import FreshworksCore

/// Deals, kept as the JSON of a single view.
enum FreshsalesDeal {
    static let associations = [
        "sales_account_id", "deal_type_id", "deal_reason_id", "deal_product_id", "deal_payment_status_id",
        "owner_id", "lead_source_id", "campaign_id", "territory_id", "creater_id", "updater_id", "currency_id",
    ]

    static let attributes: [String: JSONShape] = FreshsalesShape.table(
        texts: [],
        ids: associations.filter { $0 != "creater_id" && $0 != "updater_id" } + [
            "deal_stage_id", "deal_pipeline_id", "forecast_category",
        ],
        others: [
            "name": .text, "amount": .number, "expected_close": FreshsalesShape.orNull(FreshsalesShape.date),
            "closed_date": FreshsalesShape.orNull(FreshsalesShape.date),
            "probability": JSONShape { $0.int64Value.map { (0...100).contains($0) } ?? false },
            "contacts_added_list": .list(of: .integer), "contacts_deleted_list": .list(of: .integer),
        ])

    static let blank: JSONObject = JSONObject(
        [
            "id", "name", "amount", "base_currency_amount", "expected_close", "closed_date", "stage_updated_time",
        ].nulls
            + [
                ("custom_field", [:]), ("probability", 0), ("updated_at", .null), ("created_at", .null),
                ("deal_pipeline_id", .null), ("deal_stage_id", .null), ("age", 0), ("links", [:]),
            ]
            + [
                "recent_note", "completed_sales_sequences", "active_sales_sequences", "web_form_id",
                "upcoming_activities_time",
            ].nulls
            + [("collaboration", [:]), ("last_assigned_at", .null), ("tags", [])]
            + [
                "last_contacted_sales_activity_mode", "last_contacted_via_sales_activity", "expected_deal_value",
            ].nulls
            + [("is_deleted", false), ("team_user_ids", .null), ("avatar", .null), ("forecast_category", .null)]
            + [("deal_prediction", 0)]
            + [
                "deal_prediction_last_updated_at", "freddy_forecast_metrics", "last_deal_prediction", "rotten_days",
            ].nulls
            + [("has_products", false), ("products", .null)] + associations.nulls + [("contact_ids", [])])

    /// The forecast type of a deal's stage.
    static func isIn(_ forecast: String, _ deal: JSONObject) -> Bool {
        FreshsalesSelectors.row("deal_stages", deal["deal_stage_id"])?["forecast_type"]?.stringValue == forecast
    }

    /// Keeps what follows from what was written: pipeline, stage, probability, date of closing, amounts and contacts.
    static func settle(
        _ deal: inout JSONObject, before: JSONObject, written: JSONObject, at now: Date
    ) throws(SandboxReply) {
        let stage = try stage(of: written, before: before)
        deal["deal_stage_id"] = stage["id"]
        deal["deal_pipeline_id"] = stage["deal_pipeline_id"]
        if stage["id"] != before["deal_stage_id"] {
            deal["stage_updated_time"] = .zoned(now)
            let isClosed = stage["forecast_type"]?.stringValue != "Open"
            if isClosed || written["probability"] == nil { deal["probability"] = stage["probability"] }
            if written["closed_date"] == nil { deal["closed_date"] = isClosed ? .day(now) : .null }
        }
        if let amount = written["amount"]?.numberValue?.decimal {
            deal["amount"] = .money(amount)
        }
        deal["base_currency_amount"] = deal["amount"]
        deal["expected_deal_value"] = .money(
            Self.amount(deal) * Decimal(deal["probability"]?.int64Value ?? 0) / 100)
        let removed = written["contacts_deleted_list"]?.arrayValue ?? []
        let added = written["contacts_added_list"]?.arrayValue ?? []
        let kept = (deal["contact_ids"]?.arrayValue ?? []).filter { !removed.contains($0) && !added.contains($0) }
        deal["contact_ids"] = .array(kept + added)
        deal["contacts_added_list"] = nil
        deal["contacts_deleted_list"] = nil
    }

    static func amount(_ deal: JSONObject) -> Decimal {
        deal["amount"]?.stringValue.flatMap { Decimal(string: $0) } ?? 0
    }

    /// The stage written, else the first of the pipeline written, else the one before, else the account's first.
    private static func stage(of written: JSONObject, before deal: JSONObject) throws(SandboxReply) -> JSONObject {
        func firstStage(of pipeline: JSONValue?) -> JSONObject? {
            FreshsalesSelectors.dealStages.first { $0["deal_pipeline_id"] == pipeline }
        }
        let stage: JSONObject?
        if let id = written["deal_stage_id"], !id.isNull {
            stage = FreshsalesSelectors.row("deal_stages", id)
            if let pipeline = written["deal_pipeline_id"], pipeline != stage?["deal_pipeline_id"] {
                throw FreshsalesReplies.errors(400, "The deal stage does not belong to the pipeline.")
            }
        } else if let pipeline = written["deal_pipeline_id"], !pipeline.isNull,
            pipeline != deal["deal_pipeline_id"]
        {
            stage = firstStage(of: pipeline)
        } else {
            stage = FreshsalesSelectors.row("deal_stages", deal["deal_stage_id"]) ?? FreshsalesSelectors.dealStages[0]
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
