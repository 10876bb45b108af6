extension JSONObject {
    /// The text of a key that the service may send as `""` where others leave it out.
    func text(_ key: String) -> String? {
        let text: String? = self[key]
        return text == "" ? nil : text
    }

    /// Makes an object of the members that have a value.
    init(present members: KeyValuePairs<String, JSONValue?>) {
        self.init(members.compactMap { key, value in value.map { (key, $0) } })
    }
}
