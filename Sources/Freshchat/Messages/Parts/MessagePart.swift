/// A piece of a message as it is received: a text, an image, a button. Source: Freshchat API v2, message parts.
///
/// It is an object with exactly one key, its ``kind``. Read it by the property of that kind. What this library does not know is
/// kept. What is sent is an ``OutgoingPart``.
public struct MessagePart: FieldRecord, JSONReadable, JSONWritable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a part.
    public init(json: JSONObject) { self.json = json }

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
        /// A bot asks for a file: what the service says of it, which is not documented.
        public let attachmentInput = ReadOnly<JSONValue>("attachment_input")
        /// A bot asks for a text: what the service says of it, which is not documented.
        public let textInput = ReadOnly<JSONValue>("text_input")
        /// A bot's hint: what the service says of it, which is not documented.
        public let helpText = ReadOnly<JSONValue>("help_text")

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
        /// ``MessagePart/Fields/attachmentInput``, which is only received.
        public static let attachmentInput = Self(rawValue: "attachment_input")
        /// ``MessagePart/Fields/textInput``, which is only received.
        public static let textInput = Self(rawValue: "text_input")
        /// ``MessagePart/Fields/helpText``, which is only received.
        public static let helpText = Self(rawValue: "help_text")
    }
}
