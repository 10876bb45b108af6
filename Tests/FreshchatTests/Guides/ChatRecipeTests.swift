import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

// What the page of recipes shows.
func user(_ freshchat: FreshchatClient, email: String, firstName: String) async throws -> User {
    if let known = try await freshchat.users.list(UserFilter(email: email)).first() { return known }
    return try await freshchat.users.create(
        UserDraft(email: email, firstName: firstName) { $0.properties["plan"] = "gold" })
}

func begin(
    _ freshchat: FreshchatClient, for user: User, in channelName: String, text: String
) async throws -> Conversation {
    let channels = try await freshchat.channels.list().all().filter { $0.isEnabled == true }
    guard let channel = channels.first(where: { $0.name == channelName }) ?? channels.first else { throw NoChannel() }
    return try await freshchat.conversations.create(
        ConversationDraft(
            channelID: channel.id, userID: user.id, messages: [MessageDraft(from: .user(user.id), text: text)]))
}

func answer(
    _ freshchat: FreshchatClient, _ conversationID: String, as agent: Agent, text: String, image: URL
) async throws -> Message {
    let uploaded = try await freshchat.files.uploadImage(.file(at: image))
    return try await freshchat.messages.send(
        MessageDraft(from: .agent(agent.id), parts: [.text(text), uploaded.part]), to: conversationID)
}

func assign(_ freshchat: FreshchatClient, _ conversationID: String, to agent: Agent) async throws {
    try await freshchat.conversations.update(
        conversationID,
        ConversationUpdate {
            $0.status = .assigned
            $0.assignedAgentID = .set(agent.id)
        })
}

func resolve(_ freshchat: FreshchatClient, _ conversationID: String) async throws {
    try await freshchat.conversations.update(conversationID, ConversationUpdate { $0.status = .resolved })
}

func lastMessages(_ freshchat: FreshchatClient, in conversationID: String) async throws -> [Message] {
    var messages: [Message] = []
    for try await message in freshchat.messages.list(in: conversationID, pageSize: 20).prefix(20) {
        messages.append(message)
    }
    return messages.reversed()
}

/// What the page leaves to its reader.
private struct NoChannel: Error {}

@Suite("The page of Freshchat recipes")
struct ChatRecipeTests {
    private let freshchat: FreshchatClient

    init() throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        freshchat = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
    }

    @Test("shows only code that is compiled here")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath)
        let page = here.deletingLastPathComponent()
            .appending(path: "../../../Sources/Freshchat/Freshchat.docc/Recipes.md").standardizedFileURL
        let code = try String(contentsOf: here, encoding: .utf8)
        let blocks = try String(contentsOf: page, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == 6)
        for block in blocks { #expect(code.contains(block.output.1), "\(block.output.1)") }
    }

    @Test("finds or makes the user, and begins a conversation in a channel")
    func beginning() async throws {
        let zoe = try await user(freshchat, email: "zoe@mail.example", firstName: "Zoë")
        #expect(zoe.properties["plan"] == "gold")
        #expect(try await user(freshchat, email: "zoe@mail.example", firstName: "Zoe").id == zoe.id)
        let channels = try await freshchat.channels.list().all().filter { $0.isEnabled == true }
        let last = try #require(channels.last)
        let named = try await begin(freshchat, for: zoe, in: #require(last.name), text: "Hello?")
        #expect(try await freshchat.conversations.get(named.id).channelID == last.id)
        let other = try await begin(freshchat, for: zoe, in: "No such channel", text: "Hello?")
        #expect(try await freshchat.conversations.get(other.id).channelID == channels.first?.id)
    }

    @Test("answers, assigns and resolves it, and reads the last messages from the oldest on")
    func life() async throws {
        let zoe = try await user(freshchat, email: "zoe@mail.example", firstName: "Zoë")
        let id = try await begin(freshchat, for: zoe, in: "", text: "Message 0").id
        let agent = try #require(try await freshchat.agents.list().first())
        let folder = try TemporaryFolder()
        let image = try folder.file("map.png", Data([137, 80, 78, 71]))
        let sent = try await answer(freshchat, id, as: agent, text: "See the map.", image: image)
        #expect(sent.text == "See the map." && sent.parts?.count == 2 && sent.parts?.last?.kind == .image)

        try await assign(freshchat, id, to: agent)
        #expect(try await freshchat.conversations.get(id).assignedAgentID == agent.id)
        for number in 1...24 {
            try await freshchat.messages.send(MessageDraft(from: .agent(agent.id), text: "Message \(number)"), to: id)
        }
        #expect(try await lastMessages(freshchat, in: id).map(\.text) == (5...24).map { "Message \($0)" })
        try await resolve(freshchat, id)
        #expect(try await freshchat.conversations.get(id).status == .resolved)
    }
}
