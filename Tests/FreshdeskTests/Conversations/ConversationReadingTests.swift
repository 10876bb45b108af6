import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk conversations as they are read")
struct ConversationReadingTests {
    @Test("every documented property, with ids as strings, and with null in place of each")
    func properties() throws {
        let probe = try RecordProbe<Conversation>(
            """
            {"id":70105086049,"ticket_id":311,"user_id":70040000021,"source":0,"category":3,"incoming":false,\
            "private":true,"body":"<div>We are on it.</div>","body_text":"We are on it.",\
            "structured_body":{"body_contents":[{"type":"text","data":{"content":"We are on it."}}]},\
            "support_email":"support@acmehelp.freshdesk.com","from_email":"Acme <support@acmehelp.freshdesk.com>",\
            "to_emails":["ana@acme.test"],"cc_emails":["c@acme.test"],"bcc_emails":["b@acme.test"],\
            "replied_to":["ana@acme.test"],"notified_to":["sam@acmehelp.test"],"email_failure_count":2,\
            "outgoing_failures":["x"],"thread_id":"9001","thread_message_id":"9002","automation_id":31,\
            "automation_type_id":4,"auto_response":false,"source_additional_info":{"a":1},"threading_type":"t",\
            "delivery_details":{"failed_emails":["f@acme.test"],"pending_emails":[]},\
            "last_edited_at":"2025-03-04T11:00:00Z","last_edited_user_id":70040000022,\
            "attachments":[{"id":70112233445}],\
            "created_at":"2025-03-04T10:01:00Z","updated_at":"2025-03-04T10:02:00Z"}
            """)
        #expect(probe.record.id == 70_105_086_049)
        probe.reads(\.ticketID, 311)
        probe.reads(\.userID, 70_040_000_021)
        probe.reads(\.source, .reply)
        probe.reads(\.category, 3)
        probe.reads(\.isIncoming, false)
        probe.reads(\.isPrivate, true)
        probe.reads(\.body, "<div>We are on it.</div>")
        probe.reads(\.bodyText, "We are on it.")
        probe.reads(\.structuredBody, ["body_contents": [["type": "text", "data": ["content": "We are on it."]]]])
        probe.reads(\.supportEmail, "support@acmehelp.freshdesk.com")
        probe.reads(\.fromEmail, "Acme <support@acmehelp.freshdesk.com>")
        probe.reads(\.toEmails, ["ana@acme.test"])
        probe.reads(\.ccEmails, ["c@acme.test"])
        probe.reads(\.bccEmails, ["b@acme.test"])
        probe.reads(\.repliedTo, ["ana@acme.test"])
        probe.reads(\.notifiedTo, ["sam@acmehelp.test"])
        probe.reads(\.emailFailureCount, 2)
        probe.reads(\.outgoingFailures, ["x"])
        probe.reads(\.threadID, "9001")
        probe.reads(\.threadMessageID, "9002")
        probe.reads(\.automationID, 31)
        probe.reads(\.automationTypeID, 4)
        probe.reads(\.isAutoResponse, false)
        probe.reads(\.sourceAdditionalInfo, ["a": 1])
        probe.reads(\.threadingType, "t")
        probe.reads(\.deliveryDetails?.failedEmails, ["f@acme.test"])
        probe.reads(\.deliveryDetails?.pendingEmails, [])
        probe.reads(\.lastEditedAt, utc(2025, 3, 4, 11))
        probe.reads(\.lastEditedUserID, 70_040_000_022)
        probe.reads(\.attachments?.first?.id, 70_112_233_445)
        probe.reads(\.createdAt, utc(2025, 3, 4, 10, 1))
        probe.reads(\.updatedAt, utc(2025, 3, 4, 10, 2))
    }

    @Test("an unknown source is kept")
    func unknownSource() throws {
        let conversation = try RecordProbe<Conversation>(#"{"id":1,"source":12}"#).record
        #expect(conversation.source == ConversationSource(rawValue: 12))
    }

    @Test("an old conversation has one text of addresses, and flags that are numbers")
    func old() throws {
        let probe = try RecordProbe<Conversation>(
            #"{"id":1,"to_emails":"one@x.example, two@x.example","cc_emails":"c@x.example","private":1,"incoming":0}"#)
        #expect(probe.record.toEmails == ["one@x.example", "two@x.example"])
        #expect(probe.record.ccEmails == ["c@x.example"])
        #expect(probe.record.isPrivate == true)
        #expect(probe.record.isIncoming == false)
    }

    @Test("the delivery of a conversation")
    func delivery() throws {
        let probe = try RecordProbe<DeliveryDetails>(
            #"{"failed_emails":["a@b.test"],"pending_emails":["c@d.test"]}"#)
        probe.reads(\.failedEmails, ["a@b.test"])
        probe.reads(\.pendingEmails, ["c@d.test"])
    }
}
