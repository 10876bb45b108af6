/// The contacts of a Freshdesk account. Source: Freshdesk API v2, contacts.
public struct ContactEndpoints: Sendable {
    let api: APIClient

    /// Creates a contact. `POST /contacts`
    /// - Throws: ``FreshworksError/Code/conflict`` if the address is taken, by an agent perhaps;
    ///   ``FreshworksError/Code/invalidArgument`` for a draft without anything to reach the contact by, before it is sent.
    @discardableResult
    public func create(_ draft: ContactDraft, options: CallOptions = CallOptions()) async throws -> Contact {
        try draft.check()
        return try await api.send(
            Endpoint("contacts.create", .post, "contacts", body: .json(draft, avatar: draft.avatar)), options)
    }

    /// One contact. `GET /contacts/{id}`
    /// - Throws: ``FreshworksError/Code/notFound`` for an agent's id too.
    public func view(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Contact {
        try await api.send(Endpoint("contacts.view", .get, "contacts/\(id)"), options)
    }

    /// Contacts, in alphabetical order. `GET /contacts`
    /// - Parameters:
    ///   - pageSize: 1 to 100 contacts per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    public func list(
        _ filter: ContactFilter = ContactFilter(), pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Contact> {
        api.list(
            try ListEndpoint(
                "contacts.list", "contacts", query: filter.query(pageSize: pageSize), group: .contactList,
                paging: .linkHeader), from: cursor, options)
    }

    /// The contact with an e-mail address, or `nil`. `GET /contacts?email=`
    public func first(email: String, options: CallOptions = CallOptions()) async throws -> Contact? {
        try await list(ContactFilter(email: email), options: options).first()
    }

    /// Changes a contact. `PUT /contacts/{id}`
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a picture beside something to clear. A deleted or blocked contact
    ///   is ``FreshworksError/Code/methodNotAllowed``.
    @discardableResult
    public func update(
        _ id: Int64, _ update: ContactUpdate, options: CallOptions = CallOptions()
    ) async throws -> Contact {
        try update.check()
        return try await api.send(
            Endpoint("contacts.update", .put, "contacts/\(id)", body: .json(update, avatar: update.avatar)), options)
    }

    /// Deletes a contact, but not for good. `DELETE /contacts/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("contacts.delete", .delete, "contacts/\(id)"), options)
    }
}

extension RequestBody {
    /// A request as JSON when it has no picture, as a form when it has one.
    fileprivate static func json(_ request: some Encodable, avatar: AttachmentUpload?) throws -> RequestBody {
        try json(request, files: avatar.map { [$0] } ?? [], as: "avatar", limit: 5 * 1024 * 1024)
    }
}

extension FreshdeskClient {
    /// The contacts of the account.
    public var contacts: ContactEndpoints { ContactEndpoints(api: api) }
}
