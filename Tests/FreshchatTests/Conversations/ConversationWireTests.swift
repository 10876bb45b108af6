import Freshchat
import TestSupport
import Testing

@Suite("Freshchat conversations on the wire")
struct ConversationWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"conversation_id":"c1"}"#))

    @Test("view is a plain call")
    func view() async throws {
        #expect(try await freshchat(wire).conversations.get("9b2d6c7e/5f41").id == "c1")
        #expect(wire.lines == ["GET /v2/conversations/9b2d6c7e%2F5f41"])
    }

    @Test("create sends every property under the service's names, and the user as a list")
    func create() async throws {
        var draft = ConversationDraft(
            channelID: "ch1", userID: "u1", messages: [MessageDraft(from: .user("u1"), text: "Where is my order?")])
        _ = try await freshchat(wire).conversations.create(draft)
        draft.status = .assigned
        draft.assignedAgentID = "a1"
        draft.assignedGroupID = "g1"
        draft.assignedOrgAgentID = "656000000000000001"
        draft.assignedOrgGroupID = "656000000000000002"
        draft.properties = ["priority": "High", "cf_topic": "orders", "cf_seats": 3]
        _ = try await freshchat(wire).conversations.create(draft)
        #expect(wire.lines == ["POST /v2/conversations", "POST /v2/conversations"])
        #expect(
            wire.jsonBodies == [
                """
                {"channel_id":"ch1","users":[{"id":"u1"}],"messages":[{"actor_type":"user","actor_id":"u1",\
                "message_parts":[{"text":{"content":"Where is my order?"}}]}]}
                """,
                """
                {"channel_id":"ch1","users":[{"id":"u1"}],"messages":[{"actor_type":"user","actor_id":"u1",\
                "message_parts":[{"text":{"content":"Where is my order?"}}]}],"status":"assigned",\
                "assigned_agent_id":"a1","assigned_group_id":"g1","assigned_org_agent_id":"656000000000000001",\
                "assigned_org_group_id":"656000000000000002",\
                "properties":{"priority":"High","cf_topic":"orders","cf_seats":3}}
                """,
            ])
    }

    @Test("update leaves out what is unchanged, clears with empty texts, and sets")
    func update() async throws {
        let conversations = try freshchat(wire).conversations
        #expect(try await conversations.update("c1", ConversationUpdate { $0.status = .resolved })?.id == "c1")
        try await conversations.update(
            "c1",
            ConversationUpdate {
                $0.assignedAgentID = .clear
                $0.assignedGroupID = .clear
                $0.assignedOrgAgentID = .clear
                $0.assignedOrgGroupID = .clear
            })
        try await conversations.update(
            "c1",
            ConversationUpdate {
                $0.status = .assigned
                $0.assignedAgentID = "a1"
                $0.assignedGroupID = "g1"
                $0.assignedOrgAgentID = "oa"
                $0.assignedOrgGroupID = .set("og")
                $0.channelID = "ch2"
                $0.properties = ["priority": "Low", "cf_done": true]
            })
        #expect(wire.lines == Array(repeating: "PUT /v2/conversations/c1", count: 3))
        #expect(
            wire.jsonBodies == [
                #"{"status":"resolved"}"#,
                """
                {"assigned_agent_id":"","assigned_group_id":"","assigned_org_agent_id":"","assigned_org_group_id":""}
                """,
                """
                {"status":"assigned","assigned_agent_id":"a1","assigned_group_id":"g1","assigned_org_agent_id":"oa",\
                "assigned_org_group_id":"og","channel_id":"ch2","properties":{"priority":"Low","cf_done":true}}
                """,
            ])
    }

    @Test("an update succeeds with an empty body and an accepted object")
    func emptyAnswers() async throws {
        let wire = ScriptedTransport(.empty(204), .json(202, accepted))
        #expect(try await freshchat(wire).conversations.update("c1", ConversationUpdate { $0.status = .new }) == nil)
        #expect(try await freshchat(wire).conversations.update("c1", ConversationUpdate { $0.status = .new }) == nil)
    }

    @Test("fields are a bare array")
    func fields() async throws {
        let wire = ScriptedTransport(.json(200, #"[{"id":"f1"},{"id":"f2"}]"#))
        #expect(try await freshchat(wire).conversations.fields().map(\.id) == ["f1", "f2"])
        #expect(wire.lines == ["GET /v2/conversations/fields"])
    }

    @Test("a lost creation is not repeated, and its error says that it may have been executed")
    func lostCreation() async throws {
        let wire = ScriptedTransport { _ in
            throw FreshworksError(.truncatedResponse, "cut off", mayHaveBeenExecuted: true)
        }
        let draft = ConversationDraft(
            channelID: "ch1", userID: "u1", messages: [MessageDraft(from: .user("u1"), text: "Hello")])
        let error = await #expect(throws: FreshworksError.self) {
            try await freshchat(wire).conversations.create(draft)
        }
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(wire.requests.count == 1)
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let conversations = try freshchat(wire).conversations
        let hello = MessageDraft(from: .user("u1"), text: "Hello")
        func refuse(_ draft: ConversationDraft, sourceLocation: SourceLocation = #_sourceLocation) async {
            await expectRefusal(.invalidArgument, sourceLocation: sourceLocation) {
                _ = try await conversations.create(draft)
            }
        }
        func refuse(_ update: ConversationUpdate, sourceLocation: SourceLocation = #_sourceLocation) async {
            await expectRefusal(.invalidArgument, sourceLocation: sourceLocation) {
                try await conversations.update("c1", update)
            }
        }
        await expectRefusal(.invalidPath) { _ = try await conversations.get("") }
        await expectRefusal(.invalidPath) {
            try await conversations.update("..", ConversationUpdate { $0.status = .new })
        }
        await refuse(ConversationDraft(channelID: "", userID: "u1", messages: [hello]))
        await refuse(ConversationDraft(channelID: "ch", userID: " ", messages: [hello]))
        await refuse(ConversationDraft(channelID: "ch", userID: "u1", messages: []))
        await refuse(
            ConversationDraft(channelID: "ch", userID: "u1", messages: [MessageDraft(from: .user("u"), text: "")]))
        var draft = ConversationDraft(channelID: "ch", userID: "u1", messages: [hello])
        draft.assignedAgentID = ""
        await refuse(draft)
        await refuse(ConversationUpdate())
        await refuse(ConversationUpdate { $0.status = .assigned })
        await refuse(
            ConversationUpdate {
                $0.status = .assigned
                $0.assignedAgentID = .clear
            })
        await refuse(ConversationUpdate { $0.status = .init(rawValue: "") })
        await refuse(ConversationUpdate { $0.assignedAgentID = .set("") })
        await refuse(ConversationUpdate { $0.channelID = " " })
        #expect(wire.requests.isEmpty)
    }
}
