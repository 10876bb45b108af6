public import Foundation

/// The personal part of an agent. Source: Freshdesk API v2, agents.
public struct AgentContact: FieldRecord, JSONReadable {
    /// The object as it was read.
    public let json: JSONObject

    /// Reads the personal part.
    public init(json: JSONObject) { self.json = json }

    /// The fields of ``AgentContact``.
    public final class Fields: FieldTable {
        /// Whether the agent has activated the login.
        public let isActive = ReadOnly<Bool>("active")
        /// The e-mail address.
        public let email = ReadOnly<String>("email")
        /// The full name.
        public let name = ReadOnly<String>("name")
        /// The job title.
        public let jobTitle = ReadOnly<String>("job_title")
        /// The language, such as `en`.
        public let language = ReadOnly<String>("language")
        /// The mobile number.
        public let mobile = ReadOnly<String>("mobile")
        /// The phone number.
        public let phone = ReadOnly<String>("phone")
        /// The time zone by its name in the service, such as `Eastern Time (US & Canada)`.
        public let timeZone = ReadOnly<String>("time_zone")
        /// The picture, in the answers of availabilities and of a group's agents.
        public let avatar = ReadOnly<ContactAvatar>("avatar")
        /// When the agent last logged in.
        public let lastLoginAt = ReadOnly<Date>("last_login_at")
        /// When the login was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the login was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
    }
}
