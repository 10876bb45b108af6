/// The community of a Freshdesk account: categories, which hold forums, which hold topics with their comments. Source: Freshdesk API v2,
/// discussions.
public struct DiscussionEndpoints: Sendable {
    let api: APIClient

    /// The categories.
    public var categories: ForumCategoryEndpoints { ForumCategoryEndpoints(api: api) }
    /// The forums.
    public var forums: ForumEndpoints { ForumEndpoints(api: api) }
    /// The topics.
    public var topics: ForumTopicEndpoints { ForumTopicEndpoints(api: api) }
    /// The comments.
    public var comments: ForumCommentEndpoints { ForumCommentEndpoints(api: api) }
}

/// The categories of the community. Source: Freshdesk API v2, discussion categories: `GET` and `POST /discussions/categories`, `GET`,
/// `PUT` and `DELETE /discussions/categories/{id}`.
public struct ForumCategoryEndpoints: PagedRecords, EditedRecords {
    /// What is there.
    public typealias Record = ForumCategory
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "discussions/categories" }
}

/// The forums of the community. Source: Freshdesk API v2, forums: `GET` and `POST /discussions/categories/{id}/forums`, `GET`, `PUT` and
/// `DELETE /discussions/forums/{id}`; `POST`, `DELETE` and `GET /discussions/forums/{id}/follow`.
public struct ForumEndpoints: ContainedRecords, FetchedRecords, UpdatedRecords, DeletedRecords, FollowedRecords {
    /// What is there.
    public typealias Record = Forum
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "discussions/forums" }
    /// Where those of a category are.
    public func path(in category: Int64) -> PathTemplate { "discussions/categories/\(category)/forums" }
}

/// The topics of the community; a deleted one is gone for good. Source: Freshdesk API v2, topics: `GET` and
/// `POST /discussions/forums/{id}/topics`, `GET`, `PUT` and `DELETE /discussions/topics/{id}`; `POST`, `DELETE` and
/// `GET /discussions/topics/{id}/follow`.
public struct ForumTopicEndpoints: ContainedRecords, FetchedRecords, UpdatedRecords, DeletedRecords, FollowedRecords {
    /// What is there.
    public typealias Record = ForumTopic
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "discussions/topics" }
    /// Where those of a forum are.
    public func path(in forum: Int64) -> PathTemplate { "discussions/forums/\(forum)/topics" }

    /// The topics that somebody follows. `GET /discussions/topics/followed_by?user_id=`
    /// - Parameters:
    ///   - userID: Who; `nil` is the calling agent, others need an administrator's key.
    ///   - pageSize: 1 to 100 topics per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        followedBy userID: Int64?, pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<ForumTopic> {
        list("followed_by", "\(path)/followed_by", .user(userID), pageSize: pageSize, from: cursor, options)
    }

    /// The topics that somebody began or commented. `GET /discussions/topics/participated_by?user_id=`
    /// - Parameters:
    ///   - userID: Who; `nil` is the calling agent.
    ///   - pageSize: 1 to 100 topics per page.
    ///   - cursor: Where to go on; `nil` starts at the first page.
    ///   - options: For each page.
    public func list(
        participatedBy userID: Int64?, pageSize: Int = 100, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<ForumTopic> {
        list("participated_by", "\(path)/participated_by", .user(userID), pageSize: pageSize, from: cursor, options)
    }
}

/// The comments to topics. Source: Freshdesk API v2, comments: `GET` and `POST /discussions/topics/{id}/comments`, `PUT` and
/// `DELETE /discussions/comments/{id}`.
public struct ForumCommentEndpoints: ContainedRecords, UpdatedRecords, DeletedRecords {
    /// What is there.
    public typealias Record = ForumComment
    /// Sends the calls.
    public let api: APIClient
    /// Where they are.
    public var path: PathTemplate { "discussions/comments" }
    /// Where those of a topic are.
    public func path(in topic: Int64) -> PathTemplate { "discussions/topics/\(topic)/comments" }
}

extension FreshdeskClient {
    /// The community: categories, forums, topics and comments.
    public var discussions: DiscussionEndpoints { DiscussionEndpoints(api: api) }
}
