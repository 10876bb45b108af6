import FreshworksCore

/// Freshchat's answers that are no records.
enum FreshchatReplies {
    static func error(_ code: Int, _ status: String, _ message: String) -> SandboxReply {
        let body: JSONValue = ["code": .int(code), "status": .string(status), "message": .string(message)]
        return .json(code, body, type: "application/json")
    }

    static func invalid(_ message: String) -> SandboxReply { error(400, "INVALID_VALUE", message) }

    /// Tells the first thing that is wrong.
    static func refuse(_ flaws: [Flaw], noun: String) throws(SandboxReply) {
        guard let flaw = flaws.first else { return }
        let place = flaw.place
        switch flaw.kind {
        case .unknown: throw invalid("\(place) is not known")
        case .updateOnly: throw invalid("\(place) is for updates only")
        case .missing: throw invalid("\(place) is required")
        case .tooFew: throw invalid("\(place) must not be empty")
        case .tooMany(let most): throw invalid("\(place) must not have more than \(most) elements")
        case .duplicate: throw error(409, "CONFLICT", "\(noun) already exists")
        case .said(_, let words): throw invalid(words)
        default: throw invalid("\(place) is not valid")
        }
    }

    static func ok(_ value: JSONValue) -> SandboxReply { .json(200, value, type: "application/json") }
}

extension SandboxRequest {
    /// The body, if it is a JSON object. In it null says nothing.
    func freshchatBody() throws(SandboxReply) -> JSONObject {
        guard let body = jsonObject else { throw FreshchatReplies.invalid("the body is not a JSON object") }
        return JSONValue.object(body).withoutNulls.objectValue ?? body
    }

    /// The body, if it is JSON of a shape.
    func freshchatBody(_ shape: JSONShape) throws(SandboxReply) -> JSONObject {
        let body = try freshchatBody()
        try FreshchatReplies.refuse(shape.flaws(.object(body), ""), noun: "")
        return body
    }
}

extension JSONValue {
    /// The same without the members of objects that are null.
    fileprivate var withoutNulls: JSONValue {
        switch self {
        case .object(let object):
            .object(JSONObject(object.filter { !$0.value.isNull }.map { ($0.key, $0.value.withoutNulls) }))
        case .array(let elements): .array(elements.map(\.withoutNulls))
        default: self
        }
    }
}
