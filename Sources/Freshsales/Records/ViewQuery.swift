extension QueryItems {
    /// The query of one record.
    static func including<Record>(_ includes: [Include<Record>]) -> QueryItems {
        ["include": includes.isEmpty ? nil : includes.map(\.rawValue).joined(separator: ",")]
    }

    /// The query of a saved view's rows.
    static func view<Record>(
        _ pageSize: Int, _ order: ViewOrder?, _ includes: [Include<Record>]
    ) throws -> QueryItems {
        try ArgumentCheck.number(pageSize, in: 1...100, "per_page")
        var query: QueryItems = [
            "per_page": pageSize, "sort": order?.attribute.rawValue, "sort_type": order?.direction,
        ]
        query.append(contentsOf: .including(includes))
        return query
    }
}
