public import Foundation

/// A chance to sell. Source: Freshworks CRM API, deals.
///
/// Rows of a view lack most ids of related records unless the call includes those; see ``Include``. The keys
/// `collaboration` and `fc_widget_collaboration` hold tokens of a chat and have no accessor on purpose.
public struct Deal: SideloadedRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public internal(set) var sideloads = Sideloads()

    /// Reads a deal.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The name.
    public var name: String? { json["name"] }
    /// What the deal is worth, in its currency.
    public var amount: Decimal? { json["amount"] }
    /// The currency.
    public var currencyID: Int64? { json["currency_id"] }
    /// The company.
    public var salesAccountID: Int64? { json["sales_account_id"] }
    /// The pipeline.
    public var dealPipelineID: Int64? { json["deal_pipeline_id"] }
    /// The stage in the pipeline.
    public var dealStageID: Int64? { json["deal_stage_id"] }
    /// The type.
    public var dealTypeID: Int64? { json["deal_type_id"] }
    /// The reason for which the deal was lost.
    public var dealReasonID: Int64? { json["deal_reason_id"] }
    /// The product that is sold.
    public var dealProductID: Int64? { json["deal_product_id"] }
    /// How far the deal is paid.
    public var dealPaymentStatusID: Int64? { json["deal_payment_status_id"] }
    /// The user who owns the deal. Views leave it out without `.owner`.
    public var ownerID: Int64? { json["owner_id"] }
    /// Where the deal comes from.
    public var leadSourceID: Int64? { json["lead_source_id"] }
    /// The campaign that brought the deal.
    public var campaignID: Int64? { json["campaign_id"] }
    /// The territory.
    public var territoryID: Int64? { json["territory_id"] }
    /// The day on which the deal is expected to close.
    public var expectedClose: CalendarDay? { json["expected_close"] }
    /// The day on which the deal was won or lost.
    public var closedDate: CalendarDay? { json["closed_date"] }
    /// How likely the deal is won, in percent.
    public var probability: Int? { json["probability"] }
    /// The category of the forecast, as a number that the service does not document.
    public var forecastCategory: Int? { json["forecast_category"] }
    /// What the deal is worth, in the account's base currency.
    public var baseCurrencyAmount: Decimal? { json["base_currency_amount"] }
    /// Amount times probability.
    public var expectedDealValue: Decimal? { json["expected_deal_value"] }
    /// When the stage last changed.
    public var stageUpdatedTime: Date? { json["stage_updated_time"] }
    /// When the deal was last given to an owner.
    public var lastAssignedAt: Date? { json["last_assigned_at"] }
    /// When the next activity is due.
    public var upcomingActivitiesTime: Date? { json["upcoming_activities_time"] }
    /// When a sales activity last took place.
    public var lastContactedViaSalesActivity: Date? { json["last_contacted_via_sales_activity"] }
    /// The kind of that sales activity, such as `Task`.
    public var lastContactedSalesActivityMode: String? { json["last_contacted_sales_activity_mode"] }
    /// How old the deal is, in days; negative when it was closed with an earlier date.
    public var age: Int? { json["age"] }
    /// For how many days the deal has been rotten.
    public var rottenDays: Int? { json["rotten_days"] }
    /// The service's own prediction, as a number.
    public var dealPrediction: Int? { json["deal_prediction"] }
    /// When that prediction was last made.
    public var dealPredictionLastUpdatedAt: Date? { json["deal_prediction_last_updated_at"] }
    /// The prediction before, as it was read.
    public var lastDealPrediction: JSONValue? { json["last_deal_prediction"] }
    /// What the prediction is based on, as it was read.
    public var freddyForecastMetrics: JSONValue? { json["freddy_forecast_metrics"] }
    /// What the prediction is based on. Classic only.
    public var dealFreddyMetrics: String? { json["deal_freddy_metrics"] }
    /// The latest note.
    public var recentNote: String? { json["recent_note"] }
    /// The web form that brought the deal.
    public var webFormID: String? { json["web_form_id"] }
    /// The sales sequences that have run.
    public var completedSalesSequences: MultiSelect? { json["completed_sales_sequences"] }
    /// The sales sequences that are running.
    public var activeSalesSequences: MultiSelect? { json["active_sales_sequences"] }
    /// The users who work on the deal.
    public var teamUserIDs: MultiSelect? { json["team_user_ids"] }
    /// Where the picture is.
    public var avatar: URL? { json["avatar"] }
    /// Whether the deal has lines.
    public var hasProducts: Bool? { json["has_products"] }
    /// The lines of the deal, as they were read; with `.products`.
    public var products: [JSONObject]? { json["products"] }
    /// The contacts; with `.contacts`.
    public var contactIDs: [Int64]? { json["contact_ids"] }
    /// The tags.
    public var tags: [String]? { json["tags"] }
    /// Whether the deal is in the recycle bin.
    public var isDeleted: Bool? { json["is_deleted"] }
    /// The user who created the deal, `creater_id` on the wire.
    public var creatorID: Int64? { json["creater_id"] }
    /// The user who last changed the deal; with `.updater`.
    public var updaterID: Int64? { json["updater_id"] }
    /// The appointments; with `.appointments`.
    public var appointmentIDs: [Int64]? { json["appointment_ids"] }
    /// Paths of the web app by name, such as `conversations`; they are no paths of the API.
    public var links: [String: String]? { json["links"] }
    /// The account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields? { json["custom_field"] }
    /// When the deal was created.
    public var createdAt: Date? { json["created_at"] }
    /// When the deal was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}

// Related records, each `nil` unless the call included it.
extension Deal {
    /// The user who owns the deal; with `.owner`.
    public var owner: User? { related("owner_id", in: "users") }
    /// The user who created the deal; with `.creator`.
    public var creator: User? { related("creater_id", in: "users") }
    /// The user who last changed the deal; with `.updater`.
    public var updater: User? { related("updater_id", in: "users") }
    /// Where the deal comes from; with `.leadSource`.
    public var leadSource: Choice? { related("lead_source_id", in: "lead_source", "lead_sources") }
    /// The campaign that brought the deal; with `.campaign`.
    public var campaign: Choice? { related("campaign_id", in: "campaigns", "campaign") }
    /// The company; with `.salesAccount`.
    public var salesAccount: SalesAccount? { related("sales_account_id", in: "sales_accounts", "sales_account") }
    /// The contacts; with `.contacts`.
    public var contacts: [Contact]? { related(all: "contact_ids", in: "contacts") }
    /// The pipeline; with `.dealPipeline`.
    public var dealPipeline: DealPipeline? { related("deal_pipeline_id", in: "deal_pipelines", "deal_pipeline") }
    /// The stage in the pipeline; with `.dealStage`.
    public var dealStage: DealStage? { related("deal_stage_id", in: "deal_stages", "deal_stage") }
    /// The type; with `.dealType`.
    public var dealType: Choice? { related("deal_type_id", in: "deal_types", "deal_type") }
    /// The reason for which the deal was lost; with `.dealReason`.
    public var dealReason: Choice? { related("deal_reason_id", in: "deal_reasons", "deal_reason") }
    /// The product that is sold; with `.dealProduct`.
    public var dealProduct: Choice? { related("deal_product_id", in: "deal_products", "deal_product") }
    /// How far the deal is paid; with `.dealPaymentStatus`.
    public var dealPaymentStatus: Choice? {
        related("deal_payment_status_id", in: "deal_payment_statuses", "deal_payment_status")
    }
    /// The currency; with `.currency`. It comes within the deal or beside it.
    public var currency: Currency? { json["currency"] ?? related("currency_id", in: "currencies", "currency") }
}
