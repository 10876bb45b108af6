/// The leads of a Freshsales account. Classic accounts only: those at `freshsales.io`. Elsewhere each call throws
/// ``FreshworksError/Code/notFound``; the advice says so where views are looked for or a single lead is meant, and not
/// in ``RecordEndpoints/list(view:order:include:pageSize:from:options:)``, searches and calls for many leads.
public typealias LeadEndpoints = RecordEndpoints<Lead>

extension FreshsalesClient {
    /// The leads of the account. Classic accounts only: those at `freshsales.io`.
    public var leads: LeadEndpoints { LeadEndpoints(api: api) }
}

extension RecordEndpoints where Record == Lead {
    /// Makes a contact of a lead, a sales account of its company, and a deal if it has one. `POST /leads/{id}/convert`
    /// - Parameter changes: What shall be different in what it becomes.
    @discardableResult
    public func convert(
        _ id: Int64, changing changes: LeadUpdate = LeadUpdate(), options: CallOptions = CallOptions()
    ) async throws -> LeadConversion {
        try await api.send(
            Endpoint<LeadConversion>(
                name("convert"), .post, "leads/\(id)/convert",
                body: .json(["lead": .object(changes.json)], refusing: changes.fieldErrors)
            ) { response in
                let answer = try response.json()
                return LeadConversion(
                    contact: try answer.part("contact"), salesAccount: try answer.part("sales_account"),
                    deal: try answer.part("deal"))
            }.advising(absenceOf: Lead.self), options)
    }
}

extension JSONValue {
    /// A record that may be missing or null.
    fileprivate func part<R: Resource>(_ root: String) throws -> R? {
        guard let value = self[root], !value.isNull else { return nil }
        return try record(at: [root])
    }
}

extension Include where Record == Lead {
    /// The user who owns the lead.
    public static var owner: Self { Self(rawValue: "owner") }
    /// The user who created the lead.
    public static var creator: Self { Self(rawValue: "creater") }
    /// The user who last changed the lead.
    public static var updater: Self { Self(rawValue: "updater") }
    /// Where the lead comes from.
    public static var leadSource: Self { Self(rawValue: "source") }
    /// The campaign that brought the lead.
    public static var campaign: Self { Self(rawValue: "campaign") }
    /// The territory.
    public static var territory: Self { Self(rawValue: "territory") }
    /// The stage.
    public static var leadStage: Self { Self(rawValue: "lead_stage") }
    /// The reason for which the lead was lost.
    public static var leadReason: Self { Self(rawValue: "lead_reason") }
    /// The tasks about the lead.
    public static var tasks: Self { Self(rawValue: "tasks") }
    /// The appointments with the lead.
    public static var appointments: Self { Self(rawValue: "appointments") }
    /// The notes about the lead.
    public static var notes: Self { Self(rawValue: "notes") }
}

// Related records, each `nil` unless the call included it.
extension Lead {
    /// The user who owns the lead; with `.owner`.
    public var owner: User? { related("owner_id", in: "users") }
    /// The user who created the lead; with `.creator`.
    public var creator: User? { related("creater_id", in: "users") }
    /// The user who last changed the lead; with `.updater`.
    public var updater: User? { related("updater_id", in: "users") }
    /// Where the lead comes from; with `.leadSource`.
    public var leadSource: Choice? { related("lead_source_id", in: "lead_source", "lead_sources") }
    /// The campaign that brought the lead; with `.campaign`.
    public var campaign: Choice? { related("campaign_id", in: "campaigns", "campaign") }
    /// The territory; with `.territory`.
    public var territory: Choice? { related("territory_id", in: "territories", "territory") }
    /// The stage; with `.leadStage`.
    public var leadStage: Choice? { related("lead_stage_id", in: "lead_stages", "lead_stage") }
    /// The reason for which the lead was lost; with `.leadReason`.
    public var leadReason: Choice? { related("lead_reason_id", in: "lead_reasons", "lead_reason") }
    /// The tasks about the lead; with `.tasks`.
    public var tasks: [SalesTask]? { related(all: "task_ids", in: "tasks") }
    /// The appointments with the lead; with `.appointments`.
    public var appointments: [Appointment]? { related(all: "appointment_ids", in: "appointments") }
    /// The notes about the lead; with `.notes`.
    public var notes: [Note]? { related(all: "note_ids", in: "notes") }
}
