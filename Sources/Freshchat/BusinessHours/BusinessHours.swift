/// Whether a group is at work. Source: Freshchat API v2, business hours.
///
/// The service does not document the answer: what it says beyond the fields is in `json`.
public struct BusinessHours: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an answer.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``BusinessHours``, which the service alone writes.
    public final class Fields: FieldTable {
        /// Whether now is within the hours; `nil` when the answer says it in a way that this library does not know.
        public let isWithin = ReadOnly<Bool>(
            "within_business_hours",
            reading: { answer in
                let keys = ["within_business_hours", "within_bh", "is_within_business_hours", "withinBusinessHours"]
                for key in keys {
                    if let value: Bool = answer[key] { return value }
                }
                return nil
            })

        /// The only instance.
        public static let table = Fields()
    }
}

/// The hours in which groups work. Source: Freshchat API v2, business hours.
public struct BusinessHoursEndpoints: Sendable {
    let api: APIClient

    /// Whether a group is at work now. `GET /business-hours/within-bh`
    public func now(of groupID: String, options: CallOptions = CallOptions()) async throws -> BusinessHours {
        try await api.send(
            Endpoint("business_hours.within", .get, "business-hours/within-bh", query: query(groupID)) { response in
                let json = try response.json()
                // A bare `true` would do for an answer too.
                return try json.boolValue.map { BusinessHours(json: ["within_business_hours": .bool($0)]) }
                    ?? json.record()
            }, options)
    }

    private func query(_ groupID: String) -> QueryItems {
        var query = QueryItems()
        query.append("group_id", groupID, .notBlank)
        return query
    }
}

extension FreshchatClient {
    /// The hours in which groups work.
    public var businessHours: BusinessHoursEndpoints { BusinessHoursEndpoints(api: api) }
}
