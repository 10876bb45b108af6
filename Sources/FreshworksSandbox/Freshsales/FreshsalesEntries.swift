import FreshworksCore

/// The lists of a contact's addresses and numbers. What is written is merged into them: a known id or value changes its
/// entry, `_destroy` removes it.
enum FreshsalesEntries {
    static func shape(of value: JSONShape) -> JSONShape {
        .list(
            of: JSONShape(else: .mismatch("entry")) { entry in
                entry["value"].map(value.accepts) ?? (entry["id"]?.int64Value != nil)
            })
    }

    /// - Parameter owner: The contact's id, from which those of its entries follow.
    static func merge(_ written: [JSONValue], into old: [JSONValue], of owner: JSONValue?) -> [JSONValue] {
        var entries = old.compactMap(\.objectValue)
        var nextID = 1 + (entries.compactMap { $0["id"]?.int64Value }.max() ?? (owner?.int64Value ?? 0) * 10)
        for change in written.compactMap(\.objectValue) {
            let place = entries.firstIndex { entry in
                change["id"] != nil ? entry["id"] == change["id"] : isSame(entry["value"], change["value"])
            }
            if change["_destroy"] == true {
                if let place { entries.remove(at: place) }
                continue
            }
            if change["is_primary"] == true {
                for index in entries.indices { entries[index]["is_primary"] = false }
            }
            var entry = place.map { entries[$0] } ?? ["id": .int(nextID), "value": .null]
            for key in ["value", "is_primary", "label"] { entry[key] = change[key] ?? entry[key] }
            entry["label"] = entry["label"] ?? .null
            entry["_destroy"] = false
            if let place {
                entries[place] = entry
            } else {
                entries.append(entry)
                nextID += 1
            }
        }
        return entries.map(JSONValue.object)
    }

    private static func isSame(_ one: JSONValue?, _ other: JSONValue?) -> Bool {
        other?.stringValue.map { one?.isSame(as: $0) ?? false } ?? false
    }

    /// A list of which exactly one entry is the primary one: the marked one, else the first.
    static func withPrimary(_ entries: [JSONValue]) -> [JSONValue] {
        let primary = entries.firstIndex { $0["is_primary"] == true } ?? 0
        return entries.enumerated().map { index, entry in
            var entry = entry.objectValue ?? [:]
            entry["is_primary"] = .bool(index == primary)
            return .object(entry)
        }
    }
}
