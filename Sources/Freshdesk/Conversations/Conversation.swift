public import Foundation

/// A reply or note on a ticket. The requester's first message is the ticket's own description. Source: Freshdesk API v2, conversations.
///
/// Its fields are those of ``Fields``. What is there depends on the call: answers to a new reply or note have fewer fields than the list.
public struct Conversation: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The conversation's id.
    public let id: Int64

    /// Reads a conversation.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Conversation`` and ``ConversationUpdate``.
    public final class Fields: FieldTable {
        /// The ticket it belongs to.
        public let ticketID = ReadOnly<Int64>("ticket_id")
        /// The contact or agent who wrote it.
        public let userID = ReadOnly<Int64>("user_id")
        /// The text as HTML. That of a note can be changed, that of a reply cannot.
        public let body = Later<String>("body", .notBlank)
        /// The text without HTML.
        public let bodyText = ReadOnly<String>("body_text")
        /// The text in parts, on recent accounts.
        public let structuredBody = ReadOnly<JSONObject>("structured_body")
        /// Whether it came from the requester's side.
        public let isIncoming = ReadOnly<Bool>("incoming")
        /// Whether only agents see it.
        public let isPrivate = ReadOnly<Bool>("private")
        /// Where it came from: tells a reply from a note.
        public let source = ReadOnly<ConversationSource>("source")
        /// An undocumented number. It does not tell a reply from a public note; `source` does.
        public let category = ReadOnly<Int>("category")
        /// More about where it came from.
        public let sourceAdditionalInfo = ReadOnly<JSONValue>("source_additional_info")

        /// The address of the help desk; `nil` for notes.
        public let supportEmail = ReadOnly<String>("support_email")
        /// The sender, also as `Acme <support@acme.example>`.
        public let fromEmail = ReadOnly<String>("from_email")
        /// The recipients; of a note, those who were notified.
        public let toEmails = ReadOnly<[String]>("to_emails")
        /// The addresses in CC.
        public let ccEmails = ReadOnly<[String]>("cc_emails")
        /// The addresses in BCC.
        public let bccEmails = ReadOnly<[String]>("bcc_emails")
        /// The recipients of a reply just sent.
        public let repliedTo = ReadOnly<[String]>("replied_to")
        /// Who was notified of a note just written.
        public let notifiedTo = ReadOnly<[String]>("notified_to")

        /// The files.
        public let attachments = ReadOnly<[FileAttachment]>("attachments")
        /// Whether the service answered by itself.
        public let isAutoResponse = ReadOnly<Bool>("auto_response")
        /// The automation that wrote it.
        public let automationID = ReadOnly<Int64>("automation_id")
        /// The kind of that automation.
        public let automationTypeID = ReadOnly<Int>("automation_type_id")
        /// The e-mail thread it belongs to.
        public let threadID = ReadOnly<String>("thread_id")
        /// Its place in that thread.
        public let threadMessageID = ReadOnly<String>("thread_message_id")
        /// How the thread was found.
        public let threadingType = ReadOnly<JSONValue>("threading_type")
        /// How many addresses could not be reached.
        public let emailFailureCount = ReadOnly<Int>("email_failure_count")
        /// What went wrong with the sending.
        public let outgoingFailures = ReadOnly<JSONValue>("outgoing_failures")
        /// Which addresses wait or failed.
        public let deliveryDetails = ReadOnly<DeliveryDetails>("delivery_details")

        /// Files in clouds that went out with a forward.
        public let cloudFiles = ReadOnly<[JSONObject]>("cloud_files")
        /// Whether the conversation so far is quoted.
        public let hasQuotedText = ReadOnly<Bool>("has_quoted_text")
        /// Whether it was deleted.
        public let isDeleted = ReadOnly<Bool>("deleted")

        /// When the text was last edited.
        public let lastEditedAt = ReadOnly<Date>("last_edited_at")
        /// Who edited it last.
        public let lastEditedUserID = ReadOnly<Int64>("last_edited_user_id")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}

/// What to change of a note: the `body` of ``Conversation/Fields``.
public typealias ConversationUpdate = Update<Conversation.Fields>

/// How the sending of a conversation went. Source: seen in answers of Freshdesk API v2, conversations.
public struct DeliveryDetails: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the details.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``DeliveryDetails``, which the service alone writes.
    public final class Fields: FieldTable {
        /// Addresses that could not be reached.
        public let failedEmails = ReadOnly<[String]>("failed_emails")
        /// Addresses that are still being tried.
        public let pendingEmails = ReadOnly<[String]>("pending_emails")

        /// The only instance.
        public static let table = Fields()
    }
}
