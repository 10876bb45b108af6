extension FormField {
    /// What every connection has.
    static let facts = [
        FormField("name", "Name", help: "What your connection is called in lists.", placeholder: "Acme support"),
        FormField("description", "Description", help: "What others should know about it.", isRequired: false),
        FormField(
            "tags", "Tags", help: "Words to list it by, with commas between.", placeholder: "eu, sales",
            isRequired: false),
    ]

    static func login(_ product: FreshworksProduct) -> [FormField] {
        [
            FormField(
                "email", "E-mail address", help: "The address that you sign in to \(product.title) with.",
                placeholder: "ines@example.com"),
            FormField(
                "password", "Password",
                help: "Prefer an API key: accounts with single sign-on refuse passwords, and so may \(product.title).",
                isSecret: true, warning: "Changing the password ends this connection."),
        ]
    }

    static let accessToken = FormField(
        "access_token", "Access token", help: "An OAuth 2.0 access token that your own program keeps fresh.",
        isSecret: true, warning: "An access token lives for about half an hour; replace it before it ends.")

    /// The basic connection of integration platforms.
    static func header(_ product: FreshworksProduct, _ words: ProductWords) -> [FormField] {
        let prefix: HeaderPrefix =
            switch product.keyScheme {
            case .basic: .basic
            case .bearer: .bearer
            case .token: .token
            }
        return [
            FormField(
                "header", "Header", help: "The header field that carries the credential.", value: "Authorization"),
            FormField(
                "prefix", "Header prefix", help: "\(product.title) takes \(prefix.rawValue).",
                choices: HeaderPrefix.allCases.map { Choice(value: $0.rawValue, label: $0.rawValue) },
                value: prefix.rawValue),
            FormField(
                "username", "User name", help: "With the prefix Basic: the API key, or an agent's e-mail address.",
                isRequired: false, isSecret: true, warning: words.key.warning),
            FormField(
                "password", "Password",
                help: "Beside an API key anything, such as X; with other prefixes the key or token itself.",
                isRequired: false, isSecret: true, warning: words.key.warning),
        ]
    }
}

/// What a product calls its parts, and where its users find them. Sources: the vendor's public articles on API keys.
struct ProductWords {
    let subdomain: FormField
    let key: FormField

    init(_ product: FreshworksProduct) {
        switch product.name {
        case FreshworksProduct.freshdesk.name:
            subdomain = FormField(
                "subdomain", "Subdomain", help: "The first part of the address at which you sign in to Freshdesk.",
                placeholder: "acme, of acme.freshdesk.com")
            key = FormField(
                "api_key", "API key", help: "Profile settings > View API key, in Freshdesk.", isSecret: true,
                warning: "Each agent has one key. Resetting it ends every connection that uses it, at once.")
        case FreshworksProduct.freshchat.name:
            subdomain = FormField(
                "subdomain", "Account subdomain", help: "The chat URL that Freshchat shows beside its API tokens.",
                placeholder: "acme, of acme.freshchat.com")
            key = FormField(
                "api_token", "API token",
                help: """
                    Admin > Configure > API Tokens, in the suite Admin settings > APIs for chat. Only administrators see it.
                    """,
                isSecret: true,
                warning: """
                    An account has one live token. Generating a new one ends every connection that uses the old one, at once.
                    """)
        case FreshworksProduct.freshsales.name:
            subdomain = FormField(
                "subdomain", "Bundle alias", help: "Profile Settings > API Settings, in Freshsales.",
                placeholder: "acme, of acme.myfreshworks.com/crm/sales")
            key = FormField(
                "api_key", "CRM API key",
                help: "Profile Settings > API Settings, in Freshsales: the CRM key, not the chat key beside it.",
                isSecret: true,
                warning: "Each user has one key. Resetting it ends every connection that uses it, at once.")
        default:
            subdomain = FormField(
                "subdomain", "Subdomain",
                help: "The first part of the address at which you sign in to \(product.title).", placeholder: "acme")
            key = FormField(
                "api_key", "API key", help: "The settings of your profile in \(product.title).", isSecret: true,
                warning: "Resetting the key ends every connection that uses it.")
        }
    }
}
