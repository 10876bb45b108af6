import FreshworksCore

typealias FreshsalesRecords = RecordCollection<FreshsalesService>

/// How Freshsales takes and answers records.
extension FreshsalesService {
    /// It ignores what it does not know, and tells one thing that is wrong.
    static let manners = RecordManners(
        tolerance: .anything, tellsAll: false, createdKey: "created_at", updatedKey: "updated_at",
        time: { .zoned($0) }, deletedCount: false,
        standardKeys: { keys, id in
            [RecordKey(id, .id).readOnly] + keys + [
                RecordKey.custom("custom_field"), RecordKey("tags", .list(of: .text), []),
                RecordKey("links", .object, [:]).readOnly, RecordKey("is_deleted", .flag, false).readOnly,
                RecordKey("creater_id", .id).readOnly.onlyIfAsked, RecordKey("updater_id", .id).readOnly.onlyIfAsked,
            ] + RecordKey.nulls("created_at", "updated_at")
        },
        customShape: { fields in
            // Any field will do whose name starts with `cf_`; others are ignored.
            let shapes = Dictionary(fields.map { ($0.name, shape(of: $0.kind).orNull) }) { $1 }
            return JSONShape { value, place in
                guard let object = value.objectValue else { return [Flaw(place, .mismatch("key/value pair"))] }
                return object.flatMap { key, value in
                    shapes[key]?.flaws(value, "\(place).\(key)")
                        ?? (value.isContainer ? [Flaw("\(place).\(key)", .mismatch("String"))] : [])
                }
            }.keeping { value in
                .object(
                    JSONObject((value.objectValue ?? [:]).filter { $0.key.hasPrefix("cf_") }.map { ($0.key, $0.value) })
                )
            }
        },
        isCustomName: { $0.hasPrefix("cf_") }, initial: { _ in nil })

    private static func shape(of kind: Sandbox.CustomFieldKind) -> JSONShape {
        switch kind {
        // The text of an unknown choice is taken, too.
        case .text, .dropdown: .text
        case .number: .integer
        case .decimal: .number
        case .checkbox: .flag
        case .date: .plainDate
        }
    }

    static func id(_ text: String) -> Int64? { Int64(text) }

    static func id(_ json: JSONValue) -> Int64? { json.int64Value }

    /// Records may point to the account's people and choices, too.
    func holds(_ id: JSONValue, in path: String) -> Bool {
        if path == "owners" { return owners.contains { $0["id"] == id } }
        return FreshsalesSelectors.row(path, id) != nil || Self.id(id).flatMap { shelves[path]?.records[$0] } != nil
    }

    /// The attributes of a record, with or without the key that wraps them.
    func body(of request: SandboxRequest, _ collection: FreshsalesRecords) throws(SandboxReply) -> RecordBody {
        let body = try request.freshsalesBody()
        let wrapped = body[collection.noun] ?? .object(body)
        guard let record = wrapped.objectValue else {
            throw FreshsalesReplies.errors(400, "The type for \(collection.noun) is invalid.")
        }
        // In a new record null is as good as nothing.
        let isNothing = { (name: String) in request.method == "POST" && collection.key(name)?.isRequired == true }
        let members = record.filter { !($0.value.isNull && isNothing($0.key)) }
        return RecordBody(object: JSONObject(members.map { ($0.key, $0.value) }))
    }

    func refuse(_ flaws: [Flaw], _ collection: FreshsalesRecords?) throws(SandboxReply) {
        guard let flaw = flaws.first else { return }
        throw FreshsalesReplies.refusal(flaw)
    }

    func checkBare(_ request: SandboxRequest) throws(SandboxReply) {}

    func check(_ query: QueryText, _ collection: FreshsalesRecords) -> [Flaw] { [] }

    func notFound(_ collection: FreshsalesRecords) -> SandboxReply { FreshsalesReplies.notFound }

    /// All these answers to a deletion occur; clients have to live with them.
    func deleted(_ collection: FreshsalesRecords) -> SandboxReply {
        switch collection.path {
        case "contacts": .empty(204)
        case "notes", "tasks": .json(200, ["success": "200"])
        case "appointments": .json(200, [:])
        case "cpq/cpq_documents": .json(200, ["msg": ["code": "success"]])
        default: .json(200, true)
        }
    }

    func reply(
        _ record: JSONObject, _ view: RecordView, _ collection: FreshsalesRecords, _ request: SandboxRequest
    ) -> SandboxReply {
        let (rows, beside) = answer(CollectionOfOne(record), view, collection, to: request)
        let members = rows.map { (collection.noun, $0) } + beside.map { ($0.key, $0.value) }
        // Of all that is created, a note is answered with 200.
        return .json(view == .created && collection.path != "notes" ? 201 : 200, .object(JSONObject(members)))
    }

    /// One page of a list, with totals and what is included beside it.
    func reply(
        _ records: [JSONObject], _ collection: FreshsalesRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let page = FreshsalesPage(request.query)
        let (rows, beside) = answer(page.rows(records, to: request), .row, collection, to: request)
        // Side-loads may stand before the list that they belong to.
        let members =
            beside.map { ($0.key, $0.value) } + [
                (root(of: collection), .array(rows)), ("meta", page.meta(records.count)),
            ]
        return .json(200, .object(JSONObject(members)))
    }

    /// The key of a list. A kind of record that the account has made goes by its own name.
    func root(of collection: FreshsalesRecords) -> String {
        collection.path == Self.orders.path ? collection.noun : collection.path
    }

    func nextID(of collection: FreshsalesRecords) -> JSONValue { .int(lastID + 1) }

    /// Ids of all kinds of records come from one sequence and are never used again.
    mutating func spendID(_ id: JSONValue, of collection: FreshsalesRecords) {
        lastID = max(lastID, id.int64Value ?? 0)
    }

    mutating func keep(_ record: JSONObject, _ collection: FreshsalesRecords) {
        let before = self[collection, record["id"]]
        shelve(record, collection)
        if collection.path == "deals" { countDeals(of: [before, record].compactMap(\.self)) }
    }

    /// What every record begins with.
    @Sendable static func begin(_ record: inout JSONObject, _ service: FreshsalesService) {
        record["creater_id"] = service.me["id"]
        record["updater_id"] = .null
    }

    /// Parts of some records are written only by calls that include them; others leave them as they are.
    static func keepUnlessIncluded(_ key: String, _ writing: inout Writing) {
        if !writing.request.includes.contains(key) { writing.record[key] = writing.base[key] }
    }

    /// What changes with every change.
    static func sign(_ writing: inout Writing, _ service: FreshsalesService) {
        if writing.record["owner_id"] != writing.base["owner_id"] {
            writing.record["last_assigned_at"] = .zoned(writing.request.now)
        }
        writing.record["updater_id"] = service.me["id"]
    }

    static func links(_ path: String, _ record: JSONObject, isContact: Bool = false) -> JSONValue {
        let path = "/crm/sales/\(path)/\(record["id"] ?? .null)"
        var links: JSONObject = ["conversations": .string("\(path)/conversations/all")]
        for (name, include) in [
            ("document_associations", ""), ("notes", "?include=creater"),
            ("tasks", "?include=creater,owner,updater,targetable,users,task_type"),
            ("appointments", "?include=creater,owner,updater,targetable,appointment_attendees,conference,note"),
        ] { links[name] = .string("\(path)/\(name)\(include)") }
        guard isContact else { return .object(links) }
        links["reminders"] = .string("\(path)/reminders?include=creater,owner,updater,targetable")
        for name in ["timeline_feeds", "duplicates", "connections"] { links[name] = .string("\(path)/\(name)") }
        return .object(links)
    }
}

extension JSONValue {
    fileprivate var isContainer: Bool { arrayValue != nil || objectValue != nil }
}

extension JSONShape {
    /// A day of the calendar.
    static let plainDate = JSONShape(else: .format("yyyy-mm-dd")) {
        $0.stringValue?.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil
    }
}
