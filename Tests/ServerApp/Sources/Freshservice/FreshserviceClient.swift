@_exported public import FreshworksCore

/// Calls the Freshservice API v2 of one account. Source: api.freshservice.com.
public struct FreshserviceClient: FreshworksClient {
    /// Freshservice.
    public static let product = FreshworksProduct.freshservice

    /// Sends the calls.
    public let api: APIClient

    /// Makes a client over a way to send calls of Freshservice.
    public init(api: APIClient) {
        self.api = api
    }

    /// Makes a client of the account at `https://{subdomain}.freshservice.com`.
    /// - Throws: ``FreshworksError`` with the reason when the subdomain or the credential cannot be right. Nothing is sent.
    public init(subdomain: String, credential: FreshserviceCredential, runtime: FreshworksRuntime = .shared) throws {
        try self.init(
            account: FreshworksAccount(.freshservice, subdomain: subdomain), provider: credential.provider,
            runtime: runtime)
    }

    /// The service desk's tickets.
    public var tickets: ServiceTicketEndpoints { ServiceTicketEndpoints(api: api) }
}
