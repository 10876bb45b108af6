import Foundation
import Freshdesk
import TestSupport

// Tickets as developers.freshdesk.com/api shows them, for TicketRows.swift.

extension Sample<Ticket> {
    /// One with all that tickets have without being asked for.
    static var signIn: Self {
        Self(
            """
            {"id":311,"subject":"Cannot sign in","type":"Problem","status":2,"priority":3,"source":10,"spam":false,"deleted":true,\
            "archived":true,"urgent":false,"requester_id":70041233991,"responder_id":70040000021,"group_id":70000010001,\
            "company_id":70000555001,"product_id":8,"email_config_id":9,"internal_agent_id":10,"internal_group_id":11,\
            "form_id":12,"cc_emails":["c@acme.test"],"fwd_emails":["f@acme.test"],"reply_cc_emails":["r@acme.test"],\
            "ticket_cc_emails":["t@acme.test"],"ticket_bcc_emails":["b@acme.test"],"to_emails":["help@acme.test"],\
            "support_email":"help@acmehelp.freshdesk.com","description":"<div>Code 7.</div>","description_text":"Code 7.",\
            "structured_description":{"description_contents":[{"type":"text","data":{"content":"Code 7."}}]},\
            "custom_fields":{"cf_region":"EMEA","cf_locked":false,"cf_seats":12,"cf_day":"2025-03-09","cf_none":null},\
            "tags":["login"],"attachments":[\(Sample<FileAttachment>.log.text)],"association_type":3,\
            "associated_tickets_list":[312],"associated_tickets_count":1,"source_additional_info":{"a":1},"source_info":{"b":2},\
            "sentiment_score":40,"initial_sentiment_score":30,"is_escalated":true,"fr_escalated":false,"nr_escalated":true,\
            "due_by":"2025-03-07T09:12:33Z","fr_due_by":"2025-03-05T09:12:33Z","nr_due_by":"2025-03-06T09:12:33Z",\
            "created_at":"2025-03-04T09:12:33Z","updated_at":"2025-03-04T14:44:02+05:30"}
            """
        ) {
            $0.id == 311
            $0.subject == "Cannot sign in"
            $0.type == .problem
            $0.status == .open
            $0.priority == .high
            $0.source == .outboundEmail
            $0.isSpam == false
            $0.isDeleted == true
            $0.isArchived == true
            $0.isUrgent == false
            $0.requesterID == 70_041_233_991
            $0.responderID == 70_040_000_021
            $0.groupID == 70_000_010_001
            $0.companyID == 70_000_555_001
            $0.productID == 8
            $0.emailConfigID == 9
            $0.internalAgentID == 10
            $0.internalGroupID == 11
            $0.formID == 12
            $0.ccEmails == ["c@acme.test"]
            $0.forwardEmails == ["f@acme.test"]
            $0.replyCCEmails == ["r@acme.test"]
            $0.ticketCCEmails == ["t@acme.test"]
            $0.ticketBCCEmails == ["b@acme.test"]
            $0.toEmails == ["help@acme.test"]
            $0.supportEmail == "help@acmehelp.freshdesk.com"
            $0.description == "<div>Code 7.</div>"
            $0.descriptionText == "Code 7."
            $0.structuredDescription == ["description_contents": [["type": "text", "data": ["content": "Code 7."]]]]
            $0.customFields["cf_region"] == "EMEA"
            $0.customFields["cf_locked"] == false
            $0.customFields["cf_seats"] == 12
            $0.customFields["cf_day"] == "2025-03-09"
            $0.tags == ["login"]
            Sample<FileAttachment>.log.facts($0.attachments ?? [])
            $0.associationType == .tracker
            $0.associatedTicketIDs == [312]
            $0.associatedTicketCount == 1
            $0.sourceAdditionalInfo == ["a": 1]
            $0.sourceInfo == ["b": 2]
            $0.sentimentScore == 40
            $0.initialSentimentScore == 30
            $0.isEscalated == true
            $0.isFirstResponseEscalated == false
            $0.isNextResponseEscalated == true
            $0.dueBy == utc(2025, 3, 7, 9, 12, 33)
            $0.firstResponseDueBy == utc(2025, 3, 5, 9, 12, 33)
            $0.nextResponseDueBy == utc(2025, 3, 6, 9, 12, 33)
            $0.createdAt == utc(2025, 3, 4, 9, 12, 33)
            $0.updatedAt == utc(2025, 3, 4, 9, 14, 2)
        }
    }

    /// One with all that can be asked for besides.
    static var included: Self {
        Self(
            """
            {"id":311,"requester":{"id":7,"name":"Ana Ruiz","email":"ana@acme.test","mobile":"1","phone":"+34","active":true},\
            "company":{"id":5,"name":"Acme Tools"},"stats":{"agent_responded_at":"2025-03-04T09:00:01Z",\
            "requester_responded_at":"2025-03-04T09:00:02Z","first_responded_at":"2025-03-04T09:00:03Z",\
            "status_updated_at":"2025-03-04T09:00:04Z","reopened_at":"2025-03-04T09:00:05Z","resolved_at":"2025-03-04T09:00:06Z",\
            "closed_at":"2025-03-04T09:00:07Z","pending_since":"2025-03-04T09:00:08Z"},\
            "conversations":[\(Sample<Conversation>.reply.text)]}
            """
        ) {
            $0.id == 311
            $0.requester?.id == 7
            $0.requester?.name == "Ana Ruiz"
            $0.requester?.email == "ana@acme.test"
            $0.requester?.mobile == "1"
            $0.requester?.phone == "+34"
            $0.requester?.isActive == true
            $0.company?.id == 5
            $0.company?.name == "Acme Tools"
            $0.stats?.agentRespondedAt == utc(2025, 3, 4, 9, 0, 1)
            $0.stats?.requesterRespondedAt == utc(2025, 3, 4, 9, 0, 2)
            $0.stats?.firstRespondedAt == utc(2025, 3, 4, 9, 0, 3)
            $0.stats?.statusUpdatedAt == utc(2025, 3, 4, 9, 0, 4)
            $0.stats?.reopenedAt == utc(2025, 3, 4, 9, 0, 5)
            $0.stats?.resolvedAt == utc(2025, 3, 4, 9, 0, 6)
            $0.stats?.closedAt == utc(2025, 3, 4, 9, 0, 7)
            $0.stats?.pendingSince == utc(2025, 3, 4, 9, 0, 8)
            Sample<Conversation>.reply.facts($0.conversations ?? [])
        }
    }

    /// One as its associations show it.
    static var short: Self {
        Self(
            """
            {"id":312,"group_id":2,"priority":4,"requester_id":7,"responder_id":8,"source":1,"company_id":5,"status":5,\
            "subject":"S","product_id":3,"type":"Refund","due_by":"2025-03-07T09:12:33Z","fr_due_by":"2025-03-05T09:12:33Z",\
            "is_escalated":false,"created_at":"2025-03-04T09:12:33Z","updated_at":"2025-03-04T09:14:02Z"}
            """
        ) {
            $0.id == 312
            $0.groupID == 2
            $0.priority == .urgent
            $0.requesterID == 7
            $0.responderID == 8
            $0.source == .email
            $0.companyID == 5
            $0.status == .closed
            $0.subject == "S"
            $0.productID == 3
            $0.type == .refund
            $0.dueBy == utc(2025, 3, 7, 9, 12, 33)
            $0.firstResponseDueBy == utc(2025, 3, 5, 9, 12, 33)
            $0.isEscalated == false
            $0.createdAt == utc(2025, 3, 4, 9, 12, 33)
            $0.updatedAt == utc(2025, 3, 4, 9, 14, 2)
        }
    }
}

extension Sample<Conversation> {
    static var forwarded: Self {
        Self(
            """
            {"id":5,"ticket_id":311,"user_id":8,"body":"<p>B</p>","body_text":"B","incoming":false,"private":true,"source":8,\
            "category":2,"to_emails":["x@y.test"],"has_quoted_text":false,"deleted":false,"cloud_files":[{"id":6}],\
            "email_failure_count":2,"created_at":"2025-03-04T09:12:33Z","updated_at":"2025-03-04T09:14:02Z"}
            """
        ) {
            $0.id == 5
            $0.ticketID == 311
            $0.userID == 8
            $0.body == "<p>B</p>"
            $0.bodyText == "B"
            $0.isIncoming == false
            $0.isPrivate == true
            $0.source == .forwardedEmail
            $0.category == 2
            $0.toEmails == ["x@y.test"]
            $0.hasQuotedText == false
            $0.isDeleted == false
            $0.cloudFiles == [["id": 6]]
            $0.emailFailureCount == 2
            $0.createdAt == utc(2025, 3, 4, 9, 12, 33)
            $0.updatedAt == utc(2025, 3, 4, 9, 14, 2)
        }
    }
}

extension Sample<TicketSummary> {
    static var summary: Self {
        Self(
            """
            {"id":9,"ticket_id":311,"body":"<p>Short</p>","body_text":"Short","user_id":5,\
            "attachments":[\(Sample<FileAttachment>.log.text)],"created_at":"2025-03-04T09:12:33Z",\
            "updated_at":"2025-03-04T09:14:02Z"}
            """
        ) {
            $0.id == 9
            $0.ticketID == 311
            $0.body == "<p>Short</p>"
            $0.bodyText == "Short"
            $0.userID == 5
            Sample<FileAttachment>.log.facts($0.attachments ?? [])
            $0.createdAt == utc(2025, 3, 4, 9, 12, 33)
            $0.updatedAt == utc(2025, 3, 4, 9, 14, 2)
        }
    }
}
