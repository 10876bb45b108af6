/// A company to tie a contact to. Source: Freshworks CRM API, contacts.
public struct SalesAccountLink: Encodable, Sendable, Hashable {
    /// The id of the account.
    public var id: Int64
    /// Whether this is the contact's primary company; exactly one is.
    public var isPrimary: Bool

    /// Makes a link.
    public init(_ id: Int64, isPrimary: Bool = false) {
        self.id = id
        self.isPrimary = isPrimary
    }

    static func check(_ links: [SalesAccountLink]?) throws {
        guard let links, !links.isEmpty else { return }
        try ArgumentCheck.ids(links.map(\.id), "sales_accounts")
        guard links.count <= 10, links.count(where: \.isPrimary) == 1 else {
            throw ArgumentCheck.refusal("sales_accounts", "must be 10 at most, exactly one of them primary")
        }
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case isPrimary = "is_primary"
    }
}
