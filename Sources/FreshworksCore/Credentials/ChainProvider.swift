import Synchronization

/// A provider that uses the first of several that is configured, and stays with it as long as it is.
public final class ChainProvider: CredentialProvider {
    private let providers: [any CredentialProvider]
    private let chosen = Mutex<(any CredentialProvider)?>(nil)

    /// Asks providers in turn.
    public init(_ providers: [any CredentialProvider]) {
        self.providers = providers
    }

    /// The credential of the first provider that does not answer ``FreshworksError/Code/notConfigured``.
    /// - Throws: Any other error of a provider, at once; ``FreshworksError/Code/notConfigured`` if none is configured.
    public func credential() async throws -> Credential {
        if let provider = chosen.withLock({ $0 }) {
            do {
                return try await provider.credential()
            } catch let error as FreshworksError where error.code == .notConfigured {
                // It was taken away; another one may have come in its place.
                chosen.withLock { $0 = nil }
            }
        }
        var reasons: [String] = []
        for provider in providers {
            do {
                let credential = try await provider.credential()
                chosen.withLock { $0 = $0 ?? provider }
                return credential
            } catch let error as FreshworksError where error.code == .notConfigured {
                reasons.append(error.message)
            }
        }
        throw FreshworksError(
            .notConfigured, reasons.isEmpty ? "the chain of credentials is empty" : reasons.joined(separator: "; "),
            advice: "Configure one of them.")
    }

    /// Asks the provider that was chosen.
    public func credential(replacing rejected: Credential) async throws -> Credential? {
        try await chosen.withLock { $0 }?.credential(replacing: rejected)
    }
}

extension CredentialProvider where Self == ChainProvider {
    /// The first of several providers that is configured.
    public static func chain(_ providers: [any CredentialProvider]) -> Self { ChainProvider(providers) }
}
