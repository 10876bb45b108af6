/// A public reply to a ticket, which sends an e-mail and cannot be taken back: the fields of ``Conversation/ReplyFields``.
public typealias ReplyDraft = Draft<Conversation.ReplyFields>

/// A note on a ticket: the fields of ``Conversation/NoteFields``.
public typealias NoteDraft = Draft<Conversation.NoteFields>

extension Conversation {
    /// The fields of ``ReplyDraft``. Source: Freshdesk API v2, conversations.
    public final class ReplyFields: FieldTable {
        /// The text, as HTML. A draft has this or `structuredBody`.
        public let body = SendOnlyInitial<String>("body", .notBlank)
        /// The text in parts, for tickets from web chat and mobile apps:
        /// `{"body_contents":[{"type":"text","data":{"content":"…"}}]}`.
        public let structuredBody = SendOnlyInitial<JSONObject>("structured_body")
        /// The agent to reply as; the calling one unless set.
        public let userID = SendOnlyInitial<Int64>("user_id", .id)
        /// The address to send from; that of the help desk unless set.
        public let fromEmail = SendOnlyInitial<String>("from_email", .notBlank)
        /// The addresses in CC.
        public let ccEmails = SendOnlyInitial<[String]>("cc_emails")
        /// The addresses in BCC.
        public let bccEmails = SendOnlyInitial<[String]>("bcc_emails")

        /// The only instance.
        public static let table = ReplyFields()
        /// A text.
        public static let required: [FieldRequirement] = [.any("body", "structured_body")]
    }

    /// The fields of ``NoteDraft``. Source: Freshdesk API v2, conversations.
    public final class NoteFields: FieldTable {
        /// The text, as HTML. A draft has this or, when it is public, `structuredBody`.
        public let body = SendOnlyInitial<String>("body", .notBlank)
        /// The text in parts, for public notes on tickets from web chat and mobile apps.
        public let structuredBody = SendOnlyInitial<JSONObject>("structured_body")
        /// Whether only agents see it; they alone do unless this is `false`.
        public let isPrivate = SendOnlyInitial<Bool>("private")
        /// Whether it should look as if the customer wrote it.
        public let isIncoming = SendOnlyInitial<Bool>("incoming")
        /// The agent or contact to write as; the calling agent unless set.
        public let userID = SendOnlyInitial<Int64>("user_id", .id)
        /// Addresses of agents to notify.
        public let notifyEmails = SendOnlyInitial<[String]>("notify_emails")

        /// The only instance.
        public static let table = NoteFields()
        /// A text.
        public static let required: [FieldRequirement] = [.any("body", "structured_body")]
    }
}

extension ReplyDraft {
    /// Makes a reply of HTML, and fills in more.
    public init(body: String, _ fill: (inout Self) -> Void = { _ in }) {
        self = Conversation.ReplyFields.draft(fill) { $0.body = body }
    }

    /// Makes a reply of parts, and fills in more.
    public init(structuredBody: JSONObject, _ fill: (inout Self) -> Void = { _ in }) {
        self = Conversation.ReplyFields.draft(fill) { $0.structuredBody = structuredBody }
    }
}

extension NoteDraft {
    /// Makes a note of HTML, and fills in more.
    public init(body: String, isPrivate: Bool? = nil, _ fill: (inout Self) -> Void = { _ in }) {
        self = Conversation.NoteFields.draft(fill) {
            $0.body = body
            $0.isPrivate = isPrivate
        }
    }

    /// Makes a public note of parts, and fills in more.
    public init(structuredBody: JSONObject, _ fill: (inout Self) -> Void = { _ in }) {
        self = Conversation.NoteFields.draft(fill) {
            $0.structuredBody = structuredBody
            $0.isPrivate = false
        }
    }
}
