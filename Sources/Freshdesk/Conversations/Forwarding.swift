/// A ticket to forward by e-mail: the fields of ``Conversation/ForwardFields``.
public typealias ForwardDraft = Draft<Conversation.ForwardFields>

/// An answer to an e-mail that came back on a forwarded ticket: the fields of ``Conversation/ForwardReplyFields``.
public typealias ForwardReplyDraft = Draft<Conversation.ForwardReplyFields>

extension Conversation {
    /// The fields of ``ForwardDraft``. Source: Freshdesk API v2, forward a ticket.
    public final class ForwardFields: FieldTable {
        /// The text, as HTML.
        public let body = SendOnlyInitial<String>("body", .notBlank)
        /// The recipients.
        public let toEmails = SendOnlyInitial<[String]>("to_emails")
        /// The addresses in CC.
        public let ccEmails = SendOnlyInitial<[String]>("cc_emails")
        /// The addresses in BCC.
        public let bccEmails = SendOnlyInitial<[String]>("bcc_emails")
        /// The address to send from; that of the help desk unless set.
        public let fromEmail = SendOnlyInitial<String>("from_email", .notBlank)
        /// The agent to forward as; the calling one unless set.
        public let agentID = SendOnlyInitial<Int64>("agent_id", .id)
        /// Whether the conversation so far is quoted; it is unless set.
        public let includesQuotedText = SendOnlyInitial<Bool>("include_quoted_text")
        /// Whether the ticket's files go with it; they do unless set.
        public let includesOriginalAttachments = SendOnlyInitial<Bool>("include_original_attachments")

        /// The only instance.
        public static let table = ForwardFields()
        /// A text and somebody to read it.
        public static let required: [FieldRequirement] = ["body", "to_emails"]
    }

    /// The fields of ``ForwardReplyDraft``. Source: Freshdesk API v2, reply to a forward.
    public final class ForwardReplyFields: FieldTable {
        /// The text, as HTML.
        public let body = SendOnlyInitial<String>("body", .notBlank)
        /// The recipients.
        public let toEmails = SendOnlyInitial<[String]>("to_emails")
        /// The addresses in CC.
        public let ccEmails = SendOnlyInitial<[String]>("cc_emails")
        /// The addresses in BCC.
        public let bccEmails = SendOnlyInitial<[String]>("bcc_emails")

        /// The only instance.
        public static let table = ForwardReplyFields()
        /// A text and somebody to read it.
        public static let required: [FieldRequirement] = ["body", "to_emails"]
    }
}

extension ForwardDraft {
    /// Makes a forward of HTML, and fills in more.
    public init(body: String, to recipients: [String], _ fill: (inout Self) -> Void = { _ in }) {
        self = Conversation.ForwardFields.draft(fill) {
            $0.body = body
            $0.toEmails = recipients
        }
    }
}

extension ForwardReplyDraft {
    /// Makes an answer of HTML, and fills in more.
    public init(body: String, to recipients: [String], _ fill: (inout Self) -> Void = { _ in }) {
        self = Conversation.ForwardReplyFields.draft(fill) {
            $0.body = body
            $0.toEmails = recipients
        }
    }
}

extension TicketEndpoints {
    /// Forwards a ticket by e-mail. `POST /tickets/{id}/forward`
    @discardableResult
    public func forward(
        _ id: Int64, _ draft: ForwardDraft, options: CallOptions = CallOptions()
    ) async throws -> Conversation {
        try await api.send(Endpoint("tickets.forward", .post, "tickets/\(id)/forward", body: .json(draft)), options)
    }

    /// Answers an e-mail that came back on a forwarded ticket. `POST /tickets/{id}/reply_to_forward`
    ///
    /// Files may have 20 MB in all with those that the ticket has.
    @discardableResult
    public func replyToForward(
        of id: Int64, _ draft: ForwardReplyDraft, attachments: [AttachmentUpload] = [],
        options: CallOptions = CallOptions()
    ) async throws -> Conversation {
        try await api.send(
            Endpoint(
                "tickets.reply_to_forward", .post, "tickets/\(id)/reply_to_forward",
                body: try .json(draft, files: .attachments(attachments))), options)
    }
}
