/// The conversations of a Freshchat account. Source: Freshchat API v2, conversations.
///
/// The service has no list of all conversations: find them by user, with `freshchat.users.conversations(of:)`, or by webhooks.
public struct ConversationEndpoints: Sendable {
    let api: APIClient

    /// Creates a conversation with its first messages. `POST /conversations`
    ///
    /// A user who has an open conversation in the channel may get that one back, with the messages added.
    @discardableResult
    public func create(_ draft: ConversationDraft, options: CallOptions = CallOptions()) async throws -> Conversation {
        try await api.send(Endpoint("conversations.create", .post, "conversations", body: .json(draft)), options)
    }

    /// One conversation, as a rule without its messages. `GET /conversations/{conversation_id}`
    public func get(_ id: String, options: CallOptions = CallOptions()) async throws -> Conversation {
        try await api.send(Endpoint("conversations.get", .get, "conversations/\(id)"), options)
    }

    /// Changes a conversation: resolves, assigns or moves it. `PUT /conversations/{conversation_id}`
    /// - Returns: The conversation as it is now, if the service sends it.
    @discardableResult
    public func update(
        _ id: String, _ update: ConversationUpdate, options: CallOptions = CallOptions()
    ) async throws -> Conversation? {
        try await api.send(
            Endpoint("conversations.update", .put, "conversations/\(id)", body: .json(update)) {
                try $0.recordIfSent()
            }, options)
    }

    /// The properties that conversations of the account have. `GET /conversations/fields`
    public func fields(options: CallOptions = CallOptions()) async throws -> [ConversationField] {
        try await api.send(Endpoint("conversations.fields", .get, "conversations/fields"), options)
    }
}

extension FreshchatClient {
    /// The conversations of the account.
    public var conversations: ConversationEndpoints { ConversationEndpoints(api: api) }
}
