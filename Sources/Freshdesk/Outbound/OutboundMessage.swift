public import Foundation

/// A message that the account sends by itself, of a template that WhatsApp has approved. Source: Freshdesk API v2, outbound messages.
///
/// Its fields are those of ``Fields``. What the service answers at once has the id alone.
public struct OutboundMessage: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: String

    /// Reads a message.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("message_id")
    }

    /// The fields of ``OutboundMessage`` and ``OutboundMessageDraft``.
    public final class Fields: FieldTable {
        /// The account's number that it is sent from.
        public let sender = Initial<String>(
            "from",
            as: .sent(
                as: "from", write: { ["channel_identifier": .string($0)] },
                read: { $0["channel_identifier"]?.stringValue }),
            reading: { $0["from"]?["channel_identifier"]?.stringValue }, .notBlank)
        /// The number that it goes to.
        public let recipient = Initial<String>(
            "to",
            as: .sent(
                as: "to", write: { ["recipient_identifier": .string($0)] },
                read: { $0["recipient_identifier"]?.stringValue }),
            reading: { $0["to"]?["recipient_identifier"]?.stringValue }, .notBlank)
        /// The channel: `WHATSAPP`.
        public let channelType = Initial<String>("channel_type", .notBlank)
        /// The template, its language and what fills it: `type` and `template`.
        public let message = Initial<JSONObject>("message")
        /// A name of your own for it, which comes back.
        public let externalReferenceID = Initial<String>("external_reference_id", .notBlank)
        /// What becomes a note of the ticket when somebody answers.
        public let notePolicy = Initial<JSONObject>("note_policy")
        /// What the ticket gets when somebody answers: `tags` and `custom_fields`.
        public let ticketProperties = Initial<JSONObject>("ticket_properties")
        /// How far it came, such as `DELIVERED` or `FAILED`.
        public let status = ReadOnly<String>("status")
        /// Why it failed, as a word.
        public let errorCode = ReadOnly<String>("error_code")
        /// Why it failed.
        public let errorMessage = ReadOnly<String>("error_message")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_on")

        /// The only instance.
        public static let table = Fields()
        /// The two numbers, the channel and the template.
        public static let required: [FieldRequirement] = ["from", "to", "channel_type", "message"]
    }
}

/// A message to send: the fields of ``OutboundMessage/Fields``.
public typealias OutboundMessageDraft = Draft<OutboundMessage.Fields>

extension OutboundMessageDraft {
    /// Makes a message of a template, and fills in more.
    /// - Parameters:
    ///   - sender: The account's WhatsApp number.
    ///   - recipient: The number that it goes to.
    ///   - template: The name of the approved template.
    ///   - language: The template's language, such as `en`.
    ///   - components: What fills the template, for each part that has something to fill: `type` and `parameters`.
    public init(
        from sender: String, to recipient: String, template: String, language: String, components: [JSONObject] = [],
        _ fill: (inout Self) -> Void = { _ in }
    ) {
        var content: JSONObject = ["name": .string(template), "language": ["code": .string(language)]]
        if !components.isEmpty { content["components"] = components.jsonValue }
        self = OutboundMessage.Fields.draft(fill) {
            $0.sender = sender
            $0.recipient = recipient
            $0.channelType = "WHATSAPP"
            $0.message = ["type": "TEMPLATE", "template": .object(content)]
        }
    }
}

/// Messages that the account sends by itself. Source: Freshdesk API v2, outbound messages. They have a rate limit of their own.
public struct OutboundMessageEndpoints: Sendable {
    let api: APIClient

    /// Sends a message; the service only takes it on here. `POST /channels/outbound-messages`
    @discardableResult
    public func send(
        _ draft: OutboundMessageDraft, options: CallOptions = CallOptions()
    ) async throws -> OutboundMessage {
        try await api.send(
            Endpoint(
                "outbound_messages.send", .post, "channels/outbound-messages", body: .json(draft),
                group: .outboundMessages), options)
    }

    /// How far a message came. `GET /channels/outbound-messages/{id}`
    public func get(_ id: String, options: CallOptions = CallOptions()) async throws -> OutboundMessage {
        try await api.send(
            Endpoint("outbound_messages.get", .get, "channels/outbound-messages/\(id)", group: .outboundMessages),
            options)
    }
}

extension RateGroup {
    fileprivate static let outboundMessages = Self(rawValue: "outbound_messages")
}
