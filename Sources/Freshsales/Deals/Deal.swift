public import Foundation

/// A chance to sell. Source: Freshworks CRM API, deals.
///
/// Its fields are those of ``Fields``. Rows of a list lack most ids of related records unless the call includes those;
/// see ``Include``. The keys `collaboration` and `fc_widget_collaboration` hold tokens of a chat and are no fields on
/// purpose.
public struct Deal: SalesRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public var sideloads = Sideloads()
    /// `deal`.
    public static let record: StaticString = "deal"
    /// `deals`.
    public static let records: StaticString = "deals"
    /// Its lines.
    public static let includedToWrite: Set<Include<Deal>> = [.products]

    /// Reads a deal.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Deal``, ``DealDraft`` and ``DealUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)
        /// What the deal is worth, in its currency.
        public let amount = Settable<Decimal>("amount", .finite)
        /// The currency; the account's base currency unless set.
        public let currencyID = Clearable<Int64>("currency_id", .id)
        /// The company.
        public let salesAccountID = Clearable<Int64>("sales_account_id", .id)
        /// The pipeline; the account's default one unless set.
        public let dealPipelineID = Clearable<Int64>("deal_pipeline_id", .id)
        /// The stage in the pipeline; the first one unless set.
        public let dealStageID = Clearable<Int64>("deal_stage_id", .id)
        /// The type.
        public let dealTypeID = Clearable<Int64>("deal_type_id", .id)
        /// The reason for which the deal was lost.
        public let dealReasonID = Clearable<Int64>("deal_reason_id", .id)
        /// The product that is sold.
        public let dealProductID = Clearable<Int64>("deal_product_id", .id)
        /// The status of the payment.
        public let dealPaymentStatusID = Clearable<Int64>("deal_payment_status_id", .id)
        /// The user who owns the deal. Lists leave it out without `.owner`.
        public let ownerID = Clearable<Int64>("owner_id", .id)
        /// Where the deal comes from.
        public let leadSourceID = Clearable<Int64>("lead_source_id", .id)
        /// The campaign that brought the deal.
        public let campaignID = Clearable<Int64>("campaign_id", .id)
        /// The territory.
        public let territoryID = Clearable<Int64>("territory_id", .id)
        /// The day on which the deal is expected to close.
        public let expectedClose = Clearable<CalendarDay>("expected_close", .real)
        /// The day on which the deal was won or lost; the service sets it with the stage.
        public let closedDate = Clearable<CalendarDay>("closed_date", .real)
        /// How likely the deal is won, 0 to 100 percent.
        public let probability = Settable<Int>("probability", .within(0...100))
        /// The category of the forecast, as a number that the service does not document.
        public let forecastCategory = Clearable<Int>("forecast_category")
        /// The lines of the deal, each with the `id` of a product; read with `.products`. An update replaces them all.
        ///
        /// The service writes them only where the call includes them: create, update, upsert and clone do so by themselves.
        /// What it makes of them in a bulk upsert it does not document.
        public let products = Settable<[JSONObject]>("products")
        /// The contacts to tie to the deal, under a name that integrations use and no documentation lists.
        public let addedContactIDs = SendOnly<[Int64]>("contacts_added_list", .ids)
        /// The contacts to untie from the deal, under a name that integrations use and no documentation lists.
        public let removedContactIDs = SendOnlyLater<[Int64]>("contacts_deleted_list", .ids)
        /// The tags; an update replaces them all.
        public let tags = Settable<[String]>("tags")
        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_field")

        /// What the deal is worth, in the account's base currency.
        public let baseCurrencyAmount = ReadOnly<Decimal>("base_currency_amount")
        /// Amount times probability.
        public let expectedDealValue = ReadOnly<Decimal>("expected_deal_value")
        /// When the stage last changed.
        public let stageUpdatedAt = ReadOnly<Date>("stage_updated_time")
        /// When the deal was last given to an owner.
        public let lastAssignedAt = ReadOnly<Date>("last_assigned_at")
        /// When the next activity is due.
        public let upcomingActivitiesAt = ReadOnly<Date>("upcoming_activities_time")
        /// When a sales activity last took place.
        public let lastContactedViaSalesActivity = ReadOnly<Date>("last_contacted_via_sales_activity")
        /// The kind of that sales activity, such as `Task`.
        public let lastContactedSalesActivityMode = ReadOnly<String>("last_contacted_sales_activity_mode")
        /// How old the deal is, in days; negative when it was closed with an earlier date.
        public let age = ReadOnly<Int>("age")
        /// For how many days the deal has been rotten.
        public let rottenDays = ReadOnly<Int>("rotten_days")
        /// The service's own prediction, as a number whose scale it does not document.
        public let dealPrediction = ReadOnly<Int>("deal_prediction")
        /// When that prediction was last made.
        public let dealPredictionLastUpdatedAt = ReadOnly<Date>("deal_prediction_last_updated_at")
        /// The prediction before, as it was read.
        public let lastDealPrediction = ReadOnly<JSONValue>("last_deal_prediction")
        /// What the prediction is based on, as it was read.
        public let freddyForecastMetrics = ReadOnly<JSONValue>("freddy_forecast_metrics")
        /// What the prediction is based on. Classic accounts only: those at `freshsales.io`.
        public let dealFreddyMetrics = ReadOnly<String>("deal_freddy_metrics")
        /// The latest note.
        public let recentNote = ReadOnly<String>("recent_note")
        /// The web form that brought the deal.
        public let webFormID = ReadOnly<String>("web_form_id")
        /// The sales sequences that have run.
        public let completedSalesSequences = ReadOnly<MultiSelect>("completed_sales_sequences")
        /// The sales sequences that are running.
        public let activeSalesSequences = ReadOnly<MultiSelect>("active_sales_sequences")
        /// The users who work on the deal.
        public let teamUserIDs = ReadOnly<MultiSelect>("team_user_ids")
        /// Whether the deal has lines.
        public let hasProducts = ReadOnly<Bool>("has_products")
        /// The contacts; with `.contacts`.
        public let contactIDs = ReadOnly<[Int64]>("contact_ids")
        /// The appointments; with `.appointments`.
        public let appointmentIDs = ReadOnly<[Int64]>("appointment_ids")
        /// The user who created the deal.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// The user who last changed the deal; with `.updater`.
        public let updaterID = ReadOnly<Int64>("updater_id")
        /// Whether this is a part of the record only, because it came along with another; get the deal for the rest.
        public let isPartial = ReadOnly<Bool>("partial")
        /// Whether the deal is in the recycle bin.
        public let isDeleted = ReadOnly<Bool>("is_deleted")
        /// Where the picture is.
        public let avatar = ReadOnly<URL>("avatar")
        /// Paths of the web app by name, such as `conversations`; they are no paths of the API.
        public let links = ReadOnly<[String: String]>("links")
        /// When the deal was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the deal was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A name and an amount.
        public static let required: [FieldRequirement] = ["name", "amount"]
    }
}

/// A deal to create, or to create or change: the fields of ``Deal/Fields``.
public typealias DealDraft = Draft<Deal.Fields>

/// What to change of a deal: the fields of ``Deal/Fields``; what is not set stays as it is.
public typealias DealUpdate = Update<Deal.Fields>

extension DealDraft {
    /// Makes a draft of what the service requires, and fills in more: `DealDraft(name: "Renewal", amount: 1500) { … }`.
    public init(name: String, amount: Decimal, _ fill: (inout Self) -> Void = { _ in }) {
        self = Deal.Fields.draft(fill) {
            $0.name = name
            $0.amount = amount
        }
    }
}

/// The deals of a Freshsales account.
public typealias DealEndpoints = RecordEndpoints<Deal>

extension FreshsalesClient {
    /// The deals of the account.
    public var deals: DealEndpoints { DealEndpoints(api: api) }
}
