extension FreshworksError.Code {
    /// The service's answer, or another JSON text, could not be read as what it should be.
    public static let unreadableResponse = Self(rawValue: "unreadable_response")
}

extension JSONObject {
    /// The value of a key that the record cannot do without.
    /// - Throws: `FreshworksError` with the code `unreadable_response`, naming the key, when it is absent, null or of another kind.
    @inlinable
    public func require<T: JSONReadable>(_ key: String) throws -> T {
        guard let value: T = self[key] else { throw Self.unreadable(key, as: T.self) }
        return value
    }

    @usableFromInline
    static func unreadable(_ key: String, as type: any JSONReadable.Type) -> FreshworksError {
        let kind =
            switch type {
            case is Int64.Type, is Int.Type: "an integer"
            case is Double.Type, is JSONNumber.Type: "a number"
            case is Bool.Type: "true or false"
            case is String.Type: "a string"
            case is JSONObject.Type: "an object"
            default: "readable as \(type)"
            }
        return FreshworksError(.unreadableResponse, "\(key) is missing or not \(kind)")
    }
}

extension JSONValue {
    /// Reads the record at the end of a path of keys, or the value itself as a record.
    /// - Throws: `FreshworksError` with the code `unreadable_response`, naming the key that is missing or of another kind.
    public func record<R: Resource>(_ type: R.Type = R.self, at path: [String] = []) throws -> R {
        guard case .object(let object) = value(at: path) else { throw Self.unreadable(path, "an object") }
        return try R(json: object)
    }

    /// Reads every record of the array at the end of a path of keys, or of the value itself.
    ///
    /// No row is ever left out.
    /// - Throws: `FreshworksError` with the code `unreadable_response` when a row cannot be read, naming its index and the key:
    ///   `row 17: id is missing or not an integer`.
    public func records<R: Resource>(_ type: R.Type = R.self, at path: [String] = []) throws -> [R] {
        guard case .array(let rows) = value(at: path) else { throw Self.unreadable(path, "an array") }
        var records: [R] = []
        records.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            guard case .object(let object) = row else {
                throw FreshworksError(.unreadableResponse, "row \(index): not an object")
            }
            do {
                records.append(try R(json: object))
            } catch var error as FreshworksError {
                error.message = "row \(index): \(error.message)"
                throw error
            }
        }
        return records
    }

    private static func unreadable(_ path: [String], _ kind: String) -> FreshworksError {
        let place = path.isEmpty ? "the answer is" : "\(path.joined(separator: ".")) is missing or"
        return FreshworksError(.unreadableResponse, "\(place) not \(kind)")
    }
}
