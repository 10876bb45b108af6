/// A kind of task or appointment. Source: Freshworks CRM API, sales activity entity types.
public struct SalesActivityEntityType: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a type.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The name.
    public var name: String? { json["name"] }
    /// The place among the others, from 1.
    public var position: Int? { json["position"] }
    /// The type of activity.
    public var salesActivityTypeID: Int64? { json["sales_activity_type_id"] }
    /// The name of the type of activity.
    public var salesActivityTypeName: String? { json["sales_activity_type_name"] }
}
