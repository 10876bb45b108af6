public import Foundation

/// An image of a message. Source: Freshchat API v2, message parts.
public struct ImagePart: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an image.
    public init(json: JSONObject) { self.json = json }

    /// Where it is. Only addresses of the account's own host take the token.
    public var url: URL? { json["url"] }
    /// The content type.
    public var contentType: String? { json["contentType"] ?? json["content_type"] }
    /// The width in pixels.
    public var width: Int? { json["width"] }
    /// The height in pixels.
    public var height: Int? { json["height"] }
    /// A small version.
    public var thumbnail: ImagePart? { json["thumbnail"] }
}
