/// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 §8.2): the check of signatures, which needs nothing secret.
package struct RSAPublicKey: Sendable {
    private let modulus: OddModulus
    /// 65537, the one exponent that is taken.
    package static let exponent: [UInt8] = [1, 0, 1]

    /// How many bits the modulus has.
    package var bitCount: Int { modulus.bitCount }

    /// - Parameters:
    ///   - modulus: Most significant byte first.
    ///   - exponent: Most significant byte first.
    /// - Throws: ``FreshworksError/Code/invalidPublicKey`` for keys that are weak or no keys.
    package init(modulus: some BidirectionalCollection<UInt8>, exponent: some Collection<UInt8>) throws {
        // Before anything is computed, for that takes the longer the more bits there are.
        guard modulus.drop(while: { $0 == 0 }).count <= 4096 / 8 else {
            throw Self.refusal("it has more than 4096 bits")
        }
        guard let number = OddModulus(modulus) else { throw Self.refusal("its modulus is even") }
        guard (2048...4096).contains(number.bitCount) else {
            throw Self.refusal("it has \(number.bitCount) bits instead of 2048 to 4096")
        }
        guard exponent.drop(while: { $0 == 0 }).elementsEqual(Self.exponent) else {
            throw Self.refusal("its exponent is not 65537")
        }
        self.modulus = number
    }

    /// Whether somebody with the private key has signed a message.
    ///
    /// The whole encoding is built anew and compared: nothing of what the signature holds is parsed, which is where others
    /// have let forgeries through.
    package func verifies(_ signature: some BidirectionalCollection<UInt8>, of message: some Sequence<UInt8>) -> Bool {
        guard signature.count == modulus.byteCount, let encoding = modulus.power(signature, Self.exponent) else {
            return false
        }
        return encoding == Self.encoding(of: message, byteCount: modulus.byteCount)
    }

    /// What is signed for a message: EMSA-PKCS1-v1_5 (RFC 8017 §9.2).
    package static func encoding(of message: some Sequence<UInt8>, byteCount: Int) -> [UInt8] {
        // The algorithm's name in DER, SHA-256 without parameters but NULL, and the length of the hash.
        let name: [UInt8] = [
            0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04,
            0x20,
        ]
        let hash = name + SHA256.hash(message)
        return [0, 1] + [UInt8](repeating: 0xFF, count: max(8, byteCount - hash.count - 3)) + [0] + hash
    }

    static func refusal(_ reason: String) -> FreshworksError {
        FreshworksError(
            .invalidPublicKey, "the public key cannot be used: \(reason)",
            advice: "Copy the public key of the webhook settings again, whole.")
    }
}

extension FreshworksError.Code {
    /// What was given as a public key is none, or too weak to trust.
    public static let invalidPublicKey = Self(rawValue: "invalid_public_key")
}
