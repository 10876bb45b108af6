/// The marketing lists of a Freshsales account. Source: Freshworks CRM API, marketing lists.
public struct MarketingListEndpoints: Sendable {
    let api: APIClient

    /// All lists. `GET /lists`
    /// - Parameters:
    ///   - pageSize: 1 to 100 lists per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<MarketingList> {
        api.list(
            ListEndpoint("lists.list", "lists", query: .page(of: pageSize), paging: .totalPages, at: "lists")
                .deliveringOnce().perhapsWhole(pageSize), from: cursor, options)
    }

    /// Makes a list, with nobody on it. `POST /lists`
    @discardableResult
    public func create(
        _ draft: MarketingListDraft, options: CallOptions = CallOptions()
    ) async throws -> MarketingList {
        // Alone among the records, lists stand bare in requests.
        try await api.send(Endpoint("lists.create", .post, "lists", body: .json(draft), at: "list"), options)
    }

    /// Changes a list. `PUT /lists/{id}`
    @discardableResult
    public func update(
        _ id: Int64, _ update: MarketingListUpdate, options: CallOptions = CallOptions()
    ) async throws -> MarketingList {
        try await api.send(Endpoint("lists.update", .put, "lists/\(id)", body: .json(update), at: "list"), options)
    }

    /// The contacts on a list. `GET /contacts/lists/{id}`
    /// - Parameters:
    ///   - pageSize: 1 to 100 contacts per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func contacts(
        of id: Int64, pageSize: Int = 100, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Contact> {
        api.list(
            ListEndpoint("lists.contacts", "contacts/lists/\(id)", query: .page(of: pageSize), root: "contacts")
                .perhapsWhole(pageSize), from: cursor, options)
    }

    /// Puts contacts on a list. `PUT /lists/{id}/add_contacts`
    public func add(_ contacts: [Int64], to id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint<Void>(
                "lists.add_contacts", .put, "lists/\(id)/add_contacts", body: .json(["ids": .ids(contacts)])
            ).checking { try check(contacts) }, options)
    }

    /// Takes contacts off a list. `PUT /lists/{id}/remove_contacts`
    public func remove(_ contacts: [Int64], from id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint<Void>(
                "lists.remove_contacts", .put, "lists/\(id)/remove_contacts", body: .json(["ids": .ids(contacts)])
            ).checking { try check(contacts) }, options)
    }

    /// Takes everybody off a list. `PUT /lists/{id}/remove_contacts`
    public func removeAll(from id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint("lists.remove_contacts", .put, "lists/\(id)/remove_contacts", body: .json(["all": true])), options)
    }

    /// Takes contacts off one list and puts them on another. `PUT /lists/{id}/move_contacts`
    public func move(
        _ contacts: [Int64], from source: Int64, to id: Int64, options: CallOptions = CallOptions()
    ) async throws {
        try await api.send(
            Endpoint<Void>(
                "lists.move_contacts", .put, "lists/\(id)/move_contacts",
                body: .json(["ids": .ids(contacts), "from_list_id": source.jsonValue])
            ).checking {
                try check(contacts)
                try ArgumentCheck.id(source, "from_list_id")
            }, options)
    }

    private func check(_ contacts: [Int64]) throws {
        try ArgumentCheck.ids(contacts, "ids")
        if contacts.isEmpty { throw ArgumentCheck.refusal("ids", "must not be empty") }
    }
}

extension JSONValue {
    static func ids(_ ids: [Int64]) -> JSONValue { .array(ids.map(\.jsonValue)) }
}

extension FreshsalesClient {
    /// The marketing lists of the account.
    public var lists: MarketingListEndpoints { MarketingListEndpoints(api: api) }
}
