public import Foundation
public import FreshworksCore

/// An incident or service request. Source: Freshservice API v2, tickets.
///
/// Its fields are those of ``Fields``.
public struct ServiceTicket: FieldRecord {
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

    /// The fields of ``ServiceTicket``, ``ServiceTicketDraft`` and ``ServiceTicketUpdate``.
    public final class Fields: FieldTable {
        /// The requester's address.
        public let email = SendOnlyInitial<String>("email", .email)
        /// The subject line.
        public let subject = Settable<String>("subject", .notBlank)
        /// The first message, as HTML.
        public let description = Settable<String>("description", .notBlank)
        /// 1 (low) to 4 (urgent).
        public let priority = Settable<Int>("priority", .within(1...4))
        /// The status.
        public let status = Settable<ServiceTicketStatus>("status")
        /// Whether it is an incident or a service request.
        public let type = ReadOnly<String>("type")
        /// The department of the requester.
        public let departmentID = Clearable<Int64>("department_id", .id)
        /// When it is to be resolved.
        public let dueBy = ReadOnly<Date>("due_by")
        /// The fields that the account has defined.
        public let customFields = Settable<CustomFields>("custom_fields")

        /// The only instance.
        public static let table = Fields()
        /// What Freshservice requires.
        public static let required: [FieldRequirement] = ["email", "subject", "description", "priority", "status"]
    }
}

/// A ticket to create: the fields of ``ServiceTicket/Fields``.
public typealias ServiceTicketDraft = Draft<ServiceTicket.Fields>

/// What to change of a ticket: the fields of ``ServiceTicket/Fields``; what is not set stays as it is.
public typealias ServiceTicketUpdate = Update<ServiceTicket.Fields>

extension ServiceTicketDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(
        email: String, subject: String, description: String, priority: Int = 1, status: ServiceTicketStatus = .open,
        _ fill: (inout Self) -> Void = { _ in }
    ) {
        self = ServiceTicket.Fields.draft(fill) {
            $0.email = email
            $0.subject = subject
            $0.description = description
            $0.priority = priority
            $0.status = status
        }
    }
}

/// The status of a ticket. Accounts define more values.
public struct ServiceTicketStatus: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Open.
    public static let open = Self(rawValue: 2)
    /// Pending.
    public static let pending = Self(rawValue: 3)
}
