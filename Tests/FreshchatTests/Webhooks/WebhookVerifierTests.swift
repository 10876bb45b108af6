import Foundation
import Freshchat
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Deliveries of Freshchat's webhooks")
struct WebhookVerifierTests {
    static let body =
        Data(
            #"{"actor":{"actor_type":"user","actor_id":"u1"},"action":"message_create","action_time":"2024-03-05T09:07:33.140Z","#
                .utf8)
        + Data(
            #""data":{"message":{"id":"m1","message_parts":[{"text":{"content":"Où est ma commande ?"}}],"actor_type":"user","#
                .utf8) + Data(#""actor_id":"u1","conversation_id":"c1"}}}"#.utf8)

    private let verifier: WebhookVerifier

    init() throws { verifier = try WebhookVerifier(der: Data(SigningKey.spki)) }

    private func refusal(_ body: Data, _ signature: String?) -> String {
        let error = #expect(throws: FreshworksError.self) {
            try verifier.verify(WebhookDelivery(body: body, signature: signature))
        }
        #expect(error?.code == .invalidSignature)
        return error?.message ?? ""
    }

    @Test("a delivery is taken from the fields of a request and read")
    func event() throws {
        let fields = [
            "x-freshchat-signature": SigningKey.signature(of: Self.body), "x-freshchat-payload-version": "1.0",
            "x-retry-count": "2",
        ]
        let delivery = WebhookDelivery(body: Self.body) { fields[$0.lowercased()] }
        #expect(delivery.retryCount == 2)
        #expect(delivery.payloadVersion == "1.0")
        let event = try verifier.event(of: delivery)
        #expect(event.message?.text == "Où est ma commande ?")
        #expect(!"\(delivery)".contains("commande"))
    }

    @Test("without a signature, or with something else in its place, a delivery is refused")
    func noSignature() {
        let right = SigningKey.signature(of: Self.body)
        #expect(refusal(Self.body, nil).contains("no X-Freshchat-Signature"))
        #expect(refusal(Self.body, " ").contains("no X-Freshchat-Signature"))
        #expect(refusal(Self.body, "?").contains("not Base64"))
        #expect(refusal(Self.body, String(right.dropLast(2))).contains("not Base64"))
        // The last letter before the padding has four bits that mean nothing: other letters spell the same bytes.
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let last = letters.firstIndex(of: Array(right)[341]) ?? 0
        let other = String(right.prefix(341)) + String(letters[last + 1]) + "=="
        #expect(Data(base64Encoded: other) == Data(base64Encoded: right))
        #expect(refusal(Self.body, other).contains("not Base64"))
        #expect(refusal(Self.body, Data(SHA256.hash(Self.body)).base64EncodedString()).contains("does not fit"))
        #expect(refusal(Self.body, SigningKey.signature(of: Data("x".utf8))).contains("another account's key"))
    }

    @Test("a body that was written anew is refused with a message that says so")
    func reencoded() throws {
        let right = SigningKey.signature(of: Self.body)
        let text = String(decoding: Self.body, as: UTF8.self)
        let rewritten = [
            text + "\n", text.replacing("\":\"", with: "\": \""), text.replacing("ù", with: "\\u00f9"),
            text.replacing(#","action":"#, with: "\n  ,\"action\" : "),
        ]
        for body in rewritten { #expect(refusal(Data(body.utf8), right).contains("re-encoded on its way"), "\(body)") }
        // Lost letters cannot be guessed, but are seen.
        let lost = Data(text.replacing("ù", with: "\u{FFFD}").utf8)
        #expect(refusal(lost, right).contains("looks re-encoded"))
    }

    @Test("of 10,000 mutations of a delivery none crashes and none is taken", .inTurn)
    func mutations() async throws {
        let body = [UInt8](Self.body)
        let signature = [UInt8](SigningKey.signature(of: Self.body).utf8)
        try verifier.verify(
            WebhookDelivery(body: Data(body), signature: String(decoding: signature, as: UTF8.self)))
        let accepted = try await HeavyWork.run { [verifier] in
            try Self.accepted(of: 10_000, mutationsOf: body, signature, by: verifier)
        }
        #expect(accepted == 0)
    }

    /// How many mutations of a delivery a verifier takes.
    private static func accepted(
        of count: Int, mutationsOf body: [UInt8], _ signature: [UInt8], by verifier: WebhookVerifier
    ) throws -> Int {
        var random = SeededGenerator(seed: 14)
        var (accepted, tried) = (0, 0)
        while tried < count {
            var (newBody, newSignature) = (body, signature)
            if Bool.random(using: &random) {
                Self.mutate(&newBody, &random)
            } else {
                Self.mutate(&newSignature, &random)
            }
            // White space around a field's value is no part of it.
            let text = String(decoding: newSignature, as: UTF8.self)
            guard
                newBody != body
                    || text.trimmingCharacters(in: .whitespaces) != String(decoding: signature, as: UTF8.self)
            else { continue }
            tried += 1
            let delivery = WebhookDelivery(body: Data(newBody), signature: text)
            if (try? verifier.event(of: delivery)) != nil { accepted += 1 }
        }
        return accepted
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.remove(at: index)
        case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        case 4: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &random))
        case 5: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        default: bytes[index] = base64.randomElement(using: &random) ?? 0
        }
        if bytes.isEmpty { bytes = [0x41] }
    }
}
