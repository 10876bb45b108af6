public import Foundation

/// Who asks, as embedded in a ticket. Source: Freshdesk API v2, tickets.
public struct TicketRequester: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The contact's or agent's id.
    public let id: Int64

    /// Reads a requester.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``TicketRequester``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The full name.
        public let name = ReadOnly<String>("name")
        /// The e-mail address.
        public let email = ReadOnly<String>("email")
        /// The mobile number.
        public let mobile = ReadOnly<String>("mobile")
        /// The phone number.
        public let phone = ReadOnly<String>("phone")
        /// Whether the login is activated.
        public let isActive = ReadOnly<Bool>("active")

        /// The only instance.
        public static let table = Fields()
    }
}

/// The requester's company, as embedded in a ticket. Source: Freshdesk API v2, tickets.
public struct TicketCompany: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject
    /// The company's id.
    public let id: Int64

    /// Reads a company.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``TicketCompany``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The company's name.
        public let name = ReadOnly<String>("name")

        /// The only instance.
        public static let table = Fields()
    }
}

/// When what happened to a ticket, as embedded in it. Source: Freshdesk API v2, tickets.
public struct TicketStats: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the points in time.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``TicketStats``, which the service alone writes.
    public final class Fields: FieldTable {
        /// The last answer of an agent.
        public let agentRespondedAt = ReadOnly<Date>("agent_responded_at")
        /// The last answer of the requester.
        public let requesterRespondedAt = ReadOnly<Date>("requester_responded_at")
        /// The first answer of an agent.
        public let firstRespondedAt = ReadOnly<Date>("first_responded_at")
        /// The last change of the status.
        public let statusUpdatedAt = ReadOnly<Date>("status_updated_at")
        /// When it was opened again.
        public let reopenedAt = ReadOnly<Date>("reopened_at")
        /// When it was resolved.
        public let resolvedAt = ReadOnly<Date>("resolved_at")
        /// When it was closed.
        public let closedAt = ReadOnly<Date>("closed_at")
        /// Since when it is pending.
        public let pendingSince = ReadOnly<Date>("pending_since")

        /// The only instance.
        public static let table = Fields()
    }
}
