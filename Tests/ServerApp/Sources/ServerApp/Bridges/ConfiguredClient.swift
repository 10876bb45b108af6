import Configuration
import Freshdesk

extension FreshdeskClient {
    /// The client that an app's configuration describes: `freshdesk.subdomain` or `freshdesk.base.url`, and
    /// `freshdesk.api.key`, which is asked for again every five minutes, and when the service rejects it.
    init(_ config: ConfigReader, runtime: FreshworksRuntime) throws {
        let config = config.scoped(to: "freshdesk")
        let account =
            if let baseURL = config.string(forKey: "base.url") {
                try FreshworksAccount(.freshdesk, baseURL: baseURL)
            } else {
                try FreshworksAccount.freshdesk(config.requiredString(forKey: "subdomain"))
            }
        let key = CustomProvider {
            .freshdesk(apiKey: try await config.fetchRequiredString(forKey: "api.key", isSecret: true))
        }
        let provider = CachedProvider(key, freshFor: .seconds(300), staleFor: .seconds(60))
        try self.init(account: account, credential: .provider(provider), runtime: runtime)
    }
}
