import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("Reading Freshchat messages")
struct MessageReadingTests {
    private static let example = #"""
        {"id":"a41f2c1e-7c0d-4b9b-8c59-0d6c2d5b1f77","created_time":"2024-03-05T09:07:33.120Z",\#
        "message_parts":[{"text":{"content":"Where is my order?"}}],"reply_parts":[],"message_type":"private",\#
        "actor_type":"user","actor_id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11","org_actor_id":"1712345678901234567",\#
        "user_id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c12","app_id":"c0ffee00-1111-4222-8333-444455556666",\#
        "channel_id":"e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42","conversation_id":"9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a",\#
        "freshchat_conversation_id":"700000000000001","freshchat_channel_id":"700000000000002",\#
        "interaction_id":"700000000000001-1709629653000","message_source":"web","in_reply_to":{"message_id":"m0"},\#
        "stepId":"s1","meta_data":{"isResolved":"false"},"restrictResponse":false,"botsPrivateNote":true,\#
        "isBotsInput":false,"status":"Failed","error_code":131026,"error_message":"Undeliverable",\#
        "error_category":"CHANNEL"}
        """#

    @Test("every documented property of the example")
    func example() throws {
        let message = try readBack(Message.self, Self.example)
        #expect(message.id == "a41f2c1e-7c0d-4b9b-8c59-0d6c2d5b1f77")
        #expect(message.createdTime == time(1_709_629_653, 120))
        #expect(message.parts?.map(\.text) == ["Where is my order?"])
        #expect(message.replyParts == [])
        #expect(message.messageType == .private)
        #expect(message.actorType == .user)
        #expect(message.actorID == "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11")
        #expect(message.orgActorID == "1712345678901234567")
        #expect(message.userID == "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c12")
        #expect(message.appID == "c0ffee00-1111-4222-8333-444455556666")
        #expect(message.channelID == "e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42")
        #expect(message.conversationID == "9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a")
        #expect(message.freshchatConversationID == "700000000000001")
        #expect(message.freshchatChannelID == "700000000000002")
        #expect(message.interactionID == "700000000000001-1709629653000")
        #expect(message.messageSource == .web)
        #expect(message.inReplyToMessageID == "m0")
        #expect(message.stepID == "s1")
        #expect(message.metadata == ["isResolved": "false"])
        #expect(message.restrictResponse == false)
        #expect(message.isBotsPrivateNote == true)
        #expect(message.isBotsInput == false)
        #expect(message.status == "Failed")
        #expect(message.errorCode == 131_026)
        #expect(message.errorMessage == "Undeliverable")
        #expect(message.errorCategory == "CHANNEL")
        #expect(!message.isSystemEvent)
    }

    @Test("null for everything but the id; a message that does not say is normal")
    func nulls() throws {
        let empty = try readBack(Message.self, nulled(Self.example, but: "id"))
        expectNil(
            empty.createdTime, empty.parts, empty.replyParts, empty.actorType, empty.actorID, empty.orgActorID,
            empty.userID, empty.appID, empty.channelID, empty.conversationID, empty.freshchatConversationID,
            empty.freshchatChannelID, empty.interactionID, empty.messageSource, empty.inReplyToMessageID, empty.stepID,
            empty.metadata, empty.restrictResponse, empty.isBotsPrivateNote, empty.isBotsInput, empty.status,
            empty.errorCode, empty.errorMessage, empty.errorCategory)
        #expect(empty.messageType == .normal)
        #expect(!empty.isSystemEvent)
    }

    @Test("unknown keys, words and parts, ids as numbers, the other spelling of a bot's input")
    func surprises() throws {
        let message = try readBack(
            Message.self,
            #"{"id":7,"later":null,"message_type":"whisper","actor_type":"Agent","message_source":"WhatsApp","#
                + #""freshchat_conversation_id":700000000000001,"bots_input":true,"#
                + #""message_parts":[{"hologram":{"n":1.0}},{},{"text":{"content":"a"},"image":{}}]}"#)
        #expect(message.id == "7")
        #expect(message.messageType.rawValue == "whisper")
        #expect(message.actorType == .agent)
        #expect(message.messageSource == MessageSource(rawValue: "whatsapp"))
        #expect(message.freshchatConversationID == "700000000000001")
        #expect(message.isBotsInput == true)
        #expect(message.parts?.count == 3)
    }

    @Test(
        "the service's own notes are told by any of their marks",
        arguments: [
            #"{"id":"m","message_source":"SYSTEM","actor_type":"agent"}"#, #"{"id":"m","message_type":"system"}"#,
            #"{"id":"m","actor_type":"system"}"#, #"{"id":"m","meta_data":{"isResolved":"true"}}"#,
            #"{"id":"m","meta_data":{"isReopen":true}}"#,
        ])
    func systemEvents(_ text: String) throws {
        #expect(try readBack(Message.self, text).isSystemEvent)
    }
}
