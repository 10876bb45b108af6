/// The contacts of a Freshdesk account. Source: Freshdesk API v2, contacts.
///
/// No call blocks a contact or lifts that: the service documents none, so a person does it in the help desk.
public struct ContactEndpoints: Sendable {
    let api: APIClient

    /// Creates a contact. `POST /contacts`
    ///
    /// The picture is a JPEG or PNG of 5 MB at most. Without it the draft is sent as JSON, with it as a form.
    /// - Throws: ``FreshworksError/Code/conflict`` if the address is taken, by an agent perhaps;
    ///   ``FreshworksError/Code/invalidArgument`` for a draft without anything to reach the contact by, before it is sent.
    @discardableResult
    public func create(
        _ draft: ContactDraft, avatar: AttachmentUpload? = nil, options: CallOptions = CallOptions()
    ) async throws -> Contact {
        try await api.send(
            Endpoint("contacts.create", .post, "contacts", body: try .json(draft, files: .avatar(avatar)))
                .advising(.conflict, Self.taken), options)
    }

    /// One contact. `GET /contacts/{id}`
    /// - Throws: ``FreshworksError/Code/notFound`` for an agent's id too.
    public func get(_ id: Int64, options: CallOptions = CallOptions()) async throws -> Contact {
        try await api.send(Endpoint("contacts.get", .get, "contacts/\(id)"), options)
    }

    /// Contacts, in alphabetical order. `GET /contacts`
    /// - Parameters:
    ///   - filter: Which contacts.
    ///   - pageSize: 1 to 100 contacts per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        _ filter: ContactFilter = ContactFilter(), pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Contact> {
        api.list(
            ListEndpoint(
                "contacts.list", "contacts", query: filter.query(pageSize: pageSize), group: .contactList,
                paging: .linkHeader), from: cursor, options)
    }

    /// The contact with an e-mail address, or `nil`. `GET /contacts?email=`
    public func first(email: String, options: CallOptions = CallOptions()) async throws -> Contact? {
        try await list(ContactFilter(email: email), options: options).first()
    }

    /// Changes a contact. `PUT /contacts/{id}`
    ///
    /// A request with a picture cannot clear anything.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a picture beside something to clear. A deleted or blocked contact
    ///   is ``FreshworksError/Code/methodNotAllowed``.
    @discardableResult
    public func update(
        _ id: Int64, _ update: ContactUpdate, avatar: AttachmentUpload? = nil, options: CallOptions = CallOptions()
    ) async throws -> Contact {
        try await api.send(
            Endpoint("contacts.update", .put, "contacts/\(id)", body: try .json(update, files: .avatar(avatar)))
                .advising(.conflict, Self.taken).advising(.methodNotAllowed, Self.frozen), options)
    }

    /// Deletes a contact, but not for good. `DELETE /contacts/{id}`
    public func delete(_ id: Int64, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint("contacts.delete", .delete, "contacts/\(id)").advising(.methodNotAllowed, Self.frozen), options)
    }

    private static let frozen = """
        The contact is deleted: restore(_:) brings it back. Or it is blocked, which only the help desk's own pages can undo.
        """

    private static let taken = """
        Update the user who has the value, whose id is the error's existingUserID: a contact, or an agent, who is not among the \
        contacts.
        """
}

extension FreshdeskClient {
    /// The contacts of the account.
    public var contacts: ContactEndpoints { ContactEndpoints(api: api) }
}
