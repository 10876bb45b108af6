/// What is particular to one Freshworks product, as plain data: its hosts, how its keys are sent, how a credential is
/// verified.
///
/// ``freshdesk``, ``freshchat`` and ``freshsales`` are ready made. Describe another product by filling in the same fields:
///
/// ```swift
/// extension FreshworksProduct {
///     static let freshservice = FreshworksProduct(
///         name: "freshservice", title: "Freshservice",
///         hosts: [.tenants(under: ".freshservice.com", basePath: "/api/v2")], keyScheme: .basic,
///         probes: VerificationProbes(VerificationProbes.Probe("agents/me", expects: [["agent.id"]])))
/// }
/// ```
public struct FreshworksProduct: Sendable, Hashable {
    /// The identifier in lower case. In upper case it is the prefix of environment variables.
    public let name: String
    /// The name to show to people.
    public let title: String
    /// Where accounts of this product live. The first rule builds the base URL of a bare subdomain.
    public let hosts: [HostRule]
    /// Hosts that look like those of a tenant but serve all accounts, such as that of a widget: no credential goes
    /// there.
    public var sharedHosts: Set<String> { particulars[0].sharedHosts }
    /// How the product's own keys are sent.
    public let keyScheme: KeyScheme
    /// The calls that tell whether a credential works.
    public let probes: VerificationProbes
    /// How long the fixed window of the rate limit lasts.
    public let rateWindow: Duration
    /// How many calls of one account may be under way at once; `nil` leaves it to the runtime's connections.
    public let callsInFlight: Int?
    /// Whether the product's API takes OAuth access tokens.
    public var takesAccessTokens: Bool { particulars[0].takesAccessTokens }
    /// What to do about errors in the product's own words, by the error's code; without an entry a general sentence is
    /// used.
    public var advice: [FreshworksError.Code: String] { particulars[0].advice }
    /// Limits that some calls have inside the account's: by the account's calls per window, the limit of each
    /// ``RateGroup``, by its name. An account is held to them once a 429 has shown that it has them.
    public var subLimits: [Int: [String: Int]] { particulars[0].subLimits }
    /// The collections whose records have integers as ids. A raw path that names one of their records otherwise is refused.
    public var numberedCollections: Set<String> { particulars[0].numberedCollections }

    // In an array, and so on the heap: accounts and products stay small.
    private let particulars: [Particulars]

    private struct Particulars: Sendable, Hashable {
        var sharedHosts: Set<String>
        var takesAccessTokens: Bool
        var advice: [FreshworksError.Code: String]
        var numberedCollections: Set<String>
        var subLimits: [Int: [String: Int]]
    }

    /// Describes a product.
    public init(
        name: String, title: String, hosts: [HostRule], sharedHosts: Set<String> = [], keyScheme: KeyScheme,
        probes: VerificationProbes, rateWindow: Duration = .seconds(60), callsInFlight: Int? = nil,
        takesAccessTokens: Bool = true, advice: [FreshworksError.Code: String] = [:],
        numberedCollections: Set<String> = [], subLimits: [Int: [String: Int]] = [:]
    ) {
        self.name = name
        self.title = title
        self.hosts = hosts
        self.keyScheme = keyScheme
        self.probes = probes
        self.rateWindow = rateWindow
        self.callsInFlight = callsInFlight
        particulars = [
            Particulars(
                sharedHosts: sharedHosts, takesAccessTokens: takesAccessTokens, advice: advice,
                numberedCollections: numberedCollections, subLimits: subLimits)
        ]
    }

    /// How a product wants its own keys in the `Authorization` field.
    public enum KeyScheme: Sendable, Hashable {
        /// `Basic`, with the key as user name and `X` as password.
        case basic
        /// `Bearer`, followed by the key.
        case bearer
        /// `Token token=`, followed by the key without quotes.
        case token
    }
}

extension FreshworksProduct: CustomStringConvertible {
    /// The same text as ``name``.
    public var description: String { name }

    /// Freshdesk, API v2. Source: developers.freshdesk.com/api.
    public static let freshdesk = FreshworksProduct(
        name: "freshdesk", title: "Freshdesk",
        hosts: [.tenants(under: ".freshdesk.com", basePath: "/api/v2")],
        sharedHosts: ["assets.freshdesk.com", "attachment.freshdesk.com", "eucattachment.freshdesk.com"],
        keyScheme: .basic,
        probes: VerificationProbes(
            .init(
                "agents/me", expects: [["id", "contact.email"]], id: "id", personName: "contact.name",
                email: "contact.email"),
            alternative: .init("settings/helpdesk", expects: [["primary_language"]])),
        takesAccessTokens: false,
        advice: [
            .invalidCredential: """
            Copy the current key from Profile settings > View API key in Freshdesk: an agent who resets it ends the old \
            one at once; if it is the right one, API access may be switched off for this agent.
            """,
            .methodNotAllowed: """
            The record is in the trash, blocked or marked as spam, unless the path has no such verb. Bring it back first \
            with PUT tickets/{id}/restore or PUT contacts/{id}/restore; only a person can take a ticket out of spam.
            """,
        ],
        numberedCollections: [
            "agents", "attachments", "companies", "contacts", "conversations", "groups", "products", "roles", "tickets",
            "time_entries",
        ],
        // The plans' rows, and two that are sold apart.
        subLimits: [
            200: subLimits(create: 80, update: 80, list: 20), 400: subLimits(create: 160, update: 160, list: 100),
            700: subLimits(create: 280, update: 280, list: 200), 1000: subLimits(create: 400, update: 400, list: 300),
            2000: subLimits(create: 800, update: 800, list: 400),
        ])

    private static func subLimits(create: Int, update: Int, list: Int) -> [String: Int] {
        ["tickets.create": create, "tickets.update": update, "tickets.list": list, "contacts.list": list]
    }

    /// Freshchat, API v2. Source: developers.freshchat.com/api.
    public static let freshchat = FreshworksProduct(
        name: "freshchat", title: "Freshchat",
        hosts: [
            .tenants(under: ".freshchat.com", basePath: "/v2"),
            .exactly("api.freshchat.com", basePath: "/v2"),
            .exactly("api.eu.freshchat.com", basePath: "/v2"),
            .exactly("api.in.freshchat.com", basePath: "/v2"),
            .exactly("api.au.freshchat.com", basePath: "/v2"),
            .tenants(under: ".myfreshworks.com", basePath: "/v2"),
        ],
        sharedHosts: ["wchat.freshchat.com", "msdk.freshchat.com"],
        keyScheme: .bearer,
        probes: VerificationProbes(
            .init(
                "accounts/configuration", expects: [["account_id"], ["organisation_id"], ["configuration.account_id"]],
                id: "account_id", personName: "account_domain"),
            alternative: .init("agents", query: ["page": 1, "items_per_page": 1], expects: [["agents"]])),
        callsInFlight: 4,
        advice: [
            .invalidCredential: """
            Copy the current token from Admin > Configure > API Tokens, in the suite from Admin settings > APIs for chat: \
            Freshchat keeps one live token per account, so somebody may have generated a new one.
            """
        ])

    /// Freshsales, also sold as Freshworks CRM. Source: developers.freshworks.com/crm/api.
    public static let freshsales = FreshworksProduct(
        name: "freshsales", title: "Freshsales",
        hosts: [
            .tenants(under: ".myfreshworks.com", basePath: "/crm/sales/api"),
            .tenants(under: ".freshworks.com", basePath: "/crm/sales/api"),
            .tenants(under: ".freshsales.io", basePath: "/api"),
        ],
        sharedHosts: [
            "widget.freshworks.com", "euc-widget.freshworks.com", "ind-widget.freshworks.com",
            "aus-widget.freshworks.com", "crmsupport.freshworks.com", "developer.freshsales.io",
        ],
        keyScheme: .token,
        probes: VerificationProbes(
            .init("contacts/filters", expects: [["filters"]]),
            alternative: .init("settings/contacts/fields", expects: [["fields"]])),
        rateWindow: .seconds(3600),
        advice: [
            .invalidCredential:
                "Copy the current CRM key, not the chat key, from Profile Settings > API Settings in Freshsales."
        ])
}
