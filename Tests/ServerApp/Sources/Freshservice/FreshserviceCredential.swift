public import FreshworksCore

/// The ways to prove to Freshservice who is calling.
public struct FreshserviceCredential: Sendable {
    /// Where the credential comes from, for each request anew.
    public let provider: any CredentialProvider

    /// An agent's API key, from Profile settings.
    public static func apiKey(_ key: Secret) -> FreshserviceCredential {
        FreshserviceCredential(provider: .fixed(.apiKey(key, for: .freshservice)))
    }

    /// An agent's API key, from Profile settings.
    public static func apiKey(_ key: String) -> FreshserviceCredential { .apiKey(Secret(key)) }

    /// Any source of credentials.
    public static func provider(_ provider: any CredentialProvider) -> FreshserviceCredential {
        FreshserviceCredential(provider: provider)
    }
}
