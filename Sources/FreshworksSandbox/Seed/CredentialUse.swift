/// What a request's credential was worth to the sandbox. It never holds the credential.
public enum CredentialUse: Sendable, Hashable {
    /// There was none, or it was not sent the way the product wants it.
    case missing
    /// It is not and never was one of the sandbox's.
    case unknown
    /// It worked until it was replaced.
    case revoked(revision: Int)
    /// It is the live one. The first key that a sandbox invents has revision 1, as has the e-mail and password login.
    case current(revision: Int)

    var isLive: Bool { if case .current = self { true } else { false } }
}
