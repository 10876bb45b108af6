import Foundation
import FreshworksCore

/// Calls that change many tickets.
extension FreshdeskService {
    static let bulkRoutes = [
        Route<FreshdeskService>("POST", "tickets/outbound_email", scope: "tickets.create", createOutboundEmail),
        Route<FreshdeskService>("POST", "tickets/bulk_update", scope: "tickets.edit", bulkUpdate),
        Route<FreshdeskService>("POST", "tickets/bulk_delete", scope: "tickets.delete", bulkDelete),
        Route<FreshdeskService>("PUT", "tickets/merge", scope: "tickets.edit", mergeTickets),
    ]

    private static let outboundKeys: Set = [
        "email", "subject", "email_config_id", "name", "type", "status", "priority", "description", "attachments",
        "custom_fields", "due_by", "fr_due_by", "group_id", "tags", "cc_emails",
    ]

    private static func createOutboundEmail(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        var body = try RecordBody(freshdesk: request, tickets.keys)
        for key in body.object.keys where !outboundKeys.contains(key) {
            body.flaws.append(Flaw(key, .unknown))
            body.object[key] = nil
        }
        for key in ["email", "subject", "email_config_id"] where body.object[key] == nil {
            body.flaws.append(Flaw(key, .missing))
        }
        body.object["status"] = body.object["status"] ?? JSONValue.int(5)
        body.object["source"] = 10
        body.object["responder_id"] = try service.caller(of: request)["id"]
        let blank = service.blank(tickets, at: request.now)
        let writing = try service.write(service.judge(body, of: nil, copy: blank, tickets, request), tickets)
        return service.reply(writing.record, .created, tickets, request)
    }

    /// What many tickets can be changed to; `nil` for what is said but not kept.
    private static let properties: [String: JSONShape] = [
        "from_email": .address, "skip_close_notification": .flag, "email_config_id": .id, "group_id": .id,
        "priority": .number(of: Array(1...4)), "parent_id": .id, "requester_id": .id, "responder_id": .id,
        "source": .number(of: [1, 2, 3, 7, 8, 9, 10]), "status": .number(of: statuses.map { $0.number }),
        "type": .filled, "product_id": .id, "due_by": .time, "fr_due_by": .time, "custom_fields": .object,
        "tags": .texts, "internal_agent_id": .id, "internal_group_id": .id,
    ]

    private static let bulkReply = JSONShape.object(
        ["body": .filled, "attachment_ids": .ids, "inline_attachment_ids": .ids, "cloud_files": .objects])

    private static func action(
        _ request: SandboxRequest, _ service: FreshdeskService, _ members: [String: JSONShape]
    ) throws(SandboxReply) -> JSONValue {
        let members = members.merging(["ids": .ids]) { $1 }
        let writing = try service.sent(request) {
            RecordKey("bulk_action", .object(members, required: ["ids"])).required
        }
        return writing["bulk_action"] ?? .null
    }

    /// Does something with each of the tickets that can be changed.
    private mutating func each(
        of action: JSONValue, _ name: String, _ request: SandboxRequest,
        _ change: (inout FreshdeskService, JSONObject) throws(SandboxReply) -> Void
    ) -> SandboxReply {
        let ids = action["ids"]?.arrayValue ?? []
        var failed = 0
        for id in ids {
            do throws(SandboxReply) {
                guard let ticket = self[Self.tickets, id] else { throw .empty(404) }
                try Self.requireLive(ticket, request)
                try change(&self, ticket)
            } catch {
                failed += 1
            }
        }
        return begin(name, failed: failed, of: ids.count, request)
    }

    private static func bulkUpdate(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let action = try action(request, service, ["properties": .object(properties), "reply": bulkReply])
        let changes = action["properties"]?.objectValue ?? JSONObject()
        if changes["internal_agent_id"] != nil || changes["internal_group_id"] != nil, changes["status"] == nil {
            try service.refuse("status", .missing)
        }
        if action["properties"] == nil && action["reply"] == nil { try service.refuse("properties", .missing) }
        let kept = JSONObject(
            changes.filter { !["from_email", "skip_close_notification", "parent_id"].contains($0.key) }
                .map { ($0.key, $0.value) })
        return service.each(of: action, "bulk_update", request) { (service, ticket) throws(SandboxReply) in
            let path = ["tickets", "\(ticket["id"] ?? .null)"]
            _ = try service.call("PUT", path, kept, request)
            guard let body = action["reply"]?["body"] as JSONValue? else { return }
            _ = try service.call("POST", path + ["reply"], ["body": body], request)
        }
    }

    private static func bulkDelete(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let action = try action(request, service, [:])
        return service.each(of: action, "bulk_delete", request) { (service, ticket) throws(SandboxReply) in
            _ = try service.call("DELETE", ["tickets", "\(ticket["id"] ?? .null)"], JSONObject(), request)
        }
    }

    private static func mergeTickets(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        let note = JSONShape.object(["body": .filled, "private": .flag], required: ["body"])
        let writing = try service.sent(request) {
            RecordKey("primary_id", .id).required
            RecordKey("ticket_ids", .ids).required
            RecordKey("note_in_primary", note)
            RecordKey("note_in_secondary", note)
            RecordKey("convert_recepients_to_cc", .flag)
        }
        let primary = writing["primary_id"] ?? .null
        let others = (writing["ticket_ids"]?.arrayValue ?? []).filter { $0 != primary }
        for (key, ids) in [("primary_id", [primary]), ("ticket_ids", others)] {
            let areLive = ids.allSatisfy { id in
                service[tickets, id].map { $0["deleted"] != true && $0["spam"] != true } ?? false
            }
            if !areLive { try service.refuse(key, .dangling("ticket")) }
        }
        let names = others.map { "#\($0)" }.joined(separator: ", ")
        let notes =
            [(primary, "note_in_primary", "Merged from \(names)")]
            + others.map { ($0, "note_in_secondary", "Merged into #\(primary)") }
        for (id, key, words) in notes {
            let note = writing[key]
            _ = try service.call(
                "POST", ["tickets", "\(id)", "notes"],
                ["body": note?["body"] ?? .string(words), "private": note?["private"] ?? false], request)
        }
        for id in others { _ = try service.call("PUT", ["tickets", "\(id)"], ["status": 5], request) }
        return .empty(204)
    }
}
