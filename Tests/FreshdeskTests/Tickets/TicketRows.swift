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
        notBuilt: """
            POST tickets/outbound_email
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
        ])
}
