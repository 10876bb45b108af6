import FreshworksCore

extension RecordCollection {
    /// Where records are that stand inside records of another kind.
    struct Parent: Sendable {
        /// The path of the records that hold these.
        let path: String
        /// The word behind the id of the one that holds them.
        let word: String
        /// The key by which a record names the one that holds it.
        let key: String
        /// Whether a single one, too, is reached through the other alone; otherwise only its list and its creation are.
        let isWhole: Bool
        /// The ids that the others may have, where they are no records.
        let values: [JSONValue]?

        init(_ path: String, _ word: String, key: String, isWhole: Bool = false, values: [JSONValue]? = nil) {
            self.path = path
            self.word = word
            self.key = key
            self.isWhole = isWhole
            self.values = values
        }
    }

    /// Whether a record stands inside another one; all do that stand inside none.
    func isHeld(_ record: JSONObject, by holder: JSONValue?) -> Bool {
        guard let parent, let holder else { return true }
        return record[parent.key] == holder
    }
}

extension RecordService {
    /// The id of the record inside which a list is, or a new record will be; `nil` if they stand by themselves.
    /// - Throws: What the service answers if there is no such record.
    func holder(
        of collection: RecordCollection<Self>, _ request: SandboxRequest
    ) throws(SandboxReply) -> JSONValue? {
        guard let parent = collection.parent else { return nil }
        let text = request.parameters["parent"] ?? ""
        if let values = parent.values {
            guard let value = values.first(where: { "\($0)" == text }) else { throw notFound(collection) }
            return value
        }
        guard let id = Self.id(text), let record = shelves[parent.path]?.records[id],
            let known = Self.collections.first(where: { $0.path == parent.path })
        else { throw notFound(collection) }
        return record[known.idKey]
    }
}
