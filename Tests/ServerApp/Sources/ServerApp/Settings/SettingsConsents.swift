import FreshworksConnections
import FreshworksCore
import Hummingbird

/// Connections by a user's consent: their credential is an OAuth session, which the registry keeps fresh.
extension SettingsRoutes {
    func addConsents(to settings: RouterGroup<BasicRequestContext>) {
        settings.get("consent/:tenant/:product") { _, context in
            let (tenant, product) = (
                try context.parameters.require("tenant"), try context.parameters.require("product")
            )
            return try await consents.begin(
                .connection(tenant: tenant, product: product), with: access(tenant, product).oauth)
        }
        settings.get(":id/consent") { _, context in
            let id = try context.parameters.require("id")
            return try await consents.begin(.renewal(id: id), with: registry.oauthClient(of: id))
        }
    }

    /// Makes a connection of a consent, or gives one its tokens, and asks the service about them. The list shows what it said.
    func finish(
        _ purpose: Consents.Purpose, _ tokens: (OAuthClient) async throws -> OAuthTokens
    ) async throws -> any ResponseGenerator {
        do {
            switch purpose {
            case .session: break
            case .renewal(let id): try await renew(id, tokens)
            case .connection(let tenant, let product): try await connect(tenant, access(tenant, product), tokens)
            }
            // Away from the address with code and state.
            return Response.redirect(to: "/settings")
        } catch let error as FreshworksError {
            return try await list(.init(error))
        }
    }

    private func connect(
        _ tenant: String, _ access: Tenant.Access, _ tokens: (OAuthClient) async throws -> OAuthTokens
    ) async throws {
        let name = "\(tenant) \(access.account.product.title)"
        // Who connects twice has two consents and one connection.
        if let known = try await registry.find(name: name), known.kind == .session {
            return try await renew(known.id, tokens)
        }
        let draft = ConnectionDraft(
            name: name, account: access.account, client: access.oauth.configuration,
            tokens: try await tokens(access.oauth))
        try await registry.verify(registry.add(draft, verifies: false).connection.id)
    }

    private func renew(_ id: String, _ tokens: (OAuthClient) async throws -> OAuthTokens) async throws {
        try await registry.reauthorize(id, with: tokens(registry.oauthClient(of: id)))
        try await registry.verify(id)
    }

    private func access(_ tenant: String, _ product: String) throws -> Tenant.Access {
        guard let access = tenants[tenant]?.accesses.first(where: { $0.account.product.name == product }) else {
            throw HTTPError(.notFound, message: "There is no such account.")
        }
        return access
    }
}
