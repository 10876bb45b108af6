import FreshworksCore

/// Invents what the server hands out. No two texts are ever the same, because each holds its own number.
struct TokenMint: Sendable {
    private var generator: SeededGenerator
    private var count = 0

    init(seed: UInt64, purpose: String) { generator = SeededGenerator(seed: seed, purpose: purpose) }

    mutating func make(_ kind: String) -> String {
        count += 1
        return "invented_\(kind)_\(count)_\(generator.alphanumerics(32))"
    }

    /// A token in the shape of the real ones: three base64url parts, the claims in clear text, signed with nonsense.
    mutating func makeAccessToken(claims: JSONValue) -> String {
        [
            Base64URL.encode(#"{"kid":"invented","alg":"RS256","typ":"JWT"}"#.utf8),
            Base64URL.encode(claims.serialized()), make("access"),
        ].joined(separator: ".")
    }
}
