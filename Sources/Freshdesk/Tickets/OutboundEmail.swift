public import Foundation

/// An e-mail to somebody that begins a ticket: the fields of ``Ticket/OutboundEmailFields``.
public typealias OutboundEmailDraft = Draft<Ticket.OutboundEmailFields>

extension Ticket {
    /// The fields of ``OutboundEmailDraft``. Source: Freshdesk API v2, create an outbound e-mail ticket.
    public final class OutboundEmailFields: FieldTable {
        /// The address of the recipient, who becomes the requester.
        public let email = SendOnlyInitial<String>("email", .email)
        /// The subject line; it cannot be changed later.
        public let subject = SendOnlyInitial<String>("subject", .notBlank)
        /// The mailbox to send from.
        public let emailConfigID = SendOnlyInitial<Int64>("email_config_id", .id)
        /// The recipient's name.
        public let name = SendOnlyInitial<String>("name", .notBlank)
        /// The text, as HTML; it cannot be changed later.
        public let description = SendOnlyInitial<String>("description", .notBlank)
        /// What it is about, in the account's own words.
        public let type = SendOnlyInitial<TicketType>("type", .notBlank)
        /// The status; closed unless set.
        public let status = SendOnlyInitial<TicketStatus>("status")
        /// How urgent it is; low unless set.
        public let priority = SendOnlyInitial<TicketPriority>("priority", .within(1...4))
        /// The fields that the account has defined.
        public let customFields = SendOnlyInitial<CustomFields>("custom_fields")
        /// When it is to be resolved; goes together with `firstResponseDueBy`.
        public let dueBy = SendOnlyInitial<Date>("due_by")
        /// When it is to be answered first; goes together with `dueBy`.
        public let firstResponseDueBy = SendOnlyInitial<Date>("fr_due_by")
        /// The group it is assigned to.
        public let groupID = SendOnlyInitial<Int64>("group_id", .id)
        /// The tags.
        public let tags = SendOnlyInitial<[String]>("tags")
        /// The addresses in CC.
        public let ccEmails = SendOnlyInitial<[String]>("cc_emails")

        /// The only instance.
        public static let table = OutboundEmailFields()
        /// Whom to write what, and from where.
        public static let required: [FieldRequirement] = ["email", "subject", "email_config_id"]

        /// Refuses one due date without the other.
        public static func errors(in draft: OutboundEmailDraft) -> [FreshworksError.FieldError] {
            draft.json.dueDateErrors
        }
    }
}

extension OutboundEmailDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(
        email: String, subject: String, emailConfigID: Int64, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = Ticket.OutboundEmailFields.draft(fill) {
            $0.email = email
            $0.subject = subject
            $0.emailConfigID = emailConfigID
        }
    }
}

extension TicketEndpoints {
    /// Writes to somebody, and keeps the e-mail as a ticket of the calling agent's. `POST /tickets/outbound_email`
    ///
    /// Files may have 20 MB in all.
    @discardableResult
    public func createOutboundEmail(
        _ draft: OutboundEmailDraft, attachments: [AttachmentUpload] = [], options: CallOptions = CallOptions()
    ) async throws -> Ticket {
        try await api.send(
            Endpoint(
                "tickets.create_outbound_email", .post, "tickets/outbound_email",
                body: try .json(draft, files: .attachments(attachments)), group: .ticketCreate), options)
    }
}
