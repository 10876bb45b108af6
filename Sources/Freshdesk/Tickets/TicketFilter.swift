public import Foundation

/// Which tickets to list, in which order, with what embedded. Source: Freshdesk API v2, tickets.
///
/// Without ``updatedSince`` the service lists tickets of the last 30 days only. Spam and deleted tickets come only when
/// ``predefined`` asks for them. Status, group and agent are no filters here: search for them.
public struct TicketFilter: Sendable, Hashable {
    /// A filter that every account has.
    public var predefined: Predefined?
    /// Who asks. The service refuses an address that no contact has.
    public var requester: Requester?
    /// The company of the requesters.
    public var companyID: Int64?
    /// Changed at this time or later. Lifts the window of 30 days.
    public var updatedSince: Date?
    /// The order; newest first unless set.
    public var order: Order<Attribute>?
    /// What to embed; two calls more for each, on every page.
    public var include: Set<TicketListInclude>

    /// Makes a filter.
    public init(
        predefined: Predefined? = nil, requester: Requester? = nil, companyID: Int64? = nil, updatedSince: Date? = nil,
        order: Order<Attribute>? = nil, include: Set<TicketListInclude> = []
    ) {
        self.predefined = predefined
        self.requester = requester
        self.companyID = companyID
        self.updatedSince = updatedSince
        self.order = order
        self.include = include
    }

    /// Whose tickets to list.
    public enum Requester: Sendable, Hashable {
        /// By the id of a contact or agent.
        case id(Int64)
        /// By the e-mail address.
        case email(String)
        /// By the id in a system of your own.
        case uniqueExternalID(String)
    }

    /// A filter that every account has.
    public struct Predefined: OpenEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a filter, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// New tickets, and open ones of the calling agent.
        public static let newAndMyOpen = Self(rawValue: "new_and_my_open")
        /// Tickets that the calling agent watches.
        public static let watching = Self(rawValue: "watching")
        /// Spam.
        public static let spam = Self(rawValue: "spam")
        /// Tickets in the trash.
        public static let deleted = Self(rawValue: "deleted")
    }

    /// What tickets can be sorted by.
    public struct Attribute: OpenEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes an attribute, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// When it was created.
        public static let createdAt = Self(rawValue: "created_at")
        /// When it is due.
        public static let dueBy = Self(rawValue: "due_by")
        /// When it was last changed.
        public static let updatedAt = Self(rawValue: "updated_at")
        /// The status.
        public static let status = Self(rawValue: "status")
    }

    var cost: Int { 1 + 2 * include.count }

    func query(pageSize: Int, page: Int = 1) -> QueryItems {
        var items: QueryItems = ["filter": predefined?.rawValue]
        switch requester {
        case .id(let id): items.append("requester_id", id, .id)
        case .email(let address): items.append("email", address, .email)
        case .uniqueExternalID(let id): items.append("unique_external_id", id, .notBlank)
        case nil: break
        }
        items.append("company_id", companyID, .id)
        items.append(contentsOf: .updated(since: updatedSince))
        items.append(order, attribute: "order_by", direction: "order_type")
        items.append(contentsOf: .joined("include", include))
        var query = QueryItems.page(of: pageSize, items)
        if page > 1 { query.append("page", page) }
        return query
    }
}
