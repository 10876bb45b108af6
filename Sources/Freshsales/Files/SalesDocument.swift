public import Foundation

/// A file, or a link to one elsewhere, that hangs on a contact, sales account or deal. Source: Freshworks CRM API, files.
public struct SalesDocument: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a file.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``SalesDocument``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The name.
        public let name = ReadOnly<String>("name")
        /// Where it is.
        public let url = ReadOnly<URL>("url")
        /// Whether other users see it.
        public let isShared = ReadOnly<Bool>("is_shared")
        /// Whether it hangs on something.
        public let isAttached = ReadOnly<Bool>("is_attached")
        /// The size in bytes.
        public let contentFileSize = ReadOnly<Int64>("content_file_size")
        /// The size for people, such as `12 KB`.
        public let contentFileSizeReadable = ReadOnly<String>("content_file_size_readable")
        /// The media type.
        public let contentType = ReadOnly<String>("content_content_type")
        /// When the content was last changed.
        public let contentUpdatedAt = ReadOnly<Date>("content_updated_at")
        /// When it was added.
        public let createdAt = ReadOnly<Date>("created_at")
        /// The user who added it.
        public let creatorID = ReadOnly<Int64>("creater_id")
        /// The record that it hangs on.
        public let target = ReadOnly<Target>("targetable", reading: Target.init(of:))
        /// What the service has to say about it.
        public let message = ReadOnly<String>("msg")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The files and links of a record.
public struct SalesDocuments: Sendable, Hashable {
    /// The files that are kept by the service.
    public let documents: [SalesDocument]
    /// The links to files elsewhere.
    public let links: [SalesDocument]
    /// The users who added them.
    public let users: [User]
}
