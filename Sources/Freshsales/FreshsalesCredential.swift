/// The ways to prove to Freshsales who is calling.
public struct FreshsalesCredential: Sendable {
    /// Where the credential comes from, for each request anew.
    public let provider: any CredentialProvider

    /// A user's API key, from Profile Settings > API Settings: the CRM key, not the chat key. It is sent as
    /// `Token token=`.
    public static func apiKey(_ key: String) -> FreshsalesCredential {
        provider(.fixed(.freshsales(apiKey: key)))
    }

    /// A user's API key.
    public static func apiKey(_ key: Secret) -> FreshsalesCredential {
        provider(.fixed(.freshsales(apiKey: key)))
    }

    /// An OAuth 2.0 session, refreshed in time.
    public static func oauth(_ session: OAuthSession) -> FreshsalesCredential {
        provider(session)
    }

    /// Any source of credentials: files that are swapped, the environment, your own.
    public static func provider(_ provider: any CredentialProvider) -> FreshsalesCredential {
        FreshsalesCredential(provider: provider)
    }
}

// What the compiler says of what a signer is given.
extension FreshsalesCredential {
    /// Says how the client is given its key.
    @available(*, unavailable, message: "a client takes .apiKey(…); this is for signers and providers")
    public static func freshsales(apiKey: String) -> FreshsalesCredential { .apiKey(apiKey) }
}
