// Related records, each `nil` unless the call included it.
extension Contact {
    /// The user who owns the contact; with `.owner`.
    public var owner: User? { related("owner_id", in: "users") }
    /// The user who created the contact; with `.creator`.
    public var creator: User? { related("creater_id", in: "users") }
    /// The user who last changed the contact; with `.updater`.
    public var updater: User? { related("updater_id", in: "users") }
    /// Where the contact comes from; with `.leadSource`.
    public var leadSource: Choice? { related("lead_source_id", in: "lead_source", "lead_sources") }
    /// The campaign that brought the contact; with `.campaign`.
    public var campaign: Choice? { related("campaign_id", in: "campaigns", "campaign") }
    /// The territory; with `.territory`.
    public var territory: Choice? { related("territory_id", in: "territories", "territory") }
    /// The status; with `.contactStatus`.
    public var contactStatus: ContactStatus? {
        related("contact_status_id", in: "contact_status", "contact_statuses")
    }
    /// The lifecycle stage; with `.lifecycleStage`.
    public var lifecycleStage: LifecycleStage? {
        related("lifecycle_stage_id", in: "lifecycle_stages", "lifecycle_stage")
    }
    /// The deals; with `.deals`.
    public var deals: [Deal]? { related(all: "deal_ids", in: "deals") }
}
