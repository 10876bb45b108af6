import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("A user's message to a conversation that is resolved and not the latest one")
struct NotLatestTests {
    private let draft = MessageDraft(from: .user("u1"), text: "Still there?")

    private func error(
        _ draft: MessageDraft, _ status: Int, _ body: String
    ) async throws -> FreshworksError {
        let wire = ScriptedTransport(.json(status, body))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshchat(wire).messages.send(draft, to: "c1")
        }
        #expect(wire.requests.count == 1)
        return try #require(error)
    }

    @Test(
        "is refused with the message and its conversation, however the service says it",
        arguments: [
            #"{"code":400,"status":"INVALID_VALUE","message":"Conversation is not the latest conversation"}"#,
            #"{"code":400,"status":"INVALID_VALUE","message":"c1 is Not The Latest Conversation of the user"}"#,
            #"{"success":false,"error_code":400,"error_message":"not the latest conversation"}"#,
            #"{"code":400,"details":[{"type":"not the latest conversation"}]}"#,
        ])
    func refused(body: String) async throws {
        let error = try await error(draft, 400, body)
        #expect(error.code == .notLatestConversation)
        #expect(error.status == 400)
        #expect(error.mayHaveBeenExecuted == false)
        let refusal = try #require(error.notLatestConversation)
        #expect(refusal.conversationID == "c1")
        #expect(refusal.userID == "u1")
        #expect(refusal.message == draft)
        #expect(!error.description.contains("Still there?"))
    }

    @Test("is no other refusal, and none of an agent's message")
    func others() async throws {
        let words = #"{"code":400,"status":"INVALID_VALUE","message":"not the latest conversation"}"#
        for (draft, status, body) in [
            (MessageDraft(from: .agent("a1"), text: "Hi"), 400, words),
            (MessageDraft(from: .bot(), text: "Hi"), 400, words),
            (draft, 403, words), (draft, 404, words),
            (draft, 400, #"{"code":400,"status":"INVALID_VALUE","message":"user is not a member"}"#),
        ] {
            let error = try await error(draft, status, body)
            #expect(error.code != .notLatestConversation)
            #expect(error.notLatestConversation == nil)
        }
    }

    @Test("begins another conversation in the same channel, by the same user and with the same message")
    func another() async throws {
        let refusal = try #require(
            try await error(draft, 400, #"{"message":"not the latest conversation"}"#).notLatestConversation)
        let wire = ScriptedTransport(
            .json(200, #"{"conversation_id":"c1","channel_id":"ch1","status":"resolved"}"#),
            .json(200, #"{"conversation_id":"c2","channel_id":"ch1"}"#))
        #expect(try await freshchat(wire).conversations.create(insteadOf: refusal).id == "c2")
        #expect(wire.lines == ["GET /v2/conversations/c1", "POST /v2/conversations"])
        #expect(
            wire.jsonBodies == [
                """
                {"channel_id":"ch1","users":[{"id":"u1"}],"messages":[{"actor_type":"user","actor_id":"u1",\
                "message_parts":[{"text":{"content":"Still there?"}}]}]}
                """
            ])
        let nowhere = ScriptedTransport(.json(200, #"{"conversation_id":"c1"}"#))
        await expectRefusal(.unreadableResponse) {
            try await freshchat(nowhere).conversations.create(insteadOf: refusal)
        }
    }
}
