/// A piece of a message to send: made by the function of its kind, such as ``text(_:)``. Source: Freshchat API v2, message parts.
///
/// What bots ask with, and others only receive, cannot be made here.
public struct OutgoingPart: JSONReadable, JSONWritable, Sendable, Hashable {
    /// The part, as it will be received.
    public let part: MessagePart

    /// Makes a part of any kind that can be sent, known or not.
    public init(_ kind: Kind, _ content: JSONObject) { part = MessagePart(json: [kind.rawValue: .object(content)]) }

    /// Sends on a part that was received; `nil` for kinds that are only received, and for what holds one of them.
    public init?(_ received: MessagePart) {
        guard received.kind != nil, received.onlyReceived == nil else { return nil }
        part = received
    }

    /// Reads a part of a request.
    public init?(json: JSONValue) {
        guard let object = json.objectValue else { return nil }
        part = MessagePart(json: object)
    }

    /// What requests say of it.
    public var jsonValue: JSONValue { part.jsonValue }

    /// A kind of part that can be sent.
    public struct Kind: OpenEnum {
        /// The key.
        public let rawValue: String

        /// Makes a kind, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A text.
        public static let text = Self(rawValue: "text")
        /// An image.
        public static let image = Self(rawValue: "image")
        /// A file.
        public static let file = Self(rawValue: "file")
        /// A video.
        public static let video = Self(rawValue: "video")
        /// A sound.
        public static let audio = Self(rawValue: "audio")
        /// A button that opens an address.
        public static let urlButton = Self(rawValue: "url_button")
        /// A button that answers.
        public static let quickReplyButton = Self(rawValue: "quick_reply_button")
        /// Parts that belong together.
        public static let collection = Self(rawValue: "collection")
        /// A template.
        public static let templateContent = Self(rawValue: "template_content")
        /// A button that calls a bot back.
        public static let callback = Self(rawValue: "callback")
        /// A reference to something else.
        public static let reference = Self(rawValue: "reference")
        /// An e-mail.
        public static let email = Self(rawValue: "email")
    }
}

extension MessagePart {
    /// The parts of a collection, or of a template's sections.
    private var innerParts: [MessagePart] {
        (self.collection ?? []) + (self.template?.sections?.flatMap { $0.parts ?? [] } ?? [])
    }

    /// What bots ask with, if it is that or holds it.
    fileprivate var onlyReceived: Kind? {
        let kinds: Set<Kind> = [.attachmentInput, .textInput, .helpText]
        return kind.flatMap { kinds.contains($0) ? $0 : nil } ?? innerParts.lazy.compactMap(\.onlyReceived).first
    }
}

extension FieldCheck<[OutgoingPart]> {
    /// Refuses what cannot be sent, parts of parts included.
    static var complete: Self {
        Self(checking: { parts, key in for outgoing in parts { try outgoing.part.requireKeys(key) } })
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
        if let onlyReceived {
            throw ArgumentCheck.refusal(field, "must not hold \(onlyReceived.rawValue), which is only received")
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
