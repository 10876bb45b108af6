import FreshworksCore

/// The hosts of the real world, with one account living on them.
struct HostDoors: Sendable {
    let account: String
    let oauthPath: Sandbox.OAuthOptions.Path

    /// A host beside those of the services, as their storage has, where a credential has no business.
    static let downloadHost = "cdn.example.net"

    func door(host: String, path: String) -> Door {
        let host = host.lowercased()
        if host == Self.downloadHost {
            return path.hasPrefix(Door.downloadPath)
                ? .download : .elsewhere(.page(404, title: "There is nothing here"))
        }
        guard let dot = host.firstIndex(of: ".") else { return .nowhere }
        let isOurs = host[..<dot] == account
        switch host[dot...] {
        case ".freshdesk.com":
            // An unknown account is answered like an unknown path: with nothing.
            return isOurs ? api(.freshdesk, path) : .elsewhere(.empty(404))
        case ".freshchat.com":
            return isOurs || host == "api.freshchat.com" ? api(.freshchat, path) : unknownAccount
        case ".myfreshworks.com":
            return isOurs ? oauthPath.door(path) ?? crm(path) : unknownAccount
        case ".freshworks.com":
            return isOurs ? crm(path) : unknownAccount
        case ".freshsales.io": return unknownAccount
        default: return .nowhere
        }
    }

    /// Beside the API these hosts serve a web application, whatever the path.
    private func api(_ product: Sandbox.Product, _ path: String) -> Door {
        path.isAtOrBelow(product.basePath) ? .product(product) : .elsewhere(.page(200, title: "Sign in"))
    }

    private func crm(_ path: String) -> Door { Door.freshsalesWebApp(path) ?? api(.freshsales, path) }

    private var unknownAccount: Door { .elsewhere(.page(404, title: "There is no account at this address")) }
}
