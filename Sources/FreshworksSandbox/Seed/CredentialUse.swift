/// What a request's credential was worth to the sandbox. It never holds the credential.
public enum CredentialUse: Sendable, Hashable {
    /// There was none, or it was not sent the way the product wants it.
    case missing
    /// It is not and never was one of the sandbox's.
    case unknown
    /// It worked until it was replaced or revoked, or until its time was up.
    case revoked(revision: Int)
    /// It is the live one. The first key that a sandbox invents has revision 1, as have the e-mail and password login and
    /// the OAuth client; of OAuth access tokens each new one has the next revision.
    case current(revision: Int)

    var isLive: Bool { if case .current = self { true } else { false } }
}
