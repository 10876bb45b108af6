/// The value of the `Authorization` field of Cloud Elements and SAP Open Connectors: `User …, Organization …, Element …`.
///
/// It is written verbatim: the secrets may hold `+`, `/` and `=` and are never percent-encoded.
public struct InstanceAuthorization: Sendable {
    /// Who calls.
    public let user: Secret
    /// For whom. Calls with an instance alone go without it.
    public let organization: Secret?
    /// The token of the instance that is meant.
    public let element: Secret?

    /// Puts one together.
    public init(user: Secret, organization: Secret? = nil, element: Secret? = nil) {
        self.user = user
        self.organization = organization
        self.element = element
    }

    /// Reads a header's value.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for anything else. The value is never quoted.
    public init(header value: String) throws {
        var parts: [String: Secret] = [:]
        for part in value.split(separator: ",", omittingEmptySubsequences: false) {
            let words = part.split(separator: " ")
            guard words.count == 2, ["user", "organization", "element"].contains(words[0].lowercased()),
                words[1].utf8.allSatisfy({ 0x21...0x7E ~= $0 }),
                parts.updateValue(Secret(String(words[1])), forKey: words[0].lowercased()) == nil
            else { throw Self.refusal }
        }
        guard let user = parts["user"] else { throw Self.refusal }
        self.init(user: user, organization: parts["organization"], element: parts["element"])
    }

    /// The header's value.
    public var header: Secret {
        let parts = [("User", user), ("Organization", organization), ("Element", element)]
        return Secret(
            parts.compactMap { name, secret in secret.map { "\(name) \($0.reveal())" } }.joined(separator: ", "))
    }

    private static let refusal = ArgumentCheck.refusal(
        "Authorization", "must be User SECRET, Organization SECRET, and Element TOKEN where an instance is meant")
}
