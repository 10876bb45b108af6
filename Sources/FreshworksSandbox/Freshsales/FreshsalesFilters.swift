import Foundation
import FreshworksCore

/// The search by conditions on attributes, all of which have to hold.
extension FreshsalesService {
    private typealias Test = (JSONObject) -> Bool

    func filteredSearch(
        _ collection: FreshsalesRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let body = try request.freshsalesBody()
        guard let rules = body["filter_rule"]?.arrayValue, !rules.isEmpty else {
            throw FreshsalesReplies.errors(400, "The type for filter_rule is invalid.")
        }
        var tests: [Test] = []
        for rule in rules { tests.append(try test(rule, collection)) }
        let seesDeleted = rules.contains { $0["attribute"] == "deleted" }
        let found = all(collection).filter { record in
            (seesDeleted || record["is_deleted"] != true) && tests.allSatisfy { $0(record) }
        }
        // The parameters of a list stand in the query or in the body.
        var merged = request.query
        for name in ["page", "per_page", "sort", "sort_type", "include"] where merged[name] == nil {
            if let value = String(json: body[name] ?? .null) { merged = QueryText(merged.text + "&\(name)=\(value)") }
        }
        var request = request
        request.query = merged
        let sorted = Self.sorted(found, by: merged["sort"], merged["sort_type"], collection)
        let (rows, beside) = answer(
            FreshsalesPage(merged).rows(sorted, to: request), .row, collection, to: request)
        let isThin = merged["include"] == nil && body["detail"] != true
        let members =
            beside.map { ($0.key, $0.value) } + [
                (root(of: collection), .array(isThin ? rows.map { Self.thinned($0, collection) } : rows)),
                // How many pages there are is not told here.
                ("meta", ["total": .int(found.count)]),
            ]
        return .json(200, .object(JSONObject(members)))
    }

    /// Rows lack what accounts have defined, and deals their owner, stage and pipeline.
    private static func thinned(_ row: JSONValue, _ collection: FreshsalesRecords) -> JSONValue {
        var row = row.objectValue ?? [:]
        row["custom_field"] = nil
        if collection.path == "contacts" { row["partial"] = true }
        if collection.path == "deals" {
            for key in ["owner_id", "deal_stage_id", "deal_pipeline_id"] { row[key] = nil }
        }
        return .object(row)
    }

    private func test(_ rule: JSONValue, _ collection: FreshsalesRecords) throws(SandboxReply) -> Test {
        let attribute = rule["attribute"]?.stringValue ?? ""
        let value = rule["value"] ?? .null
        guard let read = values(of: attribute, collection) else {
            throw FreshsalesReplies.errors(400, "The attribute \(attribute) is invalid.")
        }
        switch rule["operator"]?.stringValue ?? "" {
        case "is_in", "equals":
            let wanted = Set((value.arrayValue ?? [value]).map(Self.word))
            return { read($0).contains { wanted.contains(Self.word($0)) } }
        case "is":
            let wanted = Bool(json: value)
            return { read($0).contains { Bool(json: $0) == wanted } }
        case "is_after": return try comparison(attribute, value, read, >)
        case "is_before": return try comparison(attribute, value, read, <)
        case let other: throw FreshsalesReplies.errors(400, "The operator \(other) is invalid.")
        }
    }

    private func comparison(
        _ attribute: String, _ value: JSONValue, _ read: @escaping (JSONObject) -> [JSONValue],
        _ holds: @escaping (Date, Date) -> Bool
    ) throws(SandboxReply) -> Test {
        guard let bound = Date(json: value) else {
            throw FreshsalesReplies.errors(400, "The value for \(attribute) is invalid.")
        }
        return { read($0).contains { Date(json: $0).map { holds($0, bound) } ?? false } }
    }

    /// Ids may be numbers or texts, and the case of texts does not count.
    private static func word(_ value: JSONValue) -> String { (String(json: value) ?? value.description).lowercased() }

    private func values(of attribute: String, _ collection: FreshsalesRecords) -> ((JSONObject) -> [JSONValue])? {
        switch attribute {
        case "deleted": { [$0["is_deleted"] ?? false] }
        case "contact_email.email" where collection.path == "contacts": { Self.addresses($0).map(JSONValue.string) }
        case "lead_email.email" where collection.path == "leads": { [$0["email"] ?? .null] }
        case _ where shelves[collection.path]?.customFields.contains { $0.name == attribute } == true:
            { [$0["custom_field"]?[attribute] ?? .null] }
        case _ where collection.key(attribute) != nil:
            { ($0[attribute] ?? .null).arrayValue ?? [$0[attribute] ?? .null] }
        default: nil
        }
    }
}
