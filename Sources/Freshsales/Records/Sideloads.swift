/// The related records that an answer holds beside those that were asked for, because the call had an `include`.
///
/// All records of a page share one value. It is no part of a record's ``Resource/json``, equality, encoding or debug text.
/// Source: Freshworks CRM API, include.
public struct Sideloads: Sendable {
    private var roots: [String: Root] = [:]
    /// The root and the id of the single record that was asked for.
    private var main: [String]?

    private struct Root: Sendable {
        var rows: [JSONObject] = []
        var positions: [String: Int] = [:]
    }

    /// Nothing came along.
    init() {}

    /// Collects every list of an answer but the main one.
    init(of answer: JSONValue, besides main: String) {
        self.main = Self.identity(answer[main]?["id"]).map { [main, $0] }
        for (name, value) in answer.objectValue ?? [:] where name != main && name != "meta" {
            var root = Root()
            for row in (value.arrayValue ?? [value]).compactMap(\.objectValue) {
                if let id = Self.identity(row["id"]) { root.positions[id] = root.rows.count }
                root.rows.append(row)
            }
            roots[name] = root
        }
    }

    /// All that came under a root key, such as `users`, in the service's order: also what this library has no accessor for.
    public subscript(root: String) -> [JSONObject] { roots[root]?.rows ?? [] }

    /// The object that an id names, under the first of the root keys that has it.
    func object(_ id: JSONValue, in names: [String]) -> JSONObject? {
        guard let id = Self.identity(id) else { return nil }
        for name in names {
            if let root = roots[name], let position = root.positions[id] { return root.rows[position] }
        }
        return nil
    }

    /// Whether all this came because of the single record under a root key that has the id.
    func stands(beside root: String, _ id: Int64) -> Bool { main == [root, String(id)] }

    /// One spelling for ids that are numbers here and strings there.
    private static func identity(_ id: JSONValue?) -> String? {
        id.flatMap { Int64(json: $0).map(String.init) ?? String(json: $0) }
    }
}
