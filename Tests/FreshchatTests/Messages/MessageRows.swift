import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, conversations: messages.
extension EndpointFolder {
    static let messages = EndpointFolder(
        "Messages", 2,
        """
        GET conversations/{id}/messages
        POST conversations/{id}/messages
        """,
        calls: messageReads, messageWrites)

    private static let question = Sample<Message>(
        """
        {"id":"a41f2c1e-7c0d-4b9b-8c59-0d6c2d5b1f77","created_time":"2024-03-05T09:07:33.120Z",\
        "message_parts":[{"text":{"content":"Where is my order?"}}],"reply_parts":[],"message_type":"normal",\
        "actor_type":"user","actor_id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11",\
        "org_actor_id":"1712345678901234567","user_id":"5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11",\
        "app_id":"c0ffee00-1111-4222-8333-444455556666","channel_id":"e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42",\
        "conversation_id":"9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a",\
        "interaction_id":"700000000000001-1709629653000","message_source":"web","restrictResponse":false,\
        "botsPrivateNote":false,"isBotsInput":false}
        """
    ) { message in
        message.id == "a41f2c1e-7c0d-4b9b-8c59-0d6c2d5b1f77"
        message.createdAt == time(1_709_629_653, 120)
        message.parts == [.text("Where is my order?")]
        message.text == "Where is my order?"
        message.replyParts == []
        message.messageType == .normal
        message.actor == .user("5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11")
        message.actorType == .user
        message.actorID == "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"
        message.orgActorID == "1712345678901234567"
        message.userID == "5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11"
        message.appID == "c0ffee00-1111-4222-8333-444455556666"
        message.channelID == "e2b7b7a0-0c39-4f2e-a6f5-1b9a6b0d3c42"
        message.conversationID == "9b2d6c7e-5f41-4f0a-9b6f-0a1e2d3c4b5a"
        message.interactionID == "700000000000001-1709629653000"
        message.messageSource == .web
        message.restrictsResponse == false
        message.isBotsPrivateNote == false
        message.isBotsInput == false
    }

    private static let messageReads: [WireCall] = [
        .reading(
            "GET conversations/{id}/messages", "conversations/c1/messages?items_per_page=50",
            answer: question.list(under: "messages")
        ) { question.facts(try await $0.messages.list(in: "c1").all()) }
    ]

    private static let messageWrites: [WireCall] = [
        write(
            #"{"actor_type":"agent","actor_id":"a1","message_parts":[{"text":{"content":"Hello"}}]}"#,
            MessageDraft(from: .agent("a1"), text: "Hello")),
        write(
            """
            {"actor_type":"user","actor_id":"u1","message_type":"private","user_id":"u1",\
            "message_parts":[{"text":{"content":"One"}},{"text":{"content":"Two"}}],\
            "reply_parts":[{"collection":{"sub_parts":[{"quick_reply_button":{"label":"Yes"}},\
            {"quick_reply_button":{"label":"No"}}]}}]}
            """,
            MessageDraft(from: .user("u1"), parts: [.text("One"), .text("Two")]) {
                $0.messageType = .private
                $0.userID = "u1"
                $0.replyParts = [.quickReplies("Yes", "No")]
            }),
        write(
            #"{"actor_type":"bot","message_parts":[{"text":{"content":"Beep"}}]}"#,
            MessageDraft(from: .bot(), text: "Beep")),
        write(
            #"{"actor_type":"bot","actor_id":"b1","message_parts":[{"text":{"content":"Beep"}}]}"#,
            MessageDraft(from: .bot("b1"), text: "Beep")),
        write(
            #"{"actor_type":"system","message_parts":[{"text":{"content":"Note"}}]}"#,
            MessageDraft(from: .system, text: "Note")),
    ]

    private static func write(_ body: JSONText, _ draft: MessageDraft) -> WireCall {
        .reading("POST conversations/{id}/messages", "conversations/c1/messages", body, answer: question.answer()) {
            question.facts(try await $0.messages.send(draft, to: "c1"))
        }
    }
}
