/// A record that is about others: a task, an appointment or a sales activity.
public protocol TargetedRecord: SalesRecord {}

// The records that it is about, each `nil` unless the call included them and it is about one of that kind.
extension TargetedRecord {
    /// The contact that it is about; with `.target`.
    public var contact: Contact? { target(.contact, in: "contacts") }
    /// The sales account that it is about; with `.target`.
    public var salesAccount: SalesAccount? { target(.salesAccount, in: "sales_accounts") }
    /// The deal that it is about; with `.target`.
    public var deal: Deal? { target(.deal, in: "deals") }
    /// The lead that it is about; with `.target`. Classic accounts only: those at `freshsales.io`.
    public var lead: Lead? { target(.lead, in: "leads") }
    /// The user who created it; with `.creator`.
    public var creator: User? { related("creater_id", in: "users") }
    /// The user who last changed it; with `.updater`.
    public var updater: User? { related("updater_id", in: "users") }

    private func target<R: SalesRecord>(_ type: TargetType, in root: String) -> R? {
        let listed = (json["targetables"]?.arrayValue ?? []).compactMap(Target.init(json:))
        let all = listed + [Target(of: json)].compactMap(\.self)
        guard let target = all.first(where: { $0.type == type }),
            let row = sideloads.object(target.id.jsonValue, in: [root])
        else { return nil }
        return try? R(json: row).beside(sideloads)
    }
}
