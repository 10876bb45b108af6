import FreshworksCore

// What the pages "Sessions" and "Errors to catch" show.

func guideNewSession(_ oauth: OAuthClient, _ store: FileStore, _ tokens: OAuthTokens) async throws -> OAuthSession {
    let session = try await OAuthSession(oauth, store: store, name: "acme", initial: tokens)  // after the consent
    return session
}

func guideSession(_ oauth: OAuthClient, _ store: FileStore) async throws -> OAuthSession {
    let session = try await OAuthSession(oauth, store: store, name: "acme")  // ever after
    return session
}
