import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("What is done to Freshdesk tickets, field by field")
struct TicketActionFieldTests {
    @Test("a change that adds something is not sent again when its answer is lost, one that only sets something is")
    func addedOnce() async throws {
        let file = AttachmentUpload.data(Data("x".utf8), filename: "a.txt")
        func sendings(_ call: (TicketEndpoints) async throws -> Void) async throws -> Int {
            let wire = ScriptedTransport(.json(503, "{}"))
            let configuration = FreshworksRuntime.Configuration(paces: false, retry: .init(firstWait: .zero))
            let client = try FreshdeskClient(
                subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
                runtime: FreshworksRuntime(configuration, transport: wire, clock: StillClock()))
            await #expect(throws: FreshworksError.self) { try await call(client.tickets) }
            return wire.requests.count
        }
        let update = TicketUpdate { $0.status = .open }
        #expect(try await sendings { _ = try await $0.update(1, update, attachments: [file]) } == 1)
        #expect(try await sendings { _ = try await $0.update(1, update) } > 1)
        let summary = TicketSummaryDraft(body: "B")
        #expect(try await sendings { _ = try await $0.setSummary(of: 1, summary, attachments: [file]) } == 1)
        #expect(try await sendings { _ = try await $0.setSummary(of: 1, summary) } > 1)
        #expect(try await sendings { try await $0.merge([2], into: 1) } == 1)
    }

    @Test("what many tickets can be changed to, and answered with")
    func bulk() throws {
        // Freshdesk API v2, bulk update tickets.
        try FieldSheet(
            """
            from_email               sentLater  text    | refuses [" "]
            skip_close_notification  sentLater  bool    skipsCloseNotification
            email_config_id          sentLater  id
            group_id                 sentLater  id
            priority                 sentLater  number  | sample 4 | refuses [0, 5]
            parent_id                sentLater  id
            requester_id             sentLater  id
            responder_id             sentLater  id
            source                   sentLater  number
            status                   sentLater  number
            type                     sentLater  word    | refuses [" "]
            product_id               sentLater  id
            due_by                   sentLater  time
            fr_due_by                sentLater  time    firstResponseDueBy
            custom_fields            sentLater  custom
            tags                     sentLater  texts
            internal_agent_id        sentLater  id
            internal_group_id        sentLater  id
            """
        ).expectFields(of: Ticket.BulkFields.self)
        try FieldSheet(
            """
            body                   sentInitial  text  required  | refuses ["", " "]
            attachment_ids         sentInitial  ids
            inline_attachment_ids  sentInitial  ids   inlineAttachmentIDs
            cloud_files            sentInitial  objects
            """
        ).expectFields(of: Ticket.BulkReplyFields.self)
    }

    @Test("what an outbound e-mail may have")
    func outbound() throws {
        // Freshdesk API v2, create an outbound e-mail ticket.
        try FieldSheet(
            """
            email            sentInitial  text    required  | sample "a@b.test" | refuses ["", "a"]
            subject          sentInitial  text    required  | refuses [" "]
            email_config_id  sentInitial  id      required
            name             sentInitial  text    | refuses [" "]
            description      sentInitial  text    | refuses [" "]
            type             sentInitial  word    | refuses [" "]
            status           sentInitial  number
            priority         sentInitial  number  | sample 4 | refuses [0, 5]
            custom_fields    sentInitial  custom
            due_by           sentInitial  time
            fr_due_by        sentInitial  time    firstResponseDueBy
            group_id         sentInitial  id
            tags             sentInitial  texts
            cc_emails        sentInitial  texts
            """
        ).expectFields(of: Ticket.OutboundEmailFields.self)
    }

    @Test("what a merge may say, a summary, a time entry, a rating")
    func others() throws {
        // Freshdesk API v2: merge tickets, ticket summary, time entries, satisfaction ratings.
        try FieldSheet(
            """
            note_in_primary           sentInitial  object  primaryNote    | sample {"body":"B","private":false} | refuses [{"body":" ","private":true}]
            note_in_secondary         sentInitial  object  secondaryNote  | sample {"body":"B","private":true}
            convert_recepients_to_cc  sentInitial  bool    putsRecipientsInCC
            """
        ).expectFields(of: Ticket.MergeFields.self)
        try FieldSheet(
            """
            id           read     id
            ticket_id    read     id
            body         initial  text  required  | refuses ["", " "]
            body_text    read     text
            user_id      initial  id
            attachments  read     objects  | sample [{"id":1}]
            created_at   read     time
            updated_at   read     time
            """
        ).expectFields(of: TicketSummary.Fields.self)
        try FieldSheet(
            """
            ticket_id              read       id
            company_id             read       id
            agent_id               settable   id
            billable               settable   bool    isBillable
            note                   clearable  text
            timer_running          settable   bool    isTimerRunning
            time_spent             settable   text    | sample "103:05" | refuses ["", "1:5", "01:60", "01:30:00"]
            time_spent_in_seconds  read       number  secondsSpent
            start_time             settable   time
            executed_at            settable   time
            created_at             read       time
            updated_at             read       time
            """
        ).expectFields(of: TimeEntry.Fields.self)
        try FieldSheet(
            """
            id          read     id
            survey_id   read     id
            user_id     read     id
            agent_id    read     id
            group_id    read     id
            ticket_id   read     id
            feedback    initial  text
            ratings     initial  object  required  | sample {"default_question":103}
            created_at  read     time
            updated_at  read     time
            """
        ).expectFields(of: SatisfactionRating.Fields.self)
    }

    @Test("what no call can mean is refused before anything is sent, with its operation")
    func badInput() async throws {
        let wire = ScriptedTransport(.empty(204))
        let tickets = try freshdesk(wire).tickets
        let calls: [(String, [String], () async throws -> Void)] = [
            ("tickets.bulk_update", ["properties"], { _ = try await tickets.bulkUpdate([1]) }),
            (
                "tickets.bulk_update", ["ids", "status"],
                { _ = try await tickets.bulkUpdate([], TicketBulkUpdate { $0.internalAgentID = 5 }) }
            ),
            ("tickets.bulk_delete", ["ids"], { _ = try await tickets.bulkDelete([1, 0]) }),
            ("tickets.merge", ["primary_id", "ticket_ids"], { try await tickets.merge([], into: 0) }),
            ("tickets.watch", ["user_id"], { try await tickets.watch(1, by: 0) }),
            ("tickets.bulk_watch", ["ids"], { try await tickets.watch([], by: nil) }),
            ("tickets.bulk_unwatch", ["ids"], { try await tickets.unwatch([Int64]()) }),
            ("tickets.give_access", ["user_ids"], { _ = try await tickets.giveAccess(to: 1, agents: []) }),
            ("tickets.change_accesses", ["user_ids"], { _ = try await tickets.changeAccesses(to: 1) }),
            (
                "tickets.add_time_entry", ["start_time"],
                {
                    let draft = TimeEntryDraft {
                        $0.isTimerRunning = false
                        $0.startTime = utc(2025, 1, 1)
                    }
                    _ = try await tickets.addTimeEntry(to: 1, draft)
                }
            ),
            ("tickets.forward", ["to_emails"], { _ = try await tickets.forward(1, ForwardDraft(body: "B", to: [])) }),
        ]
        for (operation, fields, call) in calls {
            let error = await #expect(throws: FreshworksError.self) { try await call() }
            #expect(error?.code == .invalidArgument)
            #expect(error?.operation == operation)
            #expect(error?.fieldErrors.map(\.field) == fields, "\(operation)")
        }
        #expect(wire.requests.isEmpty)
    }

    @Test("tags are added to those that are there, and nothing is written when all are")
    func tags() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"id":311,"tags":["a","b"]}"#), .json(200, #"{"id":311,"tags":["a","b","c","d"]}"#),
            .json(200, #"{"id":311,"tags":["a","b"]}"#), .json(200, #"{"id":311}"#), .json(200, #"{"id":311}"#))
        let tickets = try freshdesk(wire).tickets
        #expect(try await tickets.addTags(["c", "b", "d", "c"], to: 311).tags == ["a", "b", "c", "d"])
        #expect(try await tickets.addTags(["b", "a"], to: 311).tags == ["a", "b"])
        #expect(try await tickets.addTags([], to: 311).id == 311)
        _ = try await tickets.addTags(["x"], to: 311)
        #expect(
            wire.lines == [
                "GET /api/v2/tickets/311", "PUT /api/v2/tickets/311", "GET /api/v2/tickets/311",
                "GET /api/v2/tickets/311", "GET /api/v2/tickets/311", "PUT /api/v2/tickets/311",
            ])
        #expect(wire.jsonBodies == [#"{"tags":["a","b","c","d"]}"#, #"{"tags":["x"]}"#])
    }
}
