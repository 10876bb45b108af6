import Foundation
import FreshworksCore

/// Who watches and who sees a ticket, and which tickets belong together.
extension FreshdeskService {
    static let ticketPeopleRoutes = [
        Route<FreshdeskService>("PUT", "tickets/bulk_watch", scope: "tickets.edit", bulkWatch),
        Route<FreshdeskService>("PUT", "tickets/bulk_unwatch", scope: "tickets.edit", bulkUnwatch),
        Route<FreshdeskService>("GET", "tickets/{id}/watchers", scope: "tickets.view", listWatchers),
        Route<FreshdeskService>("POST", "tickets/{id}/watch", scope: "tickets.edit", watch),
        Route<FreshdeskService>("PUT", "tickets/{id}/unwatch", scope: "tickets.edit", unwatch),
        Route<FreshdeskService>("GET", "tickets/{id}/associated_tickets", scope: "tickets.view", listAssociated),
        Route<FreshdeskService>("GET", "tickets/{id}/prime_association", scope: "tickets.view", viewPrime),
        Route<FreshdeskService>("GET", "tickets/{id}/accesses", scope: "tickets.view", listAccesses),
        Route<FreshdeskService>("POST", "tickets/{id}/accesses", scope: "tickets.edit", addAccesses),
        Route<FreshdeskService>("PATCH", "tickets/{id}/accesses", scope: "tickets.edit", changeAccesses),
        Route<FreshdeskService>("DELETE", "tickets/{id}/accesses", scope: "tickets.edit", removeAccesses),
    ]

    private mutating func setWatching(_ isWatching: Bool, _ user: JSONValue, _ tickets: [JSONValue]) {
        change(Self.tickets, where: { tickets.contains($0["id"] ?? .null) }) { ticket in
            let others = (ticket["watcher_ids"]?.arrayValue ?? []).filter { $0 != user }
            ticket["watcher_ids"] = .array(isWatching ? others + [user] : others)
        }
    }

    /// - Throws: Why one of them is no agent.
    private func requireAgents(_ ids: [JSONValue], _ key: String) throws(SandboxReply) {
        if ids.contains(where: { self[Self.agents, $0] == nil }) { try refuse(key, .dangling("agent")) }
    }

    private func requireTickets(_ ids: [JSONValue]) throws(SandboxReply) {
        if ids.isEmpty { try refuse("ids", .blank) }
        if ids.contains(where: { self[Self.tickets, $0] == nil }) { try refuse("ids", .dangling("ticket")) }
    }

    private static func bulkWatch(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let writing = try service.sent(request) {
            RecordKey("ids", .ids).required
            RecordKey("user_id", .id)
        }
        let ids = writing["ids"]?.arrayValue ?? []
        try service.requireTickets(ids)
        let me = try service.caller(of: request)
        let user = writing["user_id"] ?? me["id"] ?? .null
        try service.requireAgents([user], "user_id")
        service.setWatching(true, user, ids)
        return .empty(204)
    }

    private static func bulkUnwatch(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ids = try service.sent(request) { RecordKey("ids", .ids).required }["ids"]?.arrayValue ?? []
        try service.requireTickets(ids)
        service.setWatching(false, try service.caller(of: request)["id"] ?? .null, ids)
        return .empty(204)
    }

    private static func listWatchers(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.checkBare(request)
        return .json(200, ["watcher_ids": ticket["watcher_ids"] ?? []])
    }

    private static func watch(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        let user = try service.sent(request) { RecordKey("user_id", .id).required }["user_id"] ?? .null
        try service.requireAgents([user], "user_id")
        service.setWatching(true, user, [ticket["id"] ?? .null])
        return .empty(204)
    }

    private static func unwatch(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.checkBare(request)
        service.setWatching(false, try service.caller(of: request)["id"] ?? .null, [ticket["id"] ?? .null])
        return .empty(204)
    }

    private static let shortKeys = [
        "id", "group_id", "priority", "requester_id", "responder_id", "source", "company_id", "status", "subject",
        "product_id", "type", "due_by", "fr_due_by", "is_escalated", "created_at", "updated_at",
    ]

    private func short(_ id: JSONValue, _ request: SandboxRequest) -> JSONValue? {
        guard let ticket = self[Self.tickets, id] else { return nil }
        let shown = show(ticket, .row, Self.tickets, request)
        return .object(JSONObject(Self.shortKeys.map { ($0, shown[$0] ?? .null) }))
    }

    private static func listAssociated(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.checkBare(request)
        let hasOthers = ticket["association_type"] == 1 || ticket["association_type"] == 3
        let ids = hasOthers ? ticket["associated_tickets_list"]?.arrayValue ?? [] : []
        return .json(200, ["tickets": .array(ids.compactMap { service.short($0, request) })])
    }

    private static func viewPrime(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.checkBare(request)
        guard ticket["association_type"] == 2 || ticket["association_type"] == 4,
            let prime = ticket["associated_tickets_list"]?.arrayValue?.first,
            let shown = service.short(prime, request)
        else { throw .empty(404) }
        return .json(200, shown)
    }

    private mutating func setAccesses(_ ids: [JSONValue], of ticket: JSONObject, _ status: Int) -> SandboxReply {
        var ticket = ticket
        ticket["access_ids"] = .array(ids)
        keep(ticket, Self.tickets)
        return .json(status, ["user_ids": .array(ids)])
    }

    private static func listAccesses(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.checkBare(request)
        return .json(200, ["user_ids": ticket["access_ids"] ?? []])
    }

    private static func addAccesses(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        let ids = try service.sent(request) { RecordKey("user_ids", .ids).required }["user_ids"]?.arrayValue ?? []
        try service.requireAgents(ids, "user_ids")
        let present = ticket["access_ids"]?.arrayValue ?? []
        return service.setAccesses(present + ids.filter { !present.contains($0) }, of: ticket, 201)
    }

    private static func changeAccesses(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        let user = JSONShape.object(["id": .id, "deleted": .flag], required: ["id"])
        let changes =
            try service.sent(request) { RecordKey("user_ids", .list(of: user)).required }["user_ids"]?.arrayValue ?? []
        try service.requireAgents(changes.compactMap { $0["id"] }, "user_ids")
        var ids = ticket["access_ids"]?.arrayValue ?? []
        for change in changes {
            let id: JSONValue = change["id"] ?? .null
            ids.removeAll { $0 == id }
            if change["deleted"] != true { ids.append(id) }
        }
        return service.setAccesses(ids, of: ticket, 200)
    }

    private static func removeAccesses(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.checkBare(request)
        _ = service.setAccesses([], of: ticket, 204)
        return .empty(204)
    }
}
