extension ListEndpoint {
    /// A list in the envelope of Freshchat, `{"<name>": […], "pagination": {…}, "links": {…}}`, whose path is the name too.
    static func envelope(
        _ name: String, query: QueryItems = [:], order: Order<ListAttribute>?, pageSize: Int
    ) -> ListEndpoint {
        var query = query
        query.append(order, attribute: "sort_by", direction: "sort_order")
        query.append("items_per_page", pageSize, .within(1...50))
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
