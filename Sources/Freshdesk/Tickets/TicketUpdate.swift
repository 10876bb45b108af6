public import Foundation

/// What to change of a ticket; what is not set stays as it is. Source: Freshdesk API v2, tickets.
///
/// The service refuses an update, whatever it sets, while a field that the account's form requires is empty on the ticket.
public struct TicketUpdate: Sendable, Hashable {
    /// Who asks.
    public var requester: Requester?
    /// The subject line; not that of a ticket that began with an outbound e-mail.
    public var subject: Patch<String>
    /// The first message, as HTML; not that of a ticket that began with an outbound e-mail.
    public var description: String?
    /// How urgent it is.
    public var priority: TicketPriority?
    /// How far it is.
    public var status: TicketStatus?
    /// The channel it came by.
    public var source: TicketSource?
    /// What it is about, in the account's own words.
    public var type: Patch<TicketType>
    /// The agent to assign it to.
    public var responderID: Patch<Int64>
    /// The group to assign it to.
    public var groupID: Patch<Int64>
    /// The company; settable only where contacts have several.
    public var companyID: Patch<Int64>
    /// The product it is about; the mailbox may change with it.
    public var productID: Patch<Int64>
    /// The mailbox it belongs to.
    public var emailConfigID: Patch<Int64>
    /// The agent behind the scenes, where ownership is shared.
    public var internalAgentID: Patch<Int64>
    /// The group behind the scenes, where ownership is shared.
    public var internalGroupID: Patch<Int64>
    /// All tags; the array replaces the present one.
    public var tags: [String]?
    /// The fields that the account has defined; those that are not named stay as they are, `.null` empties one.
    public var customFields: CustomFields?
    /// When to resolve it; goes together with ``firstResponseDueBy``.
    public var dueBy: Patch<Date>
    /// When to answer it first; goes together with ``dueBy``.
    public var firstResponseDueBy: Patch<Date>
    /// The ticket to become a child of.
    public var parentID: Int64?
    /// How values of custom objects are looked up: `display_id`, which is the default, or `primary_field_value`.
    public var lookupParameter: String?
    /// Files to add, 20 MB in all with those that the ticket has. A request with files cannot clear anything.
    public var attachments: [AttachmentUpload]

    /// Makes an update.
    public init(
        requester: Requester? = nil, subject: Patch<String> = .unchanged, description: String? = nil,
        priority: TicketPriority? = nil, status: TicketStatus? = nil, source: TicketSource? = nil,
        type: Patch<TicketType> = .unchanged, responderID: Patch<Int64> = .unchanged,
        groupID: Patch<Int64> = .unchanged, companyID: Patch<Int64> = .unchanged,
        productID: Patch<Int64> = .unchanged, emailConfigID: Patch<Int64> = .unchanged,
        internalAgentID: Patch<Int64> = .unchanged, internalGroupID: Patch<Int64> = .unchanged,
        tags: [String]? = nil, customFields: CustomFields? = nil, dueBy: Patch<Date> = .unchanged,
        firstResponseDueBy: Patch<Date> = .unchanged, parentID: Int64? = nil, lookupParameter: String? = nil,
        attachments: [AttachmentUpload] = []
    ) {
        self.requester = requester
        self.subject = subject
        self.description = description
        self.priority = priority
        self.status = status
        self.source = source
        self.type = type
        self.responderID = responderID
        self.groupID = groupID
        self.companyID = companyID
        self.productID = productID
        self.emailConfigID = emailConfigID
        self.internalAgentID = internalAgentID
        self.internalGroupID = internalGroupID
        self.tags = tags
        self.customFields = customFields
        self.dueBy = dueBy
        self.firstResponseDueBy = firstResponseDueBy
        self.parentID = parentID
        self.lookupParameter = lookupParameter
        self.attachments = attachments
    }

    func check() throws {
        try requester?.check()
        try ArgumentCheck.notBlank(subject.newValue, "subject")
        try ArgumentCheck.notBlank(description, "description")
        try ArgumentCheck.number(priority?.rawValue, in: 1...4, "priority")
        try ArgumentCheck.notBlank(type.newValue?.rawValue, "type")
        try ArgumentCheck.id(responderID.newValue, "responder_id")
        try ArgumentCheck.id(groupID.newValue, "group_id")
        try ArgumentCheck.id(companyID.newValue, "company_id")
        try ArgumentCheck.id(productID.newValue, "product_id")
        try ArgumentCheck.id(emailConfigID.newValue, "email_config_id")
        try ArgumentCheck.id(internalAgentID.newValue, "internal_agent_id")
        try ArgumentCheck.id(internalGroupID.newValue, "internal_group_id")
        try ArgumentCheck.id(parentID, "parent_id")
    }
}

extension TicketUpdate: Encodable {
    /// Writes what is set, but the files; the requester's keys stand beside the others.
    public func encode(to encoder: any Encoder) throws {
        try requester?.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject, forKey: .subject)
        try container.encodeIfPresent(description, forKey: .description)
        try container.encodeIfPresent(priority, forKey: .priority)
        try container.encodeIfPresent(status, forKey: .status)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encode(type, forKey: .type)
        try container.encode(responderID, forKey: .responderID)
        try container.encode(groupID, forKey: .groupID)
        try container.encode(companyID, forKey: .companyID)
        try container.encode(productID, forKey: .productID)
        try container.encode(emailConfigID, forKey: .emailConfigID)
        try container.encode(internalAgentID, forKey: .internalAgentID)
        try container.encode(internalGroupID, forKey: .internalGroupID)
        try container.encodeIfPresent(tags, forKey: .tags)
        try container.encodeIfPresent(customFields, forKey: .customFields)
        try container.encode(dueBy, forKey: .dueBy)
        try container.encode(firstResponseDueBy, forKey: .firstResponseDueBy)
        try container.encodeIfPresent(parentID, forKey: .parentID)
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
        case customFields = "custom_fields"
        case dueBy = "due_by"
        case firstResponseDueBy = "fr_due_by"
        case parentID = "parent_id"
        case lookupParameter = "lookup_parameter"
    }
}
