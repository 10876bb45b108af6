import Foundation
import FreshworksCore

extension FreshsalesModule {
    /// What all three kinds of records answer to.
    var routes: [Route<FreshsalesService>] {
        [
            Route("GET", path) { _, _ throws(SandboxReply) in
                // Lists come from views alone.
                throw FreshsalesReplies.noView
            },
            Route("GET", "\(path)/filters") { _, service throws(SandboxReply) in
                .json(200, ["filters": .array(views.map { $0.json(self, me: service.me) })])
            },
            Route("GET", "\(path)/view/{id}") { request, service throws(SandboxReply) in
                try service.list(self, request)
            },
            Route("POST", path) { request, service throws(SandboxReply) in
                let attributes = try request.freshsalesRecord(self)
                try service.requireComplete(attributes, self)
                return try service.create(attributes, self, request)
            },
            Route("POST", "\(path)/upsert") { request, service throws(SandboxReply) in
                try service.upsert(self, request)
            },
            Route("GET", "\(path)/{id}") { request, service throws(SandboxReply) in
                service.reply(200, try service.record(self, request), self, request)
            },
            Route("PUT", "\(path)/{id}") { request, service throws(SandboxReply) in
                let record = try service.record(self, request)
                return try service.update(record, try request.freshsalesRecord(self), self, request)
            },
            Route("POST", "\(path)/{id}/clone") { request, service throws(SandboxReply) in
                try service.clone(self, request)
            },
            Route("DELETE", "\(path)/{id}") { request, service throws(SandboxReply) in
                var record = try service.record(self, request)
                record["is_deleted"] = true
                service.keep(record, self)
                return deleted
            },
            Route("DELETE", "\(path)/{id}/forget") { request, service throws(SandboxReply) in
                service.forget(try service.record(self, request), self)
                return deleted
            },
        ]
    }

    /// Both answers to a deletion occur; clients have to live with them.
    private var deleted: SandboxReply { self == .contacts ? .empty(204) : .json(200, true) }
}

extension FreshsalesService {
    func record(_ module: FreshsalesModule, _ request: SandboxRequest) throws(SandboxReply) -> JSONObject {
        guard let id = request.parameters["id"].flatMap({ Int64($0) }), let record = self[module, id] else {
            throw FreshsalesReplies.notFound
        }
        return record
    }

    func reply(
        _ status: Int, _ record: JSONObject, _ module: FreshsalesModule, _ request: SandboxRequest
    ) -> SandboxReply {
        let (rows, beside) = answer(CollectionOfOne(record), module, hiding: [], to: request)
        return .json(status, .object(JSONObject(rows.map { (module.root, $0) } + beside.map { ($0.key, $0.value) })))
    }

    fileprivate mutating func create(
        _ attributes: JSONObject, _ module: FreshsalesModule, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let blank = blank(module, id: .int(takeID()), at: request.now)
        let record = try write(attributes, to: blank, module, at: request.now)
        return reply(201, record, module, request)
    }

    fileprivate mutating func update(
        _ record: JSONObject, _ attributes: JSONObject, _ module: FreshsalesModule, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        reply(200, try write(attributes, to: record, module, at: request.now), module, request)
    }

    fileprivate mutating func upsert(
        _ module: FreshsalesModule, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let body = try request.freshsalesBody()
        guard let identifier = body["unique_identifier"]?.objectValue, !identifier.isEmpty,
            identifier.allSatisfy({ module.identifiers[$0.key] != nil || $0.key.hasPrefix("cf_") })
        else { throw FreshsalesReplies.errors(400, "The type for unique_identifier is invalid.") }
        guard var attributes = body[module.root]?.objectValue else {
            throw FreshsalesReplies.errors(400, "The type for \(module.root) is invalid.")
        }
        let found = all(module).first { record in
            record["is_deleted"] != true && identifier.allSatisfy { matches($0.key, $0.value, record, module) }
        }
        if let found { return try update(found, attributes, module, request) }
        for (key, value) in identifier {
            if let attribute = module.identifiers[key], attributes[attribute] == nil, attributes[key] == nil {
                attributes[attribute] = value
            }
        }
        try requireComplete(attributes, module)
        return try create(attributes, module, request)
    }

    private func matches(_ key: String, _ value: JSONValue, _ record: JSONObject, _ module: FreshsalesModule) -> Bool {
        switch key {
        case "id": record["id"]?.int64Value == JSONObject([("id", value)])["id"]
        case "email", "emails":
            FreshsalesContact.addresses(record).contains((value.stringValue ?? "").lowercased())
        case _ where key.hasPrefix("cf_"): record["custom_field"]?[key] == value
        default: record[key].isSameText(as: value)
        }
    }

    /// A copy has no unique values of its own, only those that the request gives it.
    fileprivate mutating func clone(
        _ module: FreshsalesModule, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let original = try record(module, request)
        let overrides = try request.freshsalesRecord(module)
        var copy = blank(module, id: .int(takeID()), at: request.now)
        for (key, value) in original where module.attributes[key] != nil { copy[key] = value }
        for key in ["email", "external_id"] where copy[key] != nil { copy[key] = .null }
        if module == .contacts { copy["emails"] = [] }
        copy["contact_ids"] = original["contact_ids"]
        let record = try write(overrides, to: copy, module, at: request.now)
        return reply(201, record, module, request)
    }

    /// Removes a record and every mention of it.
    fileprivate mutating func forget(_ record: JSONObject, _ module: FreshsalesModule) {
        guard let id = record["id"], let number = id.int64Value else { return }
        self[module, number] = nil
        switch module {
        case .contacts:
            for var deal in all(.deals) where deal["contact_ids"]?.arrayValue?.contains(id) == true {
                deal["contact_ids"] = .array((deal["contact_ids"]?.arrayValue ?? []).filter { $0 != id })
                keep(deal, .deals)
            }
        case .accounts:
            for var contact in all(.contacts)
            where contact["sales_accounts"]?.arrayValue?.contains(where: { $0["id"] == id }) == true {
                contact["sales_accounts"] = .array(
                    (contact["sales_accounts"]?.arrayValue ?? []).filter { $0["id"] != id })
                FreshsalesContact.settle(&contact, before: contact, written: [:])
                keep(contact, .contacts)
            }
            for var child in all(.accounts) where child["parent_sales_account_id"] == id {
                child["parent_sales_account_id"] = .null
                keep(child, .accounts)
            }
            for var deal in all(.deals) where deal["sales_account_id"] == id {
                deal["sales_account_id"] = .null
                keep(deal, .deals)
            }
        case .deals: countDeals(of: [record])
        }
    }
}
