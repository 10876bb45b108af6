import FreshworksCore

/// Freshdesk's error answers.
enum FreshdeskReplies {
    static let unauthenticated = SandboxReply.json(
        401, ["code": "invalid_credentials", "message": "You have to be logged in to perform this action."])

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

    mutating func refuse(_ field: String, _ code: String, _ message: String) {
        errors.append(["field": .string(field), "message": .string(message), "code": .string(code)])
    }

    mutating func allowOnly(_ names: Set<String>, in query: QueryText) {
        var seen: Set<String> = []
        for (name, _) in query.items where !names.contains(name) && seen.insert(name).inserted {
            refuse(name, "invalid_field", "Unexpected/invalid field in request")
        }
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
        if !errors.isEmpty {
            throw .json(400, ["description": "Validation failed", "errors": .array(errors)])
        }
    }
}
