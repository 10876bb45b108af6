import FreshworksCore

/// One service: what it thinks of a request's credential, and what it answers.
protocol SandboxService: Sendable {
    func judge(_ request: SandboxRequest) -> CredentialUse

    mutating func answer(_ request: SandboxRequest, credential: CredentialUse) -> SandboxReply
}

extension HeaderFields {
    /// What follows a scheme in `Authorization`; scheme names are case-insensitive (RFC 9110 §11.1).
    func authorization(_ scheme: String) -> String? {
        guard let value = self["Authorization"] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, String(parts[0]).equalsIgnoringCase(scheme) else { return nil }
        return String(parts[1])
    }
}
