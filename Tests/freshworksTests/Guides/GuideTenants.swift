import Foundation
import Freshsales
import Synchronization

// What the page "OAuth with several tenants" shows.

struct Organization: Sendable {
    let name: String
    let client: OAuthClient
    let account: FreshworksAccount
}

func guideConsent(
    of organization: Organization, _ remember: (String) async throws -> Void
) async throws -> URL {
    let pending = organization.client.beginAuthorization()
    try await remember(pending.serialized())  // with the browser's own session, never in a cookie that it can read
    return pending.url  // redirect the browser there
}

func guideCallback(
    _ url: URL, _ remembered: String, of organization: Organization, in sessions: TenantSessionTable
) async throws {
    let pending = try PendingAuthorization(serialized: remembered)
    let tokens = try await organization.client.exchange(callback: url, pending: pending)
    try await sessions.connect(organization, with: tokens)
}

actor TenantSessionTable {
    private let store: any VersionedStore
    private var open: [String: OAuthSession] = [:]

    init(store: any VersionedStore) { self.store = store }

    func connect(_ organization: Organization, with tokens: OAuthTokens) async throws {
        if let session = open[organization.name] { return try await session.reauthorize(with: tokens) }
        open[organization.name] = try await OAuthSession(
            organization.client, store: store, name: organization.name, initial: tokens)
    }

    func client(of organization: Organization, _ runtime: FreshworksRuntime) async throws -> FreshsalesClient {
        if let session = open[organization.name] { return try client(of: organization, session, runtime) }
        let stored = try await OAuthSession(organization.client, store: store, name: organization.name)
        // Another task may have opened it meanwhile.
        let session = open[organization.name, default: stored]
        open[organization.name] = session
        return try client(of: organization, session, runtime)
    }

    private func client(
        of organization: Organization, _ session: OAuthSession, _ runtime: FreshworksRuntime
    ) throws -> FreshsalesClient {
        try FreshsalesClient(account: organization.account, credential: .oauth(session), runtime: runtime)
    }
}
