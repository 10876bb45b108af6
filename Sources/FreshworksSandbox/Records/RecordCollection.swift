import FreshworksCore

/// One kind of record: what the fact sheet says of it, once. Its routes, checks and answers follow from that.
struct RecordCollection<Service: RecordService>: Sendable {
    enum Call: Sendable, CaseIterable { case list, create, view, update, delete }

    /// Where it lives below the base path, and its name.
    let path: String
    /// What one of them is called.
    let noun: String
    let keys: [RecordKey]
    /// The key of the record that holds its id.
    let idKey: String
    /// What ids are counted from. Collections that count from the same number share one sequence.
    let firstID: Int64
    /// What may be asked of it.
    let calls: Set<Call>
    /// The word for it in OAuth scopes.
    let scope: String
    let filters: [RecordFilter<Service>]
    /// Keys by which a list may be sorted.
    let sortKeys: [String]
    /// The page after which the service refuses to go on.
    let lastPage: Int
    /// The records that these stand inside of, if they do.
    let parent: Parent?
    /// Of these a record has to have one.
    let needed: [String]
    /// The key that marks a deleted record; `nil` if deletion is final.
    let softDeletion: String?
    /// The fields that the account has defined at first.
    let customFields: [CustomField]
    let rules: Rules

    /// A new record before anything is known of it.
    let blank: JSONObject
    private let places: [String: Int]
    private let hidden: (inLists: Set<String>, alone: Set<String>)

    /// What no table of keys can say. All of it is optional.
    struct Rules: Sendable {
        typealias Step = @Sendable (inout Writing, Service) throws(SandboxReply) -> Void

        /// Whether the caller may ask at all.
        var admits: @Sendable (SandboxRequest, Service) throws(SandboxReply) -> Void = {
            (_, _) throws(SandboxReply) in
        }
        /// Whether a record may be changed and deleted.
        var allowsChange: @Sendable (JSONObject, SandboxRequest) throws(SandboxReply) -> Void = {
            (_, _) throws(SandboxReply) in
        }
        /// What a record begins with besides what its keys say.
        var begin: @Sendable (inout JSONObject, Service) -> Void = { _, _ in }
        /// Writes what follows from what was sent.
        var settle: Step = { (_, _) throws(SandboxReply) in }
        /// Refuses what the keys alone do not.
        var check: Step = { (_, _) throws(SandboxReply) in }
        /// What else changes with a record that was kept.
        var kept: @Sendable (inout Writing, inout Service) -> Void = { _, _ in }
        /// What else changes with a record that was removed.
        var removed: @Sendable (JSONObject, inout Service, SandboxRequest) -> Void = { _, _, _ in }
        /// Which records a list shows; those that are not deleted, unless told.
        var listed: (@Sendable (SandboxRequest, Service) -> (JSONObject) -> Bool)?
        /// The order of a list; that of creation unless told.
        var order: @Sendable ([JSONObject], SandboxRequest) -> [JSONObject] = { records, _ in records }
        /// What an answer shows besides the keys, or in another way.
        var show: @Sendable (inout JSONObject, JSONObject, RecordView, Service, SandboxRequest) -> Void = {
            _, _, _, _, _ in
        }
    }

    init(
        _ path: String, noun: String, idKey: String = "id", firstID: Int64 = 0,
        calls: Set<Call> = Set(Call.allCases), scope: String? = nil, filters: [RecordFilter<Service>] = [],
        sortKeys: [String] = [], lastPage: Int = .max, in parent: Parent? = nil, needed: [String] = [],
        softDeletion: String? = nil,
        customFields: [CustomField] = [], rules: Rules = Rules(), @RecordKeys keys: () -> [RecordKey]
    ) {
        self.path = path
        self.noun = noun
        self.idKey = idKey
        self.firstID = firstID
        self.calls = calls
        self.scope = scope ?? path.replacing("/", with: "_")
        self.filters = filters
        self.sortKeys = sortKeys
        self.lastPage = lastPage
        self.parent = parent
        self.needed = needed
        self.softDeletion = softDeletion
        self.customFields = customFields
        self.rules = rules
        // What the declaration says of a key goes before what is true of all records.
        var names: Set<String> = []
        let keys = Service.manners.standardKeys(keys(), idKey).filter { names.insert($0.name).inserted }
        self.keys = keys
        places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element.name, $0.offset) })
        blank = Self.blank(keys)
        let top = keys.filter { $0.owner == nil }
        hidden = (
            Set(top.filter { !$0.isShown(inList: true) }.map(\.name)),
            Set(top.filter { !$0.isShown(inList: false) }.map(\.name))
        )
    }

    private static func blank(_ keys: [RecordKey]) -> JSONObject {
        var blank = JSONObject()
        for key in keys where key.shown != .never {
            guard let initial = key.initial else { continue }
            blank.set(key.name, inside: key.owner, to: initial)
        }
        return blank
    }

    /// Where all of them are, and new ones are made.
    var listPath: String { parent.map { "\($0.path)/{parent}/\($0.word)" } ?? path }

    /// Where one of them is.
    var onePath: String { (parent?.isWhole == true ? listPath : path) + "/{id}" }

    func key(_ name: String) -> RecordKey? { places[name].map { keys[$0] } }

    /// Where a key stands in the declaration; after all others if it does not.
    func place(of name: some StringProtocol) -> Int { places[String(name)] ?? keys.count }

    var customKey: RecordKey? { keys.first(where: \.isCustom) }

    /// What an answer shows of a record, before the rules have their say.
    func visible(_ record: JSONObject, inList: Bool) -> JSONObject {
        let hidden = inList ? hidden.inLists : hidden.alone
        return hidden.isEmpty
            ? record : JSONObject(record.filter { !hidden.contains($0.key) }.map { ($0.key, $0.value) })
    }
}

/// The answers that show a record.
enum RecordView: Sendable { case row, single, created, updated }

extension JSONObject {
    /// Sets a key, within the object of another key if one is named.
    mutating func set(_ key: String, inside owner: String?, to value: JSONValue) {
        guard let owner else { return self[key] = value }
        var inner = self[owner]?.objectValue ?? JSONObject()
        inner[key] = value
        self[owner] = .object(inner)
    }

    /// Sets the members of an object within this one.
    mutating func merge(_ key: String, _ changes: JSONValue?) {
        guard let changes = changes?.objectValue else { return }
        for (name, value) in changes { set(name, inside: key, to: value) }
    }
}
