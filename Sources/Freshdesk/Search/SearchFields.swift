// What can be searched for. Source: Freshdesk API v2, filter tickets, filter contacts, filter companies.

extension SearchQuery<Ticket> {
    /// The agent whom it is assigned to; `nil` is nobody.
    public static func agentID(_ id: Int64?) -> Self { Self("agent_id", .id(id)) }

    /// The group that it is assigned to; `nil` is none.
    public static func groupID(_ id: Int64?) -> Self { Self("group_id", .id(id)) }

    /// How urgent it is.
    public static func priority(_ priority: TicketPriority) -> Self { Self("priority", Self.value(priority)) }

    /// So urgent or more.
    public static func priority(atLeast priority: TicketPriority) -> Self {
        Self("priority", .atLeast, Self.value(priority))
    }

    /// So urgent or less.
    public static func priority(atMost priority: TicketPriority) -> Self {
        Self("priority", .atMost, Self.value(priority))
    }

    private static func value(_ priority: TicketPriority) -> SearchValue { .number(priority.rawValue, in: 1...4) }

    /// The status.
    public static func status(_ status: TicketStatus) -> Self { Self("status", .number(status.rawValue)) }

    /// A tag; `nil` is a ticket without any.
    public static func tag(_ tag: String?) -> Self { Self("tag", .text(tag)) }

    /// What it is about; `nil` is nothing in particular.
    public static func type(_ type: TicketType?) -> Self { Self("type", .text(type?.rawValue)) }

    /// When it is to be resolved; `nil` is never.
    public static func dueBy(_ days: SearchDays?) -> Self { Self.days("due_by", days) }

    /// When it is to be answered first; `nil` is never.
    public static func firstResponseDueBy(_ days: SearchDays?) -> Self { Self.days("fr_due_by", days) }

    /// When it was created.
    public static func createdAt(_ days: SearchDays) -> Self { Self.days("created_at", days) }

    /// When it was last changed.
    public static func updatedAt(_ days: SearchDays) -> Self { Self.days("updated_at", days) }
}

extension SearchQuery<Contact> {
    /// Whether the contact has been verified.
    public static func isActive(_ isActive: Bool) -> Self { Self("active", .bool(isActive)) }

    /// The main company; `nil` is none.
    public static func companyID(_ id: Int64?) -> Self { Self("company_id", .id(id)) }

    /// The Twitter id; `nil` is none.
    public static func twitterID(_ id: String?) -> Self { Self("twitter_id", .text(id)) }

    /// The e-mail address; `nil` is none.
    public static func email(_ address: String?) -> Self { Self("email", .text(address)) }

    /// The phone number; `nil` is none.
    public static func phone(_ number: String?) -> Self { Self("phone", .text(number)) }

    /// The mobile number; `nil` is none.
    public static func mobile(_ number: String?) -> Self { Self("mobile", .text(number)) }

    /// A tag; `nil` is a contact without any.
    public static func tag(_ tag: String?) -> Self { Self("tag", .text(tag)) }

    /// The language, such as `en`.
    public static func language(_ language: String) -> Self { Self("language", .text(language)) }

    /// The time zone by its name in the service.
    public static func timeZone(_ name: String) -> Self { Self("time_zone", .text(name)) }

    /// When the contact was created.
    public static func createdAt(_ days: SearchDays) -> Self { Self.days("created_at", days) }

    /// When the contact was last changed.
    public static func updatedAt(_ days: SearchDays) -> Self { Self.days("updated_at", days) }
}

extension SearchQuery<Company> {
    /// A domain of its addresses; `nil` is a company without any.
    public static func domain(_ domain: String?) -> Self { Self("domain", .text(domain)) }

    /// When the company was created.
    public static func createdAt(_ days: SearchDays) -> Self { Self.days("created_at", days) }

    /// When the company was last changed.
    public static func updatedAt(_ days: SearchDays) -> Self { Self.days("updated_at", days) }
}
