import Freshdesk
import TestSupport
import Testing

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
                answer: .json(201, #"[{"id":"28","parent":{"id":"156","type":"ticket"},"created_by":"1060000"}]"#)
            ) {
                let draft = CollaborationThreadDraft(.forward, ticketID: 156) {
                    $0.additionalInfo = ["email_config_id": 7]
                }
                let thread = try await $0.threads.create(draft)
                return thread.id == 28 && thread.parent?.id == 156 && thread.createdBy == 1_060_000
            },
            .reading(
                "GET collaboration/threads/{id}", "collaboration/threads/2",
                answer: .json(200, #"{"id":"2","anchor":{"id":"9","type":"conversation"},"is_read":true}"#)
            ) {
                let thread = try await $0.threads.get(2)
                return thread.anchor?.type == "conversation" && thread.isRead == true
            },
            WireCall(
                "PUT collaboration/threads/{id}", "collaboration/threads/2", #"{"title":"New"}"#,
                answer: .json(200, #"{"title":"New","linked_object":{}}"#)
            ) { try await $0.threads.update(2, CollaborationThreadUpdate { $0.title = "New" }) },
            WireCall("DELETE collaboration/threads/{id}", "collaboration/threads/2", answer: .empty(204)) {
                try await $0.threads.delete(2)
            },
            .reading(
                "POST collaboration/messages", "collaboration/messages",
                #"{"thread_id":"24","body":"<p>Hi</p>","participants":{"email":{"to":["a@acme.test"]}}}"#,
                answer: .json(201, #"{"id":"40","thread_id":"24","edited":false,"attachment_ids":[]}"#)
            ) {
                let draft = ThreadMessageDraft(threadID: 24, body: "<p>Hi</p>") {
                    $0.participants = ["email": ["to": ["a@acme.test"]]]
                }
                let message = try await $0.threadMessages.create(draft)
                return message.id == 40 && message.threadID == 24 && message.isEdited == false
            },
            WireCall("GET collaboration/messages/{id}", "collaboration/messages/40") {
                _ = try await $0.threadMessages.get(40)
            },
            WireCall(
                "PUT collaboration/messages/{id}", "collaboration/messages/40", #"{"body":"abc"}"#,
                answer: .json(200, #"{"body":"abc"}"#)
            ) { try await $0.threadMessages.update(40, ThreadMessageUpdate { $0.body = "abc" }) },
            WireCall("DELETE collaboration/messages/{id}", "collaboration/messages/40", answer: .empty(204)) {
                try await $0.threadMessages.delete(40)
            },
            .reading(
                "GET collaboration/messages/{id}/generate-quote", "collaboration/messages/40/generate-quote",
                answer: .json(200, #"{"quoted_text":"<blockquote></blockquote>"}"#)
            ) { try await $0.threadMessages.quote(of: 40) == "<blockquote></blockquote>" },
        ])
}
