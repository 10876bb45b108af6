import Foundation
import FreshworksCore

/// The searches of tickets, contacts and companies, over an index that may lag behind.
extension FreshdeskService {
    static let searchRoutes = [
        Route<FreshdeskService>("GET", "search/tickets", scope: "tickets.view") {
            (request, service) throws(SandboxReply) in try service.search(tickets, request)
        },
        Route<FreshdeskService>("GET", "search/contacts", scope: "contacts.view") {
            (request, service) throws(SandboxReply) in try service.search(contacts, request)
        },
        Route<FreshdeskService>("GET", "search/companies", scope: "companies.view") {
            (request, service) throws(SandboxReply) in try service.search(companies, request)
        },
    ]

    private static let searchPages = 10
    private static let searchPageSize = 30

    private func search(
        _ collection: FreshdeskRecords, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply {
        var flaws = request.query.strangers(besides: ["query", "page"])
        let page = request.query["page"].map { Int($0) ?? 0 } ?? 1
        if !(1...Self.searchPages).contains(page) {
            let words = "It should be a Positive Integer less than or equal to \(Self.searchPages)"
            flaws.append(Flaw("page", .said(code: "invalid_value", words)))
        }
        try refuse(flaws, nil)
        let found = try found(by: request.query["query"] ?? "", collection, at: request.now)
        let (rows, _) = request.rows(of: found, page: page, perPage: Self.searchPageSize)
        return .json(
            200,
            [
                "total": .int(found.count),
                "results": .array(rows.map { hit($0, collection, request) }),
            ])
    }

    /// Rows of lists, and the description of tickets.
    private func hit(
        _ record: JSONObject, _ collection: FreshdeskRecords, _ request: SandboxRequest
    ) -> JSONValue {
        guard collection.path == "tickets", var shown = show(record, .row, collection, request).objectValue else {
            return show(record, .row, collection, request)
        }
        let text = record["description"]?.stringValue ?? ""
        shown["description"] = .string(text)
        shown["description_text"] = .string(FreshdeskHTML.text(text))
        return .object(shown)
    }

    /// The records that an expression in double quotes finds.
    func found(
        by query: String, _ collection: FreshdeskRecords, at now: Date
    ) throws(SandboxReply) -> [JSONObject] {
        let fits: (JSONObject) -> Bool
        do throws(FreshdeskQuery.Fault) {
            fits = try FreshdeskQuery(query, fields: searchFields(of: collection)).fits
        } catch {
            throw FreshdeskReplies.validation(
                [Flaw("query", .said(code: "invalid_value", error.words))], tellsUser: false) ?? .empty(400)
        }
        let indexed = JSONValue.seconds(now.addingTimeInterval(-indexDelay)).stringValue ?? ""
        return all(collection).filter { record in
            let isIndexed =
                ["deleted", "spam", "blocked"].allSatisfy { record[$0] != true }
                && (record["updated_at"]?.stringValue ?? "") <= indexed
                && !(collection.path == "tickets" && Self.isArchived(record, at: now))
            return isIndexed && fits(record)
        }
    }

    private func searchFields(of collection: FreshdeskRecords) -> [String: FreshdeskQuery.Field] {
        typealias Field = FreshdeskQuery.Field
        var fields: [String: Field] = [:]
        switch collection.path {
        case "tickets":
            fields["agent_id"] = Field(.number) { $0["responder_id"] }
            for name in ["group_id", "priority", "status"] { fields[name] = Field(.number) { $0[name] } }
            fields["tag"] = Field(.text) { $0["tags"] }
            fields["type"] = Field(.text) { $0["type"] }
            fields["due_by"] = Field(.day) { Self.due($0).resolution }
            fields["fr_due_by"] = Field(.day) { Self.due($0).answer }
        case "contacts":
            fields["active"] = Field(.flag) { $0["active"] }
            fields["company_id"] = Field(.number) { $0["company_id"] }
            for name in ["twitter_id", "email", "phone", "mobile", "language", "time_zone"] {
                fields[name] = Field(.text) { $0[name] }
            }
            fields["tag"] = Field(.text) { $0["tags"] }
        default: fields["domain"] = Field(.text) { $0["domains"] }
        }
        for name in ["created_at", "updated_at"] { fields[name] = Field(.day) { $0[name] } }
        for field in shelves[collection.path]?.customFields ?? [] {
            let kind: Field.Kind
            switch field.kind {
            case .text, .dropdown: kind = .text
            case .number: kind = .number
            case .checkbox: kind = .flag
            case .date where collection.path == "tickets": kind = .day
            case .date, .decimal: continue
            }
            fields[field.name] = Field(kind) { $0["custom_fields"]?[field.name] }
        }
        return fields
    }
}
