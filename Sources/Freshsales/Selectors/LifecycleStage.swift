/// A stage in the life of a contact. Source: Freshworks CRM API, lifecycle stages.
public struct LifecycleStage: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a stage.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The name.
    public var name: String? { json["name"] }
    /// The place among the others, from 1.
    public var position: Int? { json["position"] }
    /// Whether the stage is out of use.
    public var disabled: Bool? { json["disabled"] }
    /// Whether the stage came with the product, `default` on the wire.
    public var isDefault: Bool? { json["default"] }
    /// The kind of stage: `Lead`, `Sales Qualified Lead`, `Customer` or `Custom`.
    public var type: String? { json["type"] }
    /// The statuses of the stage.
    public var contactStatusIDs: [Int64]? { json["contact_status_ids"] }
}
