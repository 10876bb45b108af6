/// The ways to prove to Freshdesk who is calling.
public struct FreshdeskCredential: Sendable {
    /// Where the credential comes from, for each request anew.
    public let provider: any CredentialProvider

    /// An agent's API key, from Profile settings. It is sent as user name of Basic authentication.
    public static func apiKey(_ key: String) -> FreshdeskCredential {
        provider(.fixed(.freshdesk(apiKey: key)))
    }

    /// An agent's API key.
    public static func apiKey(_ key: Secret) -> FreshdeskCredential {
        provider(.fixed(.freshdesk(apiKey: key)))
    }

    /// An agent's e-mail address and password. Prefer an API key: Freshdesk documents passwords no more, and accounts with
    /// single sign-on refuse them.
    public static func password(email: String, password: String) -> FreshdeskCredential {
        provider(.fixed(.freshdesk(email: email, password: password)))
    }

    /// An agent's e-mail address and password. Prefer an API key: Freshdesk documents passwords no more, and accounts with
    /// single sign-on refuse them.
    public static func password(email: String, password: Secret) -> FreshdeskCredential {
        provider(.fixed(.freshdesk(email: email, password: password)))
    }

    /// An OAuth 2.0 session, refreshed in time. Freshdesk's own REST API takes no OAuth tokens: for a gateway that does.
    public static func oauth(_ session: OAuthSession) -> FreshdeskCredential {
        provider(session)
    }

    /// Any source of credentials: files that are swapped, the environment, your own.
    public static func provider(_ provider: any CredentialProvider) -> FreshdeskCredential {
        FreshdeskCredential(provider: provider)
    }
}

// What the compiler says of what a signer is given.
extension FreshdeskCredential {
    /// Says how the client is given its key.
    @available(*, unavailable, message: "a client takes .apiKey(…); this is for signers and providers")
    public static func freshdesk(apiKey: String) -> FreshdeskCredential { .apiKey(apiKey) }

    /// Says how the client is given an address and a password.
    @available(*, unavailable, message: "a client takes .password(email:password:); this is for signers and providers")
    public static func freshdesk(email: String, password: String) -> FreshdeskCredential {
        .password(email: email, password: password)
    }
}
