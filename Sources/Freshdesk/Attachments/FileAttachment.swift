public import Foundation

/// A file that hangs on a ticket, reply or note. Source: Freshdesk API v2, attachments.
///
/// Its fields are those of ``Fields``. `url` opens the file for anybody who has it, and only for a short time: get the ticket again for a fresh one.
public struct FileAttachment: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The attachment's id.
    public let id: Int64

    /// Reads an attachment.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The size in bytes, which the service calls `size` in some places and `file_size` in others.
    public var size: Int64? { json["size"] ?? json["file_size"] }

    /// The fields of ``FileAttachment``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The file's name.
        public let name = ReadOnly<String>("name")
        /// The content type, such as `text/plain`.
        public let contentType = ReadOnly<String>("content_type")
        /// Where to fetch the file: a signed address, to be called without the credential.
        public let url = ReadOnly<URL>("attachment_url")
        /// Where to fetch a small picture of it.
        public let thumbnailURL = ReadOnly<URL>("thumb_url")
        /// When it was attached.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}
