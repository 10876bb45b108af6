/// Why a user's message was refused: the conversation is resolved, and the user has a newer one. The message can go into a new
/// conversation.
///
/// ```swift
/// do {
///     try await freshchat.messages.send(draft, to: conversationID)
/// } catch let error as FreshworksError {
///     guard let refusal = error.notLatestConversation else { throw error }
///     try await freshchat.conversations.create(insteadOf: refusal)
/// }
/// ```
public struct NotLatestConversation: Error, Sendable, Hashable {
    /// The conversation that takes no more messages.
    public let conversationID: String
    /// The user who wrote.
    public let userID: String
    /// What was to be sent.
    public let message: MessageDraft
}

extension FreshworksError {
    /// The refused message and its conversation, if that is why the call failed.
    public var notLatestConversation: NotLatestConversation? { underlying as? NotLatestConversation }

    /// The same error, saying what to do, if a user's message was refused because there is a newer conversation.
    func explaining(_ draft: MessageDraft, to conversationID: String) -> FreshworksError {
        guard status == 400, draft.actor?.type == .user, let userID = draft.actor?.id,
            "\(body?.description ?? "") \(message)".lowercased().contains("not the latest conversation")
        else { return self }
        var error = self
        error.code = .notLatestConversation
        error.message = "the conversation is resolved, and is not the user's latest"
        error.advice =
            "Start another one with conversations.create(insteadOf:), which takes this error's notLatestConversation."
        error.mayHaveBeenExecuted = false
        error.underlying = NotLatestConversation(conversationID: conversationID, userID: userID, message: draft)
        return error
    }
}

extension FreshworksError.Code {
    /// A user's message went to a resolved conversation that is not the user's latest.
    public static let notLatestConversation = Self(rawValue: "not_latest_conversation")
}

extension ConversationEndpoints {
    /// Starts a conversation in the channel of one that takes no more messages, with the message that was refused.
    /// `GET /conversations/{conversation_id}`, `POST /conversations`
    ///
    /// A user who has an open conversation in the channel may get that one back, with the message added.
    @discardableResult
    public func create(
        insteadOf refusal: NotLatestConversation, options: CallOptions = CallOptions()
    ) async throws -> Conversation {
        guard let channelID = try await get(refusal.conversationID, options: options).channelID else {
            throw FreshworksError(.unreadableResponse, "the conversation names no channel")
        }
        return try await create(
            ConversationDraft(channelID: channelID, userID: refusal.userID, messages: [refusal.message]),
            options: options)
    }
}
