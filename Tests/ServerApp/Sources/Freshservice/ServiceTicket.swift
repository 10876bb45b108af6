public import Foundation
public import FreshworksCore

/// An incident or service request. Source: Freshservice API v2, tickets.
public struct ServiceTicket: Resource {
    /// The object as it was read.
    public let json: JSONObject
    /// The number people see.
    public let id: Int64

    /// Reads a ticket.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The subject line.
    public var subject: String? { json["subject"] }
    /// Whether it is an incident or a service request.
    public var type: String? { json["type"] }
    /// How far it is.
    public var status: ServiceTicketStatus? { json["status"] }
    /// The department of the requester.
    public var departmentID: Int64? { json["department_id"] }
    /// When it is to be resolved.
    public var dueBy: Date? { json["due_by"] }
    /// The fields that the account has defined.
    public var customFields: CustomFields { json["custom_fields"] ?? [:] }
}
