import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("The fields of Freshdesk tickets")
struct TicketFieldTests {
    /// Freshdesk API v2, tickets: the attributes and who may write them.
    private static let ticket = #"""
        requester                 sent       object            | sample {"email":"a@b.test"} | sends {"email":"a@b.test"} | refuses [{"requester_id":0},{"email":"ana"},{"email":""},{"phone":" "},{"facebook_id":""},{"twitter_id":""},{"unique_external_id":" "},{"email":"a@b.test","name":""}]
        requester_id              read       id
        subject                   clearable  text    required  | refuses [""," "]
        description               settable   text    required  | refuses [""," "]
        description_text          read       text
        structured_description    read       object
        type                      clearable  word              | refuses ["", " "]
        status                    settable   number  required  | sample 17
        priority                  settable   number  required  | sample 4 | refuses [0, 5]
        source                    settable   number            | sample 101
        responder_id              clearable  id
        group_id                  clearable  id
        company_id                clearable  id
        product_id                clearable  id
        email_config_id           clearable  id
        cc_emails                 initial    texts
        fwd_emails                read       texts   forwardEmails
        reply_cc_emails           read       texts   replyCCEmails
        ticket_cc_emails          read       texts   ticketCCEmails
        ticket_bcc_emails         read       texts   ticketBCCEmails
        to_emails                 read       texts
        support_email             read       text
        custom_fields             settable   custom
        tags                      settable   texts
        due_by                    clearable  time
        fr_due_by                 clearable  time    firstResponseDueBy
        nr_due_by                 read       time    nextResponseDueBy
        nr_escalated              read       bool    isNextResponseEscalated
        fr_escalated              read       bool    isFirstResponseEscalated
        is_escalated              read       bool
        spam                      read       bool    isSpam
        deleted                   read       bool    isDeleted
        archived                  read       bool    isArchived
        urgent                    read       bool    isUrgent
        parent_id                 sent       id
        related_ticket_ids        sentInitial ids
        association_type          read       number            | sample 4
        associated_tickets_list   read       ids     associatedTicketIDs
        associated_tickets_count  read       number  associatedTicketCount
        internal_agent_id         clearable  id
        internal_group_id         clearable  id
        lookup_parameter          sent       text
        source_additional_info    read       object
        source_info               read       any
        form_id                   read       id
        sentiment_score           read       number
        initial_sentiment_score   read       number
        attachments               read       objects           | sample [{"id":1},{"id":2}]
        created_at                read       time
        updated_at                read       time
        company                   read       object            | sample {"id":1}
        stats                     read       object
        conversations             read       objects           | sample [{"id":1},{"id":2}]
        """#

    @Test("every field as the service documents it")
    func ticket() throws {
        let requesters = ["requester_id", "email", "phone", "facebook_id", "twitter_id", "unique_external_id"]
        try FieldSheet(anyOf: requesters, Self.ticket).expectFields(of: Ticket.Fields.self)
    }

    @Test("what is embedded in tickets, field by field")
    func parts() throws {
        try FieldSheet(
            """
            name    read  text
            email   read  text
            mobile  read  text
            phone   read  text
            active  read  bool  isActive
            """
        ).expectFields(of: TicketRequester.Fields.self)
        try FieldSheet("name  read  text").expectFields(of: TicketCompany.Fields.self)
        try FieldSheet(
            """
            agent_responded_at      read  time
            requester_responded_at  read  time
            first_responded_at      read  time
            status_updated_at       read  time
            reopened_at             read  time
            resolved_at             read  time
            closed_at               read  time
            pending_since           read  time
            """
        ).expectFields(of: TicketStats.Fields.self)
    }

    @Test("due dates are set together and emptied together, on every way to say them")
    func dueDates() {
        let (soon, later) = (Date(timeIntervalSince1970: 2_000_000_000), Date(timeIntervalSince1970: 2_000_086_400))
        func fields(_ errors: [FreshworksError.FieldError]) -> [String] { errors.compactMap(\.field) }
        func draft(_ fill: (inout TicketDraft) -> Void) -> [String] {
            fields(TicketDraft(requester: .id(1), subject: "S", description: "D", fill).fieldErrors)
        }
        #expect(draft { $0.dueBy = later } == ["fr_due_by"])
        #expect(draft { $0.firstResponseDueBy = soon } == ["due_by"])
        #expect(draft { ($0.dueBy, $0.firstResponseDueBy) = (later, soon) }.isEmpty)
        #expect(draft { _ in }.isEmpty)

        func update(_ dueBy: Patch<Date>, _ firstResponse: Patch<Date>) -> [String] {
            let update = TicketUpdate {
                $0.dueBy = dueBy
                $0.firstResponseDueBy = firstResponse
            }
            return fields(update.fieldErrors)
        }
        #expect(update(.set(later), .unchanged) == ["fr_due_by"])
        #expect(update(.unchanged, .set(soon)) == ["due_by"])
        #expect(update(.clear, .unchanged) == ["fr_due_by"])
        #expect(update(.unchanged, .clear) == ["due_by"])
        #expect(update(.set(later), .clear) == ["fr_due_by"])
        #expect(update(.clear, .set(soon)) == ["due_by"])
        #expect(update(.set(later), .set(soon)).isEmpty && update(.clear, .clear).isEmpty)

        #expect(fields(TicketBulkUpdate { $0.dueBy = later }.fieldErrors) == ["fr_due_by"])
        #expect(
            fields(OutboundEmailDraft(email: "a@b.c", subject: "S", emailConfigID: 1) { $0.dueBy = later }.fieldErrors)
                == ["fr_due_by"])
    }

    @Test("every kind of requester is read again from a draft or an update, and shows no customer data")
    func requesters() {
        let all: [Requester] = [
            .id(7), .email("ana@acme.test", name: "Ana"), .phone("+34 600", name: "Ana"), .facebookID("ana-fb"),
            .twitterID("ana-tw"), .uniqueExternalID("ana-crm", name: "Ana"),
        ]
        var update = TicketUpdate()
        for requester in all {
            update.requester = requester
            #expect(update.requester == requester)
            #expect(!Exposure(of: requester).shows(["Ana", "ana@acme.test", "+34 600", "ana-fb", "ana-tw", "ana-crm"]))
        }
        #expect(update.json.keys == ["unique_external_id", "name"])
    }
}
