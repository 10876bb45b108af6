/// A provider of one credential that never changes.
public struct FixedCredential: CredentialProvider {
    private let value: Credential

    /// Provides a credential.
    public init(_ credential: Credential) {
        value = credential
    }

    /// The credential.
    public func credential() async throws -> Credential { value }

    /// The credential.
    public var fixedCredential: Credential? { value }
}

extension CredentialProvider where Self == FixedCredential {
    /// One credential that never changes.
    public static func fixed(_ credential: Credential) -> Self { FixedCredential(credential) }
}
