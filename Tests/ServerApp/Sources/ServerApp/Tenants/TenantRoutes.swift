import Foundation
import Freshsales
import Hummingbird

/// Connects each tenant's Freshsales account by its user's consent, and calls it.
///
/// A real app also asks who the user is, and whether the tenant is theirs, before it connects or shows anything.
struct TenantRoutes: Sendable {
    let tenants: [String: Tenant]
    let sessions: TenantSessions
    /// What the app knows of browsers: the consent that each has begun to give.
    let browsers: any PersistDriver
    let runtime: FreshworksRuntime

    private static let cookie = "browser"
    private static let minutes = 10

    func add(to router: Router<BasicRequestContext>) {
        router.get("tenants/:tenant/connect") { _, context in
            try await connect(tenant(named: context.parameters.require("tenant")))
        }
        router.get("oauth/callback") { request, _ in try await finish(request) }
        router.get("tenants/:tenant/contacts") { request, context in
            let tenant = try tenant(named: context.parameters.require("tenant"))
            return try await contacts(of: tenant)?.response(from: request, context: context)
                ?? EditedResponse(status: .conflict, response: ["connect": "/tenants/\(tenant.name)/connect"])
                .response(from: request, context: context)
        }
    }

    /// Sends the browser to the tenant's organization.
    private func connect(_ tenant: Tenant) async throws -> Response {
        let pending = tenant.oauth.beginAuthorization()
        let browser = UUID().uuidString
        try await browsers.set(
            key: browser, value: Consent(tenant: tenant.name, pending: pending.serialized()),
            expires: .seconds(60 * Self.minutes))
        var response = Response.redirect(to: pending.url.absoluteString, type: .found)
        response.setCookie(
            Cookie(
                name: Self.cookie, value: browser, maxAge: 60 * Self.minutes, path: "/oauth/callback",
                secure: tenant.oauth.configuration.redirectURI.scheme == "https", sameSite: .lax))
        return response
    }

    /// Takes the browser back. Whose consent it brings is what this browser has begun, whatever the address says.
    private func finish(_ request: Request) async throws -> Response {
        guard let browser = request.cookies[Self.cookie]?.value,
            let consent = try await browsers.get(key: browser, as: Consent.self),
            let tenant = tenants[consent.tenant], let callback = URL(string: request.uri.string)
        else { throw HTTPError(.badRequest, message: "This browser has not begun to connect an account.") }
        // Good for one callback. Of two at once, the library takes only one.
        try await browsers.remove(key: browser)
        let pending = try PendingAuthorization(serialized: consent.pending)
        try await sessions.connect(tenant, with: tenant.oauth.exchange(callback: callback, pending: pending))
        // Away from the address with code and state.
        return .redirect(to: "/tenants/\(tenant.name)/contacts")
    }

    /// The latest contacts; `nil` if a user has to give consent first, or again.
    private func contacts(of tenant: Tenant) async throws -> [PersonReply]? {
        guard let session = try await sessions.session(of: tenant) else { return nil }
        let freshsales = try FreshsalesClient(account: tenant.account, credential: .oauth(session), runtime: runtime)
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

/// Which tenant a browser is connecting.
private struct Consent: Codable {
    var tenant: String
    var pending: String
}
