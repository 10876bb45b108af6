public import Foundation

/// An address whose mail becomes tickets, and from which answers go out. Source: Freshdesk API v2, e-mail mailboxes.
///
/// Its fields are those of ``Fields``. Its id is the `email_config_id` of tickets.
public struct EmailMailbox: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a mailbox.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The address that mail has to be forwarded to.
    public var forwardEmail: String? { self.freshdeskMailbox?["forward_email"] }

    /// The fields of ``EmailMailbox``, ``EmailMailboxDraft`` and ``EmailMailboxUpdate``.
    public final class Fields: FieldTable {
        /// The name.
        public let name = Settable<String>("name", .notBlank)
        /// The address; no other mailbox may have it.
        public let supportEmail = Settable<String>("support_email", .email)
        /// The group that its tickets go to.
        public let groupID = Clearable<Int64>("group_id", .id)
        /// The product that its tickets are of.
        public let productID = Clearable<Int64>("product_id", .id)
        /// Whether answers of the product go out from it.
        public let isDefaultReply = Settable<Bool>("default_reply_email")
        /// Whether it is verified and in use.
        public let isActive = ReadOnly<Bool>("active")
        /// Whose server it is on. Addresses at public providers are on their own.
        public let mailboxType = Settable<EmailMailboxType>("mailbox_type", .notBlank)
        /// The servers of a mailbox of one's own. Passwords are sent and never answered.
        public let customMailbox = Settable<CustomMailbox>("custom_mailbox")
        /// Where mail has to be forwarded to: `forward_email`.
        public let freshdeskMailbox = ReadOnly<JSONObject>("freshdesk_mailbox")
        /// Why it does not work.
        public let failureCode = ReadOnly<String>("failure_code")
        /// What customers are asked afterwards; on recent accounts.
        public let csatSettings = ReadOnly<JSONValue>("csat_settings")
        /// Whether it needs no verification; on recent accounts.
        public let isVerificationDisabled = ReadOnly<Bool>("disable_verify")
        /// The access token that it uses; on recent accounts.
        public let accessTokenID = ReadOnly<Int64>("access_token_id")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The address and whose server it is on.
        public static let required: [FieldRequirement] = ["support_email", "mailbox_type"]

        /// A mailbox of one's own needs its servers.
        public static func errors(in draft: EmailMailboxDraft) -> [FreshworksError.FieldError] {
            guard draft.mailboxType == .custom, draft.customMailbox == nil else { return [] }
            return [.missing("custom_mailbox", "must name the servers")]
        }
    }
}

/// A mailbox to create: the fields of ``EmailMailbox/Fields``.
public typealias EmailMailboxDraft = Draft<EmailMailbox.Fields>

/// What to change of a mailbox: the fields of ``EmailMailbox/Fields``; what is not set stays as it is.
public typealias EmailMailboxUpdate = Update<EmailMailbox.Fields>

extension EmailMailboxDraft {
    /// Makes a draft of a mailbox on the service's own server, and fills in more.
    public init(supportEmail: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = EmailMailbox.Fields.draft(fill) {
            $0.supportEmail = supportEmail
            $0.mailboxType = .freshdesk
        }
    }

    /// Makes a draft of a mailbox on one's own servers, and fills in more.
    public init(supportEmail: String, on servers: CustomMailbox, _ fill: (inout Self) -> Void = { _ in }) {
        self = EmailMailbox.Fields.draft(fill) {
            $0.supportEmail = supportEmail
            $0.mailboxType = .custom
            $0.customMailbox = servers
        }
    }
}

/// Whose server a mailbox is on.
public struct EmailMailboxType: OpenEnum {
    /// The service's word.
    public let rawValue: String

    /// Makes a type, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The service's.
    public static let freshdesk = Self(rawValue: "freshdesk_mailbox")
    /// One's own.
    public static let custom = Self(rawValue: "custom_mailbox")
}
