/// A list of contacts to write to. Source: Freshworks CRM API, marketing lists.
public struct MarketingList: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a list.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``MarketingList``, ``MarketingListDraft`` and ``MarketingListUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)

        /// The only instance.
        public static let table = Fields()
        /// A name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A list to make: the fields of ``MarketingList/Fields``.
public typealias MarketingListDraft = Draft<MarketingList.Fields>

/// What to change of a list: the fields of ``MarketingList/Fields``; what is not set stays as it is.
public typealias MarketingListUpdate = Update<MarketingList.Fields>

extension MarketingListDraft {
    /// Makes a draft of what the service requires.
    public init(name: String) { self = MarketingList.Fields.draft { $0.name = name } }
}
