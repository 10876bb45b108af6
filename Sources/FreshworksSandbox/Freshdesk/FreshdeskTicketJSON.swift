import Foundation
import FreshworksCore

extension FreshdeskService {
    /// A row of a list: no attachments, no description unless asked for.
    func row(_ ticket: FreshdeskTicket, include: Set<String>, _ request: SandboxRequest) -> JSONValue {
        var object = common(ticket, now: request.now)
        object["associated_tickets_count"] = ticket.associated.isEmpty ? .null : .int(ticket.associated.count)
        if include.contains("description") {
            object["description"] = .string(ticket.description)
            object["description_text"] = .string(FreshdeskHTML.text(ticket.description))
        }
        embed(include, of: ticket, in: &object, request)
        return .object(object)
    }

    /// The answer to a change of a ticket.
    func full(_ ticket: FreshdeskTicket, _ request: SandboxRequest) -> JSONObject {
        var object = common(ticket, now: request.now)
        object["description"] = .string(ticket.description)
        object["description_text"] = .string(FreshdeskHTML.text(ticket.description))
        object["structured_description"] = FreshdeskHTML.structured(ticket.description, "description_contents")
        object["attachments"] = .array(
            ticket.attachments.map { attachments.json($0, sizeKey: "file_size", request) })
        return object
    }

    /// The answer to a creation, which names the associated tickets as a view does.
    func created(_ ticket: FreshdeskTicket, _ request: SandboxRequest) -> JSONObject {
        var object = full(ticket, request)
        object["associated_tickets_list"] = .array(ticket.associated.map { .int($0) })
        return object
    }

    func view(_ ticket: FreshdeskTicket, include: Set<String>, _ request: SandboxRequest) -> JSONValue {
        var object = created(ticket, request)
        object["source_additional_info"] = .null
        embed(include, of: ticket, in: &object, request)
        return .object(object)
    }

    private func common(_ ticket: FreshdeskTicket, now: Date) -> JSONObject {
        var object = ticket.fields
        for key in ["fwd_emails", "reply_cc_emails", "ticket_cc_emails"] { object[key] = [] }
        for key in ["fr_escalated", "is_escalated", "nr_escalated"] { object[key] = false }
        for key in ["to_emails", "support_email", "nr_due_by"] { object[key] = .null }
        object["reply_cc_emails"] = ticket.fields["cc_emails"] as JSONValue?
        object["ticket_cc_emails"] = ticket.fields["cc_emails"] as JSONValue?
        object["id"] = .int(ticket.id)
        object["requester_id"] = .int(ticket.requesterID)
        object["spam"] = .bool(ticket.isSpam)
        if ticket.isDeleted { object["deleted"] = true }
        object["association_type"] = ticket.associationType.map { .int($0) } ?? .null
        let due = ticket.due(at: now)
        object["due_by"] = .seconds(due.resolution)
        object["fr_due_by"] = .seconds(due.firstResponse)
        object["created_at"] = .seconds(ticket.createdAt)
        object["updated_at"] = .seconds(ticket.updatedAt)
        return object
    }

    private func embed(
        _ include: Set<String>, of ticket: FreshdeskTicket, in object: inout JSONObject, _ request: SandboxRequest
    ) {
        if include.contains("requester") { object["requester"] = requester(ticket.requesterID) }
        if include.contains("stats") { object["stats"] = ticket.stats.json }
        if include.contains("company") {
            let company = FreshdeskDirectory.company(ticket.companyID)
            object["company"] = company.map { ["id": .int($0.id), "name": .string($0.name)] } ?? .null
        }
        if include.contains("conversations") {
            // Only the oldest ten; the rest has a list of its own.
            let oldest = conversations.filter { $0.ticketID == ticket.id }.prefix(10)
            object["conversations"] = .array(oldest.map { row($0, request) })
        }
    }

    /// Requesters are contacts or agents.
    private func requester(_ id: Int64) -> JSONValue {
        let fields =
            contacts.first { $0.id == id }?.fields ?? agents.first { $0.id == id }?.contact ?? JSONObject()
        var object: JSONObject = ["id": .int(id)]
        for key in ["name", "email", "mobile", "phone"] { object[key] = fields[key] ?? JSONValue.null }
        return .object(object)
    }
}
