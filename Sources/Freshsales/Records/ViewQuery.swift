extension QueryItems {
    /// The query of a saved view's rows.
    static func view<Record>(
        _ pageSize: Int, _ order: Order<ViewAttribute>?, _ includes: Set<Include<Record>>
    ) throws -> QueryItems {
        var check = ArgumentCheck()
        check.number(pageSize, in: 1...100, "per_page")
        check.notBlank(order?.attribute?.rawValue, "sort")
        try check.finish()
        var query: QueryItems = ["per_page": pageSize]
        query.append(order, attribute: "sort", direction: "sort_type")
        query.append(contentsOf: .joined("include", includes))
        return query
    }
}
