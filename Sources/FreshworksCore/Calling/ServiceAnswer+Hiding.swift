import Foundation

extension TransportResponse {
    /// A refusal without texts that must not be seen, in whatever field or part of the body they stand and however they
    /// are spelled.
    ///
    /// What a long body has after its first 512 KiB is left out: to search it would take a server's word for how long.
    func hiding(_ secrets: [String]) -> TransportResponse {
        let search = SecretSearch(secrets)
        var response = self
        let limit = 512 * 1024
        let body = Data(body.prefix(limit))
        response.body = search.hide(in: body)
        if self.body.count > limit {
            // The cut may have left a part of one.
            response.body = response.body.dropLast(search.longestSpelling)
        } else if let value = try? JSONValue(parsing: body) {
            // Numbers and characters beyond ASCII are spelled in more ways than a search of bytes knows.
            let hidden = value.hiding(search)
            if hidden != value { response.body = search.hide(in: hidden.serialized()) }
        }
        response.headers = HeaderFields(
            received: headers.map { (name: search.hide(in: $0.name), value: search.hide(in: $0.value)) })
        return response
    }
}

extension JSONValue {
    fileprivate func hiding(_ search: SecretSearch) -> JSONValue {
        switch self {
        case .string(let text): return .string(search.hide(in: text))
        case .array(let elements): return .array(elements.map { $0.hiding(search) })
        case .object(let members):
            return .object(JSONObject(members.map { (search.hide(in: $0.key), $0.value.hiding(search)) }))
        case .number:
            let text = description
            let hidden = search.hide(in: text)
            return hidden == text ? self : .string(hidden)
        case .null, .bool: return self
        }
    }
}

extension String {
    func hiding(_ secrets: [String]) -> String { SecretSearch(secrets).hide(in: self) }
}
