import FreshworksCore

/// Freshdesk's error answers.
enum FreshdeskReplies {
    static let unauthenticated = refusal(
        401, "invalid_credentials", "You have to be logged in to perform this action.")

    static let accessDenied = refusal(403, "access_denied", "You are not authorized to perform this action.")

    static let noSeatLeft = refusal(
        403, "max_agents_reached", "You have reached the maximum number of agents allowed in your plan")

    static func refusal(_ status: Int, _ code: String, _ message: String) -> SandboxReply {
        .json(status, ["code": .string(code), "message": .string(message)])
    }

    static func wrongMethod(_ method: String, allowed: [String]) -> SandboxReply {
        let allowed = allowed.joined(separator: ", ")
        var reply = SandboxReply.json(
            405,
            ["message": "\(method) method is not allowed. It should be one of these method(s): \(allowed)"])
        reply.add("Allow", allowed)
        return reply
    }

    /// All that is wrong with a request in one answer; what it would repeat of other records is told once the rest is right.
    /// - Parameter tellsUser: Whether it names the user who has a value that nobody else may have.
    static func validation(_ flaws: [Flaw], tellsUser: Bool) -> SandboxReply? {
        for (status, found) in [(400, flaws.filter { !$0.isDuplicate }), (409, flaws.filter(\.isDuplicate))]
        where !found.isEmpty {
            return .json(
                status, ["description": "Validation failed", "errors": .array(found.map { error($0, tellsUser) })])
        }
        return nil
    }

    private static func error(_ flaw: Flaw, _ tellsUser: Bool) -> JSONValue {
        var error: JSONObject = ["field": .string(flaw.place)]
        if tellsUser, case .duplicate(let id?) = flaw.kind { error["additional_info"] = ["user_id": id] }
        let (code, message) = words(flaw)
        error["message"] = .string(message)
        error["code"] = .string(code)
        return .object(error)
    }

    private static func words(_ flaw: Flaw) -> (code: String, message: String) {
        switch flaw.kind {
        case .unknown, .updateOnly: ("invalid_field", "Unexpected/invalid field in request")
        case .missing: ("missing_field", "Mandatory attribute missing")
        case .blank, .tooFew: ("invalid_value", "It should not be blank")
        case .mismatch(let type): ("datatype_mismatch", "It should be a/an \(type)")
        case .elements(let type): ("datatype_mismatch", "It should contain elements of type \(type) only")
        case .choice(let values):
            ("invalid_value", "It should be one of these values: '\(values.joined(separator: ","))'")
        case .format(let format): ("invalid_value", "It should be in the '\(format)' format")
        case .tooMany(let most): ("invalid_value", "It can have at most \(most) elements")
        case .dangling(let noun): ("invalid_value", "There is no \(noun) matching the given \(flaw.place)")
        case .duplicate: ("duplicate_value", "It should be a unique value")
        case .said(let code, let message): (code, message)
        }
    }
}
