import Foundation
import FreshworksCore

/// Contacts and companies as files, and out of files.
extension FreshdeskService {
    static let contactExports = exports("contacts", firstID: 70_600_000_000)
    static let companyExports = exports("companies", firstID: 70_610_000_000)
    static let contactImports = imports("contacts", firstID: 70_620_000_000)
    static let companyImports = imports("companies", firstID: 70_630_000_000)

    private static func exports(_ path: String, firstID: Int64) -> FreshdeskRecords {
        FreshdeskRecords("\(path)/export", noun: "export", firstID: firstID, calls: []) {
            RecordKey("status", .text, "in_progress")
            RecordKey("file", .id).onlyIfAsked
        }
    }

    private static func imports(_ path: String, firstID: Int64) -> FreshdeskRecords {
        FreshdeskRecords("\(path)/imports", noun: "import", firstID: firstID, calls: []) {
            RecordKey("status", .text, "in_progress")
            RecordKey("total_records", .integer, 0)
            RecordKey("completed_records", .integer, 0)
            RecordKey("estimated_time_remaining", .integer)
            RecordKey("failures", .object)
        }
    }

    static let transferRoutes =
        transferRoutes(of: contacts, contactExports, contactImports)
        + transferRoutes(of: companies, companyExports, companyImports)

    private static func transferRoutes(
        of records: FreshdeskRecords, _ exports: FreshdeskRecords, _ imports: FreshdeskRecords
    ) -> [Route<FreshdeskService>] {
        [
            Route("POST", exports.path, scope: "\(records.scope).view") { (request, service) throws(SandboxReply) in
                try service.export(records, exports, request)
            },
            Route("GET", exports.path + "/{id}", scope: "\(records.scope).view") {
                (request, service) throws(SandboxReply) in try service.view(export: exports, request)
            },
            Route("GET", imports.path, scope: "\(records.scope).view") { (request, service) throws(SandboxReply) in
                try service.checkBare(request)
                return .json(200, .array(service.all(imports).map { service.show($0, .row, imports, request) }))
            },
            Route("POST", imports.path, scope: "\(records.scope).create") { (request, service) throws(SandboxReply) in
                try service.begin(import: records, imports, request)
            },
            Route("GET", imports.path + "/{id}", scope: "\(records.scope).view") {
                (request, service) throws(SandboxReply) in try service.view(import: imports, request)
            },
            Route("PUT", imports.path + "/{id}/cancel", scope: "\(records.scope).edit") {
                (request, service) throws(SandboxReply) in try service.cancel(import: imports, request)
            },
        ]
    }

    private mutating func export(
        _ records: FreshdeskRecords, _ exports: FreshdeskRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let names = JSONShape.object(
            ["default_fields": .texts, "custom_fields": .texts], required: ["default_fields", "custom_fields"])
        let fields = try sent(request) { RecordKey("fields", names).required }["fields"]
        func list(_ key: String) -> [String] { (fields?[key]?.arrayValue ?? []).compactMap(\.stringValue) }
        let (plain, custom) = (list("default_fields"), list("custom_fields"))
        let unknown =
            plain.filter { records.key($0) == nil }
            + custom.filter { name in !(shelves[records.path]?.customFields.contains { $0.name == name } ?? false) }
        if let name = unknown.first { try refuse("fields", .said(code: "invalid_value", "There is no field \(name)")) }
        // One export runs at a time.
        guard all(exports).allSatisfy({ $0["status"] != "in_progress" }) else {
            throw FreshdeskReplies.refusal(409, "inconsistent_state", "Another export is in progress")
        }
        var lines = [(plain + custom).joined(separator: ",")]
        for record in all(records) where !isDeleted(record, records) {
            let values = plain.map { record[$0] } + custom.map { record["custom_fields"]?[$0] }
            lines.append(
                values.map { value in
                    let text = value.map { $0.stringValue ?? ($0.isNull ? "" : "\($0)") } ?? ""
                    return text.contains(where: { ",\"\n".contains($0) })
                        ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
                }.joined(separator: ","))
        }
        let part = FormBody.Part(
            name: "file", fileName: "\(records.path).csv", contentType: "text/csv",
            content: Data(lines.joined(separator: "\n").utf8))
        var export = blank(exports, at: request.now)
        export["file"] = attachments.add([part], now: request.now).first
        let id = export["id"] ?? .null
        spendID(id, of: exports)
        keep(export, exports)
        return .json(200, ["id": .string("\(id)")])
    }

    /// The first who asks is told to wait.
    private mutating func view(
        export exports: FreshdeskRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        var export = try record(of: exports, request)
        try checkBare(request)
        let isComplete = export["status"] == "completed"
        let url = isComplete ? attachments.json(export["file"], sizeKey: "size", request)?["attachment_url"] : nil
        let shown: JSONValue = [
            "id": .string("\(export["id"] ?? .null)"), "status": export["status"] ?? .null,
            "download_url": url ?? .null,
        ]
        export["status"] = "completed"
        keep(export, exports)
        return .json(200, shown)
    }

    private mutating func begin(
        import records: FreshdeskRecords, _ imports: FreshdeskRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        let writing = try sent(request) {
            RecordKey.files("file", .null)
            RecordKey("fields", .object).required
        }
        guard let file = writing.files("file").first else {
            throw FreshdeskReplies.validation([Flaw("file", .missing)], tellsUser: false) ?? .empty(400)
        }
        let rows = String(decoding: file.content, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
        var failed = 0
        for row in rows {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            var body = JSONObject()
            for (name, column) in writing["fields"]?.objectValue ?? [:] {
                let index = column.stringValue.flatMap { Int($0) } ?? -1
                if cells.indices.contains(index), !cells[index].isEmpty { body[name] = .string(cells[index]) }
            }
            do throws(SandboxReply) { _ = try call("POST", [records.path], body, request) } catch { failed += 1 }
        }
        var run = blank(imports, at: request.now)
        run["total_records"] = .int(rows.count)
        run["failures"] = ["count": .int(failed)]
        spendID(run["id"] ?? .null, of: imports)
        keep(run, imports)
        return .json(200, show(run, .created, imports, request))
    }

    private mutating func view(
        import imports: FreshdeskRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        var run = try record(of: imports, request)
        try checkBare(request)
        let shown = show(run, .single, imports, request)
        if run["status"] == "in_progress" {
            run["status"] = "completed"
            run["completed_records"] = run["total_records"]
            keep(run, imports)
        }
        return .json(200, shown)
    }

    private mutating func cancel(
        import imports: FreshdeskRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        var run = try record(of: imports, request)
        try checkBare(request)
        guard run["status"] == "in_progress" else {
            throw FreshdeskReplies.refusal(409, "inconsistent_state", "The import is not in progress")
        }
        run["status"] = "cancelled"
        keep(run, imports)
        return .empty(204)
    }
}
