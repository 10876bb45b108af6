import Foundation

/// An address that may take part in OAuth: https, or http on loopback.
///
/// Its text is read, so that nothing depends on how a URL parser understands backslashes, `@` or escapes.
struct OAuthAddress {
    let origin: FreshworksAccount.Origin

    /// - Throws: ``FreshworksError/Code/invalidOAuthConfiguration`` naming the setting.
    init(_ url: URL, setting: String) throws {
        let text = url.absoluteString
        let address = PastedAddress(text)
        guard let scheme = address.scheme, scheme == "https" || (scheme == "http" && address.isLoopback) else {
            throw OAuthConfiguration.invalid(setting, "is not https; plain http is for loopback addresses alone")
        }
        guard address.userInfo == nil else {
            throw OAuthConfiguration.invalid(setting, "has a user name or password")
        }
        guard !text.contains("#") else {
            throw OAuthConfiguration.invalid(setting, "has a fragment")
        }
        let host = address.host.lowercased()
        let isLegal = text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && Subdomain.isHost(host)
        guard isLegal, let port = try? Subdomain.number(ofPort: address.port) as Int?? else {
            throw OAuthConfiguration.invalid(setting, "has no host, or a host or port that cannot be")
        }
        origin = FreshworksAccount.Origin(scheme: scheme, host: host, port: port)
    }
}
