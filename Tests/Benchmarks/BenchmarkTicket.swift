import Foundation
import FreshworksCore

/// A ticket as the connectors read it.
struct BenchmarkTicket: Resource {
    let json: JSONObject
    let id: Int64

    init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    var ccEmails: [String] { json["cc_emails"] ?? [] }
    var fwdEmails: [String] { json["fwd_emails"] ?? [] }
    var replyCcEmails: [String] { json["reply_cc_emails"] ?? [] }
    var ticketCcEmails: [String] { json["ticket_cc_emails"] ?? [] }
    var frEscalated: Bool { json["fr_escalated"] ?? false }
    var spam: Bool { json["spam"] ?? false }
    var emailConfigID: Int64? { json["email_config_id"] }
    var groupID: Int64? { json["group_id"] }
    var priority: Int { json["priority"] ?? 0 }
    var requesterID: Int64 { json["requester_id"] ?? 0 }
    var responderID: Int64? { json["responder_id"] }
    var source: Int { json["source"] ?? 0 }
    var companyID: Int64? { json["company_id"] }
    var status: Int { json["status"] ?? 0 }
    var subject: String { json["subject"] ?? "" }
    var associationType: Int? { json["association_type"] }
    var supportEmail: String? { json["support_email"] }
    var toEmails: [String] { json["to_emails"] ?? [] }
    var productID: Int64? { json["product_id"] }
    var type: String? { json["type"] }
    var dueBy: Date { json["due_by"] ?? .distantPast }
    var frDueBy: Date { json["fr_due_by"] ?? .distantPast }
    var isEscalated: Bool { json["is_escalated"] ?? false }
    var description: String { json["description"] ?? "" }
    var descriptionText: String { json["description_text"] ?? "" }
    var createdAt: Date { json["created_at"] ?? .distantPast }
    var updatedAt: Date { json["updated_at"] ?? .distantPast }
    var tags: [String] { json["tags"] ?? [] }
    var customFields: CustomFields { json["custom_fields"] ?? [:] }
    var internalAgentID: Int64? { json["internal_agent_id"] }
    var internalGroupID: Int64? { json["internal_group_id"] }
    var sentimentScore: Int? { json["sentiment_score"] }
    var initialSentimentScore: Int? { json["initial_sentiment_score"] }
    var nrDueBy: Date? { json["nr_due_by"] }
    var nrEscalated: Bool { json["nr_escalated"] ?? false }
    var formID: Int64? { json["form_id"] }
    var associatedTicketsCount: Int? { json["associated_tickets_count"] }
    var firstRespondedAt: Date? { json["first_responded_at"] }
    var resolvedAt: Date? { json["resolved_at"] }
    var closedAt: Date? { json["closed_at"] }

    /// How many accessors `sum` calls: every one above, and one custom field.
    static let accessors = 41

    /// Something that every field takes part in.
    var sum: Int {
        var sum = 0
        sum &+= ccEmails.count
        sum &+= fwdEmails.count
        sum &+= replyCcEmails.count
        sum &+= ticketCcEmails.count
        sum &+= (frEscalated ? 1 : 0)
        sum &+= (spam ? 1 : 0)
        sum &+= Int(emailConfigID ?? 0)
        sum &+= Int(groupID ?? 0)
        sum &+= priority
        sum &+= Int(requesterID)
        sum &+= Int(responderID ?? 0)
        sum &+= source
        sum &+= Int(companyID ?? 0)
        sum &+= status
        sum &+= subject.utf8.count
        sum &+= (associationType ?? 0)
        sum &+= (supportEmail?.utf8.count ?? 0)
        sum &+= toEmails.count
        sum &+= Int(productID ?? 0)
        sum &+= Int(id)
        sum &+= (type?.utf8.count ?? 0)
        sum &+= Int(dueBy.timeIntervalSince1970)
        sum &+= Int(frDueBy.timeIntervalSince1970)
        sum &+= (isEscalated ? 1 : 0)
        sum &+= description.utf8.count
        sum &+= descriptionText.utf8.count
        sum &+= Int(createdAt.timeIntervalSince1970)
        sum &+= Int(updatedAt.timeIntervalSince1970)
        sum &+= tags.count
        sum &+= customFieldLength
        sum &+= Int(internalAgentID ?? 0)
        sum &+= Int(internalGroupID ?? 0)
        sum &+= (sentimentScore ?? 0)
        sum &+= (initialSentimentScore ?? 0)
        sum &+= Int(nrDueBy?.timeIntervalSince1970 ?? 0)
        sum &+= (nrEscalated ? 1 : 0)
        sum &+= Int(formID ?? 0)
        sum &+= (associatedTicketsCount ?? 0)
        sum &+= Int(firstRespondedAt?.timeIntervalSince1970 ?? 0)
        sum &+= Int(resolvedAt?.timeIntervalSince1970 ?? 0)
        sum &+= Int(closedAt?.timeIntervalSince1970 ?? 0)
        return sum
    }

    private var customFieldLength: Int {
        let value: String? = customFields["cf_contract_number"]
        return value?.utf8.count ?? 0
    }
}

/// The same fields as a plain struct.
struct PlainTicket: Decodable {
    let ccEmails: [String]
    let fwdEmails: [String]
    let replyCcEmails: [String]
    let ticketCcEmails: [String]
    let frEscalated: Bool
    let spam: Bool
    let emailConfigID: Int64?
    let groupID: Int64?
    let priority: Int
    let requesterID: Int64
    let responderID: Int64?
    let source: Int
    let companyID: Int64?
    let status: Int
    let subject: String
    let associationType: Int?
    let supportEmail: String?
    let toEmails: [String]
    let productID: Int64?
    let id: Int64
    let type: String?
    let dueBy: Date
    let frDueBy: Date
    let isEscalated: Bool
    let description: String
    let descriptionText: String
    let createdAt: Date
    let updatedAt: Date
    let tags: [String]
    let customFields: [String: PlainField]
    let internalAgentID: Int64?
    let internalGroupID: Int64?
    let sentimentScore: Int?
    let initialSentimentScore: Int?
    let nrDueBy: Date?
    let nrEscalated: Bool
    let formID: Int64?
    let associatedTicketsCount: Int?
    let firstRespondedAt: Date?
    let resolvedAt: Date?
    let closedAt: Date?

    enum CodingKeys: String, CodingKey {
        case ccEmails = "cc_emails"
        case fwdEmails = "fwd_emails"
        case replyCcEmails = "reply_cc_emails"
        case ticketCcEmails = "ticket_cc_emails"
        case frEscalated = "fr_escalated"
        case spam
        case emailConfigID = "email_config_id"
        case groupID = "group_id"
        case priority
        case requesterID = "requester_id"
        case responderID = "responder_id"
        case source
        case companyID = "company_id"
        case status
        case subject
        case associationType = "association_type"
        case supportEmail = "support_email"
        case toEmails = "to_emails"
        case productID = "product_id"
        case id
        case type
        case dueBy = "due_by"
        case frDueBy = "fr_due_by"
        case isEscalated = "is_escalated"
        case description
        case descriptionText = "description_text"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case tags
        case customFields = "custom_fields"
        case internalAgentID = "internal_agent_id"
        case internalGroupID = "internal_group_id"
        case sentimentScore = "sentiment_score"
        case initialSentimentScore = "initial_sentiment_score"
        case nrDueBy = "nr_due_by"
        case nrEscalated = "nr_escalated"
        case formID = "form_id"
        case associatedTicketsCount = "associated_tickets_count"
        case firstRespondedAt = "first_responded_at"
        case resolvedAt = "resolved_at"
        case closedAt = "closed_at"
    }

    var sum: Int {
        var sum = 0
        sum &+= ccEmails.count
        sum &+= fwdEmails.count
        sum &+= replyCcEmails.count
        sum &+= ticketCcEmails.count
        sum &+= (frEscalated ? 1 : 0)
        sum &+= (spam ? 1 : 0)
        sum &+= Int(emailConfigID ?? 0)
        sum &+= Int(groupID ?? 0)
        sum &+= priority
        sum &+= Int(requesterID)
        sum &+= Int(responderID ?? 0)
        sum &+= source
        sum &+= Int(companyID ?? 0)
        sum &+= status
        sum &+= subject.utf8.count
        sum &+= (associationType ?? 0)
        sum &+= (supportEmail?.utf8.count ?? 0)
        sum &+= toEmails.count
        sum &+= Int(productID ?? 0)
        sum &+= Int(id)
        sum &+= (type?.utf8.count ?? 0)
        sum &+= Int(dueBy.timeIntervalSince1970)
        sum &+= Int(frDueBy.timeIntervalSince1970)
        sum &+= (isEscalated ? 1 : 0)
        sum &+= description.utf8.count
        sum &+= descriptionText.utf8.count
        sum &+= Int(createdAt.timeIntervalSince1970)
        sum &+= Int(updatedAt.timeIntervalSince1970)
        sum &+= tags.count
        sum &+= customFieldLength
        sum &+= Int(internalAgentID ?? 0)
        sum &+= Int(internalGroupID ?? 0)
        sum &+= (sentimentScore ?? 0)
        sum &+= (initialSentimentScore ?? 0)
        sum &+= Int(nrDueBy?.timeIntervalSince1970 ?? 0)
        sum &+= (nrEscalated ? 1 : 0)
        sum &+= Int(formID ?? 0)
        sum &+= (associatedTicketsCount ?? 0)
        sum &+= Int(firstRespondedAt?.timeIntervalSince1970 ?? 0)
        sum &+= Int(resolvedAt?.timeIntervalSince1970 ?? 0)
        sum &+= Int(closedAt?.timeIntervalSince1970 ?? 0)
        return sum
    }

    private var customFieldLength: Int {
        if case .string(let text) = customFields["cf_contract_number"] { text.utf8.count } else { 0 }
    }
}
