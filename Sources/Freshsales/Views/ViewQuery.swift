extension ListEndpoint {
    /// The same list, of which no documentation shows that it has pages, so that all of it may come whatever page is asked
    /// for. As many records as pages have may be the first of more, and so may a round number, such as the service's own pages
    /// of 25; no page has over 100.
    func perhapsWhole(_ pageSize: Int) -> ListEndpoint {
        perhapsWhole { $0 > 100 || ($0 != pageSize && !$0.isMultiple(of: 5)) }
    }
}

extension QueryItems {
    /// The query of a list that is asked for in pages and nothing else.
    static func page(of size: Int) -> QueryItems {
        var query = QueryItems()
        query.append("per_page", size, .within(1...100))
        return query
    }

    /// The query of a saved view's rows.
    static func view<Record>(
        _ pageSize: Int, _ order: Order<ViewAttribute>?, _ includes: Set<Include<Record>>
    ) -> QueryItems {
        var query = page(of: pageSize)
        query.append(order, attribute: "sort", direction: "sort_type")
        query.append(contentsOf: .joined("include", includes))
        return query
    }
}
