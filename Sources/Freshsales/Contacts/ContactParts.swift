/// One of a contact's e-mail addresses. Source: Freshworks CRM API, contacts.
public struct ContactEmail: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an address.
    public init(json: JSONObject) { self.json = json }

    /// The id, by which to change or remove it.
    public var id: Int64? { json["id"] }
    /// The address.
    public var value: String? { json["value"] }
    /// Whether it is the one to write to.
    public var isPrimary: Bool? { json["is_primary"] }
    /// What the address is for.
    public var label: String? { json["label"] }
    /// Whether it is to be removed, `_destroy` on the wire: `false` in answers.
    public var isRemoved: Bool? { json["_destroy"] }
}
