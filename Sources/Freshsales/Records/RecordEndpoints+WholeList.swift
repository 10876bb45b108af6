extension RecordEndpoints {
    /// All records that the key's user may see, by the account's own view of all of them. `GET /contacts/filters`, then
    /// `GET /contacts/view/{view_id}`
    ///
    /// The view is found by its name, `All Contacts` and the like, among those that came with the product. No other view
    /// is ever taken in its place, because it would hold fewer records without saying so.
    /// - Parameters: As for a view that you choose.
    /// - Throws: ``FreshworksError/Code/noWholeView`` when the account has no such view, because it was renamed, is in
    ///   another language, or never was there, as is usual for deals; the message lists the views there are.
    public func list(
        order: Order<ViewAttribute>? = nil, include: Set<Include<Record>> = [], pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) async throws -> PagedSequence<Record> {
        let views = try await views(options: options)
        let words = "\(Record.records)".split(separator: "_").last.map(String.init) ?? ""
        guard
            let view = views.first(where: { $0.name?.lowercased() == "all \(words)" && $0.isDefault != false })
        else {
            let names = views.map { "\($0.name ?? "without a name") (\($0.id))" }.joined(separator: ", ")
            throw FreshworksError(
                .noWholeView,
                "the account has no view of all \(words); it has \(names.isEmpty ? "none" : names)",
                advice: "Choose one of them, and give its id as the view to list.")
        }
        return list(
            view: view.id, order: order, include: include, pageSize: pageSize, from: cursor, options: options)
    }
}

extension FreshworksError.Code {
    /// A Freshsales account has no saved view that shows all records.
    public static let noWholeView = Self(rawValue: "no_whole_view")
}
