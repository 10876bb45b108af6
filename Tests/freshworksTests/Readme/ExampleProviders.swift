import Freshchat

struct ReadmeVault: Sendable {
    func read(_ name: String) async throws -> String { name }
}

func readmeProviders(vault: ReadmeVault) throws -> [FreshchatClient] {
    let fromEnvironment = try FreshchatClient.fromEnvironment()
    let fromFile = try FreshchatClient(
        subdomain: "acme",
        credential: .provider(.file("/run/secrets/freshchat", as: { .freshchat(token: $0) })))
    let fromVault = try FreshchatClient(
        subdomain: "acme",
        credential: .provider(
            CachedProvider(
                .custom { .freshchat(token: try await vault.read("freshchat")) },
                freshFor: .seconds(300), staleFor: .seconds(60))))
    return [fromEnvironment, fromFile, fromVault]
}
