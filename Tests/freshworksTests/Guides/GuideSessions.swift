import FreshworksCore

// What the page "Sessions" shows.

func guideSessions(_ oauth: OAuthClient, _ store: FileStore, _ tokens: OAuthTokens) async throws -> [OAuthSession] {
    let first = try await OAuthSession(oauth, store: store, name: "acme", initial: tokens)  // after the consent
    let later = try await OAuthSession(oauth, store: store, name: "acme")  // in every process, ever after
    return [first, later]
}
