public import Foundation

/// A deal to create, or to create or change. Source: Freshworks CRM API, deals.
public struct DealDraft: Encodable, Sendable, Hashable {
    /// The name.
    public var name: String
    /// What the deal is worth, in its currency.
    public var amount: Decimal
    /// The currency; the account's base currency unless set.
    public var currencyID: Int64?
    /// The company.
    public var salesAccountID: Int64?
    /// The pipeline; the account's default one unless set.
    public var dealPipelineID: Int64?
    /// The stage in the pipeline; the first one unless set.
    public var dealStageID: Int64?
    /// The type.
    public var dealTypeID: Int64?
    /// The reason for which the deal was lost.
    public var dealReasonID: Int64?
    /// The product that is sold.
    public var dealProductID: Int64?
    /// How far the deal is paid.
    public var dealPaymentStatusID: Int64?
    /// The user who owns the deal.
    public var ownerID: Int64?
    /// Where the deal comes from.
    public var leadSourceID: Int64?
    /// The campaign that brought the deal.
    public var campaignID: Int64?
    /// The territory.
    public var territoryID: Int64?
    /// The day on which the deal is expected to close.
    public var expectedClose: CalendarDay?
    /// The day on which the deal was won or lost; the service sets it with the stage.
    public var closedDate: CalendarDay?
    /// How likely the deal is won, 0 to 100 percent.
    public var probability: Int?
    /// The category of the forecast, as a number that the service does not document.
    public var forecastCategory: Int?
    /// The lines of the deal, each with the `id` of a product; the array replaces the present ones.
    public var products: [JSONObject]?
    /// The contacts to tie to the deal: `contacts_added_list`, which integrations use and no documentation lists.
    public var addedContactIDs: [Int64]?
    /// The tags; the array replaces the present ones.
    public var tags: [String]?
    /// The account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields?

    /// Makes a draft of what the service requires; set the other properties as needed.
    public init(name: String, amount: Decimal) {
        self.name = name
        self.amount = amount
    }

    func check() throws {
        try ArgumentCheck.notBlank(name, "name")
        try ArgumentCheck.amount(amount, "amount")
        try ArgumentCheck.id(currencyID, "currency_id")
        try ArgumentCheck.id(salesAccountID, "sales_account_id")
        try ArgumentCheck.id(dealPipelineID, "deal_pipeline_id")
        try ArgumentCheck.id(dealStageID, "deal_stage_id")
        try ArgumentCheck.id(dealTypeID, "deal_type_id")
        try ArgumentCheck.id(dealReasonID, "deal_reason_id")
        try ArgumentCheck.id(dealProductID, "deal_product_id")
        try ArgumentCheck.id(dealPaymentStatusID, "deal_payment_status_id")
        try ArgumentCheck.id(ownerID, "owner_id")
        try ArgumentCheck.id(leadSourceID, "lead_source_id")
        try ArgumentCheck.id(campaignID, "campaign_id")
        try ArgumentCheck.id(territoryID, "territory_id")
        try expectedClose?.check("expected_close")
        try closedDate?.check("closed_date")
        try ArgumentCheck.number(probability, in: 0...100, "probability")
        try ArgumentCheck.ids(addedContactIDs, "contacts_added_list")
    }

    private enum CodingKeys: String, CodingKey {
        case name, amount, probability, products, tags
        case currencyID = "currency_id"
        case salesAccountID = "sales_account_id"
        case dealPipelineID = "deal_pipeline_id"
        case dealStageID = "deal_stage_id"
        case dealTypeID = "deal_type_id"
        case dealReasonID = "deal_reason_id"
        case dealProductID = "deal_product_id"
        case dealPaymentStatusID = "deal_payment_status_id"
        case ownerID = "owner_id"
        case leadSourceID = "lead_source_id"
        case campaignID = "campaign_id"
        case territoryID = "territory_id"
        case expectedClose = "expected_close"
        case closedDate = "closed_date"
        case forecastCategory = "forecast_category"
        case addedContactIDs = "contacts_added_list"
        case customFields = "custom_field"
    }
}
