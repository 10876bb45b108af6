import FreshworksCore

/// What contacts, accounts and deals have besides records of other kinds: views, includes, upserts and clones.
struct FreshsalesModule: Sendable {
    let className: String
    let views: [FreshsalesView]
    let includes: [String: FreshsalesInclude]
    /// What an upsert may find a record by, besides custom fields; the value is the attribute it means.
    let identifiers: [String: String]
    /// What a copy does not take over, because nobody else may have it.
    let uncopied: Set<String>
    /// What is shown of a record that stands beside another one.
    let partialKeys: [String]

    static let all: [String: FreshsalesModule] = [
        "contacts": FreshsalesModule(
            className: "Contact", views: FreshsalesView.contacts, includes: FreshsalesInclude.contacts,
            identifiers: [
                "emails": "email", "email": "email", "mobile_number": "mobile_number", "external_id": "external_id",
                "id": "id",
            ],
            uncopied: ["email", "emails", "external_id"],
            partialKeys: [
                "id", "first_name", "last_name", "display_name", "avatar", "job_title", "email", "mobile_number",
            ]),
        "sales_accounts": FreshsalesModule(
            className: "SalesAccount", views: FreshsalesView.accounts, includes: FreshsalesInclude.accounts,
            identifiers: ["name": "name", "id": "id"], uncopied: [],
            partialKeys: ["id", "name", "avatar", "website", "last_contacted", "record_type_id"]),
        "deals": FreshsalesModule(
            className: "Deal", views: FreshsalesView.deals, includes: FreshsalesInclude.deals,
            identifiers: ["name": "name", "id": "id"], uncopied: [],
            partialKeys: ["id", "name", "amount", "expected_close", "probability", "deal_stage_id"]),
        "leads": FreshsalesModule(
            className: "Lead", views: FreshsalesView.leads, includes: FreshsalesInclude.leads,
            identifiers: ["email": "email", "mobile_number": "mobile_number", "id": "id"], uncopied: ["email"],
            partialKeys: ["id", "first_name", "last_name", "display_name", "avatar", "job_title", "email"]),
    ]
}

extension FreshsalesService {
    static func routes(of collection: FreshsalesRecords) -> [Route<FreshsalesService>] {
        guard let module = FreshsalesModule.all[collection.path] else { return plainRoutes(of: collection) }
        func route(
            _ method: String, _ path: String, _ verb: String, or other: String? = nil,
            _ handler: @escaping Route<FreshsalesService>.Handler
        ) -> Route<FreshsalesService> {
            Route(
                method, collection.path + path, scope: "\(collection.scope).\(verb)",
                or: other.map { "\(collection.scope).\($0)" }, handler)
        }
        return [
            // Lists come from views alone.
            route("GET", "", "view") { (_, _) throws(SandboxReply) in throw FreshsalesReplies.noView },
            route("GET", "/filters", "filters.view", or: "view") { (_, service) throws(SandboxReply) in
                let me = service.me
                return .json(200, ["filters": .array(module.views.map { $0.json(module.className, me: me) })])
            },
            route("GET", "/view/{id}", "view") { (request, service) throws(SandboxReply) in
                try service.list(collection, of: module.views, request)
            },
            route("POST", "/upsert", "upsert") { (request, service) throws(SandboxReply) in
                try service.upsert(collection, module, request)
            },
            route("POST", "/{id}/clone", "create") { (request, service) throws(SandboxReply) in
                try service.clone(collection, module, request)
            },
            route("DELETE", "/{id}/forget", "delete") { (request, service) throws(SandboxReply) in
                service.forget(try service.record(of: collection, request), collection)
                return service.deleted(collection)
            },
        ] + bulkRoutes(of: collection, module) + plainRoutes(of: collection)
    }

    /// The records that a view shows.
    private func list(
        _ collection: FreshsalesRecords, of views: [FreshsalesView], _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        guard let view = views.first(where: { String($0.id) == request.parameters["id"] }) else {
            throw FreshsalesReplies.errors(404, "The view does not exist.")
        }
        let found = all(collection).filter { view.shows($0, self, request.now) }
        return try reply(
            Self.sorted(found, by: request.query["sort"], request.query["sort_type"], collection), collection, request)
    }

    static func sorted(
        _ records: [JSONObject], by key: String?, _ direction: String?, _ collection: FreshsalesRecords
    ) -> [JSONObject] {
        var found = records
        // An unknown attribute is ignored; a view's own order is by id.
        if let key, let value = collection.blank[key], value.arrayValue == nil {
            func rank(_ record: JSONObject) -> (Double, String, Int64) {
                let text = record[key]?.stringValue ?? ""
                // Money is a number in a text, times are texts in order.
                let number = record[key]?.doubleValue ?? Double(text) ?? 0
                return (number, text.lowercased(), record["id"]?.int64Value ?? 0)
            }
            found = found.map { ($0, rank($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
            if direction != "asc" { found.reverse() }
        }
        return found
    }

    private mutating func upsert(
        _ collection: FreshsalesRecords, _ module: FreshsalesModule, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let body = try request.freshsalesBody()
        guard let identifier = body["unique_identifier"]?.objectValue, !identifier.isEmpty,
            identifier.allSatisfy({ module.identifiers[$0.key] != nil || $0.key.hasPrefix("cf_") })
        else { throw FreshsalesReplies.errors(400, "The type for unique_identifier is invalid.") }
        guard let attributes = body[collection.noun]?.objectValue else {
            throw FreshsalesReplies.errors(400, "The type for \(collection.noun) is invalid.")
        }
        let (record, isNew) = try upsert(attributes, by: identifier, collection, module, request)
        return reply(record, isNew ? .created : .updated, collection, request)
    }

    /// Changes the record that a key names, or makes one.
    mutating func upsert(
        _ attributes: JSONObject, by identifier: JSONObject, _ collection: FreshsalesRecords,
        _ module: FreshsalesModule, _ request: SandboxRequest
    ) throws(SandboxReply) -> (record: JSONObject, isNew: Bool) {
        var attributes = attributes
        let found = all(collection).first { record in
            record["is_deleted"] != true && identifier.allSatisfy { Self.matches($0.key, $0.value, record) }
        }
        if found == nil {
            for (key, value) in identifier {
                if let attribute = module.identifiers[key], attributes[attribute] == nil, attributes[key] == nil {
                    attributes[attribute] = value
                }
            }
        }
        let writing = try write(judge(RecordBody(object: attributes), of: found, collection, request), collection)
        return (writing.record, found == nil)
    }

    private static func matches(_ key: String, _ value: JSONValue, _ record: JSONObject) -> Bool {
        switch key {
        case "id": record["id"]?.int64Value == JSONObject([("id", value)])["id"]
        case "email", "emails": addresses(record).contains((value.stringValue ?? "").lowercased())
        case _ where key.hasPrefix("cf_"): record["custom_field"]?[key] == value
        default: value.stringValue.map { record[key]?.isSame(as: $0) ?? false } ?? false
        }
    }

    /// A copy has no unique values of its own, only those that the request gives it.
    private mutating func clone(
        _ collection: FreshsalesRecords, _ module: FreshsalesModule, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let original = try record(of: collection, request)
        let overrides = try body(of: request, collection)
        var copy = blank(collection, at: request.now)
        for key in collection.keys where key.isWritable(isUpdate: false) && !module.uncopied.contains(key.name) {
            copy[key.name] = original[key.name] ?? copy[key.name]
        }
        copy["contact_ids"] = original["contact_ids"] ?? copy["contact_ids"]
        let writing = try write(judge(overrides, of: nil, copy: copy, collection, request), collection)
        return reply(writing.record, .created, collection, request)
    }

    /// Removes a record and every mention of it.
    private mutating func forget(_ record: JSONObject, _ collection: FreshsalesRecords) {
        guard let id = record["id"] else { return }
        remove(record, collection)
        func others(_ list: JSONValue?) -> JSONValue {
            .array((list?.arrayValue ?? []).filter { ($0["id"] ?? $0) != id })
        }
        switch collection.path {
        case "contacts":
            change(Self.deals, where: { $0["contact_ids"]?.arrayValue?.contains(id) ?? false }) {
                $0["contact_ids"] = others($0["contact_ids"])
            }
        case "sales_accounts":
            change(Self.contacts, where: { others($0["sales_accounts"]) != $0["sales_accounts"] }) { contact in
                contact["sales_accounts"] = others(contact["sales_accounts"])
                Self.settle(contact: &contact, before: contact, written: [:])
            }
            for (collection, key) in [(Self.accounts, "parent_sales_account_id"), (Self.deals, "sales_account_id")] {
                change(collection, where: { $0[key] == id }) { $0[key] = .null }
            }
        default: countDeals(of: [record])
        }
    }
}
