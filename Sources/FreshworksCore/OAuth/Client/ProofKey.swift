/// The proof key for a code (RFC 7636): only who began the authorization knows the verifier, and only its digest is seen before.
package struct ProofKey: Sendable {
    package let verifier: Secret
    /// The digest by the method S256.
    package let challenge: String

    /// - Parameter octets: 32 random ones.
    package init(octets: [UInt8]) {
        let text = Base64URL.encode(octets)
        verifier = Secret(text)
        challenge = Base64URL.encode(SHA256.hash(text.utf8))
    }
}
