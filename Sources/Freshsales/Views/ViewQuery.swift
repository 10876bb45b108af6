extension QueryItems {
    /// The query of a saved view's rows.
    static func view<Record>(
        _ pageSize: Int, _ order: Order<ViewAttribute>?, _ includes: Set<Include<Record>>
    ) -> QueryItems {
        var query = QueryItems()
        query.append("per_page", pageSize, .within(1...100))
        query.append(order, attribute: "sort", direction: "sort_type")
        query.append(contentsOf: .joined("include", includes))
        return query
    }
}
