/// Calls the Freshdesk API v2 of one account. Source: developers.freshdesk.com/api.
///
/// ```swift
/// let freshdesk = try FreshdeskClient(subdomain: "acme", credential: .apiKey(key))
/// print(try await freshdesk.verify().advice)
/// ```
public struct FreshdeskClient: FreshworksClient {
    /// Freshdesk.
    public static let product = FreshworksProduct.freshdesk

    /// Sends the calls.
    public let api: APIClient

    /// Makes a client over a way to send calls of Freshdesk.
    public init(api: APIClient) {
        self.api = api
    }

    /// Makes a client of the account at `https://{subdomain}.freshdesk.com`.
    ///
    /// The subdomain is as people paste it: `acme`, `acme.freshdesk.com` or a full address of the account.
    /// - Throws: ``FreshworksError`` with the reason when the subdomain or the credential cannot be right. Nothing is sent.
    public init(subdomain: String, credential: FreshdeskCredential, runtime: FreshworksRuntime = .shared) throws {
        try self.init(account: .freshdesk(subdomain), credential: credential, runtime: runtime)
    }

    /// Makes a client of an account.
    /// - Throws: ``FreshworksError`` when the account is of another product, or the credential cannot belong to it.
    public init(
        account: FreshworksAccount, credential: FreshdeskCredential, runtime: FreshworksRuntime = .shared
    ) throws {
        try self.init(account: account, provider: credential.provider, runtime: runtime)
    }
}
