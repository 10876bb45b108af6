/// An e-mail address to add to a contact, or to change or remove. Source: Freshworks CRM API, contacts.
public struct ContactEmailDraft: Encodable, Sendable, Hashable {
    /// The id of an address that the contact has; `nil` adds one.
    public var id: Int64?
    /// The address.
    public var value: String?
    /// Whether it is the one to write to.
    public var isPrimary: Bool?
    /// What the address is for.
    public var label: String?
    private var isRemoved: Bool?

    /// Makes an address to add, or to change when it has an id.
    public init(_ value: String, id: Int64? = nil, isPrimary: Bool? = nil, label: String? = nil) {
        self.id = id
        self.value = value
        self.isPrimary = isPrimary
        self.label = label
    }

    /// Removes the address with an id, by `_destroy`.
    public static func removing(_ id: Int64) -> Self { Self(removed: id) }

    private init(removed id: Int64) {
        self.id = id
        isRemoved = true
    }

    func check() throws {
        try ArgumentCheck.id(id, "emails.id")
        try ArgumentCheck.email(value, "emails.value")
    }

    private enum CodingKeys: String, CodingKey {
        case id, value, label
        case isPrimary = "is_primary"
        case isRemoved = "_destroy"
    }
}
