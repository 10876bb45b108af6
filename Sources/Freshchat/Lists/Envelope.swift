extension ListEndpoint {
    /// A list in the envelope of Freshchat, `{"<name>": […], "pagination": {…}, "links": {…}}`, whose path is the name too.
    static func envelope(
        _ name: String, query: @autoclosure () throws -> QueryItems = [:], order: Order<ListAttribute>?, pageSize: Int
    ) -> ListEndpoint {
        ListEndpoint(
            "\(name).list", PathTemplate(written: name), query: try page(query, order, pageSize), paging: .nextPageLink
        ) {
            try $0.list(under: name)
        }
    }

    private static func page(
        _ filter: () throws -> QueryItems, _ order: Order<ListAttribute>?, _ pageSize: Int
    ) throws -> QueryItems {
        var check = ArgumentCheck()
        var query: QueryItems = [:]
        try check.include { query = try filter() }
        check.notBlank(order?.attribute?.rawValue, "sort_by")
        check.number(pageSize, in: 1...50, "items_per_page")
        try check.finish()
        query.append(order, attribute: "sort_by", direction: "sort_order")
        query.append("items_per_page", pageSize)
        return query
    }
}

extension JSONValue {
    /// The records of a list, which stand under a name, or bare where the service leaves out the envelope.
    func list<R: Resource>(under name: String) throws -> [R] {
        try records(at: arrayValue == nil ? [name] : [])
    }
}
