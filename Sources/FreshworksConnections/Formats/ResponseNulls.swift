extension JSONValue {
    /// The value without members that are null, however deep: what integration platforms call `filter.response.nulls`.
    ///
    /// Nulls in arrays stay, since their places count.
    public func droppingNullMembers() -> JSONValue {
        switch self {
        case .object(let json):
            .object(JSONObject(json.filter { !$0.value.isNull }.map { ($0.key, $0.value.droppingNullMembers()) }))
        case .array(let values): .array(values.map { $0.droppingNullMembers() })
        default: self
        }
    }
}
