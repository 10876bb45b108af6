/// The users of a Freshchat account: the people who write to it. Source: Freshchat API v2, users.
public struct UserEndpoints: Sendable {
    let api: APIClient

    /// One user. `GET /users/{user_id}`
    public func view(_ id: String, options: CallOptions = CallOptions()) async throws -> User {
        try await api.send(Endpoint("users.view", .get, "users/\(id)"), options)
    }

    /// The users that fit a filter, without which the service lists nobody. `GET /users`
    /// - Parameters:
    ///   - pageSize: 1 to 50 users per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    public func list(
        _ filter: UserFilter, order: Order<ListAttribute>? = nil, pageSize: Int = 50, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<User> {
        api.list(
            try .envelope("users", query: filter.query(), order: order, pageSize: pageSize), from: cursor, options)
    }

    /// The users with these ids, in any order; those that do not exist are left out. `POST /users/fetch`
    /// - Parameter ids: 1 to 100 ids.
    public func fetch(_ ids: [String], options: CallOptions = CallOptions()) async throws -> [User] {
        try await api.send(
            Endpoint("users.fetch", .post, "users/fetch", body: body(of: ids), safeToRepeat: true) {
                try $0.json().list(under: "users")
            }, options)
    }

    private func body(of ids: [String]) throws -> RequestBody {
        var check = ArgumentCheck()
        check.number(ids.count, in: 1...100, "ids")
        if let blank = ids.first(where: { $0.allSatisfy(\.isWhitespace) }) { check.notBlank(blank, "ids") }
        try check.finish()
        return try .json(["ids": ids])
    }

    /// Creates a user. `POST /users`
    /// - Throws: ``FreshworksError/Code/conflict`` if there is such a user already: find it by e-mail address or reference id.
    @discardableResult
    public func create(_ draft: UserDraft, options: CallOptions = CallOptions()) async throws -> User {
        try draft.check()
        return try await api.send(Endpoint("users.create", .post, "users", body: .json(draft)), options)
    }

    /// Changes a user. `PUT /users/{user_id}`
    /// - Returns: The user as it is now, if the service sends it.
    @discardableResult
    public func update(
        _ id: String, _ update: UserUpdate, options: CallOptions = CallOptions()
    ) async throws -> User? {
        try update.check()
        return try await api.send(
            Endpoint("users.update", .put, "users/\(id)", body: .json(update)) { try $0.recordIfSent() }, options)
    }

    /// Deletes a user; the service may take a while. `DELETE /users/{user_id}`
    public func delete(_ id: String, options: CallOptions = CallOptions()) async throws {
        try await api.send(Endpoint("users.delete", .delete, "users/\(id)"), options)
    }

    /// All conversations of a user, as ids. `GET /users/{user_id}/conversations`
    public func conversations(
        of id: String, options: CallOptions = CallOptions()
    ) async throws -> [ConversationReference] {
        try await api.send(
            Endpoint("users.conversations", .get, "users/\(id)/conversations") {
                try $0.json().list(under: "conversations")
            }, options)
    }
}

extension FreshchatClient {
    /// The users of the account.
    public var users: UserEndpoints { UserEndpoints(api: api) }
}
