import FreshworksCore

typealias FreshdeskRecords = RecordCollection<FreshdeskService>

/// How Freshdesk takes and answers records.
extension FreshdeskService {
    /// It refuses every key that a call does not know, and tells all that is wrong at once.
    static let manners = RecordManners(
        tolerance: .nothing, tellsAll: true, createdKey: "created_at", updatedKey: "updated_at",
        time: { .seconds($0) }, deletedCount: true,
        standardKeys: { keys, id in [RecordKey(id, .id).readOnly] + keys + RecordKey.nulls("created_at", "updated_at")
        },
        customShape: { fields in
            let shapes = Dictionary(fields.map { ($0.name, shape(of: $0.kind).orNull) }) { $1 }
            return JSONShape.object(shapes).reading { value in
                guard let object = value.objectValue else { return value }
                return .object(JSONObject(object.map { ($0.key, shapes[$0.key]?.reading($0.value) ?? $0.value) }))
            }
        },
        isCustomName: { !$0.isEmpty }, initial: { $0 == .checkbox ? false : .null })

    private static func shape(of kind: Sandbox.CustomFieldKind) -> JSONShape {
        switch kind {
        case .text: .text
        case .number: .integer
        case .decimal: .number
        case .checkbox: .flag
        case .date: .day
        case .dropdown(let choices): .choice(of: choices)
        }
    }

    static func id(_ text: String) -> Int64? { SandboxRequest.id(text) }

    static func id(_ json: JSONValue) -> Int64? { json.int64Value }

    /// Requesters may be contacts or agents.
    func holds(_ id: JSONValue, in path: String) -> Bool {
        guard path == "users" else { return Self.id(id).flatMap { shelves[path]?.records[$0] } != nil }
        let contact = self[Self.contacts, id]
        return self[Self.agents, id] != nil || contact.map { !isDeleted($0, Self.contacts) } ?? false
    }

    func body(of request: SandboxRequest, _ collection: FreshdeskRecords) throws(SandboxReply) -> RecordBody {
        try RecordBody(freshdesk: request, collection.keys)
    }

    func refuse(_ flaws: [Flaw], _ collection: FreshdeskRecords?) throws(SandboxReply) {
        let tellsUser = collection?.firstID == Self.firstUser
        if let reply = FreshdeskReplies.validation(flaws, tellsUser: tellsUser) { throw reply }
    }

    func checkBare(_ request: SandboxRequest) throws(SandboxReply) {
        try refuse(request.query.strangers(besides: []), nil)
        guard request.body.isEmpty else {
            throw FreshdeskReplies.refusal(400, "no_content_required", "No content is required for this request")
        }
    }

    func check(_ query: QueryText, _ collection: FreshdeskRecords) -> [Flaw] {
        query.strangers(besides: Set(["page", "per_page"] + collection.filters.map(\.name)))
            + FreshdeskPage(query, lastPage: collection.lastPage).flaws
    }

    func notFound(_ collection: FreshdeskRecords) -> SandboxReply { .empty(404) }

    func deleted(_ collection: FreshdeskRecords) -> SandboxReply { .empty(204) }

    func reply(
        _ record: JSONObject, _ view: RecordView, _ collection: FreshdeskRecords, _ request: SandboxRequest
    ) -> SandboxReply {
        var reply = SandboxReply.json(view == .created ? 201 : 200, show(record, view, collection, request))
        if view == .created {
            let id = record[collection.idKey] ?? .null
            let path = collection.parent?.isWhole == true ? request.path.joined(separator: "/") : collection.path
            reply.add("Location", "\(request.origin)\(request.basePath)/\(path)/\(id)")
        }
        return reply
    }

    func reply(
        _ records: [JSONObject], _ collection: FreshdeskRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        FreshdeskPage(request.query, lastPage: collection.lastPage).reply(records, to: request) {
            show($0, .row, collection, request)
        }
    }

    /// Deleted, blocked and spam records can only be read.
    static func requireLive(_ record: JSONObject, _ request: SandboxRequest) throws(SandboxReply) {
        guard ["deleted", "spam", "blocked"].allSatisfy({ record[$0] != true }) else {
            throw FreshdeskReplies.wrongMethod(request.method, allowed: ["GET"])
        }
    }

    static func requireAdministrator(_ request: SandboxRequest, _ service: FreshdeskService) throws(SandboxReply) {
        let roles = try service.caller(of: request)["role_ids"]?.arrayValue ?? []
        guard roles.contains(where: administratorRoles.contains) else { throw FreshdeskReplies.accessDenied }
    }

    /// Records in the order of a text that each of them has.
    static func byText(
        _ key: String, inside owner: String? = nil
    ) -> @Sendable ([JSONObject], SandboxRequest) -> [JSONObject] {
        { records, _ in
            records.map { record in
                let text = (owner.map { record[$0]?[key] } ?? record[key])?.stringValue ?? ""
                return (record: record, text: text, id: record["id"]?.int64Value ?? 0)
            }.sorted { ($0.text, $0.id) < ($1.text, $1.id) }.map(\.record)
        }
    }
}
