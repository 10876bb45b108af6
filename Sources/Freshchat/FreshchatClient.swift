/// Calls the Freshchat API v2 of one account. Source: developers.freshchat.com/api.
///
/// ```swift
/// let freshchat = try FreshchatClient(subdomain: "acme", credential: .token(token))
/// print(try await freshchat.verify().advice)
/// ```
public struct FreshchatClient: FreshworksClient {
    /// Freshchat.
    public static let product = FreshworksProduct.freshchat

    /// Sends the calls.
    public let api: APIClient

    /// Makes a client over a way to send calls of Freshchat.
    public init(api: APIClient) {
        self.api = api
    }

    /// Makes a client of the account at `https://{subdomain}.freshchat.com`.
    /// - Parameter subdomain: As people paste it: `acme`, `acme-123456.freshchat.com`, `api.eu.freshchat.com` or the chat
    ///   URL from the API settings.
    /// - Throws: ``FreshworksError`` with the reason when the subdomain or the credential cannot be right. Nothing is sent.
    public init(subdomain: String, credential: FreshchatCredential, runtime: FreshworksRuntime = .shared) throws {
        try self.init(account: .freshchat(subdomain), credential: credential, runtime: runtime)
    }

    /// Makes a client of an account.
    /// - Throws: ``FreshworksError`` when the account is of another product, or the credential cannot belong to it.
    public init(
        account: FreshworksAccount, credential: FreshchatCredential, runtime: FreshworksRuntime = .shared
    ) throws {
        try self.init(account: account, provider: credential.provider, runtime: runtime)
    }
}
