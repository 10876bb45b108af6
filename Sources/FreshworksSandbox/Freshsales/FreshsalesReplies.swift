import FreshworksCore

/// Freshsales' answers that are no records.
enum FreshsalesReplies {
    static let notFoundPage = SandboxReply.page(404, title: "The page you were looking for doesn't exist")
    static let noView = errors(403, "You are not authorised for this action.")
    static let notFound = errors(404, "The record does not exist.")

    static func errors(_ code: Int, _ message: String) -> SandboxReply {
        .json(code, ["errors": ["code": .int(code), "message": [.string(message)]]])
    }

    /// Integrations know a second contact of one address by this code.
    static func notUnique(_ what: String) -> SandboxReply {
        .json(400, ["errors": ["code": 400, "message": [.string("\(what) is not unique")], "error_code": 3002]])
    }
}

extension SandboxRequest {
    func freshsalesBody() throws(SandboxReply) -> JSONObject {
        guard let body = jsonObject else { throw FreshsalesReplies.errors(400, "The body is not a JSON object.") }
        return body
    }

    /// The attributes of a record, with or without the key that wraps them.
    func freshsalesRecord(_ module: FreshsalesModule) throws(SandboxReply) -> JSONObject {
        let body = try freshsalesBody()
        guard let wrapped = body[module.root] else { return body }
        guard let record = wrapped.objectValue else {
            throw FreshsalesReplies.errors(400, "The type for \(module.root) is invalid.")
        }
        return record
    }
}
