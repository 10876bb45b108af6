import Foundation
import FreshworksCore

/// Reading fields through their table, against the accessors of a record that reads its keys itself.
func runFieldBenchmark() {
    do {
        let records = try JSONValue(parsing: ticketPage(rows: 100)).records(FieldTicket.self)
        let plain = try JSONValue(parsing: ticketPage(rows: 100)).records(BenchmarkTicket.self)
        var total = 0
        let fields = best(of: 100) { for record in records { total &+= record.sum } }
        let accessors = best(of: 100) { for record in plain { total &+= record.sum } }
        let perField = fields / Double(records.count * FieldTicket.reads) * 1e9
        let perAccessor = accessors / Double(plain.count * BenchmarkTicket.accessors) * 1e9
        print("Fields: read through a table, on average")
        print("  field       \(Int(perField)) ns (at most 60) [\(total & 1)]")
        print("  accessor    \(Int(perAccessor)) ns, of a record without a table")
        let filling = best(of: 1000) { total &+= FieldTicket.draft(7).json.count }
        print("  draft       \(microseconds(filling)) µs to fill ten fields [\(total & 1)]")
    } catch {
        print("  failed: \(error)")
    }
}

/// Twelve fields of the benchmark's tickets, of every kind that records have most.
struct FieldTicket: FieldRecord {
    let json: JSONObject
    let id: Int64

    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    final class Fields: OptionalFieldTable {
        let subject = Clearable<String>("subject")
        let description = Settable<String>("description")
        let type = Clearable<String>("type")
        let status = Settable<Int>("status", .within(2...99))
        let priority = Settable<Int>("priority", .within(1...4))
        let requesterID = Settable<Int64>("requester_id", .id)
        let responderID = Clearable<Int64>("responder_id", .id)
        let spam = ReadOnly<Bool>("spam")
        let tags = Settable<[String]>("tags")
        let dueBy = Clearable<Date>("due_by")
        let createdAt = ReadOnly<Date>("created_at")
        let customFields = Settable<CustomFields>("custom_fields")

        static let table = Fields()
    }

    static let reads = 12

    /// Something of every field, so that no read is optimized away.
    var sum: Int {
        var sum = Self.size(self.subject) &+ Self.size(self.description) &+ Self.size(self.type)
        sum &+= self.status ?? 0
        sum &+= self.priority ?? 0
        sum &+= Self.size(self.requesterID) &+ Self.size(self.responderID)
        sum &+= Self.size(self.dueBy) &+ Self.size(self.createdAt)
        sum &+= self.spam == true ? 1 : 0
        sum &+= self.tags?.count ?? 0
        return sum &+ self.customFields.json.count
    }

    private static func size(_ text: String?) -> Int { text?.utf8.count ?? 0 }
    private static func size(_ id: Int64?) -> Int { Int(id ?? 0) }
    private static func size(_ date: Date?) -> Int { Int(date?.timeIntervalSince1970 ?? 0) }

    static func draft(_ number: Int64) -> Draft<Fields> {
        Draft {
            $0.subject = "Cannot sign in"
            $0.description = "<div>Login fails with code 7.</div>"
            $0.type = "Problem"
            $0.status = 2
            $0.priority = 3
            $0.requesterID = number
            $0.responderID = number
            $0.tags = ["login"]
            $0.dueBy = Date(timeIntervalSince1970: 1_800_000_000)
            $0.customFields = ["cf_region": "EMEA", "cf_seats": 12]
        }
    }
}
