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
    /// The status of the payment; with `.dealPaymentStatus`.
    public var dealPaymentStatus: Choice? {
        related("deal_payment_status_id", in: "deal_payment_statuses", "deal_payment_status")
    }
    /// The currency; with `.currency`. It comes within the deal or beside it.
    public var currency: Currency? { json["currency"] ?? related("currency_id", in: "currencies", "currency") }
}
