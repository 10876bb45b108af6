public import Foundation

/// A video or a sound of a message. Source: Freshchat API v2, message parts.
public struct MediaPart: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a video or a sound.
    public init(json: JSONObject) { self.json = json }

    /// Where it is. Only addresses of the account's own host take the token.
    public var url: URL? { json["url"] }
    /// The content type.
    public var contentType: String? { json["content_type"] }
}
