import FreshworksCore

/// Freshchat's answers that are no records.
enum FreshchatReplies {
    static func error(_ code: Int, _ status: String, _ message: String) -> SandboxReply {
        let body: JSONValue = ["code": .int(code), "status": .string(status), "message": .string(message)]
        return .json(code, body, type: "application/json")
    }

    static func invalid(_ message: String) -> SandboxReply { error(400, "INVALID_VALUE", message) }

    static func notFound(_ what: String) -> SandboxReply { error(404, "NOT_FOUND", "\(what) not found") }

    /// What is done later is answered in the shape of an error.
    static func accepted(_ message: String) -> SandboxReply { error(202, "ACCEPTED", message) }

    static func ok(_ value: JSONValue) -> SandboxReply { .json(200, value, type: "application/json") }
}

extension SandboxRequest {
    /// The body, if it is JSON of a shape.
    func freshchatBody(_ shape: JSONShape) throws(SandboxReply) -> JSONObject {
        guard let body = jsonObject else { throw FreshchatReplies.invalid("the body is not a JSON object") }
        if let complaint = shape.complaint(.object(body), "") { throw FreshchatReplies.invalid(complaint) }
        return body
    }
}
