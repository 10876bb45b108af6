import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The life of Freshchat records in the sandbox")
struct FreshchatSandboxTests {
    private let freshchat: FreshchatClient

    init() throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        freshchat = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
    }

    @Test("a user is created, viewed, changed, listed, fetched and deleted")
    func user() async throws {
        let users = freshchat.users
        let draft = UserDraft(
            email: "zoe@mail.example", firstName: "Zoë", lastName: "O'Neil", phone: "+45 1", referenceID: "crm-7"
        ) { $0.properties["plan"] = "pro" }
        let created = try await users.create(draft)
        #expect(created.firstName == "Zoë")
        let viewed = try await users.get(created.id)
        #expect(viewed.email == "zoe@mail.example")
        #expect(viewed.properties == ["plan": "pro"])
        try await users.update(created.id, UserUpdate { $0.lastName = "Müller" })
        let changed = try await users.get(created.id)
        #expect(changed.lastName == "Müller")
        #expect(changed.firstName == "Zoë")
        #expect(try await users.list(UserFilter(email: "zoe@mail.example")).all().map(\.id) == [created.id])
        let everyone = try await users.list().all().map(\.id)
        #expect(everyone.contains(created.id))
        #expect(try await users.list(.everyone, pageSize: 1).all().map(\.id) == everyone)
        #expect(try await users.fetch([created.id]).map(\.email) == ["zoe@mail.example"])
        #expect(try await users.conversations(of: created.id).all().isEmpty)
        try await users.delete(created.id)
        await expectRefusal(.notFound) { _ = try await users.get(created.id) }
        #expect(try await users.list(UserFilter(email: "zoe@mail.example")).all().isEmpty)
    }

    @Test("an agent is created, viewed, changed, listed and deleted")
    func agent() async throws {
        let agents = freshchat.agents
        let role = try #require(try await freshchat.roles.list().all().first { $0.name == "Agent" })
        let created = try await agents.create(
            AgentDraft(email: "neu@acme.example", firstName: "Zoë", lastName: "Neu", roleID: role.id))
        #expect(try await agents.get(created.id).email == "neu@acme.example")
        try await agents.update(
            created.id,
            AgentUpdate {
                $0.lastName = "Alt"
                $0.biography = "Nights"
            })
        let changed = try await agents.get(created.id)
        #expect(changed.lastName == "Alt")
        #expect(changed.biography == "Nights")
        #expect(changed.firstName == "Zoë")
        try await agents.setAvailability(of: created.id, to: .unavailable)
        let whole = try await agents.list().all().map(\.id)
        #expect(whole.count == 26)
        #expect(try await agents.list(pageSize: 4).all().map(\.id) == whole)
        try await agents.delete(created.id)
        #expect(try await agents.list(AgentFilter(isDeactivated: false)).all().map(\.id).contains(created.id) == false)
    }

    @Test("a conversation is created, viewed, changed and written to, and its messages are listed")
    func conversation() async throws {
        let user = try await freshchat.users.create(UserDraft(email: "zoe@mail.example"))
        let channel = try #require(try await freshchat.channels.list().all().first)
        let agent = try #require(try await freshchat.agents.list(AgentFilter(isDeactivated: false)).first())
        let created = try await freshchat.conversations.create(
            ConversationDraft(
                channelID: channel.id, userID: user.id, messages: [MessageDraft(from: .user(user.id), text: "Grüße 👋")])
        )
        let viewed = try await freshchat.conversations.get(created.id)
        #expect(viewed.status == .new)
        #expect(viewed.userID == user.id)
        #expect(try await freshchat.users.conversations(of: user.id).all().map(\.id) == [created.id])

        try await freshchat.conversations.update(
            created.id,
            ConversationUpdate {
                $0.status = .assigned
                $0.assignedAgentID = .set(agent.id)
            })
        #expect(try await freshchat.conversations.get(created.id).assignedAgentID == agent.id)
        for number in 1...5 {
            try await freshchat.messages.send(
                MessageDraft(from: .agent(agent.id), text: "Answer \(number)"), to: created.id)
        }
        let messages = try await freshchat.messages.list(in: created.id, pageSize: 2).all()
        // The service notes down the assignment among the messages.
        #expect(messages.count(where: \.isSystemEvent) == 1)
        let texts = messages.filter { !$0.isSystemEvent }.compactMap(\.text)
        #expect(texts.sorted() == ["Answer 1", "Answer 2", "Answer 3", "Answer 4", "Answer 5", "Grüße 👋"])
        try await freshchat.conversations.update(created.id, ConversationUpdate { $0.status = .resolved })
        #expect(try await freshchat.conversations.get(created.id).status == .resolved)
        await expectRefusal(.notFound) { _ = try await freshchat.conversations.get("nobody-knows") }
    }

    @Test("channels, groups and the account's configuration are read")
    func account() async throws {
        #expect(try await freshchat.channels.list(pageSize: 1).all().map(\.name) == ["Help", "Sales", "Hilfe"])
        #expect(try await freshchat.groups.list(pageSize: 2).all().map(\.name) == ["Orders", "Billing", "Escalations"])
        #expect(try await freshchat.configuration().accountDomain != nil)
    }
}
