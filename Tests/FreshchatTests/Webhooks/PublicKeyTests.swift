import Foundation
import Freshchat
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Public keys as people paste them")
struct PublicKeyTests {
    private static let body = Data(#"{"action":"x"}"#.utf8)

    private static func base64(_ der: [UInt8], every: Int = .max) -> [String] {
        let text = Array(Data(der).base64EncodedString())
        return stride(from: 0, to: text.count, by: min(every, text.count)).map {
            String(text[$0..<min($0 + min(every, text.count), text.count)])
        }
    }

    private static func forms(of der: [UInt8], _ label: String) -> [(String, String)] {
        let (one, lines) = (base64(der)[0], base64(der, every: 64))
        let (head, end) = ("-----BEGIN \(label)-----", "-----END \(label)-----")
        return [
            ("lines", ([head] + lines + [end, ""]).joined(separator: "\n")),
            ("lines as on Windows", ([head] + lines + [end]).joined(separator: "\r\n")),
            ("one line", "\(head)\n\(one)\n\(end)"),
            ("everything on one line", "\(head)\(one)\(end)"),
            ("spaces for line breaks", ([head] + lines + [end]).joined(separator: " ")),
            ("literal line breaks", ([head] + lines + [end]).joined(separator: "\\n")),
            ("literal line breaks as on Windows", ([head] + lines + [end]).joined(separator: "\\r\\n")),
            ("no labels", lines.joined(separator: "\n")),
            ("no labels, one line, no padding", one.replacing("=", with: "")),
            ("quoted", "\"\(head)\\n\(one)\\n\(end)\""),
        ]
    }

    @Test("both forms under both labels, however broken into lines", arguments: ["PUBLIC KEY", "RSA PUBLIC KEY"])
    func forms(label: String) throws {
        let delivery = WebhookDelivery(body: Self.body, signature: SigningKey.signature(of: Self.body))
        for der in [SigningKey.spki, SigningKey.pkcs1] {
            for (what, text) in Self.forms(of: der, label) {
                #expect(throws: Never.self, "\(what)") { try WebhookVerifier(publicKey: text).verify(delivery) }
            }
            #expect(throws: Never.self) { try WebhookVerifier(der: Data(der)).verify(delivery) }
        }
    }

    @Test("what is no key is refused, with a reason that quotes nothing of it")
    func refused() {
        let spki = SigningKey.spki
        let ellipticCurve = SigningKey.sequence(
            SigningKey.sequence([0x06, 7, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1]) + SigningKey.value(0x03, [0, 4, 1, 2]))
        let rsa = SigningKey.sequence([0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1, 0x05, 0])
        let weak = SigningKey.key(modulus: Array(repeating: 0xFF, count: 128), exponent: [1, 0, 1])
        let cases: [(String, String)] = [
            ("", "not Base64"), ("hello there", "not in DER"),
            ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "private key"),
            ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "certificate"),
            (Self.base64(spki + [0])[0], "follows"), (Self.base64(Array(spki.dropLast()))[0], "cut off"),
            // Behind the key, within what holds both, and behind the name of the algorithm.
            (
                Self.base64(SigningKey.sequence(rsa + SigningKey.value(0x03, [0] + SigningKey.pkcs1) + [5, 0]))[0],
                "follows"
            ),
            (
                Self.base64(SigningKey.sequence(rsa + SigningKey.value(0x03, [0] + SigningKey.pkcs1 + [0])))[0],
                "follows"
            ),
            (Self.base64(ellipticCurve)[0], "no key of RSA"), (Self.base64(weak)[0], "1024 bits"),
            (Self.base64(SigningKey.key(modulus: SigningKey.modulus, exponent: [3]))[0], "exponent"),
            // A negative modulus.
            (
                Self.base64(
                    SigningKey.sequence(
                        SigningKey.value(0x02, SigningKey.modulus) + SigningKey.number([1, 0, 1])))[0], "not in DER"
            ),
        ]
        for (text, reason) in cases {
            let error = #expect(throws: FreshworksError.self) { try WebhookVerifier(publicKey: text) }
            #expect(error?.code == .invalidPublicKey)
            #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
        }
    }

    @Test("no damage to a key crashes, and none makes another key of it that takes the signature")
    func damaged() {
        var random = SeededGenerator(seed: 7)
        let delivery = WebhookDelivery(body: Self.body, signature: SigningKey.signature(of: Self.body))
        var accepted = 0
        for round in 0..<3000 {
            var der = round % 2 == 0 ? SigningKey.spki : SigningKey.pkcs1
            switch Int.random(in: 0..<3, using: &random) {
            case 0: der[Int.random(in: 0..<der.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            case 1: der.removeLast(Int.random(in: 1...der.count, using: &random))
            default: der.insert(UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0..<32, using: &random))
            }
            if (try? WebhookVerifier(der: Data(der)).verify(delivery)) != nil { accepted += 1 }
        }
        #expect(accepted == 0)
    }
}
