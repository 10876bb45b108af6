extension RecordEndpoints {
    /// The saved views to list by, as they are now. `GET /contacts/filters`
    public func views(options: CallOptions = CallOptions()) async throws -> [SavedView] {
        var views: [SavedView] = []
        var seen: Set<Int64> = []
        var number = 1
        while true {
            let page = try await viewPage(number, options)
            let news = page.views.filter { seen.insert($0.id).inserted }
            views += news
            // Most accounts have one page, and say nothing of others; one that repeats itself has no others either.
            let goesOn = page.pages.map { number < $0 } ?? ((page.total ?? 0) > views.count)
            guard goesOn, !news.isEmpty else { break }
            number += 1
            guard number <= 100 else {
                throw FreshworksError(
                    .pageCeiling, "the account names more than 100 pages of views", advice: "List by a view's id.")
            }
        }
        cache.keep(views, at: place, now: api.runtime.clock.monotonicNow)
        return views
    }

    /// The saved view of a name, in whatever case. `GET /contacts/filters`
    ///
    /// What an account's views were is known for ten minutes; a name that is not among them is asked for anew.
    /// - Throws: ``FreshworksError/Code/noSuchView`` when there is none; the message lists the views there are.
    public func view(named name: String, options: CallOptions = CallOptions()) async throws -> SavedView {
        try await view(options) {
            $0.name?.lowercased() == name.lowercased()
        } orElse: { views in
            .missing(.noSuchView, "view named \(name)", views)
        }
    }

    /// All records that the key's user may see, by the account's own view of all of them. `GET /contacts/filters`, then
    /// `GET /contacts/view/{view_id}`
    ///
    /// The view is found by its name, `All Contacts` and the like, among those that came with the product. No other view
    /// is ever taken in its place, because it would hold fewer records without saying so. It is known for ten minutes, or
    /// until a list by it fails; further lists do not ask for it.
    /// - Parameters: As for a view that you choose.
    /// - Throws: ``FreshworksError/Code/noWholeView`` when the account has no such view, because it was renamed, is in
    ///   another language, or never was there, as is usual for deals; the message lists the views there are, one of which
    ///   ``list(viewNamed:order:include:pageSize:from:options:)`` takes.
    public func list(
        order: Order<ViewAttribute>? = nil, include: Set<Include<Record>> = [], pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) async throws -> PagedSequence<Record> {
        let words = records.split(separator: "_").last.map(String.init) ?? ""
        let view = try await view(options) {
            $0.name?.lowercased() == "all \(words)" && $0.isDefault != false
        } orElse: { views in
            .missing(.noWholeView, "view of all \(words)", views)
        }
        return found(view, order, include, pageSize, from: cursor, options)
    }

    /// The records of the saved view of a name, in whatever case. `GET /contacts/filters`, then
    /// `GET /contacts/view/{view_id}`
    /// - Parameters: As for a view that you choose by its id.
    /// - Throws: ``FreshworksError/Code/noSuchView`` when there is none; the message lists the views there are.
    public func list(
        viewNamed name: String, order: Order<ViewAttribute>? = nil, include: Set<Include<Record>> = [],
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) async throws -> PagedSequence<Record> {
        found(try await view(named: name, options: options), order, include, pageSize, from: cursor, options)
    }

    /// The records of a view that was found by its name: when it is gone, or not for this user, it is looked for again the
    /// next time.
    private func found(
        _ view: SavedView, _ order: Order<ViewAttribute>?, _ include: Set<Include<Record>>, _ pageSize: Int,
        from cursor: PageCursor?, _ options: CallOptions
    ) -> PagedSequence<Record> {
        list(view.id, order, include, pageSize, from: cursor, options) { [cache, place] error in
            if [.notFound, .forbidden].contains(error.code) { cache.forget(place) }
        }
    }

    private func view(
        _ options: CallOptions, _ fits: (SavedView) -> Bool, orElse error: ([SavedView]) -> FreshworksError
    ) async throws -> SavedView {
        // What another user of the account was shown is kept there too.
        let known = cache[place, now: api.runtime.clock.monotonicNow]?.filter { !$0.isPrivate } ?? []
        if let view = known.first(where: fits) { return view }
        let views = try await views(options: options)
        guard let view = views.first(where: fits) else {
            var error = error(views)
            error.operation = name("views")
            throw error
        }
        return view
    }

    private var cache: ViewCache { api.runtime.resident(ViewCache.self) }
    private var place: ViewCache.Place { ViewCache.Place(account: api.account.baseURL, records: records) }

    private struct ViewPage: Sendable {
        let views: [SavedView]
        let pages: Int?
        let total: Int?
    }

    private func viewPage(_ number: Int, _ options: CallOptions) async throws -> ViewPage {
        try await api.send(
            Endpoint(
                name("views"), .get, "\(Record.records)/filters", query: ["page": number > 1 ? number : nil]
            ) { response in
                let answer = try response.json()
                let meta = answer["meta"]?.objectValue
                return ViewPage(
                    views: try answer.records(at: ["filters"]), pages: meta?["total_pages"], total: meta?["total"])
            }.advising(absenceOf: Record.self), options)
    }
}

extension SavedView {
    /// Whether one user alone sees it.
    fileprivate var isPrivate: Bool { self.isPublic == false && self.isDefault != true }
}

extension FreshworksError {
    fileprivate static func missing(_ code: Code, _ what: String, _ views: [SavedView]) -> FreshworksError {
        let names = views.map { "\($0.name ?? "without a name") (\($0.id))" }.joined(separator: ", ")
        return FreshworksError(
            code, "the account has no \(what); it has \(names.isEmpty ? "none" : names)",
            advice: "Choose one of them, and give its name or id as the view to list.")
    }
}

extension FreshworksError.Code {
    /// A Freshsales account has no saved view that shows all records.
    public static let noWholeView = Self(rawValue: "no_whole_view")
    /// A Freshsales account has no saved view of a name.
    public static let noSuchView = Self(rawValue: "no_such_view")
}
