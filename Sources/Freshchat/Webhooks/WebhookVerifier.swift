public import Foundation

/// Tells Freshchat's own deliveries from forged ones: RSA (PKCS#1 v1.5) with SHA-256 over the raw body.
///
/// ```swift
/// let verifier = try WebhookVerifier(publicKey: settings.webhookKey)
/// let event = try verifier.event(of: WebhookDelivery(body: rawBytes) { request.headers[$0] })
/// ```
///
/// Answer 401 when it throws, and 200 within three seconds when it does not; do the work afterwards. The service signs neither
/// a time nor a number: whoever has seen a delivery can send it again, which ``WebhookReplayGuard`` finds out.
public struct WebhookVerifier: Sendable {
    private let key: RSAPublicKey

    /// Makes a verifier with the public key of the account's webhook settings.
    /// - Parameter publicKey: As people paste it: PEM with any label, on one line or several, or bare Base64.
    /// - Throws: ``FreshworksError/Code/invalidPublicKey`` with the reason: no key, under 2048 bits, another exponent than 65537.
    public init(publicKey: String) throws { key = try RSAPublicKey(pasted: publicKey) }

    /// Makes a verifier with a public key in DER, as SubjectPublicKeyInfo or as PKCS#1.
    /// - Throws: As ``init(publicKey:)``.
    public init(der: Data) throws { key = try RSAPublicKey(der: der) }

    /// Checks a delivery.
    /// - Throws: ``FreshworksError/Code/invalidSignature`` with the reason, also when it looks as if the body was written anew on
    ///   its way.
    public func verify(_ delivery: WebhookDelivery) throws {
        guard let text = delivery.signature?.trimmingCharacters(in: .whitespaces), !text.isEmpty else {
            throw Self.refusal("the delivery has no X-Freshchat-Signature", "Pass on the header fields of the request.")
        }
        // One spelling for each signature: what decodes to the same bytes is not the same.
        guard let signature = Data(base64Encoded: text), signature.base64EncodedString() == text else {
            throw Self.refusal("the signature is not Base64", "Pass on the header field as it came.")
        }
        guard key.verifies(signature, of: delivery.body) else { throw refusal(of: delivery.body, signature) }
    }

    /// Checks a delivery and reads it.
    /// - Throws: As ``verify(_:)``; ``FreshworksError/Code/unreadableResponse`` for a signed body that is no event.
    public func event(of delivery: WebhookDelivery) throws -> WebhookEvent {
        try verify(delivery)
        guard case .object(let object) = try JSONValue(parsing: delivery.body) else {
            throw FreshworksError(.unreadableResponse, "the delivery is not a JSON object")
        }
        return try WebhookEvent(json: object)
    }

    /// Says why a signature does not fit. Nothing that is found out here lets a delivery through.
    private func refusal(of body: Data, _ signature: Data) -> FreshworksError {
        let advice =
            "Verify the bytes of the request as they came, before anything parses them; JSON that was read and written "
            + "anew, even with the same values, has another signature."
        guard body.count <= Self.diagnosisLimit else {
            return Self.refusal("the signature does not fit the body", advice)
        }
        if WebhookBodySpelling.originals(of: body).contains(where: { key.verifies(signature, of: $0) }) {
            return Self.refusal("the body was re-encoded on its way: its values are signed, its bytes are not", advice)
        }
        return Self.refusal(
            WebhookBodySpelling.looksRewritten(body)
                ? "the signature does not fit the body, which looks re-encoded"
                : "the signature does not fit the body, or was made with another account's key", advice)
    }

    /// Beyond this many bytes nobody looks for reasons: what is refused must stay cheap.
    private static let diagnosisLimit = 64 * 1024

    private static func refusal(_ message: String, _ advice: String) -> FreshworksError {
        FreshworksError(.invalidSignature, message, advice: advice)
    }
}
