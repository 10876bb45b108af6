import Foundation

extension FreshdeskService {
    static let ticketRoutes = [
        Route<FreshdeskService>("GET", "tickets") { request, service throws(SandboxReply) in
            try service.listTickets(request)
        }
    ]

    private func listTickets(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        var validation = FreshdeskValidation()
        let query = request.query
        validation.allowOnly(
            FreshdeskPage.parameters.union(["updated_since", "order_by", "order_type"]), in: query)
        let page = FreshdeskPage(query, lastPage: 300, &validation)
        let orderBy = validation.choice(
            "order_by", of: ["created_at", "due_by", "updated_at", "status"], in: query)
        let orderType = validation.choice("order_type", of: ["desc", "asc"], in: query)
        let updatedSince = query["updated_since"].map(FreshdeskTime.parse)
        if let updatedSince, updatedSince == nil {
            validation.refuse(
                "updated_since", "invalid_value",
                "It should be in the 'combined date and time ISO8601' format")
        }
        try validation.finish()

        let monthAgo = request.now.addingTimeInterval(-30 * 86_400)
        let found = tickets.filter { ticket in
            // Asking for changes since some time lifts the window of 30 days.
            if let since = updatedSince.flatMap(\.self) {
                ticket.updatedAt >= since
            } else {
                ticket.createdAt >= monthAgo
            }
        }
        return page.reply(Self.sort(found, by: orderBy, ascending: orderType == "asc"), to: request, json: \.row)
    }

    private static func sort(_ tickets: [FreshdeskTicket], by attribute: String, ascending: Bool) -> [FreshdeskTicket] {
        let keyed = tickets.map { ticket in
            let key =
                switch attribute {
                case "due_by": ticket.dueBy.timeIntervalSince1970
                case "updated_at": ticket.updatedAt.timeIntervalSince1970
                case "status": Double(ticket.status)
                default: ticket.createdAt.timeIntervalSince1970
                }
            return (key: key, ticket: ticket)
        }
        return keyed.sorted { left, right in
            let (a, b) = ascending ? (left, right) : (right, left)
            return (a.key, a.ticket.id) < (b.key, b.ticket.id)
        }.map(\.ticket)
    }
}
