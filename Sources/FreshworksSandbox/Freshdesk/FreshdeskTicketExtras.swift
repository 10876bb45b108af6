import Foundation
import FreshworksCore

/// Summaries, archived tickets and ratings.
extension FreshdeskService {
    static let ticketExtraRoutes = [
        Route<FreshdeskService>("GET", "tickets/archived/{id}", scope: "tickets.view", viewArchived),
        Route<FreshdeskService>("DELETE", "tickets/archived/{id}", scope: "tickets.delete", deleteArchived),
        Route<FreshdeskService>(
            "GET", "tickets/archived/{id}/conversations", scope: "tickets.conversations.view", archivedConversations),
        Route<FreshdeskService>("GET", "tickets/{id}/summary", scope: "tickets.view", viewSummary),
        Route<FreshdeskService>("PUT", "tickets/{id}/summary", scope: "tickets.edit", putSummary),
        Route<FreshdeskService>("DELETE", "tickets/{id}/summary", scope: "tickets.edit", deleteSummary),
        Route<FreshdeskService>("GET", "tickets/{id}/satisfaction_ratings", scope: "tickets.view", listRatings),
        Route<FreshdeskService>("POST", "tickets/{id}/satisfaction_ratings", scope: "tickets.edit", rate),
    ]

    /// Tickets that were closed, and then left alone for 120 days, are kept elsewhere.
    static func isArchived(_ ticket: JSONObject, at now: Date) -> Bool {
        ticket["status"] == 5 && ticket.time("updated_at").addingTimeInterval(120 * 86_400) <= now
    }

    private func archived(_ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        let ticket = try record(of: Self.tickets, request)
        guard Self.isArchived(ticket, at: request.now) else { throw .empty(404) }
        return ticket
    }

    private static func viewArchived(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.archived(request)
        try service.checkBare(request)
        var shown = service.show(ticket, .single, tickets, request).objectValue ?? JSONObject()
        shown["archived"] = true
        return .json(200, .object(shown))
    }

    private static func deleteArchived(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.archived(request)
        try service.checkBare(request)
        service.remove(ticket, tickets)
        return .empty(204)
    }

    private static func archivedConversations(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.archived(request)
        try service.refuse(service.check(request.query, conversations), conversations)
        return try service.reply(
            service.all(conversations).filter { $0["ticket_id"] == ticket["id"] }, conversations, request)
    }

    private static func viewSummary(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.checkBare(request)
        guard let summary = ticket["summary"]?.objectValue else { throw .empty(404) }
        return .json(200, service.shown(summary: summary, request))
    }

    private func shown(summary: JSONObject, _ request: SandboxRequest) -> JSONValue {
        var shown = summary
        shown["attachments"] = files(of: summary, sizeKey: "size", request)
        return .object(shown)
    }

    private static func putSummary(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        var ticket = try service.record(of: tickets, request)
        try requireLive(ticket, request)
        var writing = try service.sent(request) {
            RecordKey("body", .filled).required
            RecordKey("user_id", .id)
            RecordKey.files("attachments", [])
        }
        service.checkFiles(&writing, of: ticket["id"])
        if let user = writing["user_id"], service[agents, user] == nil {
            writing.refuse("user_id", .dangling("agent"))
        }
        try service.refuse(writing.flaws, nil)
        let me = try service.caller(of: request)
        let body = FreshdeskHTML.wrapped(writing["body"]?.stringValue ?? "")
        let now = JSONValue.seconds(request.now)
        let id = service.nextID(of: conversations)
        let old = ticket["summary"]
        if old?["id"] == nil { service.spendID(id, of: conversations) }
        let files = service.attachments.add(writing.files("attachments"), now: request.now)
        let summary: JSONObject = [
            "id": old?["id"] ?? id, "ticket_id": ticket["id"] ?? .null,
            "user_id": writing["user_id"] ?? me["id"] ?? .null,
            "body": .string(body), "body_text": .string(FreshdeskHTML.text(body)),
            "attachments": .array((old?["attachments"]?.arrayValue ?? []) + files),
            "created_at": old?["created_at"] ?? now, "updated_at": now,
        ]
        ticket["summary"] = .object(summary)
        service.keep(ticket, tickets)
        return .json(200, service.shown(summary: summary, request))
    }

    private static func deleteSummary(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        var ticket = try service.record(of: tickets, request)
        try service.checkBare(request)
        guard ticket["summary"]?.objectValue != nil else { throw .empty(404) }
        ticket["summary"] = .null
        service.keep(ticket, tickets)
        return .empty(204)
    }

    static let ratings = FreshdeskRecords(
        "surveys/satisfaction_ratings", noun: "rating", firstID: 70_400_000_000, calls: [.list],
        filters: [
            .text("user_id") { rating, id in rating["user_id"].map { "\($0)" } == id },
            .time("created_since", key: "created_at", atLeast: true),
        ]
    ) {
        RecordKey.nulls("survey_id", "user_id", "agent_id", "group_id", "ticket_id")
        RecordKey("feedback", .text.orNull)
        RecordKey("ratings", .object, [:]).required
    }

    private static func listRatings(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        try service.refuse(service.check(request.query, jobs), nil)
        return try service.reply(service.all(ratings).filter { $0["ticket_id"] == ticket["id"] }, ratings, request)
    }

    private static func rate(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let ticket = try service.record(of: tickets, request)
        let writing = try service.judge(request, of: nil, ratings)
        let known = Set([103, 102, 101, 100, -101, -102, -103, 1, 2, 3].map { JSONValue.int($0) })
        let answers = writing["ratings"]?.objectValue ?? JSONObject()
        try service.refuse(
            writing.flaws
                + answers.filter { !known.contains($0.value) }.map { Flaw("ratings.\($0.key)", .blank) }, nil)
        var made = try service.write(writing, ratings).record
        for (key, source) in [
            ("ticket_id", "id"), ("user_id", "requester_id"), ("agent_id", "responder_id"), ("group_id", "group_id"),
        ] { made[key] = ticket[source] }
        made["survey_id"] = 70_000_900_001
        service.keep(made, ratings)
        return service.reply(made, .created, ratings, request)
    }
}

extension RecordFilter<FreshdeskService> {
    /// The records of which a time lies on one side of another.
    static func time(_ name: String, key: String, atLeast: Bool) -> RecordFilter {
        RecordFilter(name) { (text, _, _) throws(Flaw) in
            guard let time = FreshdeskTime.parse(text) else {
                throw Flaw(name, .format("combined date and time ISO8601"))
            }
            let limit = JSONValue.seconds(time).stringValue ?? ""
            return { record in
                guard let own = record[key]?.stringValue else { return false }
                return atLeast ? own >= limit : own <= limit
            }
        }
    }
}
