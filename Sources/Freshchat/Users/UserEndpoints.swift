/// The users of a Freshchat account: the people who write to it. Source: Freshchat API v2, users.
public struct UserEndpoints: Sendable {
    let api: APIClient

    /// One user. `GET /users/{user_id}`
    public func get(_ id: String, options: CallOptions = CallOptions()) async throws -> User {
        try await api.send(Endpoint("users.get", .get, "users/\(id)"), options)
    }

    /// The users that fit a filter; everyone without one. `GET /users`
    /// - Parameters:
    ///   - filter: Which users.
    ///   - pageSize: 1 to 50 users per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func list(
        _ filter: UserFilter = .everyone, order: Order<ListAttribute>? = nil, pageSize: Int = 50,
        from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<User> {
        api.list(
            .envelope("users", query: filter.query, order: order, pageSize: pageSize), from: cursor, options)
    }

    /// The users with these ids, in any order; those that do not exist are left out. `POST /users/fetch`
    /// - Parameter ids: 1 to 100 ids.
    public func fetch(_ ids: [String], options: CallOptions = CallOptions()) async throws -> [User] {
        try await api.send(
            Endpoint("users.fetch", .post, "users/fetch", body: .json(["ids": ids.jsonValue]), safeToRepeat: true) {
                try $0.json().list(under: "users")
            }.checking {
                try ArgumentCheck.number(ids.count, in: 1...100, "ids")
                for id in ids { try ArgumentCheck.notBlank(id, "ids") }
            }, options)
    }

    /// Creates a user. `POST /users`
    /// - Throws: ``FreshworksError/Code/conflict`` if there is such a user already: find it by e-mail address or reference id.
    @discardableResult
    public func create(_ draft: UserDraft, options: CallOptions = CallOptions()) async throws -> User {
        try await api.send(Endpoint("users.create", .post, "users", body: .json(draft)), options)
    }

    /// Changes a user. `PUT /users/{user_id}`
    /// - Returns: The user as it is now, if the service sends it.
    @discardableResult
    public func update(
        _ id: String, _ update: UserUpdate, options: CallOptions = CallOptions()
    ) async throws -> User? {
        try await api.send(
            Endpoint("users.update", .put, "users/\(id)", body: .json(update)) { try $0.recordIfSent() }, options)
    }

    /// Deletes a user; the service may take a while. `DELETE /users/{user_id}`
    public func delete(_ id: String, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("users.delete", .delete, "users/\(id)"), options)
    }

    /// All conversations of a user, as ids. `GET /users/{user_id}/conversations`
    ///
    /// The service answers them on one page.
    /// - Parameters:
    ///   - id: The user.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page; the deadline too.
    public func conversations(
        of id: String, from cursor: PageCursor? = nil, options: CallOptions = CallOptions()
    ) -> PagedSequence<ConversationReference> {
        api.list(
            ListEndpoint("users.conversations", "users/\(id)/conversations", paging: .nextPageLink) {
                try $0.list(under: "conversations")
            }, from: cursor, options)
    }
}

/// A conversation of a user, of which the service tells the id alone. Source: Freshchat API v2, users.
public struct ConversationReference: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The conversation's id.
    public let id: String

    /// Reads a reference.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }
}

extension FreshchatClient {
    /// The users of the account.
    public var users: UserEndpoints { UserEndpoints(api: api) }
}
