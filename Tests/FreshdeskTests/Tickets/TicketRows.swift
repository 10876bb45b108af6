import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Tickets.
extension EndpointFolder {
    static let tickets = EndpointFolder(
        "Tickets", 29,
        """
        POST tickets
        POST tickets/outbound_email
        GET tickets
        GET tickets/{id}
        PUT tickets/{id}
        DELETE tickets/{id}
        PUT tickets/{id}/restore
        POST tickets/bulk_update
        POST tickets/bulk_delete
        PUT tickets/merge
        POST tickets/{id}/forward
        GET search/tickets
        GET tickets/{id}/associated_tickets
        GET tickets/{id}/prime_association
        GET tickets/{id}/watchers
        POST tickets/{id}/watch
        PUT tickets/{id}/unwatch
        PUT tickets/bulk_watch
        PUT tickets/bulk_unwatch
        GET tickets/{id}/summary
        PUT tickets/{id}/summary
        DELETE tickets/{id}/summary
        GET tickets/{id}/accesses
        POST tickets/{id}/accesses
        PATCH tickets/{id}/accesses
        DELETE tickets/{id}/accesses
        GET tickets/archived/{id}
        DELETE tickets/archived/{id}
        GET tickets/archived/{id}/conversations
        """,
        calls: ticketCalls, bulkCalls, associationCalls, watcherCalls, summaryCalls, archiveCalls)

    private static let ticketCalls: [WireCall] = [
        .reading(
            "POST tickets", "tickets",
            #"{"requester_id":7,"subject":"S","description":"D","priority":1,"status":2}"#, answer: signIn.answer(201)
        ) { signIn.facts(try await $0.tickets.create(TicketDraft(requester: .id(7), subject: "S", description: "D"))) },
        .reading(
            "POST tickets", "tickets",
            form: [
                "attachments[]=@a.txt", "custom_fields[cf_region]=EMEA", "description=D", "email=a@b.test",
                "priority=1",
                "status=2", "subject=S", "tags[]=login",
            ], answer: signIn.answer(201)
        ) {
            let draft = TicketDraft(requester: .email("a@b.test"), subject: "S", description: "D") {
                $0.customFields["cf_region"] = "EMEA"
                $0.tags = ["login"]
            }
            signIn.facts(
                try await $0.tickets.create(draft, attachments: [.data(Data([1]), filename: "a.txt")]))
        },
        .reading("GET tickets", "tickets?filter=watching&per_page=100", answer: signIn.list()) {
            signIn.facts(try await $0.tickets.list(TicketFilter(predefined: .watching)).all())
        },
        .reading(
            "GET tickets/{id}", "tickets/311?include=company%2Cconversations%2Crequester%2Cstats",
            answer: included.answer()
        ) {
            included.facts(
                try await $0.tickets.get(311, include: [.conversations, .requester, .company, .stats]))
        },
        .reading(
            "PUT tickets/{id}", "tickets/311", #"{"status":4,"responder_id":null}"#, answer: signIn.answer()
        ) {
            signIn.facts(
                try await $0.tickets.update(
                    311,
                    TicketUpdate {
                        $0.status = .resolved
                        $0.responderID = .clear
                    }))
        },
        .reading(
            "PUT tickets/{id}", "tickets/311", form: ["attachments[]=@a.txt", "status=4"], answer: signIn.answer()
        ) {
            signIn.facts(
                try await $0.tickets.update(
                    311, TicketUpdate { $0.status = .resolved },
                    attachments: [.data(Data([1]), filename: "a.txt")]))
        },
        .silent("DELETE tickets/{id}", "tickets/311") { try await $0.tickets.delete(311) },
        .silent("PUT tickets/{id}/restore", "tickets/311/restore") { try await $0.tickets.restore(311) },
        .reading(
            "POST tickets/outbound_email", "tickets/outbound_email",
            #"{"email":"a@b.test","subject":"S","email_config_id":5,"cc_emails":["c@d.test"]}"#,
            answer: signIn.answer(201)
        ) {
            let draft = OutboundEmailDraft(email: "a@b.test", subject: "S", emailConfigID: 5) {
                $0.ccEmails = ["c@d.test"]
            }
            signIn.facts(try await $0.tickets.createOutboundEmail(draft))
        },
        .reading(
            "POST tickets/{id}/forward", "tickets/311/forward",
            #"{"body":"B","to_emails":["x@y.test"],"include_quoted_text":false}"#, answer: forwarded.answer(201)
        ) {
            let draft = ForwardDraft(body: "B", to: ["x@y.test"]) { $0.includesQuotedText = false }
            forwarded.facts(try await $0.tickets.forward(311, draft))
        },
        .reading(
            "GET search/tickets", "search/tickets?query=%22status%3A2%22&page=1",
            answer: .json(200, #"{"total":1,"results":[\#(signIn.text)]}"#)
        ) {
            let page = try await $0.tickets.searchPage(.status(.open))
            page.total == 1
            signIn.facts(page.records)
        },
        .reading("GET search/tickets", "search/tickets?query=%22status%3A2%22", answer: signIn.list(under: "results")) {
            signIn.facts(try await $0.tickets.search(.status(.open)).all())
        },
    ]

    private static let job = TransportResponse.json(
        202, #"{"job_id":"j-1","href":"https://acme.freshdesk.com/api/v2/jobs/j-1"}"#)

    @Facts
    private static func facts(of job: Job) -> [Int] {
        job.id == "j-1"
        job.json["href"] == "https://acme.freshdesk.com/api/v2/jobs/j-1"
    }

    private static let bulkCalls: [WireCall] = [
        .reading(
            "POST tickets/bulk_update", "tickets/bulk_update",
            """
            {"bulk_action":{"ids":[311,312],"properties":{"status":4,"responder_id":70040000021,"tags":["batch"]},\
            "reply":{"body":"<p>Fixed.</p>"}}}
            """, answer: job
        ) {
            let update = TicketBulkUpdate {
                $0.status = .resolved
                $0.responderID = 70_040_000_021
                $0.tags = ["batch"]
            }
            facts(
                of: try await $0.tickets.bulkUpdate([311, 312], update, reply: BulkReplyDraft(body: "<p>Fixed.</p>")))
        },
        .reading(
            "POST tickets/bulk_delete", "tickets/bulk_delete", #"{"bulk_action":{"ids":[311,312]}}"#, answer: job
        ) { facts(of: try await $0.tickets.bulkDelete([311, 312])) },
        .silent("PUT tickets/merge", "tickets/merge", #"{"primary_id":311,"ticket_ids":[312,313]}"#) {
            try await $0.tickets.merge([312, 313], into: 311)
        },
        .silent(
            "PUT tickets/merge", "tickets/merge",
            """
            {"primary_id":311,"ticket_ids":[312],"note_in_primary":{"body":"P","private":false},\
            "note_in_secondary":{"body":"S","private":true},"convert_recepients_to_cc":true}
            """
        ) {
            try await $0.tickets.merge(
                [312], into: 311,
                TicketMergeDraft {
                    $0.primaryNote = MergeNote("P", isPrivate: false)
                    $0.secondaryNote = MergeNote("S")
                    $0.putsRecipientsInCC = true
                })
        },
    ]

    private static let associationCalls: [WireCall] = [
        .reading(
            "GET tickets/{id}/associated_tickets", "tickets/311/associated_tickets",
            answer: short.list(under: "tickets")
        ) { short.facts(try await $0.tickets.associatedTickets(of: 311)) },
        .reading("GET tickets/{id}/prime_association", "tickets/311/prime_association", answer: short.answer()) {
            short.facts(try await $0.tickets.primeAssociation(of: 311))
        },
    ]

    private static let watcherCalls: [WireCall] = [
        .reading("GET tickets/{id}/watchers", "tickets/311/watchers", answer: .json(200, #"{"watcher_ids":[5,6]}"#)) {
            try await $0.tickets.watchers(of: 311) == [5, 6]
        },
        .silent("POST tickets/{id}/watch", "tickets/311/watch", #"{"user_id":5}"#) {
            try await $0.tickets.watch(311, by: 5)
        },
        .silent("PUT tickets/{id}/unwatch", "tickets/311/unwatch") { try await $0.tickets.unwatch(311) },
        .silent("PUT tickets/bulk_watch", "tickets/bulk_watch", #"{"ids":[311,312],"user_id":5}"#) {
            try await $0.tickets.watch([311, 312], by: 5)
        },
        .silent("PUT tickets/bulk_unwatch", "tickets/bulk_unwatch", #"{"ids":[311]}"#) {
            try await $0.tickets.unwatch([311])
        },
        .reading("GET tickets/{id}/accesses", "tickets/311/accesses", answer: .json(200, #"{"user_ids":[5]}"#)) {
            try await $0.tickets.accesses(to: 311) == [5]
        },
        .reading(
            "POST tickets/{id}/accesses", "tickets/311/accesses", #"{"user_ids":[5,6]}"#,
            answer: .json(201, #"{"user_ids":[5,6]}"#)
        ) { try await $0.tickets.giveAccess(to: 311, agents: [5, 6]) == [5, 6] },
        .reading(
            "PATCH tickets/{id}/accesses", "tickets/311/accesses", #"{"user_ids":[{"id":6},{"id":5,"deleted":true}]}"#,
            answer: .json(200, #"{"user_ids":[6]}"#)
        ) { try await $0.tickets.changeAccesses(to: 311, adding: [6], removing: [5]) == [6] },
        .silent("DELETE tickets/{id}/accesses", "tickets/311/accesses") {
            try await $0.tickets.removeAccesses(to: 311)
        },
    ]

    private static let summaryCalls: [WireCall] = [
        .reading("GET tickets/{id}/summary", "tickets/311/summary", answer: summary.answer()) {
            summary.facts(try await $0.tickets.summary(of: 311))
        },
        .reading(
            "PUT tickets/{id}/summary", "tickets/311/summary", #"{"body":"B","user_id":5}"#, answer: summary.answer()
        ) {
            let draft = TicketSummaryDraft(body: "B") { $0.userID = 5 }
            summary.facts(try await $0.tickets.setSummary(of: 311, draft))
        },
        .reading(
            "PUT tickets/{id}/summary", "tickets/311/summary", form: ["attachments[]=@a.txt", "body=B"],
            answer: summary.answer()
        ) {
            let file = AttachmentUpload.data(Data([1]), filename: "a.txt")
            summary.facts(
                try await $0.tickets.setSummary(of: 311, TicketSummaryDraft(body: "B"), attachments: [file]))
        },
        .silent("DELETE tickets/{id}/summary", "tickets/311/summary") { try await $0.tickets.deleteSummary(of: 311) },
    ]

    private static let archiveCalls: [WireCall] = [
        .reading("GET tickets/archived/{id}", "tickets/archived/311", answer: signIn.answer()) {
            signIn.facts(try await $0.archivedTickets.get(311))
        },
        .silent("DELETE tickets/archived/{id}", "tickets/archived/5") { try await $0.archivedTickets.delete(5) },
        .reading(
            "GET tickets/archived/{id}/conversations", "tickets/archived/5/conversations?per_page=100",
            answer: Sample<Conversation>.reply.list()
        ) { Sample<Conversation>.reply.facts(try await $0.archivedTickets.conversations(of: 5).all()) },
    ]
}

private let signIn = Sample<Ticket>.signIn
private let included = Sample<Ticket>.included
private let short = Sample<Ticket>.short
private let forwarded = Sample<Conversation>.forwarded
private let summary = Sample<TicketSummary>.summary
