import Foundation
import FreshworksCore

/// What records that are about others have in common: notes, tasks, appointments and sales activities.
extension FreshsalesService {
    /// The kinds of records that others may be about, and where those live. Spelled otherwise, they are nothing.
    static let targets = ["Contact": "contacts", "SalesAccount": "sales_accounts", "Deal": "deals", "Lead": "leads"]

    /// Keys by which requests say what a record is about, and none of those that only contacts and their like have.
    static var aboutOthers: [RecordKey] {
        [
            RecordKey("targetable_type", .filled).onlyInRequests, RecordKey("targetable_id", .integer).onlyInRequests,
            RecordKey("creater_id", .id).readOnly, RecordKey("updater_id", .id).readOnly,
        ] + plain
    }

    /// Takes back what every record has unless told.
    static var plain: [RecordKey] {
        [
            RecordKey("custom_field", .any).readOnly.onlyInRequests, RecordKey("tags", .any).readOnly.onlyInRequests,
            RecordKey("links", .any).readOnly.onlyInRequests, RecordKey("is_deleted", .any).readOnly.onlyInRequests,
        ]
    }

    /// What a request says that the record is about; `nil` if it says nothing of that.
    func target(of writing: Writing) throws(SandboxReply) -> JSONValue? {
        guard writing["targetable_type"] != nil || writing["targetable_id"] != nil else { return nil }
        guard let type = writing["targetable_type"]?.stringValue, let path = Self.targets[type] else {
            throw FreshsalesReplies.errors(400, "The type for targetable_type is invalid.")
        }
        guard let id = writing["targetable_id"], holds(id, in: path) else {
            throw FreshsalesReplies.errors(400, "The value for targetable_id is invalid.")
        }
        return ["id": id, "type": .string(type)]
    }

    /// Keeps what a task, appointment or activity is about.
    @Sendable static func settleTargets(
        _ writing: inout Writing, _ service: FreshsalesService
    ) throws(SandboxReply) {
        if let target = try service.target(of: writing) { writing.record["targetables"] = [target] }
        if !writing.isNew { writing.record["updater_id"] = service.me["id"] }
    }

    /// The records of a kind that are about another one.
    func about(_ record: JSONObject, _ type: String, _ collection: FreshsalesRecords) -> [JSONObject] {
        all(collection).filter { other in
            let targets = other["targetables"]?.arrayValue ?? [other["targetable"] ?? .null]
            return targets.contains { $0["id"] == record["id"] && $0["type"]?.stringValue == type }
        }
    }

    /// A list of what is about one record of a collection.
    static func listing(
        _ collection: FreshsalesRecords, of parent: FreshsalesRecords, _ type: String
    ) -> Route<FreshsalesService> {
        Route("GET", "\(parent.path)/{id}/\(collection.path)", scope: "\(parent.scope).view") {
            (request, service) throws(SandboxReply) in
            let record = try service.record(of: parent, request)
            let rows = service.about(record, type, collection).map {
                JSONValue.object(collection.visible($0, inList: true))
            }
            return .json(200, [collection.path: .array(rows)])
        }
    }
}

extension JSONShape {
    /// A moment with its zone; it is kept in the account's own.
    static let moment = JSONShape(else: .format("date and time")) { value in
        value.stringValue.flatMap { $0.contains("T") ? Timestamp.parse($0) : nil } != nil
    }.keeping { value in value.stringValue.flatMap(Timestamp.parse).map { .zoned($0) } ?? value }
}

extension JSONValue {
    /// The moment that this spells.
    var moment: Date { stringValue.flatMap(Timestamp.parse) ?? .distantPast }
}
