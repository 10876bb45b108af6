import Foundation

extension QueryItems {
    /// A filter and the size of a list's pages, 1 to 100 nearly everywhere. Source: Freshdesk API v2, pagination.
    static func page(of size: Int, atMost largest: Int = 100, _ filter: QueryItems = [:]) -> QueryItems {
        var items = filter
        items.append("per_page", size, .within(1...largest))
        return items
    }

    /// The time from which on changes are listed. Times before 1970, such as `.distantPast`, become its beginning: the service
    /// refuses them, and without the time it would list the last days alone.
    static func updated(since date: Date?, _ name: String = "updated_since") -> QueryItems {
        var items = QueryItems()
        items.append(name, date.map { max($0, Date(timeIntervalSince1970: 0)) })
        return items
    }
}

// The sub-limits inside an account's rate limit. Source: Freshdesk API v2, rate limit.
extension RateGroup {
    static let ticketCreate = Self(rawValue: "tickets.create")
    static let ticketUpdate = Self(rawValue: "tickets.update")
    static let ticketList = Self(rawValue: "tickets.list")
    static let contactList = Self(rawValue: "contacts.list")
}

/// The pages that Freshdesk serves of a long list, and how to see the rest. Source: Freshdesk API v2, pagination.
package enum FreshdeskCeiling {
    package static let ticketPages = 300
    package static let ticketAdvice = """
        List the tickets by updated_at, ascending, from a time of your choice on: where such a list ends, set updated_since to \
        the last ticket's updated_at and go on. In another order nothing tells which tickets are left.
        """
    package static let searchPages = 10
    package static let searchPageSize = 30
    package static let searchAdvice = """
        Search for less at a time, for example for one day or month of created_at after the other, as the search between two \
        days does.
        """
}
