extension QueryItems {
    /// The size of a list's pages, 1 to 100 everywhere. Source: Freshdesk API v2, pagination.
    static func page(of size: Int) throws -> QueryItems {
        try ArgumentCheck.number(size, in: 1...100, "per_page")
        return ["per_page": size]
    }
}
