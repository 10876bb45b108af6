public import Foundation

/// A member of the support staff. Source: Freshdesk API v2, agents.
///
/// Its fields are those of ``Fields``. Lists leave out `groupIDs`, `roleIDs` and `skillIDs`; get the single agent for them.
public struct Agent: FieldRecord {
    /// The object as it was read.
    public let json: JSONObject
    /// The user id; contacts and agents share one number space.
    public let id: Int64

    /// Reads an agent.
    /// - Throws: ``FreshworksError`` when it has no id.
    public init(json: JSONObject) throws {
        self.json = json
        id = try json.require("id")
    }

    /// The fields of ``Agent``, ``AgentDraft`` and ``AgentUpdate``.
    ///
    /// Answers show the personal ones in `contact`. Name, phone numbers and job title are managed by the organization once the
    /// agent exists.
    public final class Fields: FieldTable {
        /// The e-mail address; no other agent or contact may have it.
        public let email = SendOnly<String>("email", .email)
        /// Which tickets the agent sees; nobody may change their own.
        public let ticketScope = Settable<TicketScope>("ticket_scope", .within(1...3))
        /// The full name.
        public let name = SendOnlyInitial<String>("name", .notBlank)
        /// The job title.
        public let jobTitle = SendOnlyInitial<String>("job_title")
        /// The phone number.
        public let phone = SendOnlyInitial<String>("phone")
        /// The mobile number.
        public let mobile = SendOnlyInitial<String>("mobile")
        /// Name, address and phone numbers.
        public let contact = ReadOnly<AgentContact>("contact")
        /// The kind of agent; a support agent unless set.
        public let type = Initial<AgentType>("type", as: AgentType.numberSpelling, .numbered)
        /// Whether the agent works now and then, on day passes; full time unless set.
        public let isOccasional = Settable<Bool>("occasional")
        /// The signature under replies, as HTML.
        public let signature = Clearable<String>("signature")
        /// The groups the agent belongs to; an update replaces them all.
        public let groupIDs = Settable<[Int64]>("group_ids", .ids)
        /// The roles the agent has, at least one; an update replaces them all, and nobody may change their own.
        public let roleIDs = Settable<[Int64]>("role_ids", .ids)
        /// The skills the agent has; an update replaces them all.
        public let skillIDs = Settable<[Int64]>("skill_ids", .ids)
        /// The language, such as `en`.
        public let language = SendOnly<String>("language")
        /// The time zone by its name in the service, such as `Eastern Time (US & Canada)`.
        public let timeZone = SendOnly<String>("time_zone")
        /// Whether focus mode is on; it is unless set.
        public let isFocusModeOn = Settable<Bool>("focus_mode")
        /// Whether the agent takes part in the automatic assignment of tickets.
        public let isAvailable = ReadOnly<Bool>("available")
        /// Since when the agent is available.
        public let availableSince = ReadOnly<Date>("available_since")
        /// The groups the agent may only contribute to.
        public let contributionGroupIDs = ReadOnly<[Int64]>("contribution_group_ids")
        /// Whether the agent was deactivated.
        public let isDeactivated = ReadOnly<Bool>("deactivated")
        /// Whether the agent's API key works.
        public let isAPIKeyEnabled = ReadOnly<Bool>("api_key_enabled")
        /// What the agent is doing, in a form that is not documented.
        public let operationalStatus = ReadOnly<JSONValue>("agent_operational_status")
        /// When the agent was last active.
        public let lastActiveAt = ReadOnly<Date>("last_active_at")
        /// When the agent was created.
        public let createdAt = ReadOnly<Date>("created_at")
        /// When the agent was last changed.
        public let updatedAt = ReadOnly<Date>("updated_at")

        /// The only instance.
        public static let table = Fields()
        /// The address and the scope.
        public static let required: [FieldRequirement] = ["email", "ticket_scope"]
    }
}

// What requests say beside the other fields and answers show in `contact`.
extension Agent {
    /// The e-mail address, from ``AgentContact``.
    public var email: String? { self.contact?.email }
    /// The full name, from ``AgentContact``.
    public var name: String? { self.contact?.name }
    /// The job title, from ``AgentContact``.
    public var jobTitle: String? { self.contact?.jobTitle }
    /// The phone number, from ``AgentContact``.
    public var phone: String? { self.contact?.phone }
    /// The mobile number, from ``AgentContact``.
    public var mobile: String? { self.contact?.mobile }
    /// The language, from ``AgentContact``.
    public var language: String? { self.contact?.language }
    /// The time zone, from ``AgentContact``.
    public var timeZone: String? { self.contact?.timeZone }
}

/// An agent to create: the fields of ``Agent/Fields``.
public typealias AgentDraft = Draft<Agent.Fields>

/// What to change of an agent: the fields of ``Agent/Fields``; what is not set stays as it is.
public typealias AgentUpdate = Update<Agent.Fields>

extension AgentDraft {
    /// Makes a draft of what the service requires, and fills in more.
    public init(email: String, ticketScope: TicketScope, _ fill: (inout Self) -> Void = { _ in }) {
        self = Agent.Fields.draft(fill) {
            $0.email = email
            $0.ticketScope = ticketScope
        }
    }
}

/// Which tickets an agent sees.
public struct TicketScope: OpenEnum {
    /// The service's number.
    public let rawValue: Int

    /// Makes a scope, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// All tickets.
    public static let global = Self(rawValue: 1)
    /// Those of the agent's groups and those assigned to the agent.
    public static let group = Self(rawValue: 2)
    /// Those assigned to the agent.
    public static let restricted = Self(rawValue: 3)
}
