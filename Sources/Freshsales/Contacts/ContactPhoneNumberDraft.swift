/// A phone number to add to a contact, or to change or remove. Source: Freshworks CRM API, contacts.
public struct ContactPhoneNumberDraft: Encodable, Sendable, Hashable {
    /// The id of a number that the contact has; `nil` adds one.
    public var id: Int64?
    /// The number.
    public var value: String?
    /// What the number is for.
    public var label: String?
    private var isRemoved: Bool?

    /// Makes a number to add, or to change when it has an id.
    public init(_ value: String, id: Int64? = nil, label: String? = nil) {
        self.id = id
        self.value = value
        self.label = label
    }

    /// Removes the number with an id, by `_destroy`.
    public static func removing(_ id: Int64) -> Self { Self(removed: id) }

    private init(removed id: Int64) {
        self.id = id
        isRemoved = true
    }

    func check() throws {
        try ArgumentCheck.id(id, "phone_numbers.id")
        try ArgumentCheck.notBlank(value, "phone_numbers.value")
    }

    private enum CodingKeys: String, CodingKey {
        case id, value, label
        case isRemoved = "_destroy"
    }
}
