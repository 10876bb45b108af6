import FreshworksCore

/// Work that the service does after it has answered. Here all is done at once, and the first who asks is told to wait.
struct FreshsalesJob: Sendable {
    var wasAsked = false
    /// The report, which answers hold as a text.
    let report: JSONObject
}

/// Calls for many records.
extension FreshsalesService {
    /// More are refused.
    private static let bulkLimit = 100

    static let jobRoutes = [
        Route<FreshsalesService>("GET", "job_statuses/{id}") { (request, service) throws(SandboxReply) in
            let id = request.parameters["id"] ?? ""
            guard var job = service.jobs[id] else { throw FreshsalesReplies.notFound }
            defer { service.jobs[id] = job }
            guard job.wasAsked else {
                job.wasAsked = true
                return .json(200, ["id": .string(id), "status": "INPROGRESS", "data": .null])
            }
            return .json(
                200, ["id": .string(id), "status": "SUCCESS", "data": .string(job.report.description)])
        }
    ]

    static func bulkRoutes(of collection: FreshsalesRecords, _ module: FreshsalesModule) -> [Route<FreshsalesService>] {
        func route(
            _ call: String, _ verb: String, _ handler: @escaping Route<FreshsalesService>.Handler
        ) -> Route<FreshsalesService> {
            Route("POST", "\(collection.path)/\(call)", scope: "\(collection.scope).\(verb)", handler)
        }
        var routes = [
            route("bulk_upsert", "upsert") { (request, service) throws(SandboxReply) in
                try service.bulkUpsert(collection, module, request)
            },
            route("bulk_destroy", "delete") { (request, service) throws(SandboxReply) in
                try service.bulkDestroy(collection, request)
            },
        ]
        if ["contacts", "leads"].contains(collection.path) {
            routes.append(
                route("bulk_assign_owner", "edit") { (request, service) throws(SandboxReply) in
                    try service.bulkAssign(collection, request)
                })
        }
        return routes
    }

    private mutating func bulkUpsert(
        _ collection: FreshsalesRecords, _ module: FreshsalesModule, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let body = try request.freshsalesBody()
        guard let rows = body[collection.path]?.arrayValue, !rows.isEmpty else {
            throw FreshsalesReplies.errors(400, "The type for \(collection.path) is invalid.")
        }
        try checkCount(rows)
        var failures: [JSONValue] = []
        for row in rows {
            let members = row.objectValue ?? [:]
            let key = JSONObject(members.filter { $0.key != "data" }.map { ($0.key, $0.value) })
            do throws(SandboxReply) {
                guard key.count == 1, key.allSatisfy({ module.identifiers[$0.key] != nil || $0.key.hasPrefix("cf_") }),
                    let attributes = members["data"]?.objectValue
                else { throw FreshsalesReplies.errors(400, "The record is invalid.") }
                _ = try upsert(attributes, by: key, collection, module, request)
            } catch {
                let answer = try? JSONValue(parsing: error.body)
                var failure = key
                failure["message"] = answer?.value(at: ["errors", "message"])?.arrayValue?.first ?? .null
                failures.append(.object(failure))
            }
        }
        let id = request.traceID
        jobs[id] = FreshsalesJob(report: [
            "record_status": ["succeeded": .int(rows.count - failures.count), "failed": .int(failures.count)],
            "detailed_failure_report": .array(failures),
        ])
        return .json(
            202,
            [
                "message": "Request accepted",
                "job_status_url": .string("\(request.origin)\(request.basePath)/job_statuses/\(id)"),
            ])
    }

    private mutating func bulkDestroy(
        _ collection: FreshsalesRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let (ids, body) = try selected(request)
        change(collection, where: { ids.contains($0["id"]) }) { $0["is_deleted"] = true }
        if collection.path == "sales_accounts", body["delete_associated_contacts_deals"] == true {
            change(Self.deals, where: { ids.contains($0["sales_account_id"]) }) { $0["is_deleted"] = true }
            change(
                Self.contacts,
                where: { $0["sales_accounts"]?.arrayValue?.contains { ids.contains($0["id"]) } ?? false },
                { $0["is_deleted"] = true })
        }
        return .json(200, ["message": "The selected records are moved to the recycle bin."])
    }

    private mutating func bulkAssign(
        _ collection: FreshsalesRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let (ids, body) = try selected(request)
        guard let owner = body["owner_id"], holds(owner, in: "owners") else {
            throw FreshsalesReplies.errors(400, "The value for owner_id is invalid.")
        }
        let now = JSONValue.zoned(request.now)
        change(collection, where: { ids.contains($0["id"]) }) {
            $0["owner_id"] = owner
            $0["last_assigned_at"] = now
            $0["updated_at"] = now
        }
        return .json(200, ["message": "The owner of the selected records is changed."])
    }

    private func selected(_ request: SandboxRequest) throws(SandboxReply) -> (ids: Set<JSONValue?>, JSONObject) {
        let body = try request.freshsalesBody()
        let rows = body["selected_ids"]?.arrayValue ?? []
        // Ids may be numbers or texts.
        let ids = rows.compactMap { Int64(json: $0) }
        guard !ids.isEmpty, ids.count == rows.count else {
            throw FreshsalesReplies.errors(400, "The type for selected_ids is invalid.")
        }
        try checkCount(rows)
        return (Set(ids.map { .int($0) }), body)
    }

    private func checkCount(_ rows: [JSONValue]) throws(SandboxReply) {
        guard rows.count <= Self.bulkLimit else {
            throw FreshsalesReplies.errors(400, "More than \(Self.bulkLimit) records are not allowed.")
        }
    }
}
