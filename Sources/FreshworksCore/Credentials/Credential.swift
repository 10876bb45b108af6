import Synchronization

/// What proves to a service who is calling, before it is turned into a header.
///
/// The factories only wrap; a client or signer mends and checks the value when it is bound to an account. Printing,
/// dumping or reflecting a credential shows its kind and nothing else.
public struct Credential: Sendable {
    /// Tells one loaded credential from the next, without telling anything about it. Equal only for copies of one value.
    public let revision: Revision
    /// What was mended when the credential was bound to an account; empty before.
    public package(set) var repairs: [FreshworksAccount.Repair] = []
    package var form: Form
    /// The product whose own kind of key this is; `nil` fits all.
    package let productName: String?

    package enum Form: Sendable {
        case key(Secret)
        case password(email: String, password: Secret)
        case accessToken(Secret)
        indirect case header(field: String, prefix: HeaderPrefix, username: Secret, password: Secret)
    }

    private init(_ form: Form, productName: String? = nil) {
        self.form = form
        self.productName = productName
        revision = Revision()
    }

    /// An opaque number of this process.
    public struct Revision: Hashable, Sendable {
        private static let last = Atomic<UInt64>(0)
        private let number: UInt64

        fileprivate init() {
            number = Self.last.wrappingAdd(1, ordering: .relaxed).newValue
        }
    }
}

extension Credential {
    /// A product's own key or token, sent the way the product wants it.
    public static func apiKey(_ key: Secret, for product: FreshworksProduct) -> Credential {
        Credential(.key(key), productName: product.name)
    }

    /// A product's own key or token, sent the way the product wants it.
    public static func apiKey(_ key: String, for product: FreshworksProduct) -> Credential {
        .apiKey(Secret(key), for: product)
    }

    /// The account's API token of Freshchat. There is one per account; making a new one ends the old one.
    public static func freshchat(token: Secret) -> Credential { .apiKey(token, for: .freshchat) }

    /// The account's API token of Freshchat. There is one per account; making a new one ends the old one.
    public static func freshchat(token: String) -> Credential { .freshchat(token: Secret(token)) }

    /// An agent's API key of Freshdesk.
    public static func freshdesk(apiKey: Secret) -> Credential { .apiKey(apiKey, for: .freshdesk) }

    /// An agent's API key of Freshdesk.
    public static func freshdesk(apiKey: String) -> Credential { .freshdesk(apiKey: Secret(apiKey)) }

    /// An agent's login to Freshdesk. Prefer an API key: Freshdesk documents passwords no more, and accounts with single sign-on
    /// refuse them.
    public static func freshdesk(email: String, password: Secret) -> Credential {
        .password(email: email, password: password, for: .freshdesk)
    }

    /// An agent's login to Freshdesk. Prefer an API key: Freshdesk documents passwords no more, and accounts with single sign-on
    /// refuse them.
    public static func freshdesk(email: String, password: String) -> Credential {
        .freshdesk(email: email, password: Secret(password))
    }

    /// A user's API key of Freshsales: the CRM key, not the chat key beside it.
    public static func freshsales(apiKey: Secret) -> Credential { .apiKey(apiKey, for: .freshsales) }

    /// A user's API key of Freshsales: the CRM key, not the chat key beside it.
    public static func freshsales(apiKey: String) -> Credential { .freshsales(apiKey: Secret(apiKey)) }

    /// An OAuth 2.0 access token, for any product.
    public static func oauth(accessToken: Secret) -> Credential { Credential(.accessToken(accessToken)) }

    /// An OAuth 2.0 access token, for any product.
    public static func oauth(accessToken: String) -> Credential { .oauth(accessToken: Secret(accessToken)) }

    /// A connection as integration platforms store it: a header field, a prefix, a user name and a password.
    /// - Parameters:
    ///   - field: The header field's name.
    ///   - prefix: How the field's value is made of the other two.
    ///   - username: With ``HeaderPrefix/basic`` an API key or an e-mail address; otherwise used only where `password` is empty.
    ///   - password: The password, token, or with ``HeaderPrefix/none`` the complete value.
    public static func header(
        field: String = "Authorization", prefix: HeaderPrefix, username: Secret, password: Secret
    ) -> Credential {
        Credential(.header(field: field, prefix: prefix, username: username, password: password))
    }

    /// A connection as integration platforms store it: a header field, a prefix, a user name and a password.
    /// - Parameters:
    ///   - field: The header field's name.
    ///   - prefix: How the field's value is made of the other two.
    ///   - username: With ``HeaderPrefix/basic`` an API key or an e-mail address; otherwise used only where `password` is empty.
    ///   - password: The password, token, or with ``HeaderPrefix/none`` the complete value.
    public static func header(
        field: String = "Authorization", prefix: HeaderPrefix, username: String, password: String
    ) -> Credential {
        .header(field: field, prefix: prefix, username: Secret(username), password: Secret(password))
    }

    package static func password(email: String, password: Secret, for product: FreshworksProduct) -> Credential {
        Credential(.password(email: email, password: password), productName: product.name)
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind, such as `Credential(freshdesk key)`.
    public var description: String {
        let kind =
            switch form {
            case .key: "\(productName ?? "any") key"
            case .password: "\(productName ?? "any") password"
            case .accessToken: "access token"
            case .header(_, let prefix, _, _): "header with prefix \(prefix.rawValue)"
            }
        return "Credential(\(kind))"
    }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
