import Foundation
import Freshchat
import Logging
import ServiceLifecycle

/// Answers what customers write until an agent has the conversation.
struct FreshchatBot: Service {
    private let freshchat: FreshchatClient
    private let agentID: String
    private let logger: Logger
    private let events: AsyncStream<WebhookEvent>
    private let intake: AsyncStream<WebhookEvent>.Continuation

    /// - Parameter agentID: Whom the bot writes as, and who gets the conversations.
    init(_ freshchat: FreshchatClient, as agentID: String, logger: Logger) {
        self.freshchat = freshchat
        self.agentID = agentID
        self.logger = logger
        // Bounded: whoever can make the service send many deliveries shall not fill the memory.
        (events, intake) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(10_000))
    }

    /// Puts an event in the queue.
    func take(_ event: WebhookEvent) {
        if case .dropped = intake.yield(event) { logger.error("too many events, one is lost") }
    }

    /// Works on the events in the order in which they came. Told to end, it finishes those it has.
    func run() async throws {
        try await withGracefulShutdownHandler {
            for await event in events {
                do {
                    try await work(on: event)
                } catch let error as FreshworksError {
                    logger.warning("\(error)")
                }
            }
        } onGracefulShutdown: {
            intake.finish()
        }
    }

    private func work(on event: WebhookEvent) async throws {
        guard event.action == .messageCreated, let message = event.message, let id = event.conversationID,
            message.actorType == .user, !message.isSystemEvent, !event.isEcho(of: [agentID])
        else { return }
        guard try await freshchat.conversations.get(id).assignedAgentID == nil else { return }
        try await freshchat.messages.send(
            MessageDraft(from: .agent(agentID), text: "Thank you for your message. We are on it."), to: id)
        try await freshchat.conversations.update(
            id,
            ConversationUpdate {
                $0.status = .assigned
                $0.assignedAgentID = .set(agentID)
            })
    }
}

extension FreshchatBot {
    /// The bot and its routes, if the environment names a webhook's key; `FRESHCHAT_…` names the account and credential.
    /// - Throws: Why a key, a token or an address is no good.
    static func fromEnvironment(
        _ environment: [String: String], _ runtime: FreshworksRuntime, _ logger: Logger
    ) throws -> (bot: FreshchatBot, routes: BotRoutes)? {
        guard let key = environment["FRESHCHAT_WEBHOOK_KEY"] else { return nil }
        guard let agentID = environment["FRESHCHAT_AGENT_ID"] else {
            throw FreshworksError(
                .notConfigured, "FRESHCHAT_AGENT_ID is not set", advice: "Name the agent to write as.")
        }
        let bot = FreshchatBot(
            try .fromEnvironment(environment, runtime: runtime), as: agentID, logger: logger)
        return (bot, BotRoutes(verifier: try WebhookVerifier(publicKey: key), bot: bot))
    }
}
