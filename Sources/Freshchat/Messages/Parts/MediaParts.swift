public import Foundation

/// An image of a message. Source: Freshchat API v2, message parts.
public struct ImagePart: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an image.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``ImagePart``.
    public final class Fields: FieldTable {
        /// Where it is. Only addresses of the account's own host take the token.
        public let url = ReadOnly<URL>("url")
        /// The content type.
        public let contentType = ReadOnly<String>("contentType", or: "content_type")
        /// The width in pixels.
        public let width = ReadOnly<Int>("width")
        /// The height in pixels.
        public let height = ReadOnly<Int>("height")
        /// A small version.
        public let thumbnail = ReadOnly<ImagePart>("thumbnail")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A video or a sound of a message. Source: Freshchat API v2, message parts.
public struct MediaPart: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a video or a sound.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``MediaPart``.
    public final class Fields: FieldTable {
        /// Where it is. Only addresses of the account's own host take the token.
        public let url = ReadOnly<URL>("url")
        /// The content type.
        public let contentType = ReadOnly<String>("content_type", or: "contentType")

        /// The only instance.
        public static let table = Fields()
    }
}

/// A file of a message. Source: Freshchat API v2, message parts.
public struct FilePart: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a file.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``FilePart``.
    public final class Fields: FieldTable {
        /// The file's name.
        public let name = ReadOnly<String>("name")
        /// Where it is, which may take a moment to appear. Only addresses of the account's own host take the token.
        public let url = ReadOnly<URL>("url")
        /// The size in bytes.
        public let sizeInBytes = ReadOnly<Int64>("file_size_in_bytes")
        /// The content type.
        public let contentType = ReadOnly<String>("content_type", or: "contentType")
        /// The ending of the name.
        public let fileExtension = ReadOnly<String>("file_extension")
        /// What names the file to the service, from its upload.
        public let fileHash = ReadOnly<String>("fileHash", or: "file_hash")
        /// Who keeps the file.
        public let source = ReadOnly<Source>("fileSource")

        /// The only instance.
        public static let table = Fields()
    }

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

/// An e-mail, in a channel of e-mails. Source: Freshchat API v2, message parts.
public struct EmailPart: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads an e-mail.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``EmailPart``.
    public final class Fields: FieldTable {
        /// The text as HTML.
        public let content = ReadOnly<String>("content")
        /// The subject.
        public let subject = ReadOnly<String>("subject")

        /// The only instance.
        public static let table = Fields()
    }
}
