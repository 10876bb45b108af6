public import FreshworksCore

extension Sandbox {
    /// How a sandbox is set up. The defaults are right for most tests.
    public struct Options: Sendable {
        /// The account's label in host names; other labels answer as unknown accounts do.
        ///
        /// Characters that host names may not hold are left out.
        public let account: String
        /// What all invented data and credentials follow from; the same seed gives the same ones.
        public var seed: UInt64
        /// The time that rate windows, time filters and delays go by.
        public var clock: any RuntimeClock
        /// How many tickets there are, spread over the last 40 days. A list without `updated_since` shows the last 30.
        public var tickets: Int
        /// How many agents there are, at least one. Freshdesk's and Freshchat's are the same people.
        public var agents: Int
        /// How many Freshsales contacts there are; every twentieth is in the recycle bin.
        public var contacts: Int
        /// Freshdesk's calls per minute; 700 as in the Enterprise plan unless told. 0 is the free plan's: every call is
        /// answered 429. The service does not document how it tells that from a limit that is used up; here the total says it.
        public var freshdeskCallsPerMinute: Int
        /// How long Freshdesk's window is; a minute unless told. Its 429 says how many whole seconds of it are left.
        public var freshdeskRateWindow: Duration
        /// Limits of single Freshdesk calls inside that total; none unless told, so that the total is all a test must know.
        public var freshdeskSubLimits: FreshdeskSubLimits
        /// How many full-time agents Freshdesk's plan has seats for; any number unless told.
        public var freshdeskSeats: Int?
        /// How long Freshdesk's searches lag behind: what changed since then, they do not find. Not at all unless told.
        public var freshdeskIndexDelay: Duration
        /// Freshchat's calls per minute. The service publishes no number; 100 unless told.
        public var freshchatCallsPerMinute: Int
        /// Freshsales' calls per hour of the clock; 1000 as in the Growth plan unless told.
        public var freshsalesCallsPerHour: Int
        /// Whether Freshchat's 429 says how long to wait. Clients have to live with both.
        public var freshchatSendsRetryAfter: Bool
        /// Whether Freshsales' answers tell total, remaining and reset. Clients have to live without.
        public var freshsalesSendsRateHeaders: Bool
        /// Whether Freshsales' 429 says how long to wait. The real one was seen not to.
        public var freshsalesSendsRetryAfter: Bool
        /// Whether the Freshsales account has leads, as those at `freshsales.io` do; it is empty of them at first. Elsewhere
        /// their calls answer 404, and so do these unless told.
        public var freshsalesHasLeads = false
        /// How the OAuth server is set up.
        public var oauth: OAuthOptions

        /// Makes options.
        public init(
            account: String = "acme", seed: UInt64 = 1, clock: any RuntimeClock = SystemClock(), tickets: Int = 120,
            agents: Int = 25, contacts: Int = 60, freshdeskCallsPerMinute: Int = 700,
            freshdeskRateWindow: Duration = .seconds(60),
            freshdeskSubLimits: FreshdeskSubLimits = .none, freshdeskSeats: Int? = nil,
            freshdeskIndexDelay: Duration = .zero,
            freshchatCallsPerMinute: Int = 100, freshsalesCallsPerHour: Int = 1000,
            freshchatSendsRetryAfter: Bool = true, freshsalesSendsRateHeaders: Bool = true,
            freshsalesSendsRetryAfter: Bool = false,
            oauth: OAuthOptions = OAuthOptions()
        ) {
            self.account = account.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            self.seed = seed
            self.clock = clock
            self.tickets = tickets
            self.agents = agents
            self.contacts = contacts
            self.freshdeskCallsPerMinute = freshdeskCallsPerMinute
            self.freshdeskRateWindow = freshdeskRateWindow
            self.freshdeskSubLimits = freshdeskSubLimits
            self.freshdeskSeats = freshdeskSeats
            self.freshdeskIndexDelay = freshdeskIndexDelay
            self.freshchatCallsPerMinute = freshchatCallsPerMinute
            self.freshsalesCallsPerHour = freshsalesCallsPerHour
            self.freshchatSendsRetryAfter = freshchatSendsRetryAfter
            self.freshsalesSendsRateHeaders = freshsalesSendsRateHeaders
            self.freshsalesSendsRetryAfter = freshsalesSendsRetryAfter
            self.oauth = oauth
        }
    }

    /// The services that a sandbox doubles.
    public enum Product: String, Sendable, Hashable, CaseIterable {
        /// Freshdesk's API v2.
        case freshdesk
        /// Freshchat's API v2.
        case freshchat
        /// The API of Freshsales in the suite.
        case freshsales

        var basePath: String {
            switch self {
            case .freshdesk: "/api/v2"
            case .freshchat: "/v2"
            case .freshsales: "/crm/sales/api"
            }
        }
    }
}
