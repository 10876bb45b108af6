import FreshworksCore

/// One key of a kind of record, as the fact sheet has it.
struct RecordKey: Sendable {
    /// When a request may send it.
    enum Access: Sendable { case always, creation, update, never }

    /// Which answers show it.
    enum Shown: Sendable {
        case always
        /// All but the rows of lists.
        case single
        /// The rows of lists alone.
        case rows
        /// Those that are asked for it, or none: it is up to the kind of record.
        case asked
        /// It is not even kept: it says how to make the record.
        case never
    }

    let name: String
    let shape: JSONShape
    /// What a new record has unless told; `nil` if the key is left out.
    let initial: JSONValue?
    private(set) var access = Access.always
    private(set) var shown = Shown.always
    private(set) var isRequired = false
    private(set) var isUnique = false
    /// Whether it holds the fields that the account has defined.
    private(set) var isCustom = false
    /// Whether a form holds files under this name.
    private(set) var isFile = false
    /// The key of the object that it stands in, in records though not in requests.
    private(set) var owner: String?
    /// The kind of record that its ids name, and what a single one is called.
    private(set) var target: (path: String, noun: String)?
    /// What an update may send, if that is something else.
    private(set) var updateShape: JSONShape?

    /// A key that may be cleared is null at first, unless told.
    init(_ name: String, _ shape: JSONShape, _ initial: JSONValue? = .null) {
        self.name = name
        self.shape = shape
        self.initial = initial
    }

    /// Keys for texts that may be cleared.
    static func texts(_ names: String...) -> [RecordKey] { names.map { RecordKey($0, .text.orNull) } }

    /// Keys that only the service writes, and that have no value here.
    static func nulls(_ names: String...) -> [RecordKey] { names.map { RecordKey($0, .any).readOnly } }

    /// Files of a form. A record keeps their ids.
    static func files(_ name: String, _ initial: JSONValue) -> RecordKey {
        RecordKey(name, .any, initial).changed { $0.isFile = true }
    }

    /// The fields that the account has defined.
    static func custom(_ name: String) -> RecordKey { RecordKey(name, .object, [:]).changed { $0.isCustom = true } }

    var required: RecordKey { changed { $0.isRequired = true } }
    var unique: RecordKey { changed { $0.isUnique = true } }
    var readOnly: RecordKey { changed { $0.access = .never } }
    var creationOnly: RecordKey { changed { $0.access = .creation } }
    var updateOnly: RecordKey { changed { $0.access = .update } }
    var notInLists: RecordKey { changed { $0.shown = .single } }
    var onlyInLists: RecordKey { changed { $0.shown = .rows } }
    var onlyIfAsked: RecordKey { changed { $0.shown = .asked } }
    var onlyInRequests: RecordKey { changed { $0.shown = .never } }

    func inside(_ owner: String) -> RecordKey { changed { $0.owner = owner } }

    func pointing(to path: String, _ noun: String) -> RecordKey { changed { $0.target = (path, noun) } }

    func inUpdates(_ shape: JSONShape) -> RecordKey { changed { $0.updateShape = shape } }

    func isWritable(isUpdate: Bool) -> Bool { access == .always || access == (isUpdate ? .update : .creation) }

    func isShown(inList: Bool) -> Bool { shown == .always || shown == (inList ? .rows : .single) }

    private func changed(_ change: (inout RecordKey) -> Void) -> RecordKey {
        var key = self
        change(&key)
        return key
    }
}

/// Lists keys, one to a line.
@resultBuilder
enum RecordKeys {
    static func buildExpression(_ key: RecordKey) -> [RecordKey] { [key] }
    static func buildExpression(_ keys: [RecordKey]) -> [RecordKey] { keys }
    static func buildArray(_ keys: [[RecordKey]]) -> [RecordKey] { keys.flatMap(\.self) }
    static func buildBlock(_ keys: [RecordKey]...) -> [RecordKey] { keys.flatMap(\.self) }
}
