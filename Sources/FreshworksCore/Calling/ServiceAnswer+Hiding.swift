import Foundation

extension TransportResponse {
    /// A refusal without texts that must not be seen, in whatever field or part of the body they stand.
    ///
    /// What a long body has after its first 64 KiB is left out: to search it would take a server's word for how long.
    func hiding(_ secrets: [String]) -> TransportResponse {
        var response = self
        let body = Data(body.prefix(64 * 1024))
        // JSON has many spellings of one text: a slash may be `\/`, every letter `\u` and its number.
        let spellings = Set(secrets + secrets.map { $0.replacing("/", with: "\\/") })
        response.body = body.hiding(spellings.sorted { $0.utf8.count > $1.utf8.count })
        if body.contains(UInt8(ascii: "\\")), let value = try? JSONValue(parsing: response.body) {
            let hidden = value.hiding(secrets)
            if hidden != value { response.body = hidden.serialized() }
        }
        response.headers = HeaderFields(received: headers.map { (name: $0.name, value: $0.value.hiding(secrets)) })
        return response
    }
}

extension JSONValue {
    fileprivate func hiding(_ secrets: [String]) -> JSONValue {
        switch self {
        case .string(let text): .string(text.hiding(secrets))
        case .array(let elements): .array(elements.map { $0.hiding(secrets) })
        case .object(let members):
            .object(JSONObject(members.map { ($0.key.hiding(secrets), $0.value.hiding(secrets)) }))
        case .null, .bool, .number: self
        }
    }
}

extension String {
    func hiding(_ secrets: [String]) -> String {
        String(decoding: Data(utf8).hiding(secrets), as: UTF8.self)
    }
}

extension Data {
    /// The standard library's `replace` takes seconds for the length that an answer may have.
    fileprivate func hiding(_ secrets: [String]) -> Data {
        secrets.reduce(self) { data, secret in
            let secret = Data(secret.utf8)
            var result = Data()
            var rest = data[...]
            while let found = rest.range(of: secret) {
                result += rest[..<found.lowerBound]
                result += Data("<redacted>".utf8)
                rest = rest[found.upperBound...]
            }
            return result.isEmpty ? data : result + rest
        }
    }
}
