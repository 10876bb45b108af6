/// What is particular to one Freshworks product, as plain data: its hosts, how its keys are sent, how a credential is checked.
///
/// ``freshdesk``, ``freshchat`` and ``freshsales`` are ready made. Describe another product by filling in the same fields:
///
/// ```swift
/// extension FreshworksProduct {
///     static let freshservice = FreshworksProduct(
///         name: "freshservice", title: "Freshservice",
///         hosts: [.tenants(under: ".freshservice.com", basePath: "/api/v2")], keyScheme: .basic,
///         check: CredentialCheck(CredentialCheck.Probe("agents/me", expects: [["agent.id"]])))
/// }
/// ```
public struct FreshworksProduct: Sendable, Hashable {
    /// The identifier in lower case. In upper case it is the prefix of environment variables.
    public let name: String
    /// The name to show to people.
    public let title: String
    /// Where accounts of this product live. The first rule builds the base URL of a bare subdomain.
    public let hosts: [HostRule]
    /// How the product's own keys are sent.
    public let keyScheme: KeyScheme
    /// The call that tells whether a credential works.
    public let check: CredentialCheck
    /// How long the fixed window of the rate limit lasts.
    public let rateWindow: Duration
    /// How many calls of one account may be under way at once; `nil` leaves it to the runtime's connections.
    public let callsInFlight: Int?
    /// The collections whose records have integers as ids. A raw path that names one of their records otherwise is refused.
    public let numberedCollections: Set<String>

    /// Describes a product.
    public init(
        name: String, title: String, hosts: [HostRule], keyScheme: KeyScheme, check: CredentialCheck,
        rateWindow: Duration = .seconds(60), callsInFlight: Int? = nil, numberedCollections: Set<String> = []
    ) {
        self.name = name
        self.title = title
        self.hosts = hosts
        self.keyScheme = keyScheme
        self.check = check
        self.rateWindow = rateWindow
        self.callsInFlight = callsInFlight
        self.numberedCollections = numberedCollections
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

extension FreshworksProduct {
    /// Freshdesk, API v2. Source: developers.freshdesk.com/api.
    public static let freshdesk = FreshworksProduct(
        name: "freshdesk", title: "Freshdesk",
        hosts: [.tenants(under: ".freshdesk.com", basePath: "/api/v2")],
        keyScheme: .basic,
        check: CredentialCheck(
            .init(
                "agents/me", expects: [["id", "contact.email"]], id: "id", personName: "contact.name",
                email: "contact.email"),
            alternative: .init("settings/helpdesk", expects: [["primary_language"]])),
        numberedCollections: [
            "agents", "attachments", "companies", "contacts", "conversations", "groups", "products", "roles", "tickets",
            "time_entries",
        ])

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
        keyScheme: .bearer,
        check: CredentialCheck(
            .init(
                "accounts/configuration", expects: [["account_id"], ["organisation_id"], ["configuration.account_id"]],
                id: "account_id", personName: "account_domain"),
            alternative: .init("agents", query: ["page": 1, "items_per_page": 1], expects: [["agents"]])),
        callsInFlight: 4)

    /// Freshsales, also sold as Freshworks CRM. Source: developers.freshworks.com/crm/api.
    public static let freshsales = FreshworksProduct(
        name: "freshsales", title: "Freshsales",
        hosts: [
            .tenants(under: ".myfreshworks.com", basePath: "/crm/sales/api"),
            .tenants(under: ".freshworks.com", basePath: "/crm/sales/api"),
            .tenants(under: ".freshsales.io", basePath: "/api"),
        ],
        keyScheme: .token,
        check: CredentialCheck(
            .init("contacts/filters", expects: [["filters"]]),
            alternative: .init("settings/contacts/fields", expects: [["fields"]])),
        rateWindow: .seconds(3600))
}
