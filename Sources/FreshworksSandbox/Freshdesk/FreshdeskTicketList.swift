import Foundation
import FreshworksCore

extension FreshdeskService {
    func listTickets(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        let caller = try caller(of: request)
        var validation = FreshdeskValidation()
        let query = request.query
        validation.allowOnly(
            FreshdeskPage.parameters.union([
                "filter", "requester_id", "email", "unique_external_id", "company_id", "updated_since", "order_by",
                "order_type", "include",
            ]), in: query)
        let page = FreshdeskPage(query, lastPage: 300, &validation)
        let orderBy = validation.choice(
            "order_by", of: ["created_at", "due_by", "updated_at", "status"], in: query)
        let orderType = validation.choice("order_type", of: ["desc", "asc"], in: query)
        let include = validation.choices("include", of: FreshdeskTicket.listIncludes, in: query)
        if query["filter"] != nil {
            _ = validation.choice("filter", of: ["new_and_my_open", "watching", "spam", "deleted"], in: query)
        }
        let requesterID = requester(in: query, &validation)
        let companyID = validation.id("company_id", in: query)
        if companyID != nil && FreshdeskDirectory.company(companyID) == nil {
            validation.refuseUnknown("company", "company_id")
        }
        let updatedSince = validation.time("updated_since", in: query)
        try validation.finish()

        let monthAgo = request.now.addingTimeInterval(-30 * 86_400)
        let found = tickets.filter { ticket in
            let isAskedFor =
                switch query["filter"] {
                case "deleted": ticket.isDeleted
                case "spam": ticket.isSpam && !ticket.isDeleted
                // Nobody can begin to watch a ticket here.
                case "watching": false
                case "new_and_my_open":
                    !ticket.isFrozen && ticket.status == 2
                        && (ticket.responderID == nil || ticket.responderID == caller.id)
                default: !ticket.isFrozen
                }
            // Asking for changes since some time lifts the window of 30 days.
            return isAskedFor && (requesterID == nil || ticket.requesterID == requesterID)
                && (companyID == nil || ticket.companyID == companyID)
                && updatedSince.map { ticket.updatedAt >= $0 } ?? (ticket.createdAt >= monthAgo)
        }
        return page.reply(Self.sort(found, by: orderBy, ascending: orderType == "asc"), to: request) {
            row($0, include: include, request)
        }
    }

    /// The requester that a list is about. There are three ways to name one, of which a request may use one.
    private func requester(in query: QueryText, _ validation: inout FreshdeskValidation) -> Int64? {
        let names = ["requester_id", "email", "unique_external_id"].filter { query[$0] != nil }
        for surplus in names.dropFirst() {
            validation.refuse(surplus, "invalid_field", "Unexpected/invalid field in request")
        }
        guard let name = names.first, let value = query[name] else { return nil }
        let found: Int64?
        switch name {
        case "requester_id":
            guard let id = validation.id(name, in: query) else { return nil }
            found = hasUser(id) ? id : nil
        case "email": found = user(email: value)
        default: found = contacts.first { $0.fields[name] == .string(value) }?.id
        }
        if found == nil { validation.refuseUnknown("contact", name) }
        return found
    }

    func hasUser(_ id: Int64) -> Bool {
        agents.contains { $0.id == id } || contacts.contains { $0.id == id && !$0.isDeleted }
    }

    private static func sort(_ tickets: [FreshdeskTicket], by attribute: String, ascending: Bool) -> [FreshdeskTicket] {
        let keyed = tickets.enumerated().map { index, ticket in
            let key =
                switch attribute {
                case "due_by": (ticket.due(at: .distantFuture).resolution ?? ticket.createdAt).timeIntervalSince1970
                case "updated_at": ticket.updatedAt.timeIntervalSince1970
                case "status": Double(ticket.status)
                default: ticket.createdAt.timeIntervalSince1970
                }
            return (key: key, id: ticket.id, index: index)
        }
        return keyed.sorted { left, right in
            let (a, b) = ascending ? (left, right) : (right, left)
            return (a.key, a.id) < (b.key, b.id)
        }.map { tickets[$0.index] }
    }
}
