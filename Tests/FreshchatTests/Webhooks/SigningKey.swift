import Foundation
import Freshchat
import FreshworksCore

/// A key pair of these tests alone, with which they sign what they like, right or wrong.
enum SigningKey {
    /// Signs as Freshchat does.
    static func sign(_ body: some Sequence<UInt8>) -> [UInt8] { forge(RSAPublicKey.encoding(of: body, byteCount: 256)) }

    static func signature(of body: Data) -> String { Data(sign(body)).base64EncodedString() }

    /// What the public key turns into these 256 bytes, whatever they are.
    static func forge(_ encoding: [UInt8]) -> [UInt8] { OddModulus(modulus)?.power(encoding, privateExponent) ?? [] }

    /// In DER: a SubjectPublicKeyInfo around `pkcs1`.
    static let spki = sequence(
        sequence([0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1, 0x05, 0]) + value(0x03, [0] + pkcs1))
    static let pkcs1 = key(modulus: modulus, exponent: [1, 0, 1])

    static func key(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] { sequence(number(modulus) + number(exponent)) }

    static func sequence(_ content: [UInt8]) -> [UInt8] { value(0x30, content) }

    static func number(_ bytes: [UInt8]) -> [UInt8] { value(0x02, (bytes[0] >= 0x80 ? [0] : []) + bytes) }

    static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] =
            count < 128
            ? [UInt8(count)] : count < 256 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 255)]
        return [tag] + length + content
    }

    static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap { $0.hexDigitValue.map(UInt8.init) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    static let modulus = bytes(
        """
        c05450f399496c9cfe5402749e51fac12bd16cd4b387923934d83b81aee2a5c83d78f293100a84f99ff84adac8d45e94\
        0aa0c9ddb5af7ed1a1517deeb922eaf36bde1d4ab8074b4e4c5c995131f2a892267ed01ec96953daefabad7741fc4652\
        55165ef39ebcc3056af7f6ac22906f57be071a9a6f0369883513cd2f942834d3d63dc14c3fcfcf6805bdadfc51bec17f\
        34f6279e084878c12a1b2ba723bd9c32fce5cd11475b335b051ee2da8f68041eb8da52b4188d87f73cfb8e087df02fb4\
        058715bf4d793cdc5246d7bf55cb76cd07a13e629b82338349f94338da2a1930058bb035b67adb072b5b5917ce20f55b\
        dfbb377a97dc6df6ef3a4b4a80171a2d
        """)
    private static let privateExponent = bytes(
        """
        2083004e3586d66ff18435080ead5004b08a0dea24d111944f0d107e1b18a02aa9cd94bfec71c2c9c9d3789fe45c1602\
        d38b1ba4b96e49b3592043f8035ed635c0f1c2a4db580c5057933dad9e92651193a5533c2912ff845e887861d50b36bd\
        fb393562dc5e0f5f8e960d224b137c66ea2e1c3ea7ee7d3bf3b0fdba01c30c2eca1c732051a48c6a8196da0614d2ff04\
        d4c4e638d1c98b2177bb51b5133fe12bfec120df69449e7021945b0b644e1a8b833c5583a3223d1dfae942b038afaad1\
        da6a4a61ebd279a3b19ea066db7ef8e11a1f631a4d82cf6adcf619d129f1184e8584c5f2911d6012adf43b331de4e4dd\
        1f26a3c97dd43959da65116ba26d1941
        """)
}
