public import Foundation

/// When what happened to a ticket, as embedded in it. Source: Freshdesk API v2, tickets.
public struct TicketStats: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the points in time.
    public init(json: JSONObject) { self.json = json }

    /// The last answer of an agent.
    public var agentRespondedAt: Date? { json["agent_responded_at"] }
    /// The last answer of the requester.
    public var requesterRespondedAt: Date? { json["requester_responded_at"] }
    /// The first answer of an agent.
    public var firstRespondedAt: Date? { json["first_responded_at"] }
    /// The last change of the status.
    public var statusUpdatedAt: Date? { json["status_updated_at"] }
    /// When it was opened again.
    public var reopenedAt: Date? { json["reopened_at"] }
    /// When it was resolved.
    public var resolvedAt: Date? { json["resolved_at"] }
    /// When it was closed.
    public var closedAt: Date? { json["closed_at"] }
    /// Since when it is pending.
    public var pendingSince: Date? { json["pending_since"] }
}
