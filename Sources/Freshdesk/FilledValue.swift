extension JSONObject {
    /// The value of a key whose kind the service does not document; `nil` when absent or null.
    func filled(_ key: String) -> JSONValue? {
        guard let value: JSONValue = self[key], !value.isNull else { return nil }
        return value
    }
}
