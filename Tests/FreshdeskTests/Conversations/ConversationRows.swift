import Foundation
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
            .reading(
                "GET tickets/{id}/conversations", "tickets/311/conversations?per_page=100",
                answer: Sample<Conversation>.reply.list()
            ) { Sample<Conversation>.reply.facts(try await $0.tickets.conversations(of: 311).all()) },
            .reading(
                "POST tickets/{id}/reply", "tickets/311/reply", #"{"body":"<p>Done.</p>"}"#,
                answer: Sample<Conversation>.reply.answer(201)
            ) {
                Sample<Conversation>.reply.facts(try await $0.tickets.reply(to: 311, ReplyDraft(body: "<p>Done.</p>")))
            },
            .reading(
                "POST tickets/{id}/reply", "tickets/311/reply",
                form: ["attachments[]=@a.txt", "body=B", "cc_emails[]=c@d.test"],
                answer: Sample<Conversation>.reply.answer(201)
            ) {
                let draft = ReplyDraft(body: "B") { $0.ccEmails = ["c@d.test"] }
                let file = AttachmentUpload.data(Data([1]), filename: "a.txt")
                Sample<Conversation>.reply.facts(try await $0.tickets.reply(to: 311, draft, attachments: [file]))
            },
            .reading(
                "POST tickets/{id}/notes", "tickets/311/notes", #"{"body":"N","private":false}"#,
                answer: note.answer(201)
            ) { note.facts(try await $0.tickets.addNote(to: 311, NoteDraft(body: "N", isPrivate: false))) },
            .reading(
                "POST tickets/{id}/notes", "tickets/311/notes",
                form: ["attachments[]=@a.txt", "body=N", "private=false"], answer: note.answer(201)
            ) {
                let file = AttachmentUpload.data(Data([1]), filename: "a.txt")
                note.facts(
                    try await $0.tickets.addNote(to: 311, NoteDraft(body: "N", isPrivate: false), attachments: [file]))
            },
            .reading("PUT conversations/{id}", "conversations/5", #"{"body":"B"}"#, answer: note.answer()) {
                note.facts(try await $0.conversations.update(5, ConversationUpdate { $0.body = "B" }))
            },
            .silent("DELETE conversations/{id}", "conversations/5") { try await $0.conversations.delete(5) },
            .reading(
                "POST tickets/{id}/reply_to_forward", "tickets/311/reply_to_forward",
                #"{"body":"B","to_emails":["x@y.test"],"cc_emails":["c@d.test"]}"#,
                answer: Sample<Conversation>.reply.answer(201)
            ) {
                let draft = ForwardReplyDraft(body: "B", to: ["x@y.test"]) { $0.ccEmails = ["c@d.test"] }
                Sample<Conversation>.reply.facts(try await $0.tickets.replyToForward(of: 311, draft))
            },
        ])
}

extension Sample<Conversation> {
    /// A reply, as lists show it.
    static var reply: Self {
        Self(
            """
            {"id":70105086049,"ticket_id":311,"user_id":70040000021,"source":0,"category":3,"incoming":false,\
            "private":false,"body":"<div>We are on it.</div>","body_text":"We are on it.",\
            "structured_body":{"body_contents":[{"type":"text","data":{"content":"We are on it."}}]},\
            "support_email":"support@acmehelp.freshdesk.com","from_email":"Acme <support@acmehelp.freshdesk.com>",\
            "to_emails":["ana@acme.test"],"cc_emails":["c@acme.test"],"bcc_emails":["b@acme.test"],\
            "replied_to":["r@acme.test"],"email_failure_count":1,"outgoing_failures":{"to":1},"thread_id":"t1",\
            "thread_message_id":"m1","automation_id":8,"automation_type_id":4,"auto_response":false,\
            "source_additional_info":{"a":1},"delivery_details":{"failed_emails":["f@acme.test"],\
            "pending_emails":["p@acme.test"]},"last_edited_at":"2025-03-04T10:02:00Z","last_edited_user_id":6,\
            "attachments":[\(Sample<FileAttachment>.log.text)],"created_at":"2025-03-04T10:01:00Z",\
            "updated_at":"2025-03-04T10:01:01Z"}
            """
        ) {
            $0.id == 70_105_086_049
            $0.ticketID == 311
            $0.userID == 70_040_000_021
            $0.source == .reply
            $0.category == 3
            $0.isIncoming == false
            $0.isPrivate == false
            $0.body == "<div>We are on it.</div>"
            $0.bodyText == "We are on it."
            $0.structuredBody == ["body_contents": [["type": "text", "data": ["content": "We are on it."]]]]
            $0.supportEmail == "support@acmehelp.freshdesk.com"
            $0.fromEmail == "Acme <support@acmehelp.freshdesk.com>"
            $0.toEmails == ["ana@acme.test"]
            $0.ccEmails == ["c@acme.test"]
            $0.bccEmails == ["b@acme.test"]
            $0.repliedTo == ["r@acme.test"]
            $0.emailFailureCount == 1
            $0.outgoingFailures == ["to": 1]
            $0.threadID == "t1"
            $0.threadMessageID == "m1"
            $0.automationID == 8
            $0.automationTypeID == 4
            $0.isAutoResponse == false
            $0.sourceAdditionalInfo == ["a": 1]
            $0.deliveryDetails?.failedEmails == ["f@acme.test"]
            $0.deliveryDetails?.pendingEmails == ["p@acme.test"]
            $0.lastEditedAt == utc(2025, 3, 4, 10, 2)
            $0.lastEditedUserID == 6
            Sample<FileAttachment>.log.facts($0.attachments ?? [])
            $0.createdAt == utc(2025, 3, 4, 10, 1)
            $0.updatedAt == utc(2025, 3, 4, 10, 1, 1)
        }
    }
}

private let note = Sample<Conversation>(
    """
    {"id":5,"ticket_id":311,"user_id":70040000021,"body":"<div>N</div>","body_text":"N","incoming":false,"private":true,\
    "support_email":null,"notified_to":["lead@acme.test"],"attachments":[\(Sample<FileAttachment>.log.text)],\
    "created_at":"2025-03-04T10:01:00Z","updated_at":"2025-03-04T10:01:01Z"}
    """
) {
    $0.id == 5
    $0.ticketID == 311
    $0.userID == 70_040_000_021
    $0.body == "<div>N</div>"
    $0.bodyText == "N"
    $0.isIncoming == false
    $0.isPrivate == true
    $0.supportEmail == nil
    $0.notifiedTo == ["lead@acme.test"]
    Sample<FileAttachment>.log.facts($0.attachments ?? [])
    $0.createdAt == utc(2025, 3, 4, 10, 1)
    $0.updatedAt == utc(2025, 3, 4, 10, 1, 1)
}
