extension QueryItems {
    /// The query of a saved view's rows.
    static func view<Record>(
        _ pageSize: Int, _ order: ViewOrder?, _ includes: Set<Include<Record>>
    ) throws -> QueryItems {
        try ArgumentCheck.number(pageSize, in: 1...100, "per_page")
        var query: QueryItems = [
            "per_page": pageSize, "sort": order?.attribute.rawValue, "sort_type": order?.direction,
        ]
        query.append(contentsOf: .joined("include", includes))
        return query
    }
}
