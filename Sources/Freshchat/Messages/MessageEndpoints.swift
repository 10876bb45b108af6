public import Foundation

/// The messages of conversations. They cannot be changed or deleted. Source: Freshchat API v2, messages.
public struct MessageEndpoints: Sendable {
    let api: APIClient

    /// All messages of a conversation, newest first, each once in one reading. `GET /conversations/{conversation_id}/messages`
    ///
    /// What is written meanwhile does not come, unless it is more than a page between two reads: then some of it comes behind
    /// older ones.
    /// - Parameters:
    ///   - time: The service describes it as leaving out older messages, and its own links use it the other way round: do
    ///     not rely on it.
    ///   - pageSize: 1 to 50 messages per page.
    ///   - cursor: Where to go on; `nil` starts at the newest message.
    ///   - options: For each page; the deadline too.
    public func list(
        in conversationID: String, fromTime time: Date? = nil, pageSize: Int = 50, from cursor: PageCursor? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedSequence<Message> {
        api.list(
            ListEndpoint(
                "messages.list", "conversations/\(conversationID)/messages",
                query: query(fromTime: time, pageSize: pageSize), paging: .singleLink
            ) { try $0.list(under: "messages") }.deliveringOnce(), from: cursor, options)
    }

    /// Sends a message. `POST /conversations/{conversation_id}/messages`
    ///
    /// There is no receipt: the answer is the message as the service took it. When the answer is lost, look at
    /// ``list(in:fromTime:pageSize:from:options:)`` before sending again, because the service does not recognize a
    /// repetition.
    /// - Throws: ``FreshworksError/Code/notLatestConversation`` for a user's message to a resolved conversation that is not the
    ///   user's latest; the error offers to begin another one.
    @discardableResult
    public func send(
        _ draft: MessageDraft, to conversationID: String, options: CallOptions = CallOptions()
    ) async throws -> Message {
        do {
            return try await api.send(
                Endpoint("messages.send", .post, "conversations/\(conversationID)/messages", body: .json(draft)),
                options)
        } catch let error as FreshworksError {
            throw error.explaining(draft, to: conversationID)
        }
    }

    private func query(fromTime time: Date?, pageSize: Int) -> QueryItems {
        var query: QueryItems = ["from_time": time?.queryTime]
        query.append("items_per_page", pageSize, .within(1...50))
        return query
    }
}

extension FreshchatClient {
    /// The messages of conversations.
    public var messages: MessageEndpoints { MessageEndpoints(api: api) }
}
