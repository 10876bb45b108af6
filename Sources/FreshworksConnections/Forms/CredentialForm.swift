/// The form that asks for a connection of one product with one kind of credential.
///
/// ```swift
/// let form = CredentialForm(for: .freshchat)
/// for field in form.fields { draw(field.label, field.help, hidden: field.isSecret) }
/// let draft = try form.connection(from: values)     // or all problems at once, by field
/// ```
public struct CredentialForm: Sendable {
    /// The product.
    public let product: FreshworksProduct
    /// The kind of credential.
    public let kind: Connection.Kind
    /// A heading.
    public let title: String
    /// The inputs, in the order to show them.
    public let fields: [FormField]
    /// Those of the credential alone: what to ask for when a connection gets a new one.
    public let secretFields: [FormField]

    /// The form that most users want: for the product's own key or token.
    public init(for product: FreshworksProduct) { self.init(product, .key) }

    /// The form for a kind of credential.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a kind that the product does not take.
    public init(for product: FreshworksProduct, kind: Connection.Kind) throws {
        guard Self.kinds(of: product).contains(kind) else {
            throw ArgumentCheck.refusal("kind", "is none that \(product.title) takes")
        }
        self.init(product, kind)
    }

    /// The forms of a product, the one that most users want first.
    public static func all(for product: FreshworksProduct) -> [CredentialForm] {
        kinds(of: product).map { CredentialForm(product, $0) }
    }

    private init(_ product: FreshworksProduct, _ kind: Connection.Kind) {
        let words = ProductWords(product)
        self.product = product
        self.kind = kind
        let secrets: [FormField]
        switch kind {
        case .password:
            title = "\(product.title) login"
            secrets = FormField.login(product)
        case .accessToken:
            title = "\(product.title) access token"
            secrets = [.accessToken]
        case .header:
            title = "\(product.title) with a header of your own"
            secrets = FormField.header(product, words)
        default:
            title = "\(product.title) \(words.key.label)"
            secrets = [words.key]
        }
        fields = FormField.facts + [words.subdomain] + secrets
        secretFields = secrets
    }

    private static func kinds(of product: FreshworksProduct) -> [Connection.Kind] {
        var kinds: [Connection.Kind] = [.key]
        // Only there has it ever been documented.
        if product.name == FreshworksProduct.freshdesk.name { kinds.append(.password) }
        if product.takesAccessTokens { kinds.append(.accessToken) }
        return kinds + [.header]
    }
}
