import Freshchat
import Freshsales
import FreshworksSandbox
import Testing

@Suite("The README's examples of Freshsales and Freshchat")
struct ReadmeOtherProductsTests {
    @Test("upsert the contact, and answer every conversation")
    func runs() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        try await openDeals(freshsales)
        let views = try await freshsales.contacts.views()
        let all = try #require(views.first { $0.name == "All Contacts" })
        let contacts = try await freshsales.contacts.list(view: all.id).all()
        #expect(contacts.contains { $0.email == "ines@example.com" && $0.jobTitle == "Buyer" })

        let freshchat = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let user = try await freshchat.users.create(UserDraft(email: "zoe@mail.example"))
        let channel = try #require(try await freshchat.channels.list().first())
        let conversation = try await freshchat.conversations.create(
            ConversationDraft(
                channelID: channel.id, userID: user.id, messages: [MessageDraft(from: .user(user.id), text: "Hello?")]))
        let agent = try #require(try await freshchat.agents.list().first())
        try await answerEveryone(freshchat, as: agent)
        let texts = try await freshchat.messages.list(in: conversation.id).all().compactMap(\.text)
        #expect(texts.contains("We are on it.") && texts.contains("Hello?"))
        #expect(try await freshchat.conversations.get(conversation.id).assignedAgentID == agent.id)
    }
}
