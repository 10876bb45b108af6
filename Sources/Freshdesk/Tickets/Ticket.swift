public import Foundation

/// A support ticket. Source: Freshdesk API v2, tickets.
///
/// Its fields are those of ``Fields``. Lists leave out `attachments` and `associatedTicketIDs`, and the description unless it
/// is included.
public struct Ticket: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The number people see. Unique within the account.
    public let id: Int64

    /// Reads a ticket.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// Who asks, where included. Requests say it as a ``Requester``.
    public var requester: TicketRequester? { json["requester"] }

    /// The fields of ``Ticket``, ``TicketDraft`` and ``TicketUpdate``.
    public final class Fields: FieldTable {
        /// Who asks. Answers show `requesterID`, and a ``TicketRequester`` where it is included.
        public let requester = SendOnly<Requester>("requester", as: Requester.spelling, .real)
        /// The subject line; `nil` on tickets that never had one, and fixed on those that began with an outbound e-mail.
        public let subject = Clearable<String>("subject", .notBlank)
        /// The first message as HTML; fixed on tickets that began with an outbound e-mail.
        public let description = Settable<String>("description", .notBlank)
        /// The first message as plain text.
        public let descriptionText = ReadOnly<String>("description_text")
        /// The first message in parts, on recent accounts.
        public let structuredDescription = ReadOnly<JSONObject>("structured_description")
        /// What it is about, in the account's own words.
        public let type = Clearable<TicketType>("type", .notBlank)
        /// The status.
        public let status = Settable<TicketStatus>("status")
        /// How urgent it is.
        public let priority = Settable<TicketPriority>("priority", .within(1...4))
        /// The channel it came by; the portal unless set.
        public let source = Settable<TicketSource>("source")
        /// More about the channel.
        public let sourceAdditionalInfo = ReadOnly<JSONObject>("source_additional_info")
        /// More about the channel on recent accounts, in a form that is not documented.
        public let sourceInfo = ReadOnly<JSONValue>("source_info")
        /// Whether it was marked as spam.
        public let isSpam = ReadOnly<Bool>("spam")
        /// `true` on tickets in the trash, absent on others.
        public let isDeleted = ReadOnly<Bool>("deleted")
        /// `true` on archived tickets, absent on others.
        public let isArchived = ReadOnly<Bool>("archived")
        /// Whether it is urgent; on old accounts only.
        public let isUrgent = ReadOnly<Bool>("urgent")

        /// The contact or agent who asks.
        public let requesterID = ReadOnly<Int64>("requester_id")
        /// The agent it is assigned to.
        public let responderID = Clearable<Int64>("responder_id", .id)
        /// The group it is assigned to; that of the mailbox unless set.
        public let groupID = Clearable<Int64>("group_id", .id)
        /// The agent behind the scenes, where ownership is shared.
        public let internalAgentID = Clearable<Int64>("internal_agent_id", .id)
        /// The group behind the scenes, where ownership is shared.
        public let internalGroupID = Clearable<Int64>("internal_group_id", .id)
        /// The requester's company; settable only where contacts have several.
        public let companyID = Clearable<Int64>("company_id", .id)
        /// The product it is about. In a draft a mailbox goes before it; in an update the mailbox may change with it.
        public let productID = Clearable<Int64>("product_id", .id)
        /// The mailbox it belongs to; that of the product unless set.
        public let emailConfigID = Clearable<Int64>("email_config_id", .id)
        /// The ticket form that was filled in.
        public let formID = ReadOnly<Int64>("form_id")

        /// The addresses in CC when the ticket came.
        public let ccEmails = Initial<[String]>("cc_emails")
        /// The addresses it was forwarded to.
        public let forwardEmails = ReadOnly<[String]>("fwd_emails")
        /// The addresses in CC of replies.
        public let replyCCEmails = ReadOnly<[String]>("reply_cc_emails")
        /// The addresses in CC of the ticket.
        public let ticketCCEmails = ReadOnly<[String]>("ticket_cc_emails")
        /// The addresses in BCC of the ticket.
        public let ticketBCCEmails = ReadOnly<[String]>("ticket_bcc_emails")
        /// The addresses it was sent to.
        public let toEmails = ReadOnly<[String]>("to_emails")
        /// The address of the help desk.
        public let supportEmail = ReadOnly<String>("support_email")

        /// The fields that the account has defined; an update leaves those that it does not name, `.null` empties one.
        public let customFields = Settable<CustomFields>("custom_fields")
        /// The tags; absent in some lists. An update replaces them all.
        public let tags = Settable<[String]>("tags")
        /// The files of the first message.
        public let attachments = ReadOnly<[FileAttachment]>("attachments")

        /// When it is to be resolved; set and emptied together with `firstResponseDueBy`. For some seconds after a change it is `nil` or old.
        public let dueBy = Clearable<Date>("due_by")
        /// When it is to be answered first; set and emptied together with `dueBy`. For some seconds after a change it is `nil` or old.
        public let firstResponseDueBy = Clearable<Date>("fr_due_by")
        /// When it is to be answered next.
        public let nextResponseDueBy = ReadOnly<Date>("nr_due_by")
        /// Whether the time to resolve it has passed.
        public let isEscalated = ReadOnly<Bool>("is_escalated")
        /// Whether the time of the first answer has passed.
        public let isFirstResponseEscalated = ReadOnly<Bool>("fr_escalated")
        /// Whether the time of the next answer has passed.
        public let isNextResponseEscalated = ReadOnly<Bool>("nr_escalated")

        /// The ticket to become a child of.
        public let parentID = SendOnly<Int64>("parent_id", .id)
        /// The tickets to become the tracker of.
        public let relatedTicketIDs = SendOnlyInitial<[Int64]>("related_ticket_ids", .ids)
        /// How values of custom objects are looked up: `display_id`, which is the default, or `primary_field_value`.
        public let lookupParameter = SendOnly<String>("lookup_parameter")
        /// What it is to the tickets that are linked with it.
        public let associationType = ReadOnly<TicketAssociation>("association_type")
        /// A child's parent, or a related ticket's tracker.
        public let associatedTicketIDs = ReadOnly<[Int64]>("associated_tickets_list")
        /// How many tickets are linked with it; in lists only.
        public let associatedTicketCount = ReadOnly<Int>("associated_tickets_count")
        /// The mood of the last messages, more with a better one; the service does not document the scale.
        public let sentimentScore = ReadOnly<Int>("sentiment_score")
        /// The mood of the first message, on the scale of `sentimentScore`.
        public let initialSentimentScore = ReadOnly<Int>("initial_sentiment_score")

        /// When it was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When it was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The requester's company, where included.
        public let company = ReadOnly<TicketCompany>("company")
        /// Points in time, where included.
        public let stats = ReadOnly<TicketStats>("stats")
        /// The oldest ten conversations, where included.
        public let conversations = ReadOnly<[Conversation]>("conversations")

        /// The only instance.
        public static let table = Fields()
        /// What help desks require.
        public static let required: [FieldRequirement] = [
            .any("requester_id", "email", "phone", "facebook_id", "twitter_id", "unique_external_id"), "subject",
            "description", "priority", "status",
        ]

        /// Refuses one due date without the other.
        public static func errors(in draft: TicketDraft) -> [FreshworksError.FieldError] { draft.json.dueDateErrors }

        /// Refuses one due date without the other.
        public static func errors(in update: TicketUpdate) -> [FreshworksError.FieldError] { update.json.dueDateErrors }
    }
}

/// A ticket to create: the fields of ``Ticket/Fields``.
///
/// The account's ticket form may require more fields than the service itself does.
///
/// ```swift
/// var draft = TicketDraft(requester: .email("ana@example.com"), subject: "Sample", description: "<p>Hello</p>")
/// draft.tags = ["vip"]
/// draft.customFields["cf_region"] = region
/// let ticket = try await freshdesk.tickets.create(draft)
/// ```
public typealias TicketDraft = Draft<Ticket.Fields>

/// What to change of a ticket: the fields of ``Ticket/Fields``; what is not set stays as it is.
///
/// The service refuses an update, whatever it sets, while a field that the account's form requires is empty on the ticket.
///
/// ```swift
/// let update = TicketUpdate {
///     $0.status = .resolved
///     $0.responderID = .clear
///     $0.groupID = .set(group.id)
///     $0.dueBy = .set(.now + 2 * 86_400)  // both due dates, or none
///     $0.firstResponseDueBy = .set(.now + 3_600)
/// }
/// ```
public typealias TicketUpdate = Update<Ticket.Fields>

extension TicketDraft {
    /// Makes a draft of what help desks require, and fills in more.
    public init(
        requester: Requester, subject: String, description: String, priority: TicketPriority = .low,
        status: TicketStatus = .open, _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = Ticket.Fields.draft(fill) {
            $0.requester = requester
            $0.subject = subject
            $0.description = description
            $0.priority = priority
            $0.status = status
        }
    }
}
