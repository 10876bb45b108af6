import FreshworksCore

/// Freshsales' answers that are no records.
enum FreshsalesReplies {
    static let notFoundPage = SandboxReply.page(404, title: "The page you were looking for doesn't exist")
    static let noView = errors(403, "You are not authorised for this action.")
    static let notFound = errors(404, "The record does not exist.")

    static func errors(_ code: Int, _ message: String) -> SandboxReply {
        .json(code, ["errors": ["code": .int(code), "message": [.string(message)]]])
    }

    static func refusal(_ flaw: Flaw) -> SandboxReply {
        let key = String(flaw.key)
        switch flaw.kind {
        case .missing where key == "email": return errors(400, "Email or mobile number is required")
        case .missing, .blank:
            let label = key.replacing("_", with: " ")
            return errors(400, "\(label.prefix(1).uppercased())\(label.dropFirst()) can't be blank")
        case .dangling: return errors(400, "The value for \(key) is invalid.")
        case .duplicate:
            // Integrations know a second contact of one address by this code.
            guard let label = ["email": "Email", "external_id": "External ID"][key] else {
                return errors(400, "Name has already been taken")
            }
            let message = "\(label) is not unique"
            return .json(400, ["errors": ["code": 400, "message": [.string(message)], "error_code": 3002]])
        case .said(_, let message): return errors(400, message)
        default: return errors(400, key.hasPrefix("email") ? "Email is invalid" : "The type for \(key) is invalid.")
        }
    }
}

extension SandboxRequest {
    /// What it asks to be sent along.
    var includes: [String] { (query["include"] ?? "").split(separator: ",").map(String.init) }

    func freshsalesBody() throws(SandboxReply) -> JSONObject {
        guard let body = jsonObject else { throw FreshsalesReplies.errors(400, "The body is not a JSON object.") }
        return body
    }
}
