public import Foundation

/// A file that was uploaded, to be sent in a message. Source: Freshchat API v2, files.
///
/// Its fields are those of ``Fields``.
public struct UploadedFile: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// What names the file to the service.
    public let fileHash: String

    /// Reads an uploaded file.
    /// - Throws: ``FreshworksError`` when it has no hash.
    public init(json: JSONObject) throws {
        self.json = json
        fileHash = try json.require("file_hash")
    }

    /// The part of a message that shows the file.
    public var part: OutgoingPart {
        .file(
            name: self.name ?? "", fileHash: fileHash, sizeInBytes: self.sizeInBytes ?? 0,
            contentType: self.contentType ?? "application/octet-stream", fileExtension: self.fileExtension)
    }

    /// The fields of ``UploadedFile``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The file's name.
        public let name = ReadOnly<String>("file_name")
        /// The content type.
        public let contentType = ReadOnly<String>("file_content_type")
        /// The ending of the name.
        public let fileExtension = ReadOnly<String>("file_extension_type")
        /// The size in bytes.
        public let sizeInBytes = ReadOnly<Int64>("file_size")
        /// What the service thinks of the file's safety.
        public let securityStatus = ReadOnly<String>("file_security_status")

        /// The only instance.
        public static let table = Fields()
    }
}

/// An image that was uploaded, to be sent in a message. Source: Freshchat API v2, images.
///
/// Its fields are those of ``Fields``.
public struct UploadedImage: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// Where the image is.
    public let url: URL

    /// Reads an uploaded image.
    /// - Throws: ``FreshworksError`` when it has no address.
    public init(json: JSONObject) throws {
        self.json = json
        url = try json.require("url")
    }

    /// The part of a message that shows the image.
    public var part: OutgoingPart { .image(url) }

    /// The fields of ``UploadedImage``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The image's id.
        public let id = ReadOnly<String>("id")
        /// The file's name.
        public let name = ReadOnly<String>("name")
        /// The content type.
        public let contentType = ReadOnly<String>("content_type")
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
