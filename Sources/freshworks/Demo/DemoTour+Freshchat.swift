import Freshchat
import FreshworksSandbox

extension DemoTour {
    static let freshchatSteps = [
        Step(title: "Create a Freshchat user, open a conversation, answer and resolve it") {
            try await $0.conversationLife()
        },
        Step(title: "Read all pages of the Freshchat agents") {
            try await $0.countPages(of: $0.freshchat().agents.list(pageSize: 10))
        },
    ]

    private func conversationLife() async throws -> String {
        let client = try freshchat()
        let user = try await client.users.create(UserDraft(email: "sample@example.com", firstName: "Sample"))
        guard let channel = try await client.channels.list().first(), let agent = try await client.agents.list().first()
        else {
            throw DemoFailure(description: "there is no channel or no agent")
        }
        let conversation = try await client.conversations.create(
            ConversationDraft(
                channelID: channel.id, userID: user.id, messages: [MessageDraft(from: .user(user.id), text: "Hello?")]))
        _ = try await client.messages.send(MessageDraft(from: .agent(agent.id), text: "Good day."), to: conversation.id)
        _ = try await client.conversations.update(conversation.id, ConversationUpdate { $0.status = .resolved })
        let messages = try await client.messages.list(in: conversation.id).all()
        try expect(messages.count >= 2, "a message is missing")
        try await client.users.delete(user.id)
        return "A user wrote, an agent answered; \(messages.count) messages, the newest first, system events included."
    }
}
