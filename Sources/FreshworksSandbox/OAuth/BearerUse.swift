import FreshworksCore

/// What a bearer token is worth to the OAuth server.
struct BearerUse: Sendable {
    let use: CredentialUse
    var scopes: [String] = []
    /// What RFC 6750 calls the error's description.
    var complaint = "The access token is not known"

    static let unknown = BearerUse(use: .unknown)

    /// Whether a live token opens a call; a dead one is another matter.
    ///
    /// `manage` is every verb of its resource. What no resource and verb are to be seen in, such as `freshdesk.all`, is a test's
    /// own scope and opens the whole product.
    /// - Parameter scopes: Of these the call needs one, such as `tickets.view`; if there are none, any of the product will do.
    func opens(_ product: Sandbox.Product, _ scopes: [String]) -> Bool {
        guard use.isLive else { return true }
        let prefix = product.rawValue + "."
        let own = self.scopes.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        guard !scopes.isEmpty else { return !own.isEmpty }
        return own.contains { granted in
            guard let verb = granted.split(separator: ".").last, granted.contains("."), Self.verbs.contains(verb)
            else { return true }
            return scopes.contains { needed in
                needed == granted || (verb == "manage" && Self.resource(needed) == Self.resource(granted))
            }
        }
    }

    private static func resource(_ scope: String) -> [Substring] { scope.split(separator: ".").dropLast() }

    private static let verbs: Set<Substring> = ["view", "create", "edit", "delete", "upsert", "manage", "publish"]
}
