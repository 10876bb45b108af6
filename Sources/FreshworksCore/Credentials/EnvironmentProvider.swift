public import Foundation

/// A provider of what the environment says about a product's credential.
///
/// The variables are `FRESHDESK_API_KEY`, or `FRESHDESK_EMAIL` and `FRESHDESK_PASSWORD`; `FRESHCHAT_API_TOKEN`;
/// `FRESHSALES_API_KEY`; for other products likewise with their name. With `_FILE` behind it, a secret's variable holds the
/// path of a file, which is read again when it changes. An empty variable counts as unset.
public struct EnvironmentProvider: CredentialProvider {
    private let found: Result<any CredentialProvider, FreshworksError>

    /// Reads variables, once.
    public init(
        _ product: FreshworksProduct, variables: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let environment = FreshworksEnvironment(product, variables: variables)
        found = Result { () throws(FreshworksError) in try environment.provider() }
    }

    /// The credential that the variables, or the file that they name, hold.
    /// - Throws: ``FreshworksError/Code/notConfigured``, naming the variables that would do;
    ///   ``FreshworksError/Code/conflictingVariables`` if a secret is given twice; what reading the file throws.
    public func credential() async throws -> Credential { try await found.get().credential() }

    /// A newer value of the file, if the variables name one.
    public func credential(replacing rejected: Credential) async throws -> Credential? {
        try await found.get().credential(replacing: rejected)
    }

    /// The variable's value, if it is not in a file.
    public var fixedCredential: Credential? { try? found.get().fixedCredential }
}

extension CredentialProvider where Self == EnvironmentProvider {
    /// What the environment says about a product's credential.
    public static func environment(
        _ product: FreshworksProduct, variables: [String: String] = ProcessInfo.processInfo.environment
    ) -> Self {
        EnvironmentProvider(product, variables: variables)
    }
}
