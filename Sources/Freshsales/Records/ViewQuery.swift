extension QueryItems {
    /// The query of a saved view's rows.
    static func view<Record>(
        _ pageSize: Int, _ order: Order<ViewAttribute>?, _ includes: Set<Include<Record>>
    ) -> QueryItems {
        var query = QueryItems()
        query.append("per_page", pageSize, .within(1...100))
        query.append("sort", order?.attribute?.rawValue, .notBlank)
        query.append("sort_type", order?.direction?.rawValue)
        query.append(contentsOf: .joined("include", includes))
        return query
    }
}
