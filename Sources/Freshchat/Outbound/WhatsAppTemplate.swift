public import Foundation

/// An approved template of WhatsApp, filled in. Source: Freshchat API v2, outbound messages.
///
/// Templates are made in WhatsApp's own console; the service cannot list them.
public struct WhatsAppTemplate: JSONReadable, JSONWritable, Sendable, Hashable {
    /// The object as the service has it, `{"message_template": {…}}`.
    public let json: JSONObject

    /// Where a message is kept besides being sent.
    public struct Storage: CaselessEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a place, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Nowhere.
        public static let none = Self(rawValue: "none")
        /// In a conversation.
        public static let conversation = Self(rawValue: "conversation")
    }

    /// What stands above the text.
    public struct Header: Sendable, Hashable {
        fileprivate let json: JSONValue

        /// A text with the values of its variables.
        public static func text(_ values: String...) -> Header { Header("text", params: values) }
        /// An image at a public address.
        public static func image(_ url: URL) -> Header { Header("image", url) }
        /// A video at a public address.
        public static func video(_ url: URL) -> Header { Header("video", url) }
        /// A document at a public address.
        public static func document(_ url: URL, filename: String? = nil) -> Header {
            Header("document", url, filename: filename)
        }

        private init(_ type: String, _ url: URL? = nil, filename: String? = nil, params: [String]? = nil) {
            var object: JSONObject = ["type": .string(type)]
            object["media_url"] = (url?.absoluteString).map(JSONValue.string)
            object["filename"] = filename.map(JSONValue.string)
            object["params"] = params.map(WhatsAppTemplate.values)
            json = .object(object)
        }
    }

    /// Fills in a template.
    /// - Parameters:
    ///   - name: The approved template's name.
    ///   - namespace: The namespace of the account's templates.
    ///   - language: Its code, such as `en` or `en_US`.
    ///   - body: The values of the text's variables, in order.
    ///   - button: The variable ends of the addresses of buttons, in order.
    public init(
        _ name: String, namespace: String, language: String, storage: Storage = .conversation,
        header: Header? = nil, body: [String] = [], button: [String] = []
    ) {
        var template: JSONObject = [
            "storage": .string(storage.rawValue), "template_name": .string(name), "namespace": .string(namespace),
            "language": ["policy": "deterministic", "code": .string(language)],
        ]
        var rich = JSONObject()
        rich["header"] = header?.json
        if !body.isEmpty { rich["body"] = ["params": Self.values(body)] }
        if !button.isEmpty { rich["button"] = ["subType": "url", "params": Self.values(button)] }
        if !rich.isEmpty { template["rich_template_data"] = .object(rich) }
        json = ["message_template": .object(template)]
    }

    /// Reads an object.
    public init?(json: JSONValue) {
        guard let object = json.objectValue else { return nil }
        self.json = object
    }

    /// The object as it is.
    public var jsonValue: JSONValue { .object(json) }

    /// The template's name.
    public var name: String? { json["message_template"]?["template_name"] }
    /// The namespace of the account's templates.
    public var namespace: String? { json["message_template"]?["namespace"] }
    /// The code of its language.
    public var language: String? { json["message_template"]?["language"]?["code"] }
    /// Where the message is kept.
    public var storage: Storage? { json["message_template"]?["storage"] }

    fileprivate static func values(_ texts: [String]) -> JSONValue {
        .array(texts.map { ["data": .string($0)] })
    }
}

extension FieldCheck<WhatsAppTemplate> {
    /// Refuses a template that lacks what the service requires.
    static var complete: Self {
        Self(checking: { template, key in
            var check = ArgumentCheck()
            let json: JSONValue = template.json["message_template"] ?? [:]
            let place = "\(key).message_template"
            for name in ["storage", "template_name", "namespace"] {
                check.notBlank(json[name] ?? "", "\(place).\(name)")
            }
            check.notBlank(json["language"]?["code"] ?? "", "\(place).language.code")
            try check.finish()
        })
    }
}
