/// What to change of an agent; what is not set stays as it is. Source: Freshdesk API v2, agents.
///
/// Name, phone numbers and job title are managed by the organization and cannot be changed here.
public struct AgentUpdate: Encodable, Sendable, Hashable {
    /// The e-mail address.
    public var email: String?
    /// Which tickets the agent sees; nobody may change their own.
    public var ticketScope: TicketScope?
    /// Whether the agent works now and then, on day passes.
    public var occasional: Bool?
    /// The signature under replies, as HTML.
    public var signature: Patch<String>
    /// All groups to belong to; the array replaces the present one.
    public var groupIDs: [Int64]?
    /// All roles to have; nobody may change their own.
    public var roleIDs: [Int64]?
    /// All skills to have.
    public var skillIDs: [Int64]?
    /// The language, such as `en`.
    public var language: String?
    /// The time zone by its name in the service.
    public var timeZone: String?
    /// Whether focus mode is on.
    public var focusMode: Bool?

    /// Makes an update.
    public init(
        email: String? = nil, ticketScope: TicketScope? = nil, occasional: Bool? = nil,
        signature: Patch<String> = .unchanged, groupIDs: [Int64]? = nil, roleIDs: [Int64]? = nil,
        skillIDs: [Int64]? = nil, language: String? = nil, timeZone: String? = nil, focusMode: Bool? = nil
    ) {
        self.email = email
        self.ticketScope = ticketScope
        self.occasional = occasional
        self.signature = signature
        self.groupIDs = groupIDs
        self.roleIDs = roleIDs
        self.skillIDs = skillIDs
        self.language = language
        self.timeZone = timeZone
        self.focusMode = focusMode
    }

    func check() throws {
        try ArgumentCheck.email(email, "email")
        try ArgumentCheck.number(ticketScope?.rawValue, in: 1...3, "ticket_scope")
        try ArgumentCheck.ids(groupIDs, "group_ids")
        try ArgumentCheck.ids(roleIDs, "role_ids")
        try ArgumentCheck.ids(skillIDs, "skill_ids")
    }

    private enum CodingKeys: String, CodingKey {
        case email, occasional, signature, language
        case ticketScope = "ticket_scope"
        case groupIDs = "group_ids"
        case roleIDs = "role_ids"
        case skillIDs = "skill_ids"
        case timeZone = "time_zone"
        case focusMode = "focus_mode"
    }
}
