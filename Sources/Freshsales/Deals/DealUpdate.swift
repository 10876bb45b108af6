public import Foundation

/// What to change of a deal; what is not set stays as it is. Source: Freshworks CRM API, deals.
public struct DealUpdate: Encodable, Sendable, Hashable {
    /// The name.
    public var name: String?
    /// What the deal is worth, in its currency.
    public var amount: Decimal?
    /// The currency.
    public var currencyID: Patch<Int64>
    /// The company.
    public var salesAccountID: Patch<Int64>
    /// The pipeline.
    public var dealPipelineID: Patch<Int64>
    /// The stage in the pipeline.
    public var dealStageID: Patch<Int64>
    /// The type.
    public var dealTypeID: Patch<Int64>
    /// The reason for which the deal was lost.
    public var dealReasonID: Patch<Int64>
    /// The product that is sold.
    public var dealProductID: Patch<Int64>
    /// How far the deal is paid.
    public var dealPaymentStatusID: Patch<Int64>
    /// The user who owns the deal.
    public var ownerID: Patch<Int64>
    /// Where the deal comes from.
    public var leadSourceID: Patch<Int64>
    /// The campaign that brought the deal.
    public var campaignID: Patch<Int64>
    /// The territory.
    public var territoryID: Patch<Int64>
    /// The day on which the deal is expected to close.
    public var expectedClose: Patch<CalendarDay>
    /// The day on which the deal was won or lost; the service sets it with the stage.
    public var closedDate: Patch<CalendarDay>
    /// How likely the deal is won, 0 to 100 percent.
    public var probability: Int?
    /// The category of the forecast, as a number that the service does not document.
    public var forecastCategory: Patch<Int>
    /// The lines of the deal, each with the `id` of a product; the array replaces the present ones.
    public var products: [JSONObject]?
    /// The contacts to tie to the deal: `contacts_added_list`, which integrations use and no documentation lists.
    public var addedContactIDs: [Int64]?
    /// The contacts to untie from the deal: `contacts_deleted_list`, which integrations use and no documentation lists.
    public var removedContactIDs: [Int64]?
    /// The tags; the array replaces the present ones.
    public var tags: [String]?
    /// The account's own fields, `custom_field` on the wire.
    public var customFields: CustomFields?

    /// Makes an update.
    public init(
        name: String? = nil, amount: Decimal? = nil, currencyID: Patch<Int64> = .unchanged,
        salesAccountID: Patch<Int64> = .unchanged, dealPipelineID: Patch<Int64> = .unchanged,
        dealStageID: Patch<Int64> = .unchanged, dealTypeID: Patch<Int64> = .unchanged,
        dealReasonID: Patch<Int64> = .unchanged, dealProductID: Patch<Int64> = .unchanged,
        dealPaymentStatusID: Patch<Int64> = .unchanged, ownerID: Patch<Int64> = .unchanged,
        leadSourceID: Patch<Int64> = .unchanged, campaignID: Patch<Int64> = .unchanged,
        territoryID: Patch<Int64> = .unchanged, expectedClose: Patch<CalendarDay> = .unchanged,
        closedDate: Patch<CalendarDay> = .unchanged, probability: Int? = nil,
        forecastCategory: Patch<Int> = .unchanged, products: [JSONObject]? = nil, addedContactIDs: [Int64]? = nil,
        removedContactIDs: [Int64]? = nil, tags: [String]? = nil, customFields: CustomFields? = nil
    ) {
        self.name = name
        self.amount = amount
        self.currencyID = currencyID
        self.salesAccountID = salesAccountID
        self.dealPipelineID = dealPipelineID
        self.dealStageID = dealStageID
        self.dealTypeID = dealTypeID
        self.dealReasonID = dealReasonID
        self.dealProductID = dealProductID
        self.dealPaymentStatusID = dealPaymentStatusID
        self.ownerID = ownerID
        self.leadSourceID = leadSourceID
        self.campaignID = campaignID
        self.territoryID = territoryID
        self.expectedClose = expectedClose
        self.closedDate = closedDate
        self.probability = probability
        self.forecastCategory = forecastCategory
        self.products = products
        self.addedContactIDs = addedContactIDs
        self.removedContactIDs = removedContactIDs
        self.tags = tags
        self.customFields = customFields
    }

    func check() throws {
        try ArgumentCheck.notBlank(name, "name")
        try ArgumentCheck.amount(amount, "amount")
        try ArgumentCheck.id(currencyID.newValue, "currency_id")
        try ArgumentCheck.id(salesAccountID.newValue, "sales_account_id")
        try ArgumentCheck.id(dealPipelineID.newValue, "deal_pipeline_id")
        try ArgumentCheck.id(dealStageID.newValue, "deal_stage_id")
        try ArgumentCheck.id(dealTypeID.newValue, "deal_type_id")
        try ArgumentCheck.id(dealReasonID.newValue, "deal_reason_id")
        try ArgumentCheck.id(dealProductID.newValue, "deal_product_id")
        try ArgumentCheck.id(dealPaymentStatusID.newValue, "deal_payment_status_id")
        try ArgumentCheck.id(ownerID.newValue, "owner_id")
        try ArgumentCheck.id(leadSourceID.newValue, "lead_source_id")
        try ArgumentCheck.id(campaignID.newValue, "campaign_id")
        try ArgumentCheck.id(territoryID.newValue, "territory_id")
        try expectedClose.newValue?.check("expected_close")
        try closedDate.newValue?.check("closed_date")
        try ArgumentCheck.number(probability, in: 0...100, "probability")
        try ArgumentCheck.ids(addedContactIDs, "contacts_added_list")
        try ArgumentCheck.ids(removedContactIDs, "contacts_deleted_list")
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
        case removedContactIDs = "contacts_deleted_list"
        case customFields = "custom_field"
    }
}
