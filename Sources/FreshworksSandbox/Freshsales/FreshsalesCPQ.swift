import FreshworksCore

/// Products with their prices, and documents about them.
extension FreshsalesService {
    static let products = FreshsalesRecords(
        "cpq/products", noun: "product", calls: [.create, .view, .update, .delete], softDeletion: "is_deleted",
        rules: FreshsalesRecords.Rules(settle: settleProduct)
    ) {
        RecordKey("name", .filled).required
        RecordKey("pricing_type", .filled, "one_time")
        RecordKey("product_pricings", .list(of: .object), []).onlyIfAsked
        RecordKey("owner_id", .integer.orNull).pointing(to: "owners", "owner")
    }

    static let cpqDocuments = FreshsalesRecords(
        "cpq/cpq_documents", noun: "cpq_document", calls: [.create, .view, .update, .delete],
        softDeletion: "is_deleted",
        rules: FreshsalesRecords.Rules(
            settle: { (writing, _) throws(SandboxReply) in keepUnlessIncluded("products", &writing) })
    ) {
        RecordKey.texts("name")
        RecordKey("products", .list(of: .object), []).onlyIfAsked
        RecordKey("owner_id", .integer.orNull).pointing(to: "owners", "owner")
    }

    static let cpqRoutes = [
        restoring(products), restoring(cpqDocuments),
        selecting("cpq/products/bulk_assign", "cpq_products.edit", products) { record, body in
            record["owner_id"] = body["owner_id"]
        },
        selecting("cpq/products/bulk_delete", "cpq_products.delete", products) { record, _ in
            record["is_deleted"] = true
        },
        selecting("cpq/cpq_documents/bulk_assign", "cpq_cpq_documents.edit", cpqDocuments) { record, body in
            record["owner_id"] = body["owner_id"]
        },
        Route<FreshsalesService>("DELETE", "cpq/cpq_documents/{id}/forget", scope: "cpq_cpq_documents.delete") {
            (request, service) throws(SandboxReply) in
            service.remove(try service.record(of: cpqDocuments, request), cpqDocuments)
            return service.deleted(cpqDocuments)
        },
        Route<FreshsalesService>("GET", "cpq/cpq_documents/{id}/related_products", scope: "cpq_cpq_documents.view") {
            (request, service) throws(SandboxReply) in
            let ids = (try service.record(of: cpqDocuments, request)["products"]?.arrayValue ?? []).map { $0["id"] }
            let rows = ids.compactMap { service[products, $0] }.map {
                JSONValue.object(products.visible($0, inList: true))
            }
            return .json(200, ["products": .array(rows)])
        },
    ]

    private static func restoring(_ collection: FreshsalesRecords) -> Route<FreshsalesService> {
        Route("PUT", "\(collection.path)/{id}/restore", scope: "\(collection.scope).edit") {
            (request, service) throws(SandboxReply) in
            var record = try service.record(of: collection, request)
            record["is_deleted"] = false
            service.keep(record, collection)
            return service.reply(record, .updated, collection, request)
        }
    }

    /// A call for several records at once.
    static func selecting(
        _ path: String, _ scope: String, _ collection: FreshsalesRecords,
        _ change: @escaping @Sendable (inout JSONObject, JSONObject) -> Void
    ) -> Route<FreshsalesService> {
        Route("POST", path, scope: scope) { (request, service) throws(SandboxReply) in
            let body = try request.freshsalesBody()
            guard let ids = body["selected_ids"]?.arrayValue, !ids.isEmpty else {
                throw FreshsalesReplies.errors(400, "Selected ids can't be blank")
            }
            if let owner = body["owner_id"], !service.holds(owner, in: "owners") {
                throw FreshsalesReplies.errors(400, "The value for owner_id is invalid.")
            }
            service.change(collection, where: { ids.contains($0["id"] ?? .null) }) { change(&$0, body) }
            return .json(200, ["message": "The records will be updated shortly"])
        }
    }

    /// Prices have ids of their own; those with `_destroy` go.
    private static func settleProduct(_ writing: inout Writing, _ service: FreshsalesService) throws(SandboxReply) {
        keepUnlessIncluded("product_pricings", &writing)
        guard let written = writing["product_pricings"]?.arrayValue,
            writing.request.includes.contains("product_pricings")
        else { return }
        var prices = (writing.base["product_pricings"]?.arrayValue ?? []).compactMap(\.objectValue)
        var next = prices.compactMap { $0["id"]?.int64Value }.max() ?? (writing.record["id"]?.int64Value ?? 0) * 10
        for change in written.compactMap(\.objectValue) {
            let place = prices.firstIndex { $0["id"] != nil && $0["id"] == change["id"] }
            if change["_destroy"] == true {
                if let place { prices.remove(at: place) }
            } else if let place {
                for (key, value) in change { prices[place][key] = value }
            } else {
                next += 1
                prices.append(JSONObject([("id", .int(next))] + change.map { ($0.key, $0.value) }))
            }
        }
        writing.record["product_pricings"] = .array(prices.map(JSONValue.object))
    }

    /// What a product or document shows when it is asked for.
    static func addInline(
        _ words: [String], to row: inout JSONObject, of record: JSONObject, cpq collection: FreshsalesRecords
    ) {
        for key in ["product_pricings", "products"] where collection.path.hasPrefix("cpq/") && words.contains(key) {
            if collection.key(key) != nil { row[key] = record[key] }
        }
    }
}
