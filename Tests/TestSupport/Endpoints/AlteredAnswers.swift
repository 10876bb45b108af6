import FreshworksCore

extension TransportResponse {
    /// The same answer with one of its values altered, for each that it has; and which value that is.
    ///
    /// An answer without a body says what it says by its status, so that is what is altered then.
    var altered: [(place: String, answer: TransportResponse)] {
        guard !body.isEmpty else { return [("the status", .empty(status == 404 ? 204 : 404))] }
        guard let json = try? JSONValue(parsing: body) else { return [] }
        return json.altered.map { ($0.place, .json(status, $0.value.description)) }
    }
}

extension JSONValue {
    /// The same with one value in it altered, for each but null.
    fileprivate var altered: [(place: String, value: JSONValue)] {
        switch self {
        case .null: []
        case .bool(let value): [("", .bool(!value))]
        case .number: [("", int64Value.map { JSONValue($0 + 1) } ?? 0.5)]
        case .string(let text): [("", .string("x" + text))]
        case .array(let values):
            values.indices.flatMap { index in
                values[index].altered.map { place, value in
                    var copy = values
                    copy[index] = value
                    return ("[\(index)]\(place)", .array(copy))
                }
            }
        case .object(let object):
            object.flatMap { key, value in
                value.altered.map { place, value in
                    var copy = object
                    copy[key] = value
                    return (".\(key)\(place)", .object(copy))
                }
            }
        }
    }
}
