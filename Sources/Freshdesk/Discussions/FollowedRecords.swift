/// Forums and topics that people follow. Source: Freshdesk API v2, forums and topics.
public protocol FollowedRecords: RecordPlace {}

extension FollowedRecords {
    /// Lets somebody follow a record. `POST` the path, its id and `follow`.
    /// - Parameter userID: Who; `nil` is the calling agent.
    public func follow(_ id: Int64, userID: Int64? = nil, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint(
                name("follow"), .post, "\(path)/\(id)/follow",
                body: userID.map { RequestBody.json(["user_id": $0.jsonValue] as JSONValue) } ?? RequestBody.none,
                safeToRepeat: true
            ).checking { try ArgumentCheck.id(userID, "user_id") }, options)
    }

    /// Lets somebody follow a record no longer. `DELETE` the path, its id and `follow`.
    /// - Parameter userID: Who; `nil` is the calling agent.
    public func unfollow(_ id: Int64, userID: Int64? = nil, options: CallOptions = CallOptions()) async throws {
        try await api.send(
            Endpoint(name("unfollow"), .delete, "\(path)/\(id)/follow", query: .user(userID)), options)
    }

    /// Whether somebody follows a record. `GET` the path, its id and `follow`.
    ///
    /// The service answers the same for a record that is not there: nobody follows it.
    /// - Parameter userID: Who; `nil` is the calling agent, others need an administrator's key.
    public func isFollowed(_ id: Int64, userID: Int64? = nil, options: CallOptions = CallOptions()) async throws -> Bool
    {
        do {
            try await api.send(
                Endpoint(name("is_followed"), .get, "\(path)/\(id)/follow", query: .user(userID)), options)
            return true
        } catch let error as FreshworksError where error.code == .notFound {
            return false
        }
    }
}

extension QueryItems {
    static func user(_ id: Int64?) -> QueryItems {
        var items = QueryItems()
        items.append("user_id", id, .id)
        return items
    }
}
