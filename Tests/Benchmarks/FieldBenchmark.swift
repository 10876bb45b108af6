import Foundation
import Freshdesk

/// Reading fields of a connector's record through its table, against the accessors of a record that reads its keys itself.
func runFieldBenchmark() {
    do {
        let page = ticketPage(rows: 100)
        let tickets = try JSONValue(parsing: page).records(Ticket.self)
        let plain = try JSONValue(parsing: page).records(PlainRecord.self)
        guard tickets.map(sum) == plain.map(sum) else { return print("  the two sides read different tickets") }
        var total = 0
        // Short runs, many of them: one must be found that nothing else on the machine disturbed.
        var fields = Double.infinity, accessors = Double.infinity
        for _ in 0..<50 {
            fields = min(fields, best(of: 2) { for ticket in tickets { total &+= sum(ticket) } })
            accessors = min(accessors, best(of: 2) { for record in plain { total &+= sum(record) } })
        }
        print("Fields: read through a table, on average")
        print("  field       \(Int(fields / 1200 * 1e9)) ns (at most 60)")
        print("  accessor    \(Int(accessors / 1200 * 1e9)) ns, of a record without a table")
        let filling = best(of: 20) { total &+= draft(7).json.count }
        print("  draft       \(microseconds(filling)) µs to fill ten fields [\(total & 1)]")
    } catch {
        print("  failed: \(error)")
    }
}

/// Something of twelve fields, of every kind that records have most, so that no read is optimized away.
private func sum(_ ticket: Ticket) -> Int {
    var sum = size(ticket.subject) &+ size(ticket.description) &+ size(ticket.supportEmail)
    sum &+= (ticket.status?.rawValue ?? 0) &+ (ticket.priority?.rawValue ?? 0)
    sum &+= size(ticket.requesterID) &+ size(ticket.responderID)
    sum &+= size(ticket.dueBy) &+ size(ticket.createdAt)
    sum &+= ticket.isSpam == true ? 1 : 0
    sum &+= ticket.tags?.count ?? 0
    return sum &+ ticket.customFields.json.count
}

private func sum(_ record: PlainRecord) -> Int {
    var sum = size(record.subject) &+ size(record.description) &+ size(record.supportEmail)
    sum &+= (record.status?.rawValue ?? 0) &+ (record.priority?.rawValue ?? 0)
    sum &+= size(record.requesterID) &+ size(record.responderID)
    sum &+= size(record.dueBy) &+ size(record.createdAt)
    sum &+= record.isSpam == true ? 1 : 0
    sum &+= record.tags?.count ?? 0
    return sum &+ record.customFields.json.count
}

private func size(_ text: String?) -> Int { text?.utf8.count ?? 0 }
private func size(_ id: Int64?) -> Int { Int(id ?? 0) }
private func size(_ date: Date?) -> Int { Int(date?.timeIntervalSince1970 ?? 0) }

private func draft(_ number: Int64) -> TicketDraft {
    TicketDraft(requester: .id(number), subject: "Cannot sign in", description: "<div>Login fails.</div>") {
        $0.type = .problem
        $0.responderID = number
        $0.tags = ["login"]
        $0.dueBy = Date(timeIntervalSince1970: 1_800_000_000)
        $0.customFields = ["cf_region": "EMEA", "cf_seats": 12]
    }
}

/// A record that reads its keys itself.
private struct PlainRecord: Resource {
    let json: JSONObject

    var subject: String? { json["subject"] }
    var description: String? { json["description"] }
    var supportEmail: String? { json["support_email"] }
    var status: TicketStatus? { json["status"] }
    var priority: TicketPriority? { json["priority"] }
    var requesterID: Int64? { json["requester_id"] }
    var responderID: Int64? { json["responder_id"] }
    var isSpam: Bool? { json["spam"] }
    var tags: [String]? { json["tags"] }
    var dueBy: Date? { json["due_by"] }
    var createdAt: Date? { json["created_at"] }
    var customFields: CustomFields { json["custom_fields"] ?? CustomFields() }
}
