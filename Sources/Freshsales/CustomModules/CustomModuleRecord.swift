public import Foundation

/// A record of a kind that the account has made. Source: Freshworks CRM API, custom modules.
public struct CustomModuleRecord: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64
    /// What came in the same answer because the call included it.
    public private(set) var sideloads = Sideloads()

    /// Reads a record.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``CustomModuleRecord``, ``CustomModuleDraft`` and ``CustomModuleUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)
        /// The user who owns the record.
        public let ownerID = Clearable<Int64>("owner_id", .id)
        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_field")

        /// Where the picture is.
        public let avatar = ReadOnly<URL>("avatar")
        /// The latest note.
        public let recentNote = ReadOnly<String>("recent_note")
        /// Paths of the web app by name; they are no paths of the API.
        public let links = ReadOnly<[String: String]>("links")
        /// The id of the record type.
        public let recordTypeID = ReadOnly<String>("record_type_id")
        /// The user who created the record; these records alone spell it so.
        public let creatorID = ReadOnly<Int64>("creator_id")
        /// The user who last changed the record.
        public let updaterID = ReadOnly<Int64>("updater_id")
        /// When the record was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the record was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// A name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

extension CustomModuleRecord {
    /// The user who created the record; with `.creator`.
    public var creator: User? { user("creator_id") ?? user("creater_id") }
    /// The user who last changed the record; with `.updater`.
    public var updater: User? { user("updater_id") }

    private func user(_ key: String) -> User? {
        json[key].flatMap { sideloads.object($0, in: ["users"]) }.flatMap { try? User(json: $0) }
    }

    func beside(_ sideloads: Sideloads) -> Self {
        var copy = self
        copy.sideloads = sideloads
        return copy
    }
}

extension Include where Record == CustomModuleRecord {
    /// The user who created the record.
    public static var creator: Self { Self(rawValue: "creater") }
    /// The user who last changed the record.
    public static var updater: Self { Self(rawValue: "updater") }
}

/// A record to create: the fields of ``CustomModuleRecord/Fields``.
public typealias CustomModuleDraft = Draft<CustomModuleRecord.Fields>

/// What to change of a record: the fields of ``CustomModuleRecord/Fields``; what is not set stays as it is.
public typealias CustomModuleUpdate = Update<CustomModuleRecord.Fields>

extension CustomModuleDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(name: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = CustomModuleRecord.Fields.draft(fill) { $0.name = name }
    }
}
