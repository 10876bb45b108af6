/// The ways to prove to Freshchat who is calling.
public struct FreshchatCredential: Sendable {
    /// Where the credential comes from, for each request anew.
    public let provider: any CredentialProvider

    /// The account's API token, from Admin > Configure > API Tokens. An account has one live token: generating a new one
    /// ends the old one at once, so prefer a provider that can pick up the new one.
    public static func token(_ token: String) -> FreshchatCredential {
        provider(.fixed(.freshchat(token: token)))
    }

    /// The account's API token.
    public static func token(_ token: Secret) -> FreshchatCredential {
        provider(.fixed(.freshchat(token: token)))
    }

    /// An OAuth 2.0 session, refreshed in time.
    public static func oauth(_ session: OAuthSession) -> FreshchatCredential {
        provider(session)
    }

    /// Any source of credentials: files that are swapped, the environment, your own.
    public static func provider(_ provider: any CredentialProvider) -> FreshchatCredential {
        FreshchatCredential(provider: provider)
    }
}

// What the compiler says of what a signer is given.
extension FreshchatCredential {
    /// Says how the client is given its token.
    @available(*, unavailable, message: "a client takes .token(…); this is for signers and providers")
    public static func freshchat(token: String) -> FreshchatCredential { .token(token) }
}
