import Foundation
import FreshworksCore

/// A service that keeps records. What is theirs is declared in collections; how the service talks of them is its own.
protocol RecordService: ProductService {
    associatedtype ID: Hashable & Sendable

    static var collections: [RecordCollection<Self>] { get }
    static var manners: RecordManners { get }
    /// What is kept, by the collections' paths.
    var shelves: [String: RecordShelf<ID>] { get set }

    /// A field was defined that records of the collection have from now on.
    mutating func defined(_ field: CustomField, on collection: RecordCollection<Self>)

    /// The id that a path names.
    static func id(_ text: String) -> ID?
    /// The id that a record holds.
    static func id(_ json: JSONValue) -> ID?
    /// The id that the next record of a collection gets, as its key shows it.
    func nextID(of collection: RecordCollection<Self>) -> JSONValue
    mutating func spendID(_ id: JSONValue, of collection: RecordCollection<Self>)

    /// The routes of a collection.
    static func routes(of collection: RecordCollection<Self>) -> [Route<Self>]
    func body(of request: SandboxRequest, _ collection: RecordCollection<Self>) throws(SandboxReply) -> RecordBody
    /// Whether there is a record of a kind.
    func holds(_ id: JSONValue, in path: String) -> Bool
    /// Keeps a record, and what others count of it.
    mutating func keep(_ record: JSONObject, _ collection: RecordCollection<Self>)
    /// - Throws: What the service answers, if something is wrong.
    func refuse(_ flaws: [Flaw], _ collection: RecordCollection<Self>?) throws(SandboxReply)
    /// For calls that take neither parameters nor a body.
    func checkBare(_ request: SandboxRequest) throws(SandboxReply)
    func notFound(_ collection: RecordCollection<Self>) -> SandboxReply
    func deleted(_ collection: RecordCollection<Self>) -> SandboxReply
    func reply(
        _ record: JSONObject, _ view: RecordView, _ collection: RecordCollection<Self>, _ request: SandboxRequest
    ) -> SandboxReply
    /// One page of a list.
    func reply(
        _ records: [JSONObject], _ collection: RecordCollection<Self>, _ request: SandboxRequest
    ) throws(SandboxReply) -> SandboxReply
    /// What is wrong with the parameters of a list, besides its filters.
    func check(_ query: QueryText, _ collection: RecordCollection<Self>) -> [Flaw]
}

/// The records of one kind, and what the account has defined for them.
struct RecordShelf<ID: Hashable & Sendable>: Sendable {
    private(set) var records = RecordStore<ID, JSONObject>()
    var customFields: [CustomField]
    /// The records in the order of their changes; `nil` until it is begun.
    private(set) var byChange: ChangeOrder<ID>?

    init(customFields: [CustomField]) { self.customFields = customFields }

    subscript(id: ID) -> JSONObject? {
        get { records[id] }
        set {
            if byChange != nil, let old = records[id] { byChange?.remove(old, id) }
            records[id] = newValue
            if let newValue { byChange?.insert(newValue, id) }
        }
    }

    /// Keeps the order of changes from now on.
    /// - Parameter key: What holds the time of a record's last change.
    mutating func beginChanges(by key: String) { byChange = ChangeOrder(of: records, ids: records.ids, by: key) }
}

/// How a service takes what it is sent.
struct RecordManners: Sendable {
    /// What a request may hold besides the keys that it may write.
    enum Tolerance: Sendable { case nothing, ownKeys, anything }

    let tolerance: Tolerance
    /// Whether all that is wrong is told at once, what is missing last; otherwise one thing is, and what is missing first.
    let tellsAll: Bool
    /// The keys of the times of creation and of the last change.
    let createdKey: String
    let updatedKey: String
    let time: @Sendable (Date) -> JSONValue
    /// Whether a deleted record counts: it was changed by that, and still keeps others from having its unique values.
    let deletedCount: Bool
    /// Keys of every record.
    let standardKeys: @Sendable ([RecordKey], _ idKey: String) -> [RecordKey]
    /// What the account's own fields have to be.
    let customShape: @Sendable ([CustomField]) -> JSONShape
    /// Whether a field of the account's own may be called so.
    let isCustomName: @Sendable (String) -> Bool
    /// What a new record has in such a field; `nil` if nothing.
    let initial: @Sendable (Sandbox.CustomFieldKind) -> JSONValue?

    func refuses(_ key: RecordKey?) -> Bool {
        switch tolerance {
        case .nothing: true
        case .ownKeys: key.map { $0.access == .update } ?? true
        case .anything: false
        }
    }
}
