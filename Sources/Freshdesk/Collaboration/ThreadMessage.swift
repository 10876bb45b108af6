public import Foundation

/// A message of a thread. Source: Freshdesk API v2, thread messages.
///
/// Its fields are those of ``Fields``.
public struct ThreadMessage: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The id.
    public let id: Int64

    /// Reads a message.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``ThreadMessage``, ``ThreadMessageDraft`` and ``ThreadMessageUpdate``.
    public final class Fields: FieldTable {
        /// The thread.
        public let threadID = Initial<Int64>(
            "thread_id", as: .sent(as: "thread_id", write: { .string(String($0)) }, read: { Int64(json: $0) }), .id)
        /// The text, as HTML.
        public let body = Settable<String>("body", .notBlank)
        /// The text without HTML.
        public let bodyText = Settable<String>("body_text")
        /// The text with all that it quotes, as HTML.
        public let fullMessage = Settable<String>("full_message")
        /// The same without HTML.
        public let fullMessageText = Settable<String>("full_message_text")
        /// Whom it goes to: `email` with `to`, `cc` and `bcc`, and `tagged_users`.
        public let participants = Settable<JSONObject>("participants")
        /// The files.
        public let attachmentIDs = Settable<[Int64]>("attachment_ids", .ids)
        /// The pictures in the text.
        public let inlineAttachmentIDs = Settable<[Int64]>("inline_attachment_ids", .ids)
        /// More about it, such as `email_subject` and `has_quoted_text`.
        public let additionalInfo = Settable<JSONObject>("additional_info")
        /// Whether it was changed.
        public let isEdited = ReadOnly<Bool>("edited")
        /// Where it came from, as a number.
        public let source = ReadOnly<Int>("source")
        /// Who wrote it.
        public let createdBy = ReadOnly<Int64>("created_by")
        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The thread and a text.
        public static let required: [FieldRequirement] = ["thread_id", "body"]
    }
}

/// A message to write: the fields of ``ThreadMessage/Fields``.
public typealias ThreadMessageDraft = Draft<ThreadMessage.Fields>

/// What to change of a message: the fields of ``ThreadMessage/Fields``; what is not set stays as it is.
public typealias ThreadMessageUpdate = Update<ThreadMessage.Fields>

extension ThreadMessageDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(threadID: Int64, body: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = ThreadMessage.Fields.draft(fill) {
            $0.threadID = threadID
            $0.body = body
        }
    }
}
