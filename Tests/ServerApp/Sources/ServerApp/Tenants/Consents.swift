import Foundation
import FreshworksCore
import Hummingbird

/// Sends browsers to an organization's page of consent, and knows what each has begun when it comes back.
struct Consents: Sendable {
    /// What the app knows of browsers: the consent that each has begun to give.
    let browsers: any PersistDriver

    /// What a consent is for.
    enum Purpose: Codable {
        /// The tenant's session, with which the app shows contacts.
        case session(tenant: String)
        /// A connection to the tenant's account of a product.
        case connection(tenant: String, product: String)
        /// New tokens for a connection.
        case renewal(id: String)
    }

    private static let cookie = "browser"
    private static let minutes = 10

    /// Sends the browser to the organization.
    func begin(_ purpose: Purpose, with oauth: OAuthClient) async throws -> Response {
        let pending = oauth.beginAuthorization()
        let browser = UUID().uuidString
        try await browsers.set(
            key: browser, value: Consent(purpose: purpose, pending: pending.serialized()),
            expires: .seconds(60 * Self.minutes))
        var response = Response.redirect(to: pending.url.absoluteString, type: .found)
        response.setCookie(
            Cookie(
                name: Self.cookie, value: browser, maxAge: 60 * Self.minutes, path: "/oauth/callback",
                secure: oauth.configuration.redirectURI.scheme == "https", sameSite: .lax))
        return response
    }

    /// Takes the browser back. What its consent is for is what this browser has begun, whatever the address says.
    /// - Returns: What it is for, and what exchanges the address for tokens.
    func finish(
        _ request: Request
    ) async throws -> (purpose: Purpose, tokens: @Sendable (OAuthClient) async throws -> OAuthTokens) {
        guard let browser = request.cookies[Self.cookie]?.value,
            let consent = try await browsers.get(key: browser, as: Consent.self),
            let callback = URL(string: request.uri.string)
        else { throw HTTPError(.badRequest, message: "This browser has not begun to connect an account.") }
        // Good for one callback. Of two at once, the library takes only one.
        try await browsers.remove(key: browser)
        let pending = try PendingAuthorization(serialized: consent.pending)
        return (consent.purpose, { try await $0.exchange(callback: callback, pending: pending) })
    }
}

private struct Consent: Codable {
    var purpose: Consents.Purpose
    var pending: String
}
