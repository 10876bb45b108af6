import FreshworksCore
import Logging
import ServiceLifecycle

/// The tenants' sessions: one each, shared by all requests, and opened from the store when it is first needed.
actor TenantSessions: Service {
    private let store: any VersionedStore
    private let logger: Logger
    private var open: [String: OAuthSession] = [:]

    init(store: any VersionedStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    /// The session of a tenant; `nil` if it has never been connected.
    func session(of tenant: Tenant) async throws -> OAuthSession? {
        if let session = open[tenant.name] { return session }
        let stored: OAuthSession
        do {
            stored = try await OAuthSession(tenant.freshsales.oauth, store: store, name: tenant.name)
        } catch let error as FreshworksError where error.code == .notConfigured {
            return nil
        }
        // Another request may have opened it meanwhile.
        let session = open[tenant.name, default: stored]
        open[tenant.name] = session
        return session
    }

    /// Keeps the tokens of a new consent.
    func connect(_ tenant: Tenant, with tokens: OAuthTokens) async throws {
        if let session = open[tenant.name] { return try await session.reauthorize(with: tokens) }
        open[tenant.name] = try await OAuthSession(
            tenant.freshsales.oauth, store: store, name: tenant.name, initial: tokens)
    }

    /// Lives as long as the app, and ends with a last attempt to store what the store did not take.
    func run() async throws {
        try? await gracefulShutdown()
        for session in open.values {
            do { try await session.flush() } catch { logger.error("A session is lost: \(error)") }
        }
    }
}
