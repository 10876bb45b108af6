/// An agent to create. Source: Freshdesk API v2, agents.
public struct AgentDraft: Encodable, Sendable, Hashable {
    /// The e-mail address; no other agent or contact may have it.
    public var email: String
    /// Which tickets the agent will see.
    public var ticketScope: TicketScope
    /// The full name.
    public var name: String?
    /// The job title.
    public var jobTitle: String?
    /// The phone number.
    public var phone: String?
    /// The mobile number.
    public var mobile: String?
    /// Whether the agent works now and then, on day passes; full time unless set.
    public var occasional: Bool?
    /// The kind of agent; a support agent unless set.
    public var kind: AgentKind?
    /// The signature under replies, as HTML.
    public var signature: String?
    /// The groups to join.
    public var groupIDs: [Int64]?
    /// The roles to have; at least one must be in effect.
    public var roleIDs: [Int64]?
    /// The skills to have.
    public var skillIDs: [Int64]?
    /// The language, such as `en`.
    public var language: String?
    /// The time zone by its name in the service.
    public var timeZone: String?
    /// Whether focus mode is on; it is unless set.
    public var focusMode: Bool?

    /// Makes a draft of what the service requires; set the other properties as needed.
    public init(email: String, ticketScope: TicketScope, name: String? = nil, jobTitle: String? = nil) {
        self.email = email
        self.ticketScope = ticketScope
        self.name = name
        self.jobTitle = jobTitle
    }

    func check() throws {
        try ArgumentCheck.email(email, "email")
        try ArgumentCheck.number(ticketScope.rawValue, in: 1...3, "ticket_scope")
        try ArgumentCheck.number(kind?.rawValue, in: 1...3, "agent_type")
        try ArgumentCheck.notBlank(name, "name")
        try ArgumentCheck.ids(groupIDs, "group_ids")
        try ArgumentCheck.ids(roleIDs, "role_ids")
        try ArgumentCheck.ids(skillIDs, "skill_ids")
    }

    private enum CodingKeys: String, CodingKey {
        case email, name, phone, mobile, occasional, signature, language
        case ticketScope = "ticket_scope"
        case jobTitle = "job_title"
        case kind = "agent_type"
        case groupIDs = "group_ids"
        case roleIDs = "role_ids"
        case skillIDs = "skill_ids"
        case timeZone = "time_zone"
        case focusMode = "focus_mode"
    }
}
