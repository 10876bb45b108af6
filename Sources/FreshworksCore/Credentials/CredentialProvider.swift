/// Where a client gets its credential from, each time it needs one.
///
/// A provider is what makes a rotated token heal without a restart: after a 401 it is asked whether it has a
/// newer one, once for each rejected credential, however many calls it was rejected for.
/// Ready made are `.fixed`, `.environment`, `.file`, `.chain`, `.custom` and `.cached`.
public protocol CredentialProvider: Sendable {
    /// The credential to use now. Called before each request, so it should usually answer from memory. One that is made anew
    /// from the same value counts as the same.
    /// - Throws: ``FreshworksError/Code/notConfigured`` if there is none, so that a chain asks the next provider;
    ///   ``FreshworksError/Code/needsReauthorization``, or another error with ``FreshworksError/isFinal``, where only a
    ///   person can help. Whatever it throws, the next call asks again.
    func credential() async throws -> Credential

    /// The service rejected a credential: is there a newer one?
    /// - Returns: A credential with another ``Credential/revision``, or `nil` if there is none yet.
    func credential(replacing rejected: Credential) async throws -> Credential?

    /// The credential, where it is known without waiting and never changes, so that initializers can refuse a wrong one at once.
    var fixedCredential: Credential? { get }
}

extension CredentialProvider {
    /// Asks ``credential()`` again and returns the answer if it is not the rejected one.
    public func credential(replacing rejected: Credential) async throws -> Credential? {
        let current = try await credential().keepingRevision(of: rejected)
        return current.revision == rejected.revision ? nil : current
    }

    /// `nil`: unknown until asked.
    public var fixedCredential: Credential? { nil }
}

/// A provider that is a value and knows which other values are the same one.
package protocol IdentifiedProvider: CredentialProvider {
    /// Of an object that lives as long as the provider.
    var identity: ObjectIdentifier { get }
}

extension FreshworksError.Code {
    /// The user has to give consent again. A provider throws it when no other credential can be had without.
    public static let needsReauthorization = Self(rawValue: "needs_reauthorization")
}

extension FreshworksError {
    /// Whether no provider can have another credential before a person has acted.
    var endsCredential: Bool { isFinal || code == .needsReauthorization }
}
