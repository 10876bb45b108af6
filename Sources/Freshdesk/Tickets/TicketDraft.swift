public import Foundation

/// A ticket to create. Source: Freshdesk API v2, tickets.
///
/// The account's ticket form may require more fields than the service itself does.
public struct TicketDraft: Sendable, Hashable {
    /// Who asks.
    public var requester: Requester
    /// The subject line.
    public var subject: String
    /// The first message, as HTML.
    public var description: String
    /// How urgent it is.
    public var priority: TicketPriority
    /// How far it is.
    public var status: TicketStatus
    /// The channel it came by; the portal unless set.
    public var source: TicketSource?
    /// What it is about, in the account's own words.
    public var type: TicketType?
    /// The agent to assign it to.
    public var responderID: Int64?
    /// The group to assign it to; that of the mailbox unless set.
    public var groupID: Int64?
    /// The company; settable only where contacts have several.
    public var companyID: Int64?
    /// The product it is about; a mailbox goes before it.
    public var productID: Int64?
    /// The mailbox it belongs to; that of the product unless set.
    public var emailConfigID: Int64?
    /// The agent behind the scenes, where ownership is shared.
    public var internalAgentID: Int64?
    /// The group behind the scenes, where ownership is shared.
    public var internalGroupID: Int64?
    /// Addresses to copy in.
    public var ccEmails: [String]?
    /// The tags.
    public var tags: [String]?
    /// The fields that the account has defined.
    public var customFields: CustomFields?
    /// When to resolve it; goes together with ``firstResponseDueBy``.
    public var dueBy: Date?
    /// When to answer it first; goes together with ``dueBy``.
    public var firstResponseDueBy: Date?
    /// The ticket to become a child of.
    public var parentID: Int64?
    /// The tickets to become the tracker of.
    public var relatedTicketIDs: [Int64]?
    /// How values of custom objects are looked up: `display_id`, which is the default, or `primary_field_value`.
    public var lookupParameter: String?
    /// Files to attach, 20 MB in all. Without files the draft is sent as JSON, with files as a form.
    public var attachments: [AttachmentUpload]

    /// Makes a draft of what help desks require; set the other properties as needed.
    public init(
        requester: Requester, subject: String, description: String, priority: TicketPriority = .low,
        status: TicketStatus = .open, type: TicketType? = nil, tags: [String]? = nil,
        customFields: CustomFields? = nil, attachments: [AttachmentUpload] = []
    ) {
        self.requester = requester
        self.subject = subject
        self.description = description
        self.priority = priority
        self.status = status
        self.type = type
        self.tags = tags
        self.customFields = customFields
        self.attachments = attachments
    }

    func check() throws {
        try requester.check()
        try ArgumentCheck.notBlank(subject, "subject")
        try ArgumentCheck.notBlank(description, "description")
        try ArgumentCheck.number(priority.rawValue, in: 1...4, "priority")
        try ArgumentCheck.notBlank(type?.rawValue, "type")
        try ArgumentCheck.id(responderID, "responder_id")
        try ArgumentCheck.id(groupID, "group_id")
        try ArgumentCheck.id(companyID, "company_id")
        try ArgumentCheck.id(productID, "product_id")
        try ArgumentCheck.id(emailConfigID, "email_config_id")
        try ArgumentCheck.id(internalAgentID, "internal_agent_id")
        try ArgumentCheck.id(internalGroupID, "internal_group_id")
        try ArgumentCheck.id(parentID, "parent_id")
        try ArgumentCheck.ids(relatedTicketIDs, "related_ticket_ids")
    }
}

extension TicketDraft: Encodable {
    /// Writes everything but the files; the requester's keys stand beside the others.
    public func encode(to encoder: any Encoder) throws {
        try requester.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject, forKey: .subject)
        try container.encode(description, forKey: .description)
        try container.encode(priority, forKey: .priority)
        try container.encode(status, forKey: .status)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encodeIfPresent(type, forKey: .type)
        try container.encodeIfPresent(responderID, forKey: .responderID)
        try container.encodeIfPresent(groupID, forKey: .groupID)
        try container.encodeIfPresent(companyID, forKey: .companyID)
        try container.encodeIfPresent(productID, forKey: .productID)
        try container.encodeIfPresent(emailConfigID, forKey: .emailConfigID)
        try container.encodeIfPresent(internalAgentID, forKey: .internalAgentID)
        try container.encodeIfPresent(internalGroupID, forKey: .internalGroupID)
        try container.encodeIfPresent(ccEmails, forKey: .ccEmails)
        try container.encodeIfPresent(tags, forKey: .tags)
        try container.encodeIfPresent(customFields, forKey: .customFields)
        try container.encodeIfPresent(dueBy, forKey: .dueBy)
        try container.encodeIfPresent(firstResponseDueBy, forKey: .firstResponseDueBy)
        try container.encodeIfPresent(parentID, forKey: .parentID)
        try container.encodeIfPresent(relatedTicketIDs, forKey: .relatedTicketIDs)
        try container.encodeIfPresent(lookupParameter, forKey: .lookupParameter)
    }

    private enum CodingKeys: String, CodingKey {
        case subject, description, priority, status, source, type, tags
        case responderID = "responder_id"
        case groupID = "group_id"
        case companyID = "company_id"
        case productID = "product_id"
        case emailConfigID = "email_config_id"
        case internalAgentID = "internal_agent_id"
        case internalGroupID = "internal_group_id"
        case ccEmails = "cc_emails"
        case customFields = "custom_fields"
        case dueBy = "due_by"
        case firstResponseDueBy = "fr_due_by"
        case parentID = "parent_id"
        case relatedTicketIDs = "related_ticket_ids"
        case lookupParameter = "lookup_parameter"
    }
}
