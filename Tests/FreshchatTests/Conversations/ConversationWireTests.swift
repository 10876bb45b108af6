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

    @Test("an update succeeds with an empty body and an accepted object")
    func emptyAnswers() async throws {
        let wire = ScriptedTransport(.empty(204), .json(202, accepted))
        #expect(try await freshchat(wire).conversations.update("c1", ConversationUpdate { $0.status = .new }) == nil)
        #expect(try await freshchat(wire).conversations.update("c1", ConversationUpdate { $0.status = .new }) == nil)
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
