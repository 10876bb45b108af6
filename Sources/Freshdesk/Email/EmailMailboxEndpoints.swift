/// Which mailboxes to list; what is set must fit all at once. Source: Freshdesk API v2, e-mail mailboxes.
public struct EmailMailboxFilter: Sendable, Hashable {
    /// The exact address.
    public var supportEmail: String?
    /// The exact address that mail is forwarded to.
    public var forwardEmail: String?
    /// The product.
    public var productID: Int64?
    /// The group.
    public var groupID: Int64?
    /// Whether it is verified and in use.
    public var isActive: Bool?

    /// Makes a filter; without any condition it lets all mailboxes through.
    public init(
        supportEmail: String? = nil, forwardEmail: String? = nil, productID: Int64? = nil, groupID: Int64? = nil,
        isActive: Bool? = nil
    ) {
        self.supportEmail = supportEmail
        self.forwardEmail = forwardEmail
        self.productID = productID
        self.groupID = groupID
        self.isActive = isActive
    }

    func query(_ order: Order<EmailMailboxOrder>?) -> QueryItems {
        var items = QueryItems()
        items.append("support_email", supportEmail, .email)
        items.append("forward_email", forwardEmail, .email)
        items.append("product_id", productID, .id)
        items.append("group_id", groupID, .id)
        items.append("active", isActive)
        items.append(order, attribute: "order_by", direction: "order_type")
        return items
    }
}

/// What mailboxes are sorted by.
public struct EmailMailboxOrder: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes an attribute, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The product.
    public static let product = Self(rawValue: "product_id")
    /// The group.
    public static let group = Self(rawValue: "group_id")
}

/// The mailboxes of a Freshdesk account. All calls need an administrator's key; a deleted mailbox makes no more tickets, and is gone for
/// good. Source: Freshdesk API v2, e-mail mailboxes: `POST /email/mailboxes`, `GET`, `PUT` and `DELETE /email/mailboxes/{id}`, and what
/// stands at the functions.
public struct EmailMailboxEndpoints: EditedRecords {
    /// What is there.
    public typealias Record = EmailMailbox
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "email/mailboxes" }

    /// Mailboxes; those of the account go first, then by product. `GET /email/mailboxes`
    /// - Parameters:
    ///   - filter: Which ones.
    ///   - order: In another order: the service takes a direction only with an attribute.
    ///   - pageSize: 1 to 100 mailboxes per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        _ filter: EmailMailboxFilter = EmailMailboxFilter(), order: Order<EmailMailboxOrder>? = nil,
        pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<EmailMailbox> {
        list("list", path, filter.query(order), pageSize: pageSize, from: cursor, options)
    }
}

extension FreshdeskClient {
    /// The mailboxes whose mail becomes tickets.
    public var emailMailboxes: EmailMailboxEndpoints { EmailMailboxEndpoints(api: administration) }
}
