/// Which agents to list; what is set must fit all at once. Source: Freshdesk API v2, agents.
public struct AgentFilter: Sendable, Hashable {
    /// The exact e-mail address.
    public var email: String?
    /// The exact mobile number.
    public var mobile: String?
    /// The exact phone number.
    public var phone: String?
    /// Full time or occasional.
    public var state: State?

    /// Full time or occasional.
    public struct State: OpenEnum {
        /// The service's word.
        public let rawValue: String

        /// Makes a state, known or not.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Full-time agents.
        public static let fulltime = Self(rawValue: "fulltime")
        /// Occasional agents.
        public static let occasional = Self(rawValue: "occasional")
    }

    /// Makes a filter; without any condition it lets all agents through.
    public init(email: String? = nil, mobile: String? = nil, phone: String? = nil, state: State? = nil) {
        self.email = email
        self.mobile = mobile
        self.phone = phone
        self.state = state
    }

    func query(pageSize: Int) -> QueryItems {
        var items = QueryItems()
        items.append("email", email, .email)
        items.append("mobile", mobile, .notBlank)
        items.append("phone", phone, .notBlank)
        items.append("state", state?.rawValue)
        return .page(of: pageSize, items)
    }
}
