public import Foundation

/// A folder of canned responses. Source: Freshdesk API v2, canned responses.
///
/// Its fields are those of ``Fields``. The answer to a new folder spells the id `Id`.
public struct CannedResponseFolder: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a folder.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json["id"] ?? json.require("Id")
    }

    /// The fields of ``CannedResponseFolder``, ``CannedResponseFolderDraft`` and ``CannedResponseFolderUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)
        /// Whether the calling agent alone sees it.
        public let isPersonal = ReadOnly<Bool>("personal")
        /// How many canned responses it holds.
        public let responsesCount = ReadOnly<Int>("responses_count")
        /// Those in it, with their titles alone; only when a single folder is read.
        public let responses = ReadOnly<[CannedResponse]>("canned_responses")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The name.
        public static let required: [FieldRequirement] = ["name"]
    }
}

/// A folder to create: the fields of ``CannedResponseFolder/Fields``.
public typealias CannedResponseFolderDraft = Draft<CannedResponseFolder.Fields>

/// What to change of a folder: the fields of ``CannedResponseFolder/Fields``; what is not set stays as it is.
public typealias CannedResponseFolderUpdate = Update<CannedResponseFolder.Fields>

extension CannedResponseFolderDraft {
    /// Makes a folder of a name.
    public init(name: String) { self = CannedResponseFolder.Fields.draft { $0.name = name } }
}
