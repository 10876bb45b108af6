public import Foundation

/// A reply or note on a ticket. The requester's first message is the ticket's own description. Source: Freshdesk API v2, conversations.
///
/// What is there depends on the call: answers to a new reply or note have fewer fields than the list.
public struct Conversation: Resource, JSONReadable {
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

    /// The ticket it belongs to.
    public var ticketID: Int64? { json["ticket_id"] }
    /// The contact or agent who wrote it.
    public var userID: Int64? { json["user_id"] }
    /// The text as HTML.
    public var body: String? { json["body"] }
    /// The text without HTML.
    public var bodyText: String? { json["body_text"] }
    /// The text in parts, on recent accounts.
    public var structuredBody: JSONObject? { json["structured_body"] }
    /// Whether it came from the requester's side.
    public var incoming: Bool? { json["incoming"] }
    /// Whether only agents see it.
    public var isPrivate: Bool? { json["private"] }
    /// Where it came from: tells a reply from a note.
    public var source: ConversationSource? { json["source"] }
    /// An undocumented number. It does not tell a reply from a public note; ``source`` does.
    public var category: Int? { json["category"] }
    /// More about where it came from.
    public var sourceAdditionalInfo: JSONValue? { json.filled("source_additional_info") }

    /// The address of the help desk; `nil` for notes.
    public var supportEmail: String? { json["support_email"] }
    /// The sender, also as `Acme <support@acme.example>`.
    public var fromEmail: String? { json["from_email"] }
    /// The recipients; of a note, those who were notified.
    public var toEmails: [String]? { json["to_emails"] }
    /// Copied in.
    public var ccEmails: [String]? { json["cc_emails"] }
    /// Copied in unseen.
    public var bccEmails: [String]? { json["bcc_emails"] }
    /// The recipients of a reply just sent.
    public var repliedTo: [String]? { json["replied_to"] }
    /// Who was notified of a note just written.
    public var notifiedTo: [String]? { json["notified_to"] }

    /// The files.
    public var attachments: [FileAttachment]? { json["attachments"] }
    /// Whether the service answered by itself.
    public var autoResponse: Bool? { json["auto_response"] }
    /// The automation that wrote it.
    public var automationID: Int64? { json["automation_id"] }
    /// The kind of that automation.
    public var automationTypeID: Int? { json["automation_type_id"] }
    /// The e-mail thread it belongs to.
    public var threadID: String? { json["thread_id"] }
    /// Its place in that thread.
    public var threadMessageID: String? { json["thread_message_id"] }
    /// How the thread was found.
    public var threadingType: JSONValue? { json.filled("threading_type") }
    /// How many addresses could not be reached.
    public var emailFailureCount: Int? { json["email_failure_count"] }
    /// What went wrong with the sending.
    public var outgoingFailures: JSONValue? { json.filled("outgoing_failures") }
    /// Which addresses wait or failed.
    public var deliveryDetails: DeliveryDetails? { json["delivery_details"] }

    /// When the text was last edited.
    public var lastEditedAt: Date? { json["last_edited_at"] }
    /// Who edited it last.
    public var lastEditedUserID: Int64? { json["last_edited_user_id"] }
    /// When it was created.
    public var createdAt: Date? { json["created_at"] }
    /// When it was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}
