// The sub-limits inside an account's rate limit. Source: Freshdesk API v2, rate limit.

extension RateGroup {
    static let ticketCreate = Self(rawValue: "tickets.create")
    static let ticketUpdate = Self(rawValue: "tickets.update")
    static let ticketList = Self(rawValue: "tickets.list")
    static let contactList = Self(rawValue: "contacts.list")
}
