public import Foundation

/// The personal part of an agent. Source: Freshdesk API v2, agents.
public struct AgentContact: Resource, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the personal part.
    public init(json: JSONObject) { self.json = json }

    /// Whether the agent has activated the login.
    public var active: Bool? { json["active"] }
    /// The e-mail address.
    public var email: String? { json["email"] }
    /// The full name.
    public var name: String? { json["name"] }
    /// The job title.
    public var jobTitle: String? { json["job_title"] }
    /// The language, such as `en`.
    public var language: String? { json["language"] }
    /// The mobile number.
    public var mobile: String? { json["mobile"] }
    /// The phone number.
    public var phone: String? { json["phone"] }
    /// The time zone by its name in the service, such as `Eastern Time (US & Canada)`.
    public var timeZone: String? { json["time_zone"] }
    /// When the agent last logged in.
    public var lastLoginAt: Date? { json["last_login_at"] }
    /// When the login was created.
    public var createdAt: Date? { json["created_at"] }
    /// When the login was last changed.
    public var updatedAt: Date? { json["updated_at"] }
}
