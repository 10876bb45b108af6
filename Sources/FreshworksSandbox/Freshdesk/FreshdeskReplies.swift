import Foundation
import FreshworksCore

/// Freshdesk's error answers.
enum FreshdeskReplies {
    static let unauthenticated = refusal(
        401, "invalid_credentials", "You have to be logged in to perform this action.")

    static let accessDenied = refusal(403, "access_denied", "You are not authorized to perform this action.")

    static let noSeatLeft = refusal(
        403, "max_agents_reached", "You have reached the maximum number of agents allowed in your plan")

    /// What deleted, spam and blocked records answer to whatever would change them.
    static func frozen(_ request: SandboxRequest) -> SandboxReply { wrongMethod(request.method, allowed: ["GET"]) }

    static func refusal(_ status: Int, _ code: String, _ message: String) -> SandboxReply {
        .json(status, ["code": .string(code), "message": .string(message)])
    }

    /// 201 with the new record and where it lives.
    static func created(_ record: JSONValue, at path: String, _ request: SandboxRequest) -> SandboxReply {
        var reply = SandboxReply.json(201, record)
        reply.add("Location", "\(request.origin)\(request.basePath)/\(path)")
        return reply
    }

    static func wrongMethod(_ method: String, allowed: [String]) -> SandboxReply {
        let allowed = allowed.joined(separator: ", ")
        var reply = SandboxReply.json(
            405,
            ["message": "\(method) method is not allowed. It should be one of these method(s): \(allowed)"])
        reply.add("Allow", allowed)
        return reply
    }
}

/// Collects all that is wrong with a request, since Freshdesk reports it in one answer.
struct FreshdeskValidation {
    private var errors: [JSONValue] = []
    private var duplicates: [JSONValue] = []

    mutating func refuse(_ field: String, _ code: String, _ message: String) {
        errors.append(["field": .string(field), "message": .string(message), "code": .string(code)])
    }

    /// Whether one of these keys is wrong already, so that its absence among the right ones says nothing.
    func hasRefused(_ fields: [String]) -> Bool {
        errors.contains { error in fields.contains { error["field"] == .string($0) } }
    }

    mutating func refuseDuplicate(_ field: String, of id: Int64) {
        duplicates.append([
            "field": .string(field), "additional_info": ["user_id": .int(id)],
            "message": "It should be a unique value", "code": "duplicate_value",
        ])
    }

    mutating func refuseUnknown(_ record: String, _ field: String) {
        refuse(field, "invalid_value", "There is no \(record) matching the given \(field)")
    }

    mutating func allowOnly(_ names: Set<String>, in query: QueryText) {
        var seen: Set<String> = []
        for (name, _) in query.items where !names.contains(name) && seen.insert(name).inserted {
            refuse(name, "invalid_field", "Unexpected/invalid field in request")
        }
    }

    /// The names in a comma-joined parameter, all of which are in a list.
    mutating func choices(_ name: String, of values: [String], in query: QueryText) -> Set<String> {
        guard let text = query[name] else { return [] }
        let chosen = Set(text.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        if !chosen.isSubset(of: values) {
            refuse(name, "invalid_value", "It should be one of these values: '\(values.joined(separator: ","))'")
        }
        return chosen
    }

    mutating func id(_ name: String, in query: QueryText) -> Int64? {
        guard let text = query[name] else { return nil }
        let id = SandboxRequest.id(text)
        if id == nil { refuse(name, "datatype_mismatch", "It should be a/an Positive Integer") }
        return id
    }

    mutating func time(_ name: String, in query: QueryText) -> Date? {
        guard let text = query[name] else { return nil }
        let time = FreshdeskTime.parse(text)
        if time == nil {
            refuse(name, "invalid_value", "It should be in the 'combined date and time ISO8601' format")
        }
        return time
    }

    /// The value of a parameter that is one of a list; the first is the default.
    mutating func choice(_ name: String, of values: [String], in query: QueryText) -> String {
        guard let value = query[name] else { return values[0] }
        if !values.contains(value) {
            let list = values.joined(separator: ",")
            refuse(name, "invalid_value", "It should be one of these values: '\(list)'")
        }
        return value
    }

    func finish() throws(SandboxReply) {
        for (status, found) in [(400, errors), (409, duplicates)] where !found.isEmpty {
            throw .json(status, ["description": "Validation failed", "errors": .array(found)])
        }
    }
}

extension SandboxRequest {
    /// The id that the path names.
    /// - Throws: 404 if it cannot be one.
    func id() throws(SandboxReply) -> Int64 {
        guard let id = Self.id(parameters["id"] ?? "") else { throw .empty(404) }
        return id
    }

    static func id(_ text: String) -> Int64? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(text).flatMap { $0 > 0 ? $0 : nil } : nil
    }

    /// For calls that take neither parameters nor a body.
    func checkBare() throws(SandboxReply) {
        var validation = FreshdeskValidation()
        validation.allowOnly([], in: query)
        try validation.finish()
        guard body.isEmpty else {
            throw FreshdeskReplies.refusal(400, "no_content_required", "No content is required for this request")
        }
    }
}
