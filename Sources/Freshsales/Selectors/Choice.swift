/// One of the values that an account has for a field: a territory, a lead source, a campaign, a deal type and others.
/// Source: Freshworks CRM API, selectors.
public struct Choice: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a value.
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
}
