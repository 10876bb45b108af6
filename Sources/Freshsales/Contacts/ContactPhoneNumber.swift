/// One of a contact's further phone numbers. Source: Freshworks CRM API, contacts.
public struct ContactPhoneNumber: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a number.
    public init(json: JSONObject) { self.json = json }

    /// The id, by which to change or remove it.
    public var id: Int64? { json["id"] }
    /// The number.
    public var value: String? { json["value"] }
    /// What the number is for.
    public var label: String? { json["label"] }
    /// Whether it is to be removed, `_destroy` on the wire: `false` in answers.
    public var isRemoved: Bool? { json["_destroy"] }
}
