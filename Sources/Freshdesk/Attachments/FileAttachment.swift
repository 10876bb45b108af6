public import Foundation

/// A file that hangs on a ticket, reply or note. Source: Freshdesk API v2, attachments.
///
/// ``url`` opens the file for anybody who has it, and only for a short time: view the ticket again for a fresh one.
public struct FileAttachment: Resource, JSONReadable {
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

    /// The file's name.
    public var name: String? { json["name"] }
    /// The content type, such as `text/plain`.
    public var contentType: String? { json["content_type"] }
    /// The size in bytes.
    public var size: Int64? { json["size"] ?? json["file_size"] }
    /// Where to fetch the file: a signed address, to be called without the credential.
    public var url: URL? { json["attachment_url"] }
    /// Where to fetch a small picture of it.
    public var thumbnailURL: URL? { json["thumb_url"] }
    /// When it was attached.
    public var createdAt: Date? { json["created_at"] }
    /// When it was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}
