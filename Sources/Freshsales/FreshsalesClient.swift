/// Calls the Freshsales (Freshworks CRM) API of one account. Source: developers.freshworks.com/crm/api.
///
/// ```swift
/// let freshsales = try FreshsalesClient(subdomain: "acme.myfreshworks.com/crm/sales", credential: .apiKey(key))
/// print(try await freshsales.verify().advice)
/// ```
public struct FreshsalesClient: FreshworksClient {
    /// Freshsales.
    public static let product = FreshworksProduct.freshsales

    /// Sends the calls.
    public let api: APIClient

    /// Makes a client over a way to send calls of Freshsales.
    public init(api: APIClient) {
        self.api = api
    }

    /// Makes a client of the account at `https://{subdomain}.myfreshworks.com/crm/sales`.
    /// - Parameter subdomain: The bundle alias as Profile Settings > API Settings shows it, or its first label; classic
    ///   accounts paste `acme.freshsales.io`.
    /// - Throws: ``FreshworksError`` with the reason when the subdomain or the credential cannot be right. Nothing is sent.
    public init(subdomain: String, credential: FreshsalesCredential, runtime: FreshworksRuntime = .shared) throws {
        try self.init(account: .freshsales(subdomain), credential: credential, runtime: runtime)
    }

    /// Makes a client of an account.
    /// - Throws: ``FreshworksError`` when the account is of another product, or the credential cannot belong to it.
    public init(
        account: FreshworksAccount, credential: FreshsalesCredential, runtime: FreshworksRuntime = .shared
    ) throws {
        try self.init(account: account, provider: credential.provider, runtime: runtime)
    }
}
