import FreshworksCore

/// The three kinds of search. All of them see changes at once.
extension FreshsalesService {
    static let searchRoutes: [Route<FreshsalesService>] = wordRoutes + searched.map(filterRoute) + [moduleRoute]

    private static let wordRoutes = [
        Route<FreshsalesService>("GET", "search") { (request, service) throws(SandboxReply) in
            try service.search(request)
        },
        Route<FreshsalesService>("GET", "lookup") { (request, service) throws(SandboxReply) in
            try service.lookup(request)
        },
    ]

    private static func filterRoute(_ collection: FreshsalesRecords) -> Route<FreshsalesService> {
        Route("POST", "filtered_search/\(collection.noun)", scope: "\(collection.scope).view") {
            (request, service) throws(SandboxReply) in
            guard service.has(collection) else { throw FreshsalesReplies.notFoundPage }
            return try service.filteredSearch(collection, request)
        }
    }

    /// The records that the account has made, of which there is one kind.
    private static let moduleRoute = Route<FreshsalesService>(
        "POST", "filtered_search/{entity}", scope: "\(orders.scope).view"
    ) { (request, service) throws(SandboxReply) in
        guard request.parameters["entity"] == orders.noun else { throw FreshsalesReplies.notFoundPage }
        return try service.filteredSearch(orders, request)
    }

    private static let searched = collections.filter { FreshsalesModule.all[$0.path] != nil }

    /// Not every account has leads.
    private func has(_ collection: FreshsalesRecords) -> Bool { collection.path != Self.leads.path || hasLeads }

    private func live(_ collection: FreshsalesRecords) -> [JSONObject] {
        all(collection).filter { $0["is_deleted"] != true }
    }

    // MARK: - Over all kinds of records

    private func search(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        guard let words = request.query["q"]?.lowercased(), !words.isEmpty else {
            throw FreshsalesReplies.errors(400, "q can't be blank")
        }
        let entities = (request.query["include"] ?? "").split(separator: ",").map(String.init)
        var hits: [JSONValue] = []
        for collection in Self.searched where entities.contains(collection.noun) && has(collection) {
            hits += live(collection).map { hit($0, collection) }.filter { Self.mentions(words, $0) }
        }
        if entities.contains("user") {
            hits += owners.map { user in
                [
                    "id": .string("\(user["id"] ?? .null)"), "type": "user", "name": user["display_name"] ?? .null,
                    "email": user["email"] ?? .null, "avatar": .null,
                ]
            }.filter { Self.mentions(words, $0) }
        }
        let limit = min(100, max(1, request.query["per_page"].flatMap { Int($0) } ?? 10))
        return .json(200, .array(Array(hits.prefix(limit))))
    }

    private static func mentions(_ words: String, _ hit: JSONValue) -> Bool {
        ["name", "email", "company_name"].contains { hit[$0]?.stringValue?.lowercased().contains(words) == true }
    }

    private func hit(_ record: JSONObject, _ collection: FreshsalesRecords) -> JSONValue {
        let accountID = record["sales_account_id"]
        let owner = owners.first { $0["id"] == record["owner_id"] }
        let stage = FreshsalesSelectors.row("deal_stages", record["deal_stage_id"])
        return [
            "id": .string("\(record["id"] ?? .null)"), "type": .string(collection.noun),
            "name": record["display_name"] ?? record["name"] ?? .null, "email": record["email"] ?? .null,
            "avatar": .null, "company_name": self[Self.accounts, accountID]?["name"] ?? .null,
            "stage_name": stage?["name"] ?? .null, "updated_at": record["updated_at"] ?? .null,
            "owner": owner.map { ["id": $0["id"] ?? .null, "name": $0["display_name"] ?? .null] } ?? .null,
            "mcr_id": record["mcr_id"] ?? .null,
            // A number here, a text in the record.
            "record_type_id": (record["record_type_id"]?.stringValue).flatMap { Int64($0) }.map { .int($0) } ?? .null,
        ]
    }

    // MARK: - By one value

    /// About so many rows are served.
    private static let lookupLimit = 10

    private func lookup(_ request: SandboxRequest) throws(SandboxReply) -> SandboxReply {
        guard let text = request.query["q"], !text.isEmpty, let field = request.query["f"], !field.isEmpty else {
            throw FreshsalesReplies.errors(400, "q and f can't be blank")
        }
        let entities = (request.query["entities"] ?? "").split(separator: ",").map(String.init)
        var answer = JSONObject()
        for entity in entities {
            guard let collection = Self.searched.first(where: { $0.noun == entity && has($0) }) else {
                throw FreshsalesReplies.errors(400, "The entity \(entity) is invalid.")
            }
            // Every kind of record has to have the field.
            guard let values = lookedUp(field, collection) else {
                throw FreshsalesReplies.errors(400, "The field \(field) is invalid for \(entity).")
            }
            let found = live(collection).filter { values($0).contains { $0.isSame(as: text) } }.prefix(Self.lookupLimit)
            let (rows, beside) = self.answer(found, .single, collection, to: request)
            let members =
                [(collection.path, .array(rows)), ("meta", ["total": .int(rows.count)])]
                + beside.map { ($0.key, $0.value) }
            answer[collection.path] = .object(JSONObject(members))
        }
        return .json(200, .object(answer))
    }

    /// The values by which a record is looked up, as texts.
    private func lookedUp(_ field: String, _ collection: FreshsalesRecords) -> ((JSONObject) -> [JSONValue])? {
        switch field {
        case "email":
            collection.key("email") == nil ? nil : { Self.addresses($0).map(JSONValue.string) + [$0["email"] ?? .null] }
        case "name": { [$0["display_name"] ?? $0["name"] ?? .null] }
        case "mobile_number": collection.key(field) == nil ? nil : { [$0[field] ?? .null] }
        case _ where shelves[collection.path]?.customFields.contains { $0.name == field } == true:
            { record in
                let value = record["custom_field"]?[field] ?? .null
                return [value.numberValue.map { .string($0.spelling) } ?? value]
            }
        default: nil
        }
    }
}
