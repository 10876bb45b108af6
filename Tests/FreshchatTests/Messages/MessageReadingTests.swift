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
        let probe = try RecordProbe<Message>(Self.example)
        #expect(probe.record.id == "a41f2c1e-7c0d-4b9b-8c59-0d6c2d5b1f77")
        probe.reads(\.createdAt, time(1_709_629_653, 120))
        probe.reads(\.parts?.first?.text, "Where is my order?")
        probe.reads(\.replyParts, [])
        #expect(probe.record.messageType == .private)
        probe.reads(\.actorType, .user)
        probe.reads(\.actorID, "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11")
        probe.reads(\.orgActorID, "1712345678901234567")
        probe.reads(\.userID, "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c12")
        probe.reads(\.appID, "c0ffee00-1111-4222-8333-444455556666")
        probe.reads(\.channelID, "e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42")
        probe.reads(\.conversationID, "9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a")
        probe.reads(\.freshchatConversationID, "700000000000001")
        probe.reads(\.freshchatChannelID, "700000000000002")
        probe.reads(\.interactionID, "700000000000001-1709629653000")
        probe.reads(\.messageSource, .web)
        probe.reads(\.inReplyToMessageID, "m0")
        probe.reads(\.stepID, "s1")
        #expect(probe.record.metadata == ["isResolved": "false"])
        probe.reads(\.restrictsResponse, false)
        probe.reads(\.isBotsPrivateNote, true)
        probe.reads(\.isBotsInput, false)
        probe.reads(\.status, "Failed")
        probe.reads(\.errorCode, 131_026)
        probe.reads(\.errorMessage, "Undeliverable")
        probe.reads(\.errorCategory, "CHANNEL")
        #expect(!probe.record.isSystemEvent)
        #expect(try RecordProbe<Message>(#"{"id":"m","message_type":null}"#).record.messageType == .normal)
    }

    @Test("the text is that of all parts, each on its line, and reads what a draft of text writes")
    func text() throws {
        let draft = MessageDraft(from: .agent("a1"), text: "Grüße")
        var sent = draft.json
        sent["id"] = "m1"
        let message = try Message(json: sent)
        #expect(message.text == "Grüße")
        #expect(message.actor == .agent("a1"))
        let several = try RecordProbe<Message>(
            #"{"id":"m","message_parts":[{"text":{"content":"a"}},{"image":{}},{"text":{"content":"b"}}]}"#)
        several.reads(\.text, "a\nb")
        #expect(several.record.actor == nil)
        #expect(try Message(json: ["id": "m", "message_parts": [["image": [:]]]]).text == nil)
    }

    @Test("unknown keys, words and parts, ids as numbers, the other spelling of a bot's input")
    func surprises() throws {
        let message = try RecordProbe<Message>(
            #"{"id":7,"later":null,"message_type":"whisper","actor_type":"Agent","message_source":"WhatsApp","#
                + #""freshchat_conversation_id":700000000000001,"bots_input":true,"#
                + #""message_parts":[{"hologram":{"n":1.0}},{},{"text":{"content":"a"},"image":{}}]}"#
        ).record
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
        #expect(try RecordProbe<Message>(text).record.isSystemEvent)
    }
}
