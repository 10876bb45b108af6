/// A reference to something else. Source: Freshchat API v2, message parts.
public struct ReferencePart: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a reference.
    public init(json: JSONObject) { self.json = json }

    /// What the reference says.
    public var label: String? { json["label"] }
    /// The id of what it refers to.
    public var referenceID: String? { json["reference_id"] }
    /// The placeholder that stands for it.
    public var placeholderReferenceID: String? { json["placeholder_reference_id"] }
}
