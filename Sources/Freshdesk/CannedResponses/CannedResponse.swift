public import Foundation

/// A reply that agents have ready. Source: Freshdesk API v2, canned responses.
///
/// Its fields are those of ``Fields``. In a folder's own answer only the id and the title come along.
public struct CannedResponse: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a canned response.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``CannedResponse``, ``CannedResponseDraft`` and ``CannedResponseUpdate``.
    public final class Fields: FieldTable {
        /// The title.
        public let title = Settable<String>("title", .notBlank)
        /// The text, as HTML, with placeholders such as `{{ticket.id}}`.
        public let contentHTML = Settable<String>("content_html", .notBlank)
        /// The text without HTML.
        public let content = ReadOnly<String>("content")
        /// The folder that it is in.
        public let folderID = Settable<Int64>("folder_id", .id)
        /// Who sees it. Not every answer shows it.
        public let visibility = Settable<CannedResponseVisibility>("visibility", .within(0...2))
        /// The groups who see it, where `visibility` says so; an update replaces them all.
        public let groupIDs = Settable<[Int64]>("group_ids", .ids)
        /// The files.
        public let attachments = ReadOnly<[FileAttachment]>("attachments")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The title, the text, the folder and who sees it.
        public static let required: [FieldRequirement] = ["title", "content_html", "folder_id", "visibility"]

        /// Groups that see it have to be named.
        public static func errors(in draft: CannedResponseDraft) -> [FreshworksError.FieldError] {
            guard draft.visibility == .groups, (draft.groupIDs ?? []).isEmpty else { return [] }
            return [.missing("group_ids", "must name the groups who see it")]
        }
    }
}

/// A canned response to create: the fields of ``CannedResponse/Fields``.
public typealias CannedResponseDraft = Draft<CannedResponse.Fields>

/// What to change of a canned response: the fields of ``CannedResponse/Fields``; what is not set stays as it is.
public typealias CannedResponseUpdate = Update<CannedResponse.Fields>

extension CannedResponseDraft {
    /// Makes a draft of what the service requires, and fills in more.
    /// - Parameters:
    ///   - contentHTML: The text, as HTML.
    ///   - folderID: The folder that it will be in.
    ///   - visibility: Who sees it; every agent unless told.
    public init(
        title: String, contentHTML: String, folderID: Int64, visibility: CannedResponseVisibility = .everybody,
        _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = CannedResponse.Fields.draft(fill) {
            $0.title = title
            $0.contentHTML = contentHTML
            $0.folderID = folderID
            $0.visibility = visibility
        }
    }
}

/// Who sees a canned response.
public struct CannedResponseVisibility: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// All agents.
    public static let everybody = Self(rawValue: 0)
    /// The one who wrote it.
    public static let personal = Self(rawValue: 1)
    /// The agents of some groups.
    public static let groups = Self(rawValue: 2)
}
