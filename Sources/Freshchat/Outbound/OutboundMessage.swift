public import Foundation

/// A message to a phone number, with what has become of it. Source: Freshchat API v2, outbound messages.
///
/// Its fields are those of ``Fields``.
public struct OutboundMessage: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads a message.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``OutboundMessage`` and ``OutboundDraft``.
    public final class Fields: FieldTable {
        /// The business's number, with a plus sign.
        public let from = Initial<String>(
            "from", as: .phone, reading: { $0["from"]?["phone_number"] ?? $0["from"] }, .phone)
        /// Whom to send it to: 1 to 10 numbers, each with a plus sign.
        public let recipients = SendOnlyInitial<[String]>(
            "to",
            as: .sent(
                as: "to", write: { .array($0.map { ["phone_number": .string($0)] }) },
                read: { $0.arrayValue?.compactMap { $0["phone_number"] } }), .each(.phone), .upToTen)
        /// The filled in template.
        public let template = Initial<WhatsAppTemplate>("data", .complete)
        /// Who carries the message: `whatsapp`.
        public let provider = Initial<String>("provider", .notBlank)

        /// The message's id.
        public let messageID = ReadOnly<String>("message_id")
        /// The request that it came with.
        public let requestID = ReadOnly<String>("request_id")
        /// Whom it is for.
        public let recipient = ReadOnly<String>("to", reading: { $0["to"]?["phone_number"] ?? $0["to"] })
        /// What has become of it.
        public let status = ReadOnly<OutboundStatus>("status")
        /// When it was taken, in whole seconds.
        public let createdAt = ReadOnly<Date>("created_on")
        /// The service's code of what went wrong, such as `OBM001`.
        public let failureCode = ReadOnly<String>("failure_code")
        /// What went wrong.
        public let failureReason = ReadOnly<String>("failure_reason")

        /// The only instance.
        public static let table = Fields()
        /// Sender, recipients and template.
        public static let required: [FieldRequirement] = ["from", "to", "data"]
    }
}

/// A message to send to phone numbers: the fields of ``OutboundMessage/Fields``.
public typealias OutboundDraft = Draft<OutboundMessage.Fields>

extension OutboundDraft {
    /// Makes a message of a template.
    public init(
        from number: String, to recipients: [String], template: WhatsAppTemplate,
        _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = OutboundMessage.Fields.draft(fill) {
            $0.from = number
            $0.recipients = recipients
            $0.provider = "whatsapp"
            $0.template = template
        }
    }
}

/// What has become of a message.
public struct OutboundStatus: CaselessEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a status, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The service has taken it.
    public static let accepted = Self(rawValue: "Accepted")
    /// It is on its way.
    public static let sent = Self(rawValue: "Sent")
    /// It has arrived.
    public static let delivered = Self(rawValue: "Delivered")
    /// It was read; not all accounts tell.
    public static let read = Self(rawValue: "Read")
    /// It cannot be delivered.
    public static let failed = Self(rawValue: "Failed")
}

extension FieldSpelling<String> {
    /// A phone number in an object of its own.
    fileprivate static var phone: Self {
        .sent(as: "from", write: { ["phone_number": .string($0)] }, read: { $0["phone_number"] })
    }
}

extension FieldCheck<String> {
    /// Refuses what is not a plus sign and digits.
    fileprivate static var phone: Self {
        Self { $0.wholeMatch(of: /\+[0-9]+/) == nil ? "must be a plus sign and digits" : nil }
    }
}

extension FieldCheck<[String]> {
    /// Refuses nobody, and more than the service takes.
    fileprivate static var upToTen: Self { Self { (1...10).contains($0.count) ? nil : "must be 1 to 10 numbers" } }
}
