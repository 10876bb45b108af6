public import Foundation

// What stands around a template's text.

extension WhatsAppTemplate {
    /// What stands above the text. Made by one of its functions, such as ``image(_:)``.
    public struct Header: FieldRecord, JSONReadable {
        /// The object as it was read.
        public let json: JSONObject

        /// Reads a header.
        public init(json: JSONObject) { self.json = json }

        /// A text with the values of its variables.
        public static func text(_ values: String...) -> Header { Header("text", values: values) }
        /// An image at a public address.
        public static func image(_ url: URL) -> Header { Header("image", url) }
        /// A video at a public address.
        public static func video(_ url: URL) -> Header { Header("video", url) }
        /// A document at a public address.
        public static func document(_ url: URL, filename: String? = nil) -> Header {
            Header("document", url, filename: filename)
        }

        private init(_ type: String, _ url: URL? = nil, filename: String? = nil, values: [String]? = nil) {
            var object: JSONObject = ["type": .string(type)]
            object["media_url"] = (url?.absoluteString).map(JSONValue.string)
            object["filename"] = filename.map(JSONValue.string)
            object["params"] = values.map(WhatsAppTemplate.parameters)
            json = object
        }

        /// The fields of ``Header``.
        public final class Fields: FieldTable {
            /// What it is.
            public let type = ReadOnly<HeaderType>("type")
            /// Where the image, the video or the document is.
            public let mediaURL = ReadOnly<URL>("media_url")
            /// The name of a document.
            public let filename = ReadOnly<String>("filename")
            /// The values of a text's variables, in order.
            public let values = ReadOnly<[String]>("params", reading: { WhatsAppTemplate.values(of: $0["params"]) })

            /// The only instance.
            public static let table = Fields()
        }
    }

    /// What a header is.
    public struct HeaderType: CaselessEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a type, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A text.
        public static let text = Self(rawValue: "text")
        /// An image.
        public static let image = Self(rawValue: "image")
        /// A video.
        public static let video = Self(rawValue: "video")
        /// A document.
        public static let document = Self(rawValue: "document")
    }

    /// A button below the text, as answers have it.
    public struct Button: FieldRecord, JSONReadable {
        /// The object as it was read.
        public let json: JSONObject

        /// Reads a button.
        public init(json: JSONObject) { self.json = json }

        /// The fields of ``Button``.
        public final class Fields: FieldTable {
            /// What the button does: `url` opens an address.
            public let subtype = ReadOnly<String>("subType")
            /// The values of its variables, in order.
            public let values = ReadOnly<[String]>("params", reading: { WhatsAppTemplate.values(of: $0["params"]) })

            /// The only instance.
            public static let table = Fields()
        }
    }

    /// Values as requests say them: `[{"data": "…"}]`.
    static func parameters(_ values: [String]) -> JSONValue { .array(values.map { ["data": .string($0)] }) }

    /// The values of what requests say as ``parameters(_:)``; `nil` when one of them cannot be read.
    static func values(of parameters: JSONValue?) -> [String]? {
        guard let parameters = parameters?.arrayValue else { return nil }
        let values: [String] = parameters.compactMap { $0["data"] }
        return values.count == parameters.count ? values : nil
    }
}
