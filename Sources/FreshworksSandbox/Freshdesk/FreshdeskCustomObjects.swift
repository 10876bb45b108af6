import Foundation
import FreshworksCore

/// Records that the account has defined for itself. Their errors have a shape of their own, and their pages are named by addresses that
/// leave out the beginning.
extension FreshdeskService {
    /// A kind of record with a name of each kind of field that matters here.
    static let objectSchema: JSONObject = [
        "name": "Bookings", "prefix": "BKG", "title": .null, "description": .null, "version": 1, "deleted": false,
        "id": 30, "created_time": 1_735_689_600_000, "updated_time": 1_735_689_600_000,
        "fields": .array([
            objectField("customer_id", "PRIMARY", isRequired: true), objectField("customer_name", "TEXT"),
            objectField("age", "NUMBER"), objectField("notes", "PARAGRAPH", isFilterable: false),
        ]),
    ]

    private static func objectField(
        _ name: String, _ type: String, isRequired: Bool = false, isFilterable: Bool = true
    ) -> JSONValue {
        [
            "id": .string("f-\(name)"), "name": .string(name), "label": .string(name), "type": .string(type),
            "position": 1, "required": .bool(isRequired), "editable": true, "visible": true, "deleted": false,
            "placeholder": .null, "hint": .null, "filterable": .bool(isFilterable), "searchable": true,
            "parent_id": .null, "choices": [],
        ]
    }

    static let objectRecords = FreshdeskRecords(
        "custom_objects/records", noun: "record", firstID: 70_020_000_000, calls: []
    ) {
        RecordKey("version", .integer, 1)
        RecordKey("data", .object, [:])
    }

    static let customObjectRoutes = [
        Route<FreshdeskService>("GET", "custom_objects/schemas", scope: "custom_objects.view") {
            (request, service) throws(SandboxReply) in .json(200, ["schemas": [.object(objectSchema)]])
        },
        Route<FreshdeskService>("GET", "custom_objects/schemas/{schema}", scope: "custom_objects.view") {
            (request, service) throws(SandboxReply) in
            try service.checkSchema(request)
            return .json(200, .object(objectSchema))
        },
        Route<FreshdeskService>("GET", "custom_objects/schemas/{schema}/records/count", scope: "custom_objects.view") {
            (request, service) throws(SandboxReply) in
            try service.checkSchema(request)
            return .json(200, ["count": .int(try service.objects(request).count)])
        },
        Route<FreshdeskService>(
            "GET", "custom_objects/schemas/{schema}/records", scope: "custom_objects.view", listObjects),
        Route<FreshdeskService>("POST", "custom_objects/schemas/{schema}/records", scope: "custom_objects.create") {
            (request, service) throws(SandboxReply) in
            try service.checkSchema(request)
            return try service.writeObject(nil, request)
        },
        Route<FreshdeskService>("GET", "custom_objects/schemas/{schema}/records/{record}", scope: "custom_objects.view")
        {
            (request, service) throws(SandboxReply) in .json(200, shown(object: try service.object(request)))
        },
        Route<FreshdeskService>("PUT", "custom_objects/schemas/{schema}/records/{record}", scope: "custom_objects.edit")
        {
            (request, service) throws(SandboxReply) in
            try service.writeObject(try service.object(request), request)
        },
        Route<FreshdeskService>(
            "DELETE", "custom_objects/schemas/{schema}/records/{record}", scope: "custom_objects.delete"
        ) { (request, service) throws(SandboxReply) in
            service.remove(try service.object(request), objectRecords)
            return .empty(204)
        },
    ]

    private static func failure(
        _ status: Int, _ type: String, _ message: String, _ field: String? = nil, _ reason: String = ""
    ) -> SandboxReply {
        let errors = field.map { [["name": .string($0), "message": .string(reason)] as JSONValue] } ?? []
        return .json(
            status, ["error_type": .string(type), "message": .string(message), "errors": .array(errors)])
    }

    private static func invalid(_ field: String, _ reason: String) -> SandboxReply {
        failure(400, "INVALID_INPUT", "Invalid input", field, reason)
    }

    private func checkSchema(_ request: SandboxRequest) throws(SandboxReply) {
        let id = request.parameters["schema"] ?? ""
        guard id == "30" else {
            throw Self.failure(404, "RESOURCE_NOT_FOUND", "Custom object with id '\(id)' does not exist.")
        }
    }

    private static func displayID(_ record: JSONObject) -> JSONValue {
        .string("BKG-\((record["id"]?.int64Value ?? 0) - objectRecords.firstID)")
    }

    private func object(_ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        try checkSchema(request)
        let id = request.parameters["record"] ?? ""
        guard let record = all(Self.objectRecords).first(where: { Self.displayID($0) == .string(id) }) else {
            throw Self.failure(404, "RESOURCE_NOT_FOUND", "Record with id '\(id)' does not exist.")
        }
        return record
    }

    private static func milliseconds(_ record: JSONObject, _ key: String) -> Int64 {
        Int64(record.time(key).timeIntervalSince1970 * 1000)
    }

    private static func shown(object record: JSONObject) -> JSONValue {
        [
            "display_id": displayID(record), "created_time": .int(milliseconds(record, "created_at")),
            "updated_time": .int(milliseconds(record, "updated_at")), "version": record["version"] ?? 1,
            "data": record["data"] ?? [:], "metadata": ["primary_field_name": "customer_id"],
        ]
    }

    private static var schemaFields: [JSONObject] {
        (objectSchema["fields"]?.arrayValue ?? []).compactMap(\.objectValue)
    }

    private mutating func writeObject(
        _ before: JSONObject?, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        guard let body = request.jsonObject, let data = body["data"]?.objectValue else {
            throw Self.invalid("data", "Please enter a valid value.")
        }
        for (name, value) in data {
            guard let field = Self.schemaFields.first(where: { $0["name"] == .string(name) }) else {
                throw Self.invalid(name, "Field does not exist.")
            }
            let isNumber = field["type"] == "NUMBER"
            if !value.isNull, isNumber ? value.int64Value == nil : value.stringValue == nil {
                throw Self.invalid(name, "Please enter a valid \(isNumber ? "number" : "text") for '\(name)' field.")
            }
        }
        if let version = body["version"], before != nil, version != before?["version"] {
            throw Self.failure(
                400, "CONSTRAINT_VIOLATION", "Constraint violation", "version",
                "Unable to update the record. Please try again.")
        }
        var record = before ?? blank(Self.objectRecords, at: request.now)
        record.merge("data", .object(data))
        for field in Self.schemaFields {
            let name = field["name"]?.stringValue ?? ""
            if record["data"]?[name] == nil { record.set(name, inside: "data", to: .null) }
            if field["required"] == true, record["data"]?[name]?.isNull ?? true {
                throw Self.invalid(name, "Please enter a value.")
            }
        }
        if before != nil { record["version"] = .int((before?["version"]?.int64Value ?? 1) + 1) }
        record["updated_at"] = .seconds(request.now)
        if let id = record["id"] { spendID(id, of: Self.objectRecords) }
        keep(record, Self.objectRecords)
        return .json(before == nil ? 201 : 200, Self.shown(object: record))
    }

    /// The records that fit all conditions, in the order that is asked for.
    private func objects(_ request: SandboxRequest) throws(SandboxReply) -> [JSONObject] {
        var found = all(Self.objectRecords)
        let own: Set = ["page_size", "next_token", "prev_token", "sort_by"]
        let conditions = request.query.items.filter { !own.contains($0.name) }
        guard conditions.count <= 10 else { throw Self.invalid("filters", "A maximum of 10 filter conditions") }
        for (text, value) in conditions {
            let name = String(text.prefix { $0 != "[" })
            let order = text.dropFirst(name.count)
            guard ["", "[gt]", "[gte]", "[lt]", "[lte]"].contains(order) else {
                throw Self.invalid(name, "Please enter a valid conditional operator for '\(name)' field.")
            }
            try checkFilterable(name)
            found = found.filter { Self.holds(Self.text($0, name), order, value) }
        }
        guard let sort = request.query["sort_by"] else { return found }
        let parts = sort.split(separator: ";").map(String.init)
        guard parts.count == 2, ["ASC", "DESC"].contains(parts[1]) else {
            throw Self.invalid("sort_by", "Invalid sort order specified in sort parameter.")
        }
        try checkFilterable(parts[0])
        found.sort { Self.isLess(Self.text($0, parts[0]), Self.text($1, parts[0])) }
        return parts[1] == "ASC" ? found : found.reversed()
    }

    private func checkFilterable(_ name: String) throws(SandboxReply) {
        if ["created_time", "updated_time"].contains(name) { return }
        guard let field = Self.schemaFields.first(where: { $0["name"] == .string(name) }) else {
            throw Self.invalid(name, "Field does not exist.")
        }
        if field["filterable"] != true { throw Self.invalid(name, "Field '\(name)' cannot be used to filter records.") }
    }

    private static func text(_ record: JSONObject, _ name: String) -> String {
        switch name {
        case "created_time", "updated_time":
            let time = record.time(name == "created_time" ? "created_at" : "updated_at")
            return FreshchatTime.text(time)
        default: return record["data"]?[name].map { $0.stringValue ?? "\($0)" } ?? ""
        }
    }

    private static func isLess(_ left: String, _ right: String) -> Bool {
        if let first = Double(left), let second = Double(right) { return first < second }
        return left < right
    }

    private static func holds(_ own: String, _ order: Substring, _ value: String) -> Bool {
        switch order {
        case "": own == value
        case "[gt]": isLess(value, own)
        case "[gte]": !isLess(own, value)
        case "[lt]": isLess(own, value)
        default: !isLess(value, own)
        }
    }

    private static func listObjects(
        _ request: SandboxRequest, _ service: inout FreshdeskService
    ) throws(SandboxReply) -> SandboxReply {
        try service.checkSchema(request)
        let size = request.query["page_size"].map { Int($0) ?? 0 } ?? 20
        guard (1...100).contains(size) else { throw invalid("page_size", "Please enter a valid page size.") }
        let page = Int((request.query["next_token"] ?? "t1").dropFirst()) ?? 1
        let (rows, hasMore) = request.rows(of: try service.objects(request), page: page, perPage: size)
        let others = request.query.items.filter { !["next_token", "prev_token"].contains($0.name) }
            .map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
        var links: JSONObject = ["count": ["href": .string("/schemas/30/records/count?\(others)")]]
        if hasMore {
            links["next"] = ["href": .string("/schemas/30/records?\(others)&prev_token=&next_token=t\(page + 1)")]
        }
        return .json(200, ["records": .array(rows.map(shown)), "_links": .object(links)])
    }
}
