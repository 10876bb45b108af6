/// A provider of one credential that never changes.
public struct FixedProvider: CredentialProvider {
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

extension CredentialProvider where Self == FixedProvider {
    /// One credential that never changes.
    public static func fixed(_ credential: Credential) -> Self { FixedProvider(credential) }
}
