public import Foundation

/// One request that Freshchat sent to a webhook, before anybody has looked into it.
///
/// ```swift
/// let delivery = WebhookDelivery(body: rawBytes) { request.headers[$0] }
/// ```
///
/// The body must be the bytes as they came. A framework that parses JSON and a proxy that writes it anew change them, and then no
/// signature fits.
public struct WebhookDelivery: Sendable, CustomStringConvertible {
    /// The bytes as they came.
    public var body: Data
    /// What `X-Freshchat-Signature` says.
    public var signature: String?
    /// What `X-Freshchat-Payload-Version` says, such as `1.0`.
    public var payloadVersion: String?
    /// Which repetition it is, by `X-Retry-Count`; 0 is the first attempt.
    public var retryCount: Int?

    /// Makes a delivery of its parts.
    public init(body: Data, signature: String?, payloadVersion: String? = nil, retryCount: Int? = nil) {
        self.body = body
        self.signature = signature
        self.payloadVersion = payloadVersion
        self.retryCount = retryCount
    }

    /// Makes a delivery of a request.
    /// - Parameter header: The value of a header field, whatever the case of its name.
    public init(body: Data, header: (_ name: String) -> String?) {
        self.init(
            body: body, signature: header("X-Freshchat-Signature"),
            payloadVersion: header("X-Freshchat-Payload-Version"),
            retryCount: header("X-Retry-Count").flatMap { Int($0) })
    }

    /// The length and the number of the attempt; no customer data.
    public var description: String {
        "WebhookDelivery(\(body.count) bytes, retry \(retryCount.map { "\($0)" } ?? "unknown"))"
    }
}
