import Foundation
import Freshchat
import Freshdesk

// What the page "Credentials and their rotation" shows.

func guideFiles(secrets: URL) throws -> FreshdeskClient {
    let key = SecretFileProvider.file(
        secrets.appending(path: "freshdesk").path, as: { .freshdesk(apiKey: $0) })
    return try FreshdeskClient(subdomain: "acme", credential: .provider(key))
}

func guideVault(_ vault: ReadmeVault) throws -> FreshdeskClient {
    let key = CustomProvider { .freshdesk(apiKey: try await vault.read("freshdesk")) }
    let cached = CachedProvider(key, freshFor: .seconds(300), staleFor: .seconds(60))
    return try FreshdeskClient(subdomain: "acme", credential: .provider(cached))
}

protocol Vault: Sendable {
    func key(of tenant: String) async throws -> String?
}

struct TenantKeys: CredentialProvider {
    let vault: any Vault
    let tenant: String

    func credential() async throws -> Credential {
        guard let key = try await vault.key(of: tenant) else {
            throw FreshworksError(.notConfigured, "\(tenant) has no key", advice: "Let the tenant connect its account.")
        }
        return .freshdesk(apiKey: key)
    }
}

func guideTenantKeys(_ vault: any Vault) throws -> FreshdeskClient {
    let keys = CachedProvider(TenantKeys(vault: vault, tenant: "acme"), freshFor: .seconds(300), staleFor: .seconds(60))
    return try FreshdeskClient(subdomain: "acme", credential: .provider(keys))
}

func guideSigning(_ url: URL, key: Secret) async throws -> [String] {
    let account = try FreshworksAccount.freshdesk("acme")
    let signer = try RequestSigner(account: account, credential: .freshdesk(apiKey: key))
    return try await signer.headers(for: url).map(\.name)
}

func guideRepairs(_ pasted: String) async throws {
    let freshchat = try FreshchatClient(subdomain: " https://Acme.freshchat.com/ ", credential: .token(pasted))
    for repair in freshchat.account.repairs + (try await freshchat.api.credentialRepairs) { print(repair) }
}
