public import Foundation

/// The picture of a contact. Source: Freshdesk API v2, contacts.
public struct ContactAvatar: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The picture's id.
    public let id: Int64

    /// Reads a picture.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The file's name.
    public var name: String? { json["name"] }
    /// The content type, such as `image/png`.
    public var contentType: String? { json["content_type"] }
    /// The size in bytes.
    public var size: Int64? { json["size"] }
    /// Where to fetch the picture: a signed address, to be called without the credential.
    public var url: URL? { json["avatar_url"] }
    /// When it was added.
    public var createdAt: Date? { json["created_at"] }
    /// When it was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}
