import Synchronization

/// A provider that asks a closure, such as one that reads your secret store.
///
/// The closure is asked before each request: put `.cached` around it where it takes time. As long as it returns the same
/// value, the credential keeps its ``Credential/revision``.
public final class CustomProvider: CredentialProvider {
    private let load: @Sendable () async throws -> Credential
    private let last = Mutex<Credential?>(nil)

    /// Asks a closure.
    public init(_ load: @escaping @Sendable () async throws -> Credential) {
        self.load = load
    }

    /// What the closure returns.
    public func credential() async throws -> Credential {
        let loaded = try await load()
        return last.withLock { last in
            let kept = loaded.keepingRevision(of: last)
            last = kept
            return kept
        }
    }
}

extension CredentialProvider where Self == CustomProvider {
    /// What a closure returns each time it is asked.
    public static func custom(_ load: @escaping @Sendable () async throws -> Credential) -> Self {
        CustomProvider(load)
    }
}
