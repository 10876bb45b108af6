import Foundation
import FreshworksCore

/// A customer of the app: a Freshworks organization, and the Freshsales account in it.
struct Tenant: Sendable {
    let name: String
    let account: FreshworksAccount
    let oauth: OAuthClient

    /// Reads a file with one object per tenant, by name:
    /// ```
    /// {"acme": {"freshsales": "https://acme.myfreshworks.com/crm/sales/api",
    ///           "oauth": "https://acme.myfreshworks.com/org/oauth/v2", "clientID": "…", "clientSecret": "…"}}
    /// ```
    /// - Parameter callback: Where users come back to, as registered with each organization.
    static func all(in file: URL, callback: URL, runtime: FreshworksRuntime) throws -> [String: Tenant] {
        let settings = try JSONDecoder().decode([String: Settings].self, from: Data(contentsOf: file))
        return Dictionary(
            uniqueKeysWithValues: try settings.map { name, settings in
                let oauth = try OAuthConfiguration.freshworks(
                    baseURL: settings.oauth, clientID: settings.clientID, clientSecret: Secret(settings.clientSecret),
                    scopes: ["freshsales.contacts.view"], redirectURI: callback)
                let account = try FreshworksAccount(.freshsales, baseURL: settings.freshsales)
                return (name, Tenant(name: name, account: account, oauth: try OAuthClient(oauth, runtime: runtime)))
            })
    }

    private struct Settings: Decodable {
        var freshsales: String
        var oauth: String
        var clientID: String
        var clientSecret: String
    }
}
