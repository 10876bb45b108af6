import Foundation
import Freshchat
import FreshworksCore
import TestSupport
import Testing

@Suite("RSA signatures with SHA-256")
struct SignatureTests {
    private let message = Data("Where is my order?".utf8)
    private let key: RSAPublicKey

    init() throws { key = try RSAPublicKey(modulus: SigningKey.modulus, exponent: [1, 0, 1]) }

    @Test("a signature fits its own message alone")
    func valid() {
        let signature = SigningKey.sign(message)
        #expect(key.verifies(signature, of: message))
        #expect(!key.verifies(signature, of: message + [0x0A]))
        #expect(!key.verifies(signature, of: Data()))
        #expect(key.verifies(SigningKey.sign(Data()), of: Data()))
    }

    @Test("what is far longer than any key is refused without computing with it")
    func longKeys() {
        let error = #expect(throws: FreshworksError.self) {
            try RSAPublicKey(modulus: [UInt8](repeating: 0xFF, count: 1 << 20), exponent: [1, 0, 1])
        }
        #expect(error?.message.contains("more than 4096 bits") == true)
        for text in [String(repeating: "-", count: 1 << 20), String(repeating: "A", count: 1 << 20)] {
            let error = #expect(throws: FreshworksError.self) { try RSAPublicKey(pasted: text) }
            #expect(error?.code == .invalidPublicKey)
            #expect(error?.message.contains("longer than any key") == true)
        }
    }

    /// The whole encoding of the message, to be spoiled.
    private var encoding: [UInt8] { RSAPublicKey.encoding(of: message, byteCount: 256) }

    @Test("an encoding is refused whatever is wrong with it")
    func wrongEncodings() {
        let right = encoding
        let hash = Array(right.suffix(32))
        let name = Array(right.suffix(51).prefix(19))
        func padded(_ tail: [UInt8]) -> [UInt8] {
            [0, 1] + Array(repeating: 0xFF, count: 253 - tail.count) + [0] + tail
        }
        #expect(padded(name + hash) == right)
        // SHA-1 and SHA-512 by their names, and SHA-256 without its NULL.
        let sha1: [UInt8] = [0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2B, 0x0E, 0x03, 0x02, 0x1A, 0x05, 0x00, 0x04, 0x14]
        let bare: [UInt8] = [
            0x30, 0x2F, 0x30, 0x0B, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x04, 0x20,
        ]
        var sha512 = name
        sha512[14] = 0x03
        let wrong: [(String, [UInt8])] = [
            ("block type 2", [0, 2] + right.dropFirst(2)),
            ("block type 0", [0, 0] + right.dropFirst(2)),
            ("a padding byte that is not FF", Array(right.prefix(9)) + [0xFE] + right.dropFirst(10)),
            ("no end of the padding", right.map { $0 }.enumerated().map { $0 == 204 ? 0xFF : $1 }),
            (
                "an early end of the padding",
                [0, 1] + Array(repeating: 0xFF, count: 8) + [0] + name + hash
                    + Array(repeating: 0, count: 256 - 62)
            ),
            (
                "garbage after the hash",
                [0, 1] + Array(repeating: 0xFF, count: 192) + [0] + name + hash
                    + Array(repeating: 0xAB, count: 10)
            ),
            ("garbage before the name", padded([0x05, 0x00] + name + hash)),
            ("the hash alone", padded(hash)),
            ("the name of SHA-1", padded(sha1 + hash.prefix(20))),
            ("the name of SHA-512", padded(sha512 + hash)),
            ("no parameters", padded(bare + hash)),
            ("a longer length in the name", padded([0x30, 0x81, 0x31] + name.dropFirst(2) + hash)),
            ("another hash", padded(name + SHA256.hash(Data("x".utf8)))),
            ("nothing but padding", [0, 1] + Array(repeating: 0xFF, count: 254)),
            ("zeros", Array(repeating: 0, count: 256)),
        ]
        for (what, encoding) in wrong {
            #expect(encoding.count == 256, "\(what)")
            #expect(!key.verifies(SigningKey.forge(encoding), of: message), "\(what)")
        }
        #expect(key.verifies(SigningKey.forge(right), of: message))
    }

    @Test("a signature of another length, or not below the modulus, is refused")
    func wrongSignatures() {
        let signature = SigningKey.sign(message)
        #expect(!key.verifies([0] + signature, of: message))
        #expect(!key.verifies(signature + [0], of: message))
        #expect(!key.verifies(Array(signature.dropFirst()), of: message))
        #expect(!key.verifies(Array(signature.dropLast()), of: message))
        #expect(!key.verifies([], of: message))
        #expect(!key.verifies(SigningKey.modulus, of: message))
        #expect(!key.verifies(Array(repeating: 0xFF, count: 256), of: message))
        #expect(!key.verifies(Array(repeating: 0, count: 255) + [1], of: message))
        // The same modulo the modulus, which has no room for it in 256 bytes or has.
        let small = SigningKey.forge([0, 0] + Array(repeating: 0, count: 253) + [2])
        #expect(!key.verifies(Self.sum(small, SigningKey.modulus), of: message))
        #expect(!key.verifies(Self.sum(signature, SigningKey.modulus), of: message))
        #expect(!key.verifies(Self.difference(SigningKey.modulus, signature), of: message))
    }

    private static func sum(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        var (result, carry): ([UInt8], Int) = ([], 0)
        for (x, y) in zip(a.reversed(), b.reversed()) {
            carry += Int(x) + Int(y)
            result.append(UInt8(carry & 255))
            carry >>= 8
        }
        return (carry > 0 ? [UInt8(carry)] : []) + result.reversed()
    }

    private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        var (result, borrow): ([UInt8], Int) = ([], 0)
        for (x, y) in zip(a.reversed(), b.reversed()) {
            let value = Int(x) - Int(y) - borrow
            result.append(UInt8((value + 256) & 255))
            borrow = value < 0 ? 1 : 0
        }
        return result.reversed()
    }

    @Test("a signature has one spelling: neither without its leading zeros nor with the modulus added does it fit")
    func oneSpelling() throws {
        // The first of its kind whose signature begins with a zero, and one that has room for the modulus in 256 bytes.
        let (low, roomy) = (Data("Message 536".utf8), Data("Message 2".utf8))
        let signature = SigningKey.sign(low)
        try #require(signature.first == 0 && signature.count == 256)
        #expect(key.verifies(signature, of: low))
        #expect(!key.verifies(Array(signature.drop(while: { $0 == 0 })), of: low))
        let right = SigningKey.sign(roomy)
        #expect(key.verifies(right, of: roomy))
        let large = Self.sum(right, SigningKey.modulus)
        try #require(large.count == 256)
        #expect(!key.verifies(large, of: roomy))
    }

    @Test("keys that are weak or none are refused")
    func weakKeys() {
        var even = SigningKey.modulus
        even[255] &= 0xFE
        let short = Array(SigningKey.modulus.suffix(128))
        func refuse(_ modulus: [UInt8], _ exponent: [UInt8], _ reason: String) {
            let error = #expect(throws: FreshworksError.self) {
                try RSAPublicKey(modulus: modulus, exponent: exponent)
            }
            #expect(error?.code == .invalidPublicKey)
            #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
        }
        refuse(even, [1, 0, 1], "even")
        refuse([], [1, 0, 1], "even")
        refuse([1], [1, 0, 1], "even")
        refuse(short.first == 0 ? short : [0x80] + short.dropFirst(), [1, 0, 1], "1024 bits")
        refuse(Array(repeating: 0xFF, count: 513), [1, 0, 1], "more than 4096 bits")
        refuse([0x7F] + Array(repeating: 0xFF, count: 255), [1, 0, 1], "2047 bits")
        for exponent: [UInt8] in [[3], [1], [], [0], [1, 0, 0, 0, 1], [1, 0, 2]] {
            refuse(SigningKey.modulus, exponent, "exponent")
        }
    }

    @Test("powers are those of Python, and a base that is not below the modulus has none")
    func powers() {
        #expect(OddModulus([7])?.power([5], [13]) == [5])
        let number = OddModulus(SigningKey.bytes("ffffffffffffffc5"))
        #expect(number?.power(SigningKey.bytes("0fffffffffffffff"), [1, 0, 1]) == SigningKey.bytes("b326fbe205c105f2"))
        #expect(number?.power([2], []) == [0, 0, 0, 0, 0, 0, 0, 1])
        #expect(number?.power(SigningKey.bytes("ffffffffffffffc5"), [1]) == nil)
        #expect(number?.power(SigningKey.bytes("01ffffffffffffffc5"), [1]) == nil)
    }

    @Test("a verification takes far less than a millisecond", .inTurn)
    func speed() {
        let signature = SigningKey.sign(message)
        let clock = ContinuousClock()
        var right = 0
        let time = clock.measure { for _ in 0..<20 { right += key.verifies(signature, of: message) ? 1 : 0 } }
        #expect(right == 20)
        print("RSA verification, 2048 bits, this build: \(time / 20)")
        // Not on a machine that does something else besides.
        if ProcessInfo.processInfo.environment["FRESHWORKS_STRICT"] != nil { #expect(time / 20 < .milliseconds(1)) }
    }
}
