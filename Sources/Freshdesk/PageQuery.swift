extension QueryItems {
    /// A filter and the size of a list's pages, 1 to 100 everywhere. Source: Freshdesk API v2, pagination.
    static func page(of size: Int, _ filter: QueryItems = [:]) -> QueryItems {
        var items = filter
        items.append("per_page", size, .within(1...100))
        return items
    }
}
