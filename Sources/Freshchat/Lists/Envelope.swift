extension ListEndpoint {
    /// A list in the envelope of Freshchat, `{"<name>": […], "pagination": {…}, "links": {…}}`, whose path is the name too.
    static func envelope(
        _ name: String, query: QueryItems = [:], order: SortOrder?, pageSize: Int
    ) throws -> ListEndpoint {
        try ArgumentCheck.number(pageSize, in: 1...50, "items_per_page")
        try ArgumentCheck.notBlank(order?.field, "sort_by")
        var query = query
        query.append("sort_by", order?.field)
        query.append("sort_order", order?.direction)
        query.append("items_per_page", pageSize)
        return ListEndpoint("\(name).list", PathTemplate(written: name), query: query, paging: .nextPageLink) {
            try $0.list(under: name)
        }
    }
}

extension JSONValue {
    /// The records of a list, which stand under a name, or bare where the service leaves out the envelope.
    func list<R: Resource>(under name: String) throws -> [R] {
        try records(at: arrayValue == nil ? [name] : [])
    }
}
