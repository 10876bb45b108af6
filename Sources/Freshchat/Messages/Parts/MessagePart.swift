/// A piece of a message: a text, an image, a button. Source: Freshchat API v2, message parts.
///
/// It is an object with exactly one key, its ``kind``. Read it by the property of that kind, make it by the function of that
/// name. What this library does not know is kept, and can be sent with ``init(_:_:)``.
public struct MessagePart: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a part.
    public init(json: JSONObject) { self.json = json }

    /// Makes a part of any kind, known or not.
    public init(_ kind: Kind, _ content: JSONObject) { json = [kind.rawValue: .object(content)] }

    /// Which kind of part it is: the only key.
    public var kind: Kind? { json.keys.first.map(Kind.init(rawValue:)) }

    /// The text, of a text.
    public var text: String? { content(of: .text)?["content"] }
    /// The image.
    public var image: ImagePart? { json["image"] }
    /// The file.
    public var file: FilePart? { json["file"] }
    /// The video, or the sound that somebody sent as a video.
    public var video: MediaPart? { json["video"] }
    /// The sound.
    public var audio: MediaPart? { json["audio"] }
    /// The button that opens an address.
    public var urlButton: URLButton? { json["url_button"] }
    /// The button that answers.
    public var quickReplyButton: QuickReplyButton? { json["quick_reply_button"] }
    /// The parts of a collection.
    public var collection: [MessagePart]? { content(of: .collection)?["sub_parts"] }
    /// The template.
    public var template: TemplatePart? { json["template_content"] }
    /// The button that calls a bot back.
    public var callback: CallbackPart? { json["callback"] }
    /// The reference.
    public var reference: ReferencePart? { json["reference"] }
    /// The e-mail.
    public var email: EmailPart? { json["email"] }

    private func content(of kind: Kind) -> JSONObject? { json[kind.rawValue] }

    /// A kind of part: the key that the part has.
    public struct Kind: OpenEnum {
        /// The key.
        public let rawValue: String

        /// Makes a kind, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// ``MessagePart/text``.
        public static let text = Self(rawValue: "text")
        /// ``MessagePart/image``.
        public static let image = Self(rawValue: "image")
        /// ``MessagePart/file``.
        public static let file = Self(rawValue: "file")
        /// ``MessagePart/video``.
        public static let video = Self(rawValue: "video")
        /// ``MessagePart/audio``.
        public static let audio = Self(rawValue: "audio")
        /// ``MessagePart/urlButton``.
        public static let urlButton = Self(rawValue: "url_button")
        /// ``MessagePart/quickReplyButton``.
        public static let quickReplyButton = Self(rawValue: "quick_reply_button")
        /// ``MessagePart/collection``.
        public static let collection = Self(rawValue: "collection")
        /// ``MessagePart/template``.
        public static let templateContent = Self(rawValue: "template_content")
        /// ``MessagePart/callback``.
        public static let callback = Self(rawValue: "callback")
        /// ``MessagePart/reference``.
        public static let reference = Self(rawValue: "reference")
        /// ``MessagePart/email``.
        public static let email = Self(rawValue: "email")
        /// A bot asks for a file; only received, read it from ``MessagePart/json``.
        public static let attachmentInput = Self(rawValue: "attachment_input")
        /// A bot asks for a text; only received, read it from ``MessagePart/json``.
        public static let textInput = Self(rawValue: "text_input")
        /// A bot's hint; only received, read it from ``MessagePart/json``.
        public static let helpText = Self(rawValue: "help_text")
    }
}
