import Foundation
import Freshchat
import FreshworksConnections
import Logging
import ServiceLifecycle

/// Answers what customers write until an agent has the conversation.
struct FreshchatBot: Service {
    private let freshchat: FreshchatClient
    private let agentID: String
    private let logger: Logger
    /// As many conversations are worked on at a time. All events of one are in the same queue, in their order.
    private let queues: [Queue]

    private typealias Queue = (stream: AsyncStream<WebhookEvent>, continuation: AsyncStream<WebhookEvent>.Continuation)

    /// - Parameters:
    ///   - agentID: Whom the bot writes as, and who gets the conversations.
    ///   - capacity: How many events wait in a queue at most.
    init(_ freshchat: FreshchatClient, as agentID: String, capacity: Int = 1000, logger: Logger) {
        self.freshchat = freshchat
        self.agentID = agentID
        self.logger = logger
        // Bounded: whoever can make the service send many deliveries shall not fill the memory.
        queues = (0..<8).map { _ in AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(capacity)) }
    }

    /// Puts an event in the queue of its conversation.
    /// - Returns: Whether it is there now: the queue may be full, or the app about to end.
    func take(_ event: WebhookEvent) -> Bool {
        let number = UInt(bitPattern: event.conversationID?.hashValue ?? 0) % UInt(queues.count)
        if case .enqueued = queues[Int(number)].continuation.yield(event) { return true }
        logger.error("no room for an event, which is left to come again")
        return false
    }

    /// Works on the events. Told to end, it finishes those it has.
    func run() async throws {
        try await withGracefulShutdownHandler {
            try await withThrowingDiscardingTaskGroup { group in
                for queue in queues {
                    group.addTask {
                        for await event in queue.stream {
                            do {
                                try await work(on: event)
                            } catch let error as FreshworksError {
                                logger.warning("\(error)")
                            }
                        }
                    }
                }
            }
        } onGracefulShutdown: {
            for queue in queues { queue.continuation.finish() }
        }
    }

    private func work(on event: WebhookEvent) async throws {
        guard event.action == .messageCreated, let message = event.message, let id = event.conversationID,
            message.actorType == .user, !message.isSystemEvent, !event.isEcho(of: [agentID])
        else { return }
        guard try await insist({ try await freshchat.conversations.get(id) }).assignedAgentID == nil else { return }
        _ = try await insist {
            try await freshchat.messages.send(
                MessageDraft(from: .agent(agentID), text: "Thank you for your message. We are on it."), to: id)
        }
        _ = try await insist {
            try await freshchat.conversations.update(
                id,
                ConversationUpdate {
                    $0.status = .assigned
                    $0.assignedAgentID = .set(agentID)
                })
        }
    }

    /// Makes a call, and makes it again as long as the token is rejected: it was regenerated, and nobody has said what
    /// the new one is. A rejected call has done nothing, so no customer is answered twice.
    private func insist<Answer: Sendable>(_ call: () async throws -> Answer) async throws -> Answer {
        while true {
            do {
                return try await call()
            } catch let error as FreshworksError where error.isCredentialRejected && !Task.isShuttingDownGracefully {
                if !error.wasDecidedLocally { logger.error("\(error)") }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }
}

extension FreshchatBot {
    /// The bot and its routes, if the environment names a webhook's key.
    /// - Throws: Why a key, a token or an address is no good; that there is no such connection.
    static func fromEnvironment(
        _ environment: [String: String], _ registry: ConnectionRegistry, _ runtime: FreshworksRuntime,
        _ logger: Logger
    ) async throws -> (bot: FreshchatBot, routes: BotRoutes)? {
        guard let key = environment["FRESHCHAT_WEBHOOK_KEY"] else { return nil }
        guard let agentID = environment["FRESHCHAT_AGENT_ID"] else {
            throw FreshworksError(
                .notConfigured, "FRESHCHAT_AGENT_ID is not set", advice: "Name the agent to write as.")
        }
        let freshchat = try await client(environment, registry, runtime)
        let bot = FreshchatBot(freshchat, as: agentID, logger: logger)
        return (bot, BotRoutes(verifier: try WebhookVerifier(publicKey: key), bot: bot))
    }

    /// The client of a connection that users keep at `/settings`, or of the environment's own credential.
    private static func client(
        _ environment: [String: String], _ registry: ConnectionRegistry, _ runtime: FreshworksRuntime
    ) async throws -> FreshchatClient {
        guard let name = environment["FRESHCHAT_CONNECTION"] else {
            return try .fromEnvironment(environment, runtime: runtime)
        }
        guard let connection = try await registry.find(name: name) else {
            throw FreshworksError(
                .notConfigured, "there is no connection with the name \(name), which FRESHCHAT_CONNECTION says",
                advice: "Add it at /settings while the variable is not set.")
        }
        // A token that is rotated in the registry reaches this client's running calls.
        return try FreshchatClient(connection, runtime: runtime)
    }
}
