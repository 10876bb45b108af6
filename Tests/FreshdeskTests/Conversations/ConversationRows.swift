import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Conversations.
extension EndpointFolder {
    static let conversations = EndpointFolder(
        "Conversations", 6,
        """
        GET tickets/{id}/conversations
        POST tickets/{id}/reply
        POST tickets/{id}/notes
        POST tickets/{id}/reply_to_forward
        PUT conversations/{id}
        DELETE conversations/{id}
        """,
        calls: [
            WireCall(
                "GET tickets/{id}/conversations", "tickets/311/conversations?per_page=100", answer: .json(200, "[]")
            ) { _ = try await $0.tickets.conversations(of: 311).all() },
            WireCall("POST tickets/{id}/reply", "tickets/311/reply", #"{"body":"<p>Done.</p>"}"#) {
                try await $0.tickets.reply(to: 311, ReplyDraft(body: "<p>Done.</p>"))
            },
            WireCall("POST tickets/{id}/notes", "tickets/311/notes", #"{"body":"N","private":false}"#) {
                try await $0.tickets.addNote(to: 311, NoteDraft(body: "N", isPrivate: false))
            },
            WireCall("PUT conversations/{id}", "conversations/5", #"{"body":"B"}"#) {
                try await $0.conversations.update(5, ConversationUpdate { $0.body = "B" })
            },
            WireCall("DELETE conversations/{id}", "conversations/5", answer: .empty(204)) {
                try await $0.conversations.delete(5)
            },
            WireCall(
                "POST tickets/{id}/reply_to_forward", "tickets/311/reply_to_forward",
                #"{"body":"B","to_emails":["x@y.test"],"cc_emails":["c@d.test"]}"#
            ) {
                let draft = ForwardReplyDraft(body: "B", to: ["x@y.test"]) { $0.ccEmails = ["c@d.test"] }
                try await $0.tickets.replyToForward(of: 311, draft)
            },
        ])
}
