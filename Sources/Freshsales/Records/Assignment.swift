extension RecordEndpoints where Record: OwnedRecord {
    /// Gives a record to another owner. `PUT /contacts/{id}`
    @discardableResult
    public func assign(
        _ id: Int64, to owner: Int64, options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await update(id, Record.owned(by: owner), options: options)
    }

    /// Says which users work on a record besides its owner; the others leave it. `PUT /contacts/{id}/manage_team_members`
    ///
    /// The service takes the list under `team_users`, and documents no more of it.
    @discardableResult
    public func setTeam(
        of id: Int64, _ users: [Int64], options: CallOptions = CallOptions()
    ) async throws -> Record {
        try await api.send(
            Endpoint<Record>(
                name("set_team"), .put, "\(Record.records)/\(id)/manage_team_members",
                body: .json(["team_users": .array(users.map(\.jsonValue))]), root: record
            ).checking { try ArgumentCheck.ids(users, "team_users") }, options)
    }
}

/// A record that belongs to a user: a contact, a sales account or a deal.
public protocol OwnedRecord: SalesRecord {
    /// The change that gives a record to a user.
    static func owned(by user: Int64) -> Update<Fields>
}

extension Contact: OwnedRecord {
    /// The change that gives a contact to a user.
    public static func owned(by user: Int64) -> ContactUpdate { ContactUpdate { $0.ownerID = .set(user) } }
}

extension SalesAccount: OwnedRecord {
    /// The change that gives a sales account to a user.
    public static func owned(by user: Int64) -> SalesAccountUpdate { SalesAccountUpdate { $0.ownerID = .set(user) } }
}

extension Deal: OwnedRecord {
    /// The change that gives a deal to a user.
    public static func owned(by user: Int64) -> DealUpdate { DealUpdate { $0.ownerID = .set(user) } }
}
