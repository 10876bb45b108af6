import FreshworksCore

/// What the audit of one list found: keys, never values.
struct AuditReport: Sendable {
    let product: String
    let list: String
    let audit: FieldAudit?
    /// Why the list was not read.
    let failure: String?

    /// For people.
    var text: String {
        let head = "\(product) \(list): "
        guard let audit else { return head + (failure ?? "not read") }
        var lines = [head + "\(audit.records) record\(audit.records == 1 ? "" : "s")"]
        if !audit.unknown.isEmpty {
            let keys = audit.unknown.map { "\($0.key.printable) (\($0.records))" }.joined(separator: ", ")
            lines.append("  not in the field table: \(keys)")
        }
        if !audit.absent.isEmpty { lines.append("  never came: \(audit.absent.joined(separator: ", "))") }
        return lines.joined(separator: "\n")
    }

    /// For programs.
    var json: JSONValue {
        let unknown = (audit?.unknown ?? []).map { ($0.key, JSONValue($0.records)) }
        return [
            "product": .string(product), "list": .string(list), "records": audit.map { JSONValue($0.records) } ?? .null,
            "unknown": .object(JSONObject(unknown)), "absent": .array((audit?.absent ?? []).map { .string($0) }),
            "error": failure.map { .string($0) } ?? .null,
        ]
    }
}

/// Reads a page of each list of an account, and what it answers as one record, by GETs alone.
struct Audit {
    let product: ProductClient
    let api: APIClient

    /// Hands on each report as soon as it is there.
    func run(_ report: (AuditReport) -> Void) async throws -> ExitStatus {
        var firstIDs: [String: String] = [:]
        var status = ExitStatus.done
        for list in AuditedList.all(of: product) {
            try Task.checkCancellation()
            var path = list.path
            if let parent = list.parent {
                guard let id = firstIDs[parent] else {
                    report(unread(list, "nothing to look at, for \(parent) shows no record"))
                    continue
                }
                path = path.replacing("{id}", with: id)
            }
            do {
                let rows = try await rows(of: list, at: path)
                var audit = FieldAudit(of: list.table, besides: list.besides)
                for row in rows { audit.read(row) }
                firstIDs[list.name] = Self.first(rows)
                report(AuditReport(product: product.rawValue, list: list.name, audit: audit, failure: nil))
            } catch let error as FreshworksError where error.code == .notFound && list.mayBeMissing {
                report(unread(list, "this account has none"))
            } catch let error as FreshworksError {
                report(unread(list, "not read: \(error)"))
                status = max(status, ExitStatus(error))
            }
        }
        return status
    }

    private func unread(_ list: AuditedList, _ failure: String) -> AuditReport {
        AuditReport(product: product.rawValue, list: list.name, audit: nil, failure: failure)
    }

    /// The first record, but of saved views one that does not narrow down to what is one's own.
    private static func first(_ rows: [JSONObject]) -> String? {
        let whole = rows.first { row in
            let name: String = row["name"] ?? ""
            return name.hasPrefix("All ")
        }
        return (whole ?? rows.first)?["id"]
    }

    private func rows(of list: AuditedList, at path: String) async throws -> [JSONObject] {
        let response = try await api.call(.get, path, query: list.query)
        let answer = try JSONValue(parsing: response.body)
        let root = list.root.map { answer[$0] } ?? answer
        switch (list.shape, root?.arrayValue?.compactMap(\.objectValue)) {
        case (.one, _):
            if let record = root?.objectValue ?? answer.objectValue { return [record] }
        case (.list, let rows?): return rows
        case (.inside(let key), let rows?):
            return rows.compactMap { $0[key] }.flatMap { $0.arrayValue ?? [$0] }.compactMap(\.objectValue)
        case (_, nil): break
        }
        var error = FreshworksError(
            .unreadableResponse, "the answer shows no \(list.shape == .one ? "record" : "list")",
            advice: "Look at it with freshworks api.")
        error.status = response.status
        throw error
    }
}
