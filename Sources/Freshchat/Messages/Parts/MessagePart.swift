/// A piece of a message: a text, an image, a button. Source: Freshchat API v2, message parts.
///
/// It is an object with exactly one key, its ``kind``. Read it by the property of that kind, make it by the function of
/// that name. What this library does not know is kept, and can be sent with ``init(_:_:)``.
public struct MessagePart: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a part.
    public init(json: JSONObject) { self.json = json }

    /// Makes a part of any kind, known or not.
    public init(_ kind: Kind, _ content: JSONObject) { json = [kind.rawValue: .object(content)] }

    /// Which kind of part it is: the only key.
    public var kind: Kind? { json.keys.first.map(Kind.init(rawValue:)) }

    /// What requests say of it.
    public var jsonValue: JSONValue { .object(json) }

    /// The fields of ``MessagePart``, of which it has one.
    public final class Fields: FieldTable {
        /// The text, of a text.
        public let text = ReadOnly<String>("text", reading: { $0["text"]?["content"] })
        /// The image.
        public let image = ReadOnly<ImagePart>("image")
        /// The file.
        public let file = ReadOnly<FilePart>("file")
        /// The video, or the sound that somebody sent as a video.
        public let video = ReadOnly<MediaPart>("video")
        /// The sound.
        public let audio = ReadOnly<MediaPart>("audio")
        /// The button that opens an address.
        public let urlButton = ReadOnly<URLButton>("url_button")
        /// The button that answers.
        public let quickReplyButton = ReadOnly<QuickReplyButton>("quick_reply_button")
        /// The parts of a collection.
        public let collection = ReadOnly<[MessagePart]>("collection", reading: { $0["collection"]?["sub_parts"] })
        /// The template.
        public let template = ReadOnly<TemplatePart>("template_content")
        /// The button that calls a bot back.
        public let callback = ReadOnly<CallbackPart>("callback")
        /// The reference.
        public let reference = ReadOnly<ReferencePart>("reference")
        /// The e-mail.
        public let email = ReadOnly<EmailPart>("email")

        /// The only instance.
        public static let table = Fields()
    }

    /// A kind of part: the key that the part has.
    public struct Kind: OpenEnum {
        /// The key.
        public let rawValue: String

        /// Makes a kind, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// ``MessagePart/Fields/text``.
        public static let text = Self(rawValue: "text")
        /// ``MessagePart/Fields/image``.
        public static let image = Self(rawValue: "image")
        /// ``MessagePart/Fields/file``.
        public static let file = Self(rawValue: "file")
        /// ``MessagePart/Fields/video``.
        public static let video = Self(rawValue: "video")
        /// ``MessagePart/Fields/audio``.
        public static let audio = Self(rawValue: "audio")
        /// ``MessagePart/Fields/urlButton``.
        public static let urlButton = Self(rawValue: "url_button")
        /// ``MessagePart/Fields/quickReplyButton``.
        public static let quickReplyButton = Self(rawValue: "quick_reply_button")
        /// ``MessagePart/Fields/collection``.
        public static let collection = Self(rawValue: "collection")
        /// ``MessagePart/Fields/template``.
        public static let templateContent = Self(rawValue: "template_content")
        /// ``MessagePart/Fields/callback``.
        public static let callback = Self(rawValue: "callback")
        /// ``MessagePart/Fields/reference``.
        public static let reference = Self(rawValue: "reference")
        /// ``MessagePart/Fields/email``.
        public static let email = Self(rawValue: "email")
        /// A bot asks for a file; only received, read it from ``MessagePart/json``.
        public static let attachmentInput = Self(rawValue: "attachment_input")
        /// A bot asks for a text; only received, read it from ``MessagePart/json``.
        public static let textInput = Self(rawValue: "text_input")
        /// A bot's hint; only received, read it from ``MessagePart/json``.
        public static let helpText = Self(rawValue: "help_text")
    }
}

extension FieldCheck<[MessagePart]> {
    /// Refuses what cannot be sent, parts of parts included.
    static var complete: Self {
        Self(checking: { parts, key in for part in parts { try part.requireKeys(key) } })
    }
}

extension MessagePart {
    /// What the service requires of the kinds that can be sent.
    private static let requiredKeys: [Kind: [String]] = [
        .text: ["content"], .image: ["url"], .video: ["url"], .urlButton: ["url", "label"],
        .quickReplyButton: ["label"], .collection: ["sub_parts"], .templateContent: ["type", "sections"],
        .callback: ["label", "payload"], .reference: ["label"],
    ]

    fileprivate func requireKeys(_ field: String) throws {
        guard let kind, json.count == 1 else {
            throw ArgumentCheck.refusal(field, "must hold parts with exactly one key each")
        }
        for key in Self.requiredKeys[kind] ?? [] {
            let value: JSONValue? = json[kind.rawValue]?[key]
            guard let value, !value.isBlank else {
                throw ArgumentCheck.refusal("\(field).\(kind.rawValue).\(key)", "must not be blank")
            }
        }
        for part in self.collection ?? [] { try part.requireKeys("\(field).collection.sub_parts") }
        for part in self.template?.sections?.flatMap({ $0.parts ?? [] }) ?? [] {
            try part.requireKeys("\(field).template_content.sections.parts")
        }
    }
}

extension JSONValue {
    fileprivate var isBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let elements): elements.isEmpty
        default: false
        }
    }
}
