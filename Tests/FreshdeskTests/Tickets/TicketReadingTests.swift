import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk tickets as they are read")
struct TicketReadingTests {
    /// The reference's example, with a value for every key that is null in it, and the keys of recent accounts.
    private static let full = """
        {"cc_emails":["lead@acme.test"],"fwd_emails":["f@acme.test"],"reply_cc_emails":["r@acme.test"],\
        "ticket_cc_emails":["t@acme.test"],"ticket_bcc_emails":["b@acme.test"],"to_emails":["to@acme.test"],\
        "support_email":"help@acme.test","email_config_id":70000020001,"fr_escalated":false,"is_escalated":true,\
        "nr_escalated":false,"spam":false,"deleted":true,"urgent":false,"id":311,\
        "subject":"Cannot sign in on build 42","type":"Problem","status":2,"priority":3,"source":2,\
        "requester_id":70041233991,"responder_id":70040000021,"group_id":70000010001,"company_id":70000555001,\
        "product_id":70000030001,"internal_agent_id":70040000022,"internal_group_id":70000010002,\
        "association_type":1,"associated_tickets_list":[312,313],"associated_tickets_count":2,\
        "source_additional_info":{"k":1},"form_id":70000040001,"sentiment_score":75,"initial_sentiment_score":20,\
        "due_by":"2025-03-07T09:12:33Z","fr_due_by":"2025-03-05T09:12:33Z","nr_due_by":"2025-03-06T00:00:00Z",\
        "description":"<div>Login fails with code 7.</div>","description_text":"Login fails with code 7.",\
        "structured_description":{"description_contents":[{"type":"text"}]},\
        "custom_fields":{"cf_region":"EMEA","cf_locked":false,"cf_seats":12},"tags":["login"],\
        "attachments":[{"id":70112233445,"name":"log.txt"}],"created_at":"2025-03-04T09:12:33Z",\
        "updated_at":"2025-03-04T09:14:02Z",\
        "requester":{"id":70041233991,"name":"Ana Ruiz"},"company":{"id":70000555001,"name":"Acme Tools"},\
        "stats":{"closed_at":null},"conversations":[{"id":70105086049}]}
        """

    @Test("every documented property, with ids as strings, and with null in place of each")
    func properties() throws {
        let probe = try RecordProbe<Ticket>(Self.full)
        #expect(probe.record.id == 311)
        probe.reads(\.ccEmails, ["lead@acme.test"])
        probe.reads(\.forwardEmails, ["f@acme.test"])
        probe.reads(\.replyCCEmails, ["r@acme.test"])
        probe.reads(\.ticketCCEmails, ["t@acme.test"])
        probe.reads(\.ticketBCCEmails, ["b@acme.test"])
        probe.reads(\.toEmails, ["to@acme.test"])
        probe.reads(\.supportEmail, "help@acme.test")
        probe.reads(\.emailConfigID, 70_000_020_001)
        probe.reads(\.isFirstResponseEscalated, false)
        probe.reads(\.isEscalated, true)
        probe.reads(\.isNextResponseEscalated, false)
        probe.reads(\.isSpam, false)
        probe.reads(\.isDeleted, true)
        probe.reads(\.isUrgent, false)
        probe.reads(\.subject, "Cannot sign in on build 42")
        probe.reads(\.type, .problem)
        probe.reads(\.status, .open)
        probe.reads(\.priority, .high)
        probe.reads(\.source, .portal)
        probe.reads(\.requesterID, 70_041_233_991)
        probe.reads(\.responderID, 70_040_000_021)
        probe.reads(\.groupID, 70_000_010_001)
        probe.reads(\.companyID, 70_000_555_001)
        probe.reads(\.productID, 70_000_030_001)
        probe.reads(\.internalAgentID, 70_040_000_022)
        probe.reads(\.internalGroupID, 70_000_010_002)
        probe.reads(\.associationType, .parent)
        probe.reads(\.associatedTicketIDs, [312, 313])
        probe.reads(\.associatedTicketCount, 2)
        probe.reads(\.sourceAdditionalInfo, ["k": 1])
        probe.reads(\.formID, 70_000_040_001)
        probe.reads(\.sentimentScore, 75)
        probe.reads(\.initialSentimentScore, 20)
        probe.reads(\.dueBy, utc(2025, 3, 7, 9, 12, 33))
        probe.reads(\.firstResponseDueBy, utc(2025, 3, 5, 9, 12, 33))
        probe.reads(\.nextResponseDueBy, utc(2025, 3, 6))
        probe.reads(\.description, "<div>Login fails with code 7.</div>")
        probe.reads(\.descriptionText, "Login fails with code 7.")
        probe.reads(\.structuredDescription, ["description_contents": [["type": "text"]]])
        probe.reads(\.tags, ["login"])
        probe.reads(\.createdAt, utc(2025, 3, 4, 9, 12, 33))
        probe.reads(\.updatedAt, utc(2025, 3, 4, 9, 14, 2))
        probe.reads(\.attachments?.first?.name, "log.txt")
        probe.reads(\.requester?.name, "Ana Ruiz")
        probe.reads(\.company?.name, "Acme Tools")
        probe.reads(\.stats?.json.count, 1)
        probe.reads(\.conversations?.first?.id, 70_105_086_049)
        #expect(probe.record.customFields["cf_region"] == "EMEA")
        #expect(probe.record.customFields["cf_locked"] == false)
        #expect(probe.record.customFields["cf_seats"] == 12)
        #expect(try RecordProbe<Ticket>(#"{"id":1,"custom_fields":null}"#).record.customFields.json.isEmpty)
    }

    @Test("what is embedded: requester, company, points in time")
    func embedded() throws {
        let requester = try RecordProbe<TicketRequester>(
            #"{"id":70041233991,"name":"Ana Ruiz","email":"ana@acme.test","mobile":"+34 1","phone":"+34 600 000 001"}"#)
        #expect(requester.record.id == 70_041_233_991)
        requester.reads(\.name, "Ana Ruiz")
        requester.reads(\.email, "ana@acme.test")
        requester.reads(\.mobile, "+34 1")
        requester.reads(\.phone, "+34 600 000 001")

        let company = try RecordProbe<TicketCompany>(#"{"id":70000555001,"name":"Acme Tools"}"#)
        #expect(company.record.id == 70_000_555_001)
        company.reads(\.name, "Acme Tools")
        let none = try RecordProbe<Ticket>(#"{"id":1,"company":{},"conversations":[]}"#).record
        #expect(none.company == nil)
        #expect(none.conversations == [])

        let stats = try RecordProbe<TicketStats>(
            """
            {"agent_responded_at":"2025-01-01T00:00:00Z","requester_responded_at":"2025-01-02T00:00:00Z",\
            "first_responded_at":"2025-01-03T00:00:00Z","status_updated_at":"2025-03-04T09:12:33Z",\
            "reopened_at":"2025-01-05T00:00:00Z","resolved_at":"2025-01-06T00:00:00Z",\
            "closed_at":"2025-01-07T05:30:00+05:30","pending_since":"2025-01-08T00:00:00.000Z"}
            """)
        stats.reads(\.agentRespondedAt, utc(2025, 1, 1))
        stats.reads(\.requesterRespondedAt, utc(2025, 1, 2))
        stats.reads(\.firstRespondedAt, utc(2025, 1, 3))
        stats.reads(\.statusUpdatedAt, utc(2025, 3, 4, 9, 12, 33))
        stats.reads(\.reopenedAt, utc(2025, 1, 5))
        stats.reads(\.resolvedAt, utc(2025, 1, 6))
        stats.reads(\.closedAt, utc(2025, 1, 7))
        stats.reads(\.pendingSince, utc(2025, 1, 8))
    }

    @Test("values that the library does not know are kept")
    func unknownValues() throws {
        let ticket = try RecordProbe<Ticket>(
            #"{"id":1,"status":17,"priority":9,"source":101,"type":"Wish","association_type":8}"#
        ).record
        #expect(ticket.status == TicketStatus(rawValue: 17))
        #expect(ticket.priority == TicketPriority(rawValue: 9))
        #expect(ticket.source == TicketSource(rawValue: 101))
        #expect(ticket.type == TicketType(rawValue: "Wish"))
        #expect(ticket.associationType == TicketAssociation(rawValue: 8))
    }

    @Test("a row without an id is an error that names it")
    func unreadableRow() async throws {
        let wire = ScriptedTransport(.json(200, #"[{"id":1},{"subject":"x"}]"#))
        let error = await #expect(throws: FreshworksError.self) { try await freshdesk(wire).tickets.list().all() }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.message == "row 1: id is missing or not an integer")
    }
}
