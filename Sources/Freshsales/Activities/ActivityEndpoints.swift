extension RecordEndpoints where Record == Contact {
    /// What happened to a contact. `GET /contacts/{id}/activities`
    /// - Parameters:
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func activities(
        of id: Int64, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<RecordActivity> {
        api.list(
            ListEndpoint(name("activities"), "contacts/\(id)/activities", paging: .totalPages, at: "activities"),
            from: cursor, options)
    }
}

extension RecordEndpoints where Record == Lead {
    /// What happened to a lead. `GET /leads/{id}/activities`
    /// - Parameters:
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func activities(
        of id: Int64, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<RecordActivity> {
        api.list(
            ListEndpoint(name("activities"), "leads/\(id)/activities", paging: .totalPages, at: "activities"),
            from: cursor, options)
    }
}

extension RecordEndpoints where Record == Deal {
    /// What happened to a deal. `GET /deals/{id}/timeline_feeds`
    ///
    /// The pages go on while the service says that there are more.
    /// - Parameters:
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func timeline(
        of id: Int64, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<TimelineFeed> {
        api.list(
            ListEndpoint(name("timeline"), "deals/\(id)/timeline_feeds", paging: .named) { answer in
                // No documentation names the root key.
                try answer.records(at: [answer["timeline_feeds"] == nil ? "feeds" : "timeline_feeds"])
            }, from: cursor, options)
    }
}

extension RecordEndpoints where Record == SalesAccount {
    /// The people at a company. `GET /sales_accounts/{id}/contacts`
    ///
    /// The service documents no pages of this list; where an answer names a next one, it is read.
    public func contacts(of id: Int64, options: CallOptions = CallOptions()) -> PagedSequence<Contact> {
        api.list(
            ListEndpoint(name("contacts"), "sales_accounts/\(id)/contacts", root: "contacts", paging: .named),
            from: nil, options)
    }
}
