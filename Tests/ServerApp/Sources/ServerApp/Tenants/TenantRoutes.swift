import Foundation
import Freshsales
import Hummingbird

/// Connects each tenant's Freshsales account by its user's consent, and calls it.
///
/// A real app also asks who the user is, and whether the tenant is theirs, before it connects or shows anything.
struct TenantRoutes: Sendable {
    let tenants: [String: Tenant]
    let sessions: TenantSessions
    let consents: Consents
    /// Where consents go that began there.
    let settings: SettingsRoutes
    let runtime: FreshworksRuntime

    func add(to router: Router<BasicRequestContext>) {
        router.get("tenants/:tenant/connect") { _, context in
            let tenant = try tenant(named: context.parameters.require("tenant"))
            return try await consents.begin(.session(tenant: tenant.name), with: tenant.freshsales.oauth)
        }
        router.get("oauth/callback") { request, context in
            let (purpose, tokens) = try await consents.finish(request)
            guard case .session(let name) = purpose else {
                return try await settings.finish(purpose, tokens).response(from: request, context: context)
            }
            let tenant = try tenant(named: name)
            try await sessions.connect(tenant, with: tokens(tenant.freshsales.oauth))
            // Away from the address with code and state.
            return .redirect(to: "/tenants/\(name)/contacts")
        }
        router.get("tenants/:tenant/contacts") { request, context in
            let tenant = try tenant(named: context.parameters.require("tenant"))
            return try await contacts(of: tenant)?.response(from: request, context: context)
                ?? EditedResponse(status: .conflict, response: ["connect": "/tenants/\(tenant.name)/connect"])
                .response(from: request, context: context)
        }
    }

    /// The latest contacts; `nil` if a user has to give consent first, or again.
    private func contacts(of tenant: Tenant) async throws -> [PersonReply]? {
        guard let session = try await sessions.session(of: tenant) else { return nil }
        let freshsales = try FreshsalesClient(
            account: tenant.freshsales.account, credential: .oauth(session), runtime: runtime)
        do {
            return try await freshsales.contacts.list(order: .descending(.createdAt)).prefix(20).reduce(into: []) {
                $0.append(PersonReply(id: $1.id, name: $1.displayName))
            }
        } catch {
            guard session.needsReauthorization != nil else { throw error }
            return nil
        }
    }

    private func tenant(named name: String) throws -> Tenant {
        guard let tenant = tenants[name] else { throw HTTPError(.notFound, message: "There is no such tenant.") }
        return tenant
    }
}
