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

    /// Fills in a template.
    /// - Parameters:
    ///   - name: The approved template's name.
    ///   - namespace: The namespace of the account's templates. Most accounts need it.
    ///   - language: Its code, such as `en` or `en_US`.
    ///   - body: The values of the text's variables, in order.
    ///   - button: The variable ends of the addresses of buttons, in order.
    public init(
        _ name: String, namespace: String? = nil, language: String, storage: Storage = .conversation,
        header: Header? = nil, body: [String] = [], button: [String] = []
    ) {
        var template: JSONObject = [
            "storage": .string(storage.rawValue), "template_name": .string(name),
        ]
        template["namespace"] = namespace.map(JSONValue.string)
        template["language"] = ["policy": "deterministic", "code": .string(language)]
        var rich = JSONObject()
        rich["header"] = (header?.json).map(JSONValue.object)
        if !body.isEmpty { rich["body"] = ["params": Self.parameters(body)] }
        if !button.isEmpty { rich["button"] = ["subType": "url", "params": Self.parameters(button)] }
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
    public var name: String? { content?["template_name"] }
    /// The namespace of the account's templates.
    public var namespace: String? { content?["namespace"] }
    /// The code of its language.
    public var language: String? { content?["language"]?["code"] }
    /// How the language is chosen: `deterministic`, that language or none.
    public var languagePolicy: String? { content?["language"]?["policy"] }
    /// Where the message is kept.
    public var storage: Storage? { content?["storage"] }
    /// What stands above the text.
    public var header: Header? { content?["rich_template_data"]?["header"] }
    /// The values of the text's variables, in order, also where they were sent the older way, as `template_data`.
    public var body: [String]? {
        Self.values(of: content?["rich_template_data"]?["body"]?["params"] ?? content?["template_data"])
    }
    /// The buttons below the text, in order.
    public var buttons: [Button]? {
        let buttons: JSONValue? = content?["rich_template_data"]?["button"]
        return buttons.flatMap { [Button](json: $0) ?? Button(json: $0).map { [$0] } }
    }

    private var content: JSONValue? { json["message_template"] }
}

extension FieldCheck<WhatsAppTemplate> {
    /// Refuses a template that lacks what the service requires.
    static var complete: Self {
        Self(checking: { template, key in
            var check = ArgumentCheck()
            let json: JSONValue = template.json["message_template"] ?? [:]
            let place = "\(key).message_template"
            for name in ["storage", "template_name"] {
                check.notBlank(json[name] ?? "", "\(place).\(name)")
            }
            check.notBlank(json["namespace"], "\(place).namespace")
            check.notBlank(json["language"]?["code"] ?? "", "\(place).language.code")
            try check.finish()
        })
    }
}
