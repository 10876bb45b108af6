/// The contacts of a Freshsales account. Source: Freshworks CRM API, contacts.
///
/// Lists go by a saved view: the service has no list without one, and answers `GET /contacts` with 403.
public struct ContactEndpoints: Sendable {
    let api: APIClient

    /// The saved views to list by. `GET /contacts/filters`
    public func filters(options: CallOptions = CallOptions()) async throws -> [SavedView] {
        try await api.send(Endpoint("contacts.filters", .get, "contacts/filters", at: "filters"), options)
    }

    /// The contacts of a saved view. `GET /contacts/view/{view_id}`
    /// - Parameters:
    ///   - view: The id of one of the ``filters(options:)``.
    ///   - order: `nil` keeps the view's own order.
    ///   - include: What to send along.
    ///   - pageSize: 1 to 100 contacts per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    public func list(
        view: Int64, order: Order<ViewAttribute>? = nil, include: Set<Include<Contact>> = [], pageSize: Int = 100,
        from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<Contact> {
        api.list(
            try ListEndpoint(
                "contacts.list", "contacts/view/\(view)", query: .view(pageSize, order, include), root: "contacts"),
            from: cursor, options)
    }

    /// One contact. `GET /contacts/{id}`
    public func view(
        _ id: Int64, include: Set<Include<Contact>> = [], options: CallOptions = CallOptions()
    ) async throws -> Contact {
        try await api.send(
            Endpoint("contacts.view", .get, "contacts/\(id)", query: .joined("include", include), root: "contact"),
            options)
    }

    /// Creates a contact. `POST /contacts`
    /// - Throws: ``FreshworksError/Code/requestRefused`` if the e-mail address is taken or a field that the account demands is
    ///   missing.
    @discardableResult
    public func create(_ draft: ContactDraft, options: CallOptions = CallOptions()) async throws -> Contact {
        try draft.check()
        try draft.checkReachable()
        return try await api.send(
            Endpoint("contacts.create", .post, "contacts", body: .json(["contact": draft]), root: "contact"), options)
    }

    /// Changes a contact. `PUT /contacts/{id}`
    @discardableResult
    public func update(
        _ id: Int64, _ update: ContactUpdate, options: CallOptions = CallOptions()
    ) async throws -> Contact {
        try update.check()
        return try await api.send(
            Endpoint("contacts.update", .put, "contacts/\(id)", body: .json(["contact": update]), root: "contact"),
            options)
    }

    /// Changes the contact that a unique key names, or creates one: what the draft does not set stays as it is.
    /// `POST /contacts/upsert`
    @discardableResult
    public func upsert(
        _ draft: ContactDraft, uniqueBy key: UniqueKey<Contact>, include: Set<Include<Contact>> = [],
        options: CallOptions = CallOptions()
    ) async throws -> Contact {
        try key.check()
        try draft.check()
        return try await api.send(
            Endpoint(
                "contacts.upsert", .post, "contacts/upsert", query: .joined("include", include),
                body: .json(UpsertBody(key: key, root: "contact", draft: draft)), safeToRepeat: true, root: "contact"),
            options)
    }

    /// Copies a contact. `POST /contacts/{id}/clone`
    /// - Parameter changes: What shall be different in the copy; addresses must be, because they are unique.
    @discardableResult
    public func clone(
        _ id: Int64, changing changes: ContactUpdate = ContactUpdate(), options: CallOptions = CallOptions()
    ) async throws -> Contact {
        try changes.check()
        return try await api.send(
            Endpoint(
                "contacts.clone", .post, "contacts/\(id)/clone", body: .json(["contact": changes]), root: "contact"),
            options)
    }

    /// Puts a contact into the recycle bin, where it can still be viewed. `DELETE /contacts/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("contacts.delete", .delete, "contacts/\(id)"), options)
    }

    /// Erases a contact for ever, with everything that belongs to it. `DELETE /contacts/{id}/forget`
    public func forget(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("contacts.forget", .delete, "contacts/\(id)/forget"), options)
    }
}

extension FreshsalesClient {
    /// The contacts of the account.
    public var contacts: ContactEndpoints { ContactEndpoints(api: api) }
}
