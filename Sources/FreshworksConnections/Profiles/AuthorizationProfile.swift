/// How the users of an app are authorized for a product: with one credential for all, or each with their own.
///
/// Bot and integration platforms keep such profiles; their templates are read as they write them, with `{tenant}` in
/// addresses and `{{key}}` in the header's value:
///
/// ```swift
/// let crm = try AuthorizationProfile(
///     "CRM", for: .freshsales, mode: .perUser(fallsBack: false), baseURL: "https://{tenant}.myfreshworks.com",
///     checkURL: "https://{tenant}.myfreshworks.com/crm/sales/api/contacts/filters")
/// try await registry.add(crm.draft(tenant: "acme", key: pasted, user: "ines"))
/// let found = try await registry.resolve(crm, user: "ines")
/// let freshsales = try FreshsalesClient(found.connection)
/// ```
public struct AuthorizationProfile: Sendable {
    /// Whose credential is used.
    public enum Mode: Sendable, Hashable {
        /// One that the app's owner entered, for everybody.
        case preAuthorized
        /// The user's own; where there is none, the one for everybody if the profile falls back to it.
        case perUser(fallsBack: Bool)
    }

    /// The name; connections are found by it.
    public let name: String
    /// The product.
    public let product: FreshworksProduct
    /// Whose credential is used.
    public let mode: Mode
    let baseURL: String
    let checkURL: String?
    private let expects: [[String]]
    let header: HeaderTemplate

    /// Describes a profile.
    /// - Parameters:
    ///   - baseURL: Where the account is. `{tenant}` as the first label stands for the tenant's.
    ///   - header: The header field that carries the credential.
    ///   - value: The field's value, with `{{key}}` for the key.
    ///   - checkURL: The GET call that verifies a credential, on the same host; the product's own unless told.
    ///   - expects: What its answer must have, as in ``VerificationProbes/Probe/expects``.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a template that cannot be; why the address is none of the
    ///   product's; ``FreshworksError/Code/foreignOrigin`` for a check on another host.
    public init(
        _ name: String, for product: FreshworksProduct, mode: Mode, baseURL: String, header: String = "Authorization",
        value: String = "{{key}}", checkURL: String? = nil, expects: [[String]] = []
    ) throws {
        try ArgumentCheck.notBlank(name, "name")
        self.name = name
        self.product = product
        self.mode = mode
        self.baseURL = baseURL
        self.checkURL = checkURL
        self.expects = expects
        self.header = try HeaderTemplate(field: header, value: value)
        _ = try account(tenant: needsTenant ? "example" : nil)
    }

    /// Whether an account is told by its tenant's label.
    public var needsTenant: Bool { baseURL.contains(AddressTemplate.tenant) }

    /// The account of a tenant.
    /// - Parameter tenant: The subdomain as people paste it; `nil` where the profile names none.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a tenant too many or too few; why the subdomain is none.
    public func account(tenant: String?) throws -> FreshworksAccount {
        let address = try AddressTemplate(baseURL, "base_url").expanded(tenant: tenant, of: product)
        let account = try FreshworksAccount(product, baseURL: address)
        guard let checkURL else { return account }
        return try account.verifying(
            at: AddressTemplate(checkURL, "check_url").expanded(
                tenant: checkURL.contains(AddressTemplate.tenant) ? tenant : nil, of: product),
            expects: expects)
    }

    /// What to add to a registry for a key.
    /// - Parameters:
    ///   - tenant: The subdomain as people paste it; `nil` where the profile names none.
    ///   - key: The key as people paste it, also with the prefix that the header's value has already.
    ///   - user: Whose key it is; `nil` for the one that serves everybody.
    ///   - title: The connection's name; made of profile and user unless told.
    /// - Throws: As ``account(tenant:)``; why the key is none; ``FreshworksError/Code/invalidArgument`` for a user's key in
    ///   a profile that is authorized for everybody.
    public func draft(
        tenant: String? = nil, key: Secret, user: String? = nil, title: String? = nil
    ) throws -> ConnectionDraft {
        if user != nil, mode == .preAuthorized {
            throw ArgumentCheck.refusal("user", "must be absent: one credential serves everybody in this profile")
        }
        let account = try account(tenant: tenant)
        return ConnectionDraft(
            name: title ?? [name, user].compactMap(\.self).joined(separator: ": "), account: account,
            credential: try header.credential(key, for: account), profile: ProfileKey(profile: name, user: user),
            provenance: Connection.Provenance(source: "profile"))
    }

    /// What to add to a registry for a key.
    ///
    /// As with a `Secret`, for a key that comes as plain text.
    public func draft(
        tenant: String? = nil, key: String, user: String? = nil, title: String? = nil
    ) throws -> ConnectionDraft {
        try draft(tenant: tenant, key: Secret(key), user: user, title: title)
    }
}
