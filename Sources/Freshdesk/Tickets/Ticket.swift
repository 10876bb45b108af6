public import Foundation

/// A support ticket. Source: Freshdesk API v2, tickets.
///
/// Lists leave out ``attachments`` and ``associatedTicketIDs``, and the description unless it is included.
public struct Ticket: Resource {
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

    /// The subject line; `nil` on tickets that never had one.
    public var subject: String? { json["subject"] }
    /// The first message as HTML.
    public var description: String? { json["description"] }
    /// The first message as plain text.
    public var descriptionText: String? { json["description_text"] }
    /// The first message in parts, on recent accounts.
    public var structuredDescription: JSONObject? { json["structured_description"] }
    /// What it is about, in the account's own words.
    public var type: TicketType? { json["type"] }
    /// How far it is.
    public var status: TicketStatus? { json["status"] }
    /// How urgent it is.
    public var priority: TicketPriority? { json["priority"] }
    /// The channel it came by.
    public var source: TicketSource? { json["source"] }
    /// More about the channel.
    public var sourceAdditionalInfo: JSONObject? { json["source_additional_info"] }
    /// Whether it was marked as spam.
    public var spam: Bool? { json["spam"] }
    /// `true` on tickets in the trash, absent on others.
    public var deleted: Bool? { json["deleted"] }
    /// Whether it is urgent; on old accounts only.
    public var urgent: Bool? { json["urgent"] }

    /// The contact or agent who asks.
    public var requesterID: Int64? { json["requester_id"] }
    /// The agent it is assigned to.
    public var responderID: Int64? { json["responder_id"] }
    /// The group it is assigned to.
    public var groupID: Int64? { json["group_id"] }
    /// The agent behind the scenes, where ownership is shared.
    public var internalAgentID: Int64? { json["internal_agent_id"] }
    /// The group behind the scenes, where ownership is shared.
    public var internalGroupID: Int64? { json["internal_group_id"] }
    /// The requester's company.
    public var companyID: Int64? { json["company_id"] }
    /// The product it is about.
    public var productID: Int64? { json["product_id"] }
    /// The mailbox it belongs to.
    public var emailConfigID: Int64? { json["email_config_id"] }
    /// The ticket form that was filled in.
    public var formID: Int64? { json["form_id"] }

    /// Copied in when the ticket came.
    public var ccEmails: [String]? { json["cc_emails"] }
    /// Copied in when it was forwarded.
    public var forwardEmails: [String]? { json["fwd_emails"] }
    /// Copied in on replies.
    public var replyCCEmails: [String]? { json["reply_cc_emails"] }
    /// Copied in on the ticket.
    public var ticketCCEmails: [String]? { json["ticket_cc_emails"] }
    /// Copied in unseen on the ticket.
    public var ticketBCCEmails: [String]? { json["ticket_bcc_emails"] }
    /// The addresses it was sent to.
    public var toEmails: [String]? { json["to_emails"] }
    /// The address of the help desk.
    public var supportEmail: String? { json["support_email"] }

    /// The fields that the account has defined.
    public var customFields: CustomFields { json["custom_fields"] ?? [:] }
    /// The tags; absent in some lists.
    public var tags: [String]? { json["tags"] }
    /// The files of the first message.
    public var attachments: [FileAttachment]? { json["attachments"] }

    /// When it is to be resolved; `nil` or old for some seconds after a change.
    public var dueBy: Date? { json["due_by"] }
    /// When it is to be answered first; `nil` or old for some seconds after a change.
    public var firstResponseDueBy: Date? { json["fr_due_by"] }
    /// When it is to be answered next.
    public var nextResponseDueBy: Date? { json["nr_due_by"] }
    /// Whether the time to resolve it has passed.
    public var isEscalated: Bool? { json["is_escalated"] }
    /// Whether the time of the first answer has passed.
    public var firstResponseEscalated: Bool? { json["fr_escalated"] }
    /// Whether the time of the next answer has passed.
    public var nextResponseEscalated: Bool? { json["nr_escalated"] }

    /// What it is to the tickets that are linked with it.
    public var associationType: TicketAssociation? { json["association_type"] }
    /// A child's parent, or a related ticket's tracker.
    public var associatedTicketIDs: [Int64]? { json["associated_tickets_list"] }
    /// How many tickets are linked with it; in lists only.
    public var associatedTicketCount: Int? { json["associated_tickets_count"] }
    /// The mood of the last messages.
    public var sentimentScore: Int? { json["sentiment_score"] }
    /// The mood of the first message.
    public var initialSentimentScore: Int? { json["initial_sentiment_score"] }

    /// When it was created.
    public var createdAt: Date? { json["created_at"] }
    /// When it was last changed.
    public var updatedAt: Date? { json["updated_at"] }

    /// Who asks, where included.
    public var requester: TicketRequester? { json["requester"] }
    /// The requester's company, where included.
    public var company: TicketCompany? { json["company"] }
    /// Points in time, where included.
    public var stats: TicketStats? { json["stats"] }
    /// The oldest ten conversations, where included.
    public var conversations: [Conversation]? { json["conversations"] }
}
