import FreshworksCore

/// The one kind of record that the account has made: `cm_orders`.
extension FreshsalesService {
    static let orders = FreshsalesRecords(
        "custom_module/cm_orders", noun: "cm_orders", calls: [.create, .view, .update, .delete],
        scope: "custom_module", softDeletion: "is_deleted",
        rules: FreshsalesRecords.Rules(
            begin: { order, service in order["creator_id"] = service.me["id"] },
            settle: { (writing, service) throws(SandboxReply) in
                if !writing.isNew { writing.record["updater_id"] = service.me["id"] }
            })
    ) {
        RecordKey("name", .filled).required
        RecordKey("owner_id", .integer.orNull).pointing(to: "owners", "owner")
        RecordKey.nulls("avatar", "recent_note", "updater_id")
        RecordKey("record_type_id", .text, "71000000009").readOnly
        RecordKey("creator_id", .id).readOnly
        RecordKey("creater_id", .any).readOnly.onlyInRequests
        RecordKey("tags", .any).readOnly.onlyInRequests
    }

    /// The view of all of them.
    private static let ordersView = "70000000151"

    static let customModuleRoutes =
        [
            order("GET", "view/{id}", "view") { (request, service) throws(SandboxReply) in
                guard request.parameters["id"] == ordersView else { throw FreshsalesReplies.notFound }
                let rows = service.all(orders).filter { $0["is_deleted"] != true }
                return try service.reply(
                    sorted(rows, by: request.query["sort"], request.query["sort_type"], orders), orders, request)
            },
            order("POST", "{id}/clone", "create") { (request, service) throws(SandboxReply) in
                let original = try service.record(of: orders, request)
                var copy = service.blank(orders, at: request.now)
                for key in ["name", "owner_id", "custom_field"] { copy[key] = original[key] }
                let body = try service.body(of: request, orders)
                let writing = try service.write(service.judge(body, of: nil, copy: copy, orders, request), orders)
                return service.reply(writing.record, .created, orders, request)
            },
            order("DELETE", "{id}/forget", "delete") { (request, service) throws(SandboxReply) in
                service.remove(try service.record(of: orders, request), orders)
                return service.deleted(orders)
            },
            selecting("custom_module/cm_orders/bulk_destroy", "custom_module.delete", orders) { record, _ in
                record["is_deleted"] = true
            },
        ].map(named) + plainRoutes(of: orders).map(named)

    private static func order(
        _ method: String, _ path: String, _ verb: String, _ handler: @escaping Route<FreshsalesService>.Handler
    ) -> Route<FreshsalesService> {
        Route(method, "custom_module/cm_orders/\(path)", scope: "custom_module.\(verb)", handler)
    }

    /// The route for a module of any name, of which there is one.
    private static func named(_ route: Route<FreshsalesService>) -> Route<FreshsalesService> {
        let pattern = route.pattern.text.replacing("cm_orders", with: "{entity}")
        return Route(route.method, pattern, scope: route.scopes.first, or: route.scopes.dropFirst().first) {
            (request, service) throws(SandboxReply) in
            guard request.parameters["entity"] == orders.noun else { throw FreshsalesReplies.notFoundPage }
            return try route.handler(request, &service)
        }
    }
}
