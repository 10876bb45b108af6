/// Scopes as requests spell them: RFC 6749 §3.3.
enum OAuthScopes {
    /// The names in a list that are separated by single spaces, each once.
    /// - Parameter allowed: What may be asked for.
    static func parse(_ text: String, within allowed: [String]) throws(OAuthError) -> [String] {
        var found: [String] = []
        for part in text.split(separator: " ", omittingEmptySubsequences: false) {
            let name = String(part)
            guard allowed.contains(name) else {
                throw OAuthError(.invalidScope, "A scope is malformed, unknown, or more than may be asked for")
            }
            if !found.contains(name) { found.append(name) }
        }
        return found
    }
}
