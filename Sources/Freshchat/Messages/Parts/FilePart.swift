public import Foundation

/// A file of a message. Source: Freshchat API v2, message parts.
public struct FilePart: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a file.
    public init(json: JSONObject) { self.json = json }

    /// The file's name.
    public var name: String? { json["name"] }
    /// Where it is, which may take a moment to appear. Only addresses of the account's own host take the token.
    public var url: URL? { json["url"] }
    /// The size in bytes.
    public var sizeInBytes: Int64? { json["file_size_in_bytes"] }
    /// The content type.
    public var contentType: String? { json["content_type"] ?? json["contentType"] }
    /// The ending of the name.
    public var fileExtension: String? { json["file_extension"] }
    /// What names the file to the service, from its upload.
    public var fileHash: String? { json["fileHash"] ?? json["file_hash"] }
    /// Who keeps the file.
    public var source: Source? { json["fileSource"] }

    /// Who keeps a file.
    public struct Source: CaselessEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a source, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Freshchat.
        public static let freshchat = Self(rawValue: "FRESHCHAT")
        /// Freshbots.
        public static let freshbots = Self(rawValue: "FRESHBOTS")
    }
}
