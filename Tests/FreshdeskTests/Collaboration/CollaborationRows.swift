import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, threads and their messages.
extension EndpointFolder {
    static let collaboration = EndpointFolder(
        "Collaboration", 9,
        """
        POST collaboration/threads
        GET collaboration/threads/{id}
        PUT collaboration/threads/{id}
        DELETE collaboration/threads/{id}
        POST collaboration/messages
        GET collaboration/messages/{id}
        PUT collaboration/messages/{id}
        DELETE collaboration/messages/{id}
        GET collaboration/messages/{id}/generate-quote
        """,
        calls: [
            .reading(
                "POST collaboration/threads", "collaboration/threads",
                #"{"type":"forward","parent":{"id":"156","type":"ticket"},"additional_info":{"email_config_id":7}}"#,
                answer: thread.list()
            ) {
                let draft = CollaborationThreadDraft(.forward, ticketID: 156) {
                    $0.additionalInfo = ["email_config_id": 7]
                }
                thread.facts(try await $0.threads.create(draft))
            },
            .reading("GET collaboration/threads/{id}", "collaboration/threads/28", answer: thread.answer()) {
                thread.facts(try await $0.threads.get(28))
            },
            // The answers to changes are a part of the record, without its id.
            .silent(
                "PUT collaboration/threads/{id}", "collaboration/threads/2", #"{"title":"New"}"#,
                answer: .json(200, #"{"title":"New","linked_object":{}}"#)
            ) { try await $0.threads.update(2, CollaborationThreadUpdate { $0.title = "New" }) },
            .silent("DELETE collaboration/threads/{id}", "collaboration/threads/2") { try await $0.threads.delete(2) },
            .reading(
                "POST collaboration/messages", "collaboration/messages",
                #"{"thread_id":"24","body":"<p>Hi</p>","participants":{"email":{"to":["a@acme.test"]}}}"#,
                answer: message.answer(201)
            ) {
                let draft = ThreadMessageDraft(threadID: 24, body: "<p>Hi</p>") {
                    $0.participants = ["email": ["to": ["a@acme.test"]]]
                }
                message.facts(try await $0.threadMessages.create(draft))
            },
            .reading("GET collaboration/messages/{id}", "collaboration/messages/40", answer: message.answer()) {
                message.facts(try await $0.threadMessages.get(40))
            },
            .silent(
                "PUT collaboration/messages/{id}", "collaboration/messages/40", #"{"body":"abc"}"#,
                answer: .json(200, #"{"body":"abc"}"#)
            ) { try await $0.threadMessages.update(40, ThreadMessageUpdate { $0.body = "abc" }) },
            .silent("DELETE collaboration/messages/{id}", "collaboration/messages/40") {
                try await $0.threadMessages.delete(40)
            },
            .reading(
                "GET collaboration/messages/{id}/generate-quote", "collaboration/messages/40/generate-quote",
                answer: .json(200, #"{"quoted_text":"<blockquote></blockquote>"}"#)
            ) { try await $0.threadMessages.quote(of: 40) == "<blockquote></blockquote>" },
        ])
}

private let thread = Sample<CollaborationThread>(
    """
    {"id":"28","type":"forward","title":"Supplier","parent":{"id":"156","type":"ticket"},\
    "anchor":{"id":"9","type":"conversation"},"participants":{"email":{"to":["a@acme.test"]}},\
    "additional_info":{"email_config_id":7},"linked_object":{"id":"3"},"is_read":true,"created_by":"1060000",\
    "updated_by":"1060001","created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 28
    $0.type == .forward
    $0.title == "Supplier"
    $0.parent?.id == 156
    $0.parent?.type == "ticket"
    $0.anchor?.id == 9
    $0.anchor?.type == "conversation"
    $0.participants == ["email": ["to": ["a@acme.test"]]]
    $0.additionalInfo == ["email_config_id": 7]
    $0.linkedObject == ["id": "3"]
    $0.isRead == true
    $0.createdBy == 1_060_000
    $0.updatedBy == 1_060_001
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let message = Sample<ThreadMessage>(
    """
    {"id":"40","thread_id":"24","body":"<p>Hi</p>","body_text":"Hi","full_message":"<p>Hi</p><p>Ho</p>",\
    "full_message_text":"Hi Ho","participants":{"email":{"to":["a@acme.test"]}},"attachment_ids":[5],\
    "inline_attachment_ids":["6"],"additional_info":{"has_quoted_text":true},"edited":false,"source":2,\
    "created_by":"1060000","created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 40
    $0.threadID == 24
    $0.body == "<p>Hi</p>"
    $0.bodyText == "Hi"
    $0.fullMessage == "<p>Hi</p><p>Ho</p>"
    $0.fullMessageText == "Hi Ho"
    $0.participants == ["email": ["to": ["a@acme.test"]]]
    $0.attachmentIDs == [5]
    $0.inlineAttachmentIDs == [6]
    $0.additionalInfo == ["has_quoted_text": true]
    $0.isEdited == false
    $0.source == 2
    $0.createdBy == 1_060_000
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
