/// A kind of sales activity. Source: Freshworks CRM API, sales activity types.
public struct SalesActivityType: Resource {
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
    /// The service's name, such as `phone`; several types can share one.
    public var internalName: String? { json["internal_name"] }
    /// The place among the others, from 1.
    public var position: Int? { json["position"] }
    /// Whether this is a part of the record only.
    public var partial: Bool? { json["partial"] }
    /// Whether such activities show among the conversations.
    public var showInConversation: Bool? { json["show_in_conversation"] }
    /// Whether the type came with the product.
    public var isDefault: Bool? { json["is_default"] }
    /// Whether such activities have a check-in.
    public var isCheckedIn: Bool? { json["is_checkedin"] }
}
