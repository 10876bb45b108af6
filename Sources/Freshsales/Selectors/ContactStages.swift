/// A status that contacts can have. Source: Freshworks CRM API, contact statuses.
public struct ContactStatus: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a status.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The name.
    public var name: String? { json["name"] }
    /// The place among the others, from 1.
    public var position: Int? { json["position"] }
    /// Whether this is a part of the record only.
    public var partial: Bool? { json["partial"] }
    /// What the status means for the forecast.
    public var forecastType: String? { json["forecast_type"] }
    /// The lifecycle stage that the status belongs to.
    public var lifecycleStageID: Int64? { json["lifecycle_stage_id"] }
}
