import Foundation
import Freshdesk
import TestSupport
import Testing

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
        calls: [
            .reading(
                "GET search/tickets", "search/tickets?query=%22status%3A2%22&page=1",
                answer: .json(200, #"{"total":1,"results":[{"id":5}]}"#)
            ) { try await $0.tickets.searchPage(.status(.open)).total == 1 },
            .reading(
                "GET search/tickets", "search/tickets?query=%22status%3A2%22",
                answer: .json(200, #"{"total":1,"results":[{"id":5}]}"#)
            ) { try await $0.tickets.search(.status(.open)).all().map(\.id) == [5] },
            WireCall(
                "POST tickets", "tickets",
                #"{"requester_id":7,"subject":"S","description":"D","priority":1,"status":2}"#
            ) { _ = try await $0.tickets.create(TicketDraft(requester: .id(7), subject: "S", description: "D")) },
            WireCall("GET tickets", "tickets?filter=watching&per_page=100", answer: .json(200, "[]")) {
                _ = try await $0.tickets.list(TicketFilter(predefined: .watching)).all()
            },
            WireCall("GET tickets/{id}", "tickets/311?include=stats") {
                _ = try await $0.tickets.get(311, include: [.stats])
            },
            WireCall("PUT tickets/{id}", "tickets/311", #"{"status":4,"responder_id":null}"#) {
                try await $0.tickets.update(
                    311,
                    TicketUpdate {
                        $0.status = .resolved
                        $0.responderID = .clear
                    })
            },
            WireCall("DELETE tickets/{id}", "tickets/311", answer: .empty(204)) { try await $0.tickets.delete(311) },
            WireCall("PUT tickets/{id}/restore", "tickets/311/restore", answer: .empty(204)) {
                try await $0.tickets.restore(311)
            },
            WireCall(
                "POST tickets/outbound_email", "tickets/outbound_email",
                #"{"email":"a@b.test","subject":"S","email_config_id":5,"cc_emails":["c@d.test"]}"#,
                answer: .json(201, #"{"id":9,"source":10}"#)
            ) {
                let draft = OutboundEmailDraft(email: "a@b.test", subject: "S", emailConfigID: 5) {
                    $0.ccEmails = ["c@d.test"]
                }
                let ticket = try await $0.tickets.createOutboundEmail(draft)
                #expect(ticket.source == .outboundEmail)
            },
            WireCall(
                "POST tickets/bulk_update", "tickets/bulk_update",
                """
                {"bulk_action":{"ids":[311,312],"properties":{"status":4,"responder_id":70040000021,"tags":["batch"]},\
                "reply":{"body":"<p>Fixed.</p>"}}}
                """, answer: .json(202, #"{"job_id":"j-1","href":"https://acme.freshdesk.com/api/v2/jobs/j-1"}"#)
            ) {
                let update = TicketBulkUpdate {
                    $0.status = .resolved
                    $0.responderID = 70_040_000_021
                    $0.tags = ["batch"]
                }
                let job = try await $0.tickets.bulkUpdate(
                    [311, 312], update, reply: BulkReplyDraft(body: "<p>Fixed.</p>"))
                #expect(job.id == "j-1")
            },
            .reading(
                "POST tickets/bulk_delete", "tickets/bulk_delete", #"{"bulk_action":{"ids":[311,312]}}"#,
                answer: .json(202, #"{"job_id":"j-1","href":"https://acme.freshdesk.com/api/v2/jobs/j-1"}"#)
            ) { try await $0.tickets.bulkDelete([311, 312]).id == "j-1" },
            WireCall(
                "PUT tickets/merge", "tickets/merge", #"{"primary_id":311,"ticket_ids":[312,313]}"#, answer: .empty(204)
            ) { try await $0.tickets.merge([312, 313], into: 311) },
            WireCall(
                "PUT tickets/merge", "tickets/merge",
                """
                {"primary_id":311,"ticket_ids":[312],"note_in_primary":{"body":"P","private":false},\
                "note_in_secondary":{"body":"S","private":true},"convert_recepients_to_cc":true}
                """, answer: .empty(204)
            ) {
                try await $0.tickets.merge(
                    [312], into: 311,
                    TicketMergeDraft {
                        $0.primaryNote = MergeNote("P", isPrivate: false)
                        $0.secondaryNote = MergeNote("S")
                        $0.putsRecipientsInCC = true
                    })
            },
            WireCall(
                "POST tickets/{id}/forward", "tickets/311/forward",
                #"{"body":"B","to_emails":["x@y.test"],"include_quoted_text":false}"#,
                answer: .json(201, #"{"id":5,"source":8,"category":2,"private":true,"has_quoted_text":false}"#)
            ) {
                let draft = ForwardDraft(body: "B", to: ["x@y.test"]) { $0.includesQuotedText = false }
                let sent = try await $0.tickets.forward(311, draft)
                #expect(sent.source == .forwardedEmail)
            },
            .reading(
                "GET tickets/{id}/associated_tickets", "tickets/311/associated_tickets",
                answer: .json(200, #"{"tickets":[{"id":312,"subject":"S"}]}"#)
            ) { try await $0.tickets.associatedTickets(of: 311).map(\.id) == [312] },
            .reading(
                "GET tickets/{id}/prime_association", "tickets/311/prime_association",
                answer: .json(200, #"{"id":310,"subject":"S"}"#)
            ) { try await $0.tickets.primeAssociation(of: 311).id == 310 },
            .reading(
                "GET tickets/{id}/watchers", "tickets/311/watchers", answer: .json(200, #"{"watcher_ids":[5,6]}"#)
            ) { try await $0.tickets.watchers(of: 311) == [5, 6] },
            WireCall("POST tickets/{id}/watch", "tickets/311/watch", #"{"user_id":5}"#, answer: .empty(204)) {
                try await $0.tickets.watch(311, by: 5)
            },
            WireCall("PUT tickets/{id}/unwatch", "tickets/311/unwatch", answer: .empty(204)) {
                try await $0.tickets.unwatch(311)
            },
            WireCall(
                "PUT tickets/bulk_watch", "tickets/bulk_watch", #"{"ids":[311,312],"user_id":5}"#, answer: .empty(204)
            ) { try await $0.tickets.watch([311, 312], by: 5) },
            WireCall("PUT tickets/bulk_unwatch", "tickets/bulk_unwatch", #"{"ids":[311]}"#, answer: .empty(204)) {
                try await $0.tickets.unwatch([311])
            },
            .reading(
                "GET tickets/{id}/summary", "tickets/311/summary", answer: .json(200, #"{"body_text":"Short"}"#)
            ) { try await $0.tickets.summary(of: 311).bodyText == "Short" },
            WireCall("PUT tickets/{id}/summary", "tickets/311/summary", #"{"body":"B","user_id":5}"#) {
                try await $0.tickets.setSummary(of: 311, TicketSummaryDraft(body: "B") { $0.userID = 5 })
            },
            WireCall(
                "PUT tickets/{id}/summary", "tickets/311/summary", form: ["attachments[]=@a.txt", "body=B"]
            ) {
                try await $0.tickets.setSummary(
                    of: 311, TicketSummaryDraft(body: "B"), attachments: [.data(Data([1]), filename: "a.txt")])
            },
            WireCall("DELETE tickets/{id}/summary", "tickets/311/summary", answer: .empty(204)) {
                try await $0.tickets.deleteSummary(of: 311)
            },
            .reading(
                "GET tickets/{id}/accesses", "tickets/311/accesses", answer: .json(200, #"{"user_ids":[5]}"#)
            ) { try await $0.tickets.accesses(to: 311) == [5] },
            .reading(
                "POST tickets/{id}/accesses", "tickets/311/accesses", #"{"user_ids":[5,6]}"#,
                answer: .json(201, #"{"user_ids":[5,6]}"#)
            ) { try await $0.tickets.giveAccess(to: 311, agents: [5, 6]) == [5, 6] },
            .reading(
                "PATCH tickets/{id}/accesses", "tickets/311/accesses",
                #"{"user_ids":[{"id":6},{"id":5,"deleted":true}]}"#, answer: .json(200, #"{"user_ids":[6]}"#)
            ) { try await $0.tickets.changeAccesses(to: 311, adding: [6], removing: [5]) == [6] },
            WireCall("DELETE tickets/{id}/accesses", "tickets/311/accesses", answer: .empty(204)) {
                try await $0.tickets.removeAccesses(to: 311)
            },
            .reading(
                "GET tickets/archived/{id}", "tickets/archived/5", answer: .json(200, #"{"id":5,"archived":true}"#)
            ) { try await $0.archivedTickets.get(5).isArchived == true },
            WireCall("DELETE tickets/archived/{id}", "tickets/archived/5", answer: .empty(204)) {
                try await $0.archivedTickets.delete(5)
            },
            WireCall(
                "GET tickets/archived/{id}/conversations", "tickets/archived/5/conversations?per_page=100",
                answer: .json(200, "[]")
            ) { _ = try await $0.archivedTickets.conversations(of: 5).all() },
        ])
}
