import FreshworksCore

/// What a bearer token is worth to the OAuth server.
struct BearerUse: Sendable {
    let use: CredentialUse
    var scopes: [String] = []
    /// What RFC 6750 calls the error's description.
    var complaint = "The access token is not known"

    static let unknown = BearerUse(use: .unknown)
}

extension SandboxRequest {
    /// Whether a product lets the caller in: with a credential of its own, or with an OAuth token that has a scope of it.
    ///
    /// Which call needs which scope is not documented for all products, so one scope opens all of a product.
    func hasScope(of product: Sandbox.Product) -> Bool {
        guard let bearer, bearer.use.isLive else { return true }
        return bearer.scopes.contains { $0.hasPrefix(product.rawValue + ".") }
    }
}
