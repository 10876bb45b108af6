import Foundation
import FreshworksCore

/// A customer of the app: a Freshworks organization, and the accounts in it that users give consent for.
struct Tenant: Sendable {
    /// An account, and what asks for consent to call it.
    struct Access: Sendable {
        let account: FreshworksAccount
        let oauth: OAuthClient
    }

    let name: String
    let freshsales: Access
    let freshchat: Access?

    var accesses: [Access] { [freshsales, freshchat].compactMap(\.self) }

    /// Reads a file with one object per tenant, by name; `freshchat` may be left out:
    /// ```
    /// {"acme": {"freshsales": "https://acme.myfreshworks.com/crm/sales/api",
    ///           "freshchat": "https://acme.freshchat.com/v2",
    ///           "oauth": "https://acme.myfreshworks.com/org/oauth/v2", "clientID": "…", "clientSecret": "…"}}
    /// ```
    /// - Parameter callback: Where users come back to, as registered with each organization.
    static func all(in file: URL, callback: URL, runtime: FreshworksRuntime) throws -> [String: Tenant] {
        let settings = try JSONDecoder().decode([String: Settings].self, from: Data(contentsOf: file))
        return Dictionary(
            uniqueKeysWithValues: try settings.map { name, settings in
                func access(_ product: FreshworksProduct, _ baseURL: String, _ scope: String) throws -> Access {
                    let oauth = try OAuthConfiguration.freshworks(
                        baseURL: settings.oauth, clientID: settings.clientID,
                        clientSecret: Secret(settings.clientSecret), scopes: [scope], redirectURI: callback)
                    return Access(
                        account: try FreshworksAccount(product, baseURL: baseURL),
                        oauth: try OAuthClient(oauth, runtime: runtime))
                }
                let tenant = Tenant(
                    name: name,
                    freshsales: try access(.freshsales, settings.freshsales, "freshsales.contacts.view"),
                    freshchat: try settings.freshchat.map {
                        try access(.freshchat, $0, "freshchat.conversation.view")
                    })
                return (name, tenant)
            })
    }

    private struct Settings: Decodable {
        var freshsales: String
        var freshchat: String?
        var oauth: String
        var clientID: String
        var clientSecret: String
    }
}
