/// One page of a search, and how much there is in all. Source: Freshdesk API v2, filter tickets, contacts and companies.
public struct SearchPage<Record: Resource>: Sendable, Hashable {
    /// How many records the search finds, on all pages and beyond the last that the service serves.
    public let total: Int
    /// The records of the page, 30 at most.
    public let records: [Record]
}

/// The three searches of the service, which are alike.
struct Search<Record: Resource>: Sendable {
    let api: APIClient
    let collection: StaticString

    func page(_ query: SearchQuery<Record>, _ number: Int, _ options: CallOptions) async throws -> SearchPage<Record> {
        var items = query.items
        items.append("page", number, .within(1...FreshdeskCeiling.searchPages))
        return try await api.send(
            Endpoint("\(collection).search_page", .get, "search/\(collection)", query: items) { response in
                let json = try response.json()
                guard let total: Int = json["total"] else {
                    throw FreshworksError(.unreadableResponse, "total is missing or not an integer")
                }
                return SearchPage(total: total, records: try json.records(at: ["results"]))
            }, options)
    }

    func all(
        _ query: SearchQuery<Record>, from cursor: PageCursor?, _ options: CallOptions
    ) -> PagedSequence<Record> {
        api.list(
            ListEndpoint(
                "\(collection).search", "search/\(collection)", query: query.items, paging: .searchPages,
                ceiling: .init(pages: FreshdeskCeiling.searchPages, advice: FreshdeskCeiling.searchAdvice),
                at: "results"), from: cursor, options)
    }
}

extension TicketEndpoints {
    private var searching: Search<Ticket> { Search(api: api, collection: "tickets") }

    /// Tickets that fit, in an order that is not documented. `GET /search/tickets?query=`
    ///
    /// The service shows changes some minutes late, and serves ten pages of 30: the list then ends with
    /// ``FreshworksError/Code/pageCeiling``. ``search(_:createdFrom:through:options:)`` goes on behind them.
    /// - Parameters:
    ///   - query: What to search for.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func search(
        _ query: SearchQuery<Ticket>, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Ticket> { searching.all(query, from: cursor, options) }

    /// One page of the tickets that fit, and how many there are in all. `GET /search/tickets?query=&page=`
    /// - Parameter page: 1 to 10.
    public func searchPage(
        _ query: SearchQuery<Ticket>, page: Int = 1, options: CallOptions = CallOptions()
    ) async throws -> SearchPage<Ticket> { try await searching.page(query, page, options) }

    /// Tickets that fit and were created between two days, however many. `GET /search/tickets?query=`
    ///
    /// Where the service finds more than it serves, the days are divided until it serves all of each part.
    public func search(
        _ query: SearchQuery<Ticket>, createdFrom first: CalendarDay, through last: CalendarDay,
        options: CallOptions = CallOptions()
    ) -> SplitSearch<Ticket> {
        SplitSearch(search: searching, query: query, first: first, last: last, created: { .createdAt($0) }, options)
    }
}

extension ContactEndpoints {
    private var searching: Search<Contact> { Search(api: api, collection: "contacts") }

    /// Contacts that fit, in an order that is not documented. `GET /search/contacts?query=`
    ///
    /// The same is true of it as of ``TicketEndpoints/search(_:from:options:)``.
    public func search(
        _ query: SearchQuery<Contact>, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Contact> { searching.all(query, from: cursor, options) }

    /// One page of the contacts that fit, and how many there are in all. `GET /search/contacts?query=&page=`
    /// - Parameter page: 1 to 10.
    public func searchPage(
        _ query: SearchQuery<Contact>, page: Int = 1, options: CallOptions = CallOptions()
    ) async throws -> SearchPage<Contact> { try await searching.page(query, page, options) }

    /// Contacts that fit and were created between two days, however many. `GET /search/contacts?query=`
    public func search(
        _ query: SearchQuery<Contact>, createdFrom first: CalendarDay, through last: CalendarDay,
        options: CallOptions = CallOptions()
    ) -> SplitSearch<Contact> {
        SplitSearch(search: searching, query: query, first: first, last: last, created: { .createdAt($0) }, options)
    }
}

extension CompanyEndpoints {
    private var searching: Search<Company> { Search(api: api, collection: "companies") }

    /// Companies that fit, in an order that is not documented. `GET /search/companies?query=`
    ///
    /// The same is true of it as of ``TicketEndpoints/search(_:from:options:)``.
    public func search(
        _ query: SearchQuery<Company>, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Company> { searching.all(query, from: cursor, options) }

    /// One page of the companies that fit, and how many there are in all. `GET /search/companies?query=&page=`
    /// - Parameter page: 1 to 10.
    public func searchPage(
        _ query: SearchQuery<Company>, page: Int = 1, options: CallOptions = CallOptions()
    ) async throws -> SearchPage<Company> { try await searching.page(query, page, options) }

    /// Companies that fit and were created between two days, however many. `GET /search/companies?query=`
    public func search(
        _ query: SearchQuery<Company>, createdFrom first: CalendarDay, through last: CalendarDay,
        options: CallOptions = CallOptions()
    ) -> SplitSearch<Company> {
        SplitSearch(search: searching, query: query, first: first, last: last, created: { .createdAt($0) }, options)
    }
}
