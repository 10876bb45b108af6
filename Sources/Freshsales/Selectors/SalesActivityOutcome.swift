/// How a sales activity can end. Source: Freshworks CRM API, sales activity outcomes.
public struct SalesActivityOutcome: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads an outcome.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The name.
    public var name: String? { json["name"] }
    /// The place among the others, from 1.
    public var position: Int? { json["position"] }
    /// The type of activity that ends so.
    public var salesActivityTypeID: Int64? { json["sales_activity_type_id"] }
}
