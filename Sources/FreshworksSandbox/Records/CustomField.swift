import FreshworksCore

extension Sandbox {
    /// What a field that an account has defined holds.
    public enum CustomFieldKind: Sendable, Hashable {
        /// A line or a paragraph.
        case text
        /// A whole number.
        case number
        /// A number with a fraction.
        case decimal
        /// `true` or `false`.
        case checkbox
        /// A day, spelled `YYYY-MM-DD`.
        case date
        /// One of these texts.
        case dropdown([String])
    }

    /// A field that an account has defined for records of one kind.
    public struct CustomField: Sendable, Hashable {
        /// The kind of record, by its path below the base URL, such as `tickets`.
        public let collection: String
        /// The name in requests and answers, such as `cf_region`.
        public let name: String
        /// What it holds.
        public let kind: CustomFieldKind
    }
}

/// A field that an account has defined, as a collection declares it.
struct CustomField: Sendable {
    let name: String
    let kind: Sandbox.CustomFieldKind

    init(_ name: String, _ kind: Sandbox.CustomFieldKind) {
        self.name = name
        self.kind = kind
    }
}

extension RecordService {
    /// Nothing: most services do not list fields among their records.
    mutating func defined(_ field: CustomField, on collection: RecordCollection<Self>) {}

    /// All fields that the account has defined.
    var customFields: [Sandbox.CustomField] {
        Self.collections.flatMap { collection in
            (shelves[collection.path]?.customFields ?? []).map {
                Sandbox.CustomField(collection: collection.path, name: $0.name, kind: $0.kind)
            }
        }
    }

    /// Defines one more field. Records that are there have it too, without a value.
    /// - Throws: A sentence that says why not.
    mutating func define(_ field: CustomField, on path: String) throws(SandboxReply) {
        let collections = Self.collections.filter { $0.customKey != nil }
        guard let collection = collections.first(where: { $0.path == path }), let key = collection.customKey else {
            throw .said("there are custom fields for \(Self.list(collections)), not for \(path)")
        }
        guard Self.manners.isCustomName(field.name) else { throw .said("\(field.name) is no name of a custom field") }
        guard shelves[path]?.customFields.contains(where: { $0.name == field.name }) == false else {
            throw .said("\(path) have a field \(field.name) already")
        }
        shelves[path]?.customFields.append(field)
        defined(field, on: collection)
        guard let initial = Self.manners.initial(field.kind) else { return }
        change(collection, where: { _ in true }) { $0.set(field.name, inside: key.name, to: initial) }
    }

    static func list(_ collections: [RecordCollection<Self>]) -> String {
        collections.map(\.path).joined(separator: ", ")
    }
}

extension SandboxReply {
    /// What a test is told that adds something which does not fit.
    static func said(_ words: String) -> SandboxReply { .json(400, .string(words)) }
}
