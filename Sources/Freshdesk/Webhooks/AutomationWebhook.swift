public import Foundation

/// Receives the webhooks of an account's automation rules, and tells them from forged ones by a secret that the rule sends in a
/// header field of its own. Source: Freshdesk automation rules, action "Trigger webhook", custom headers.
///
/// ```swift
/// let webhook = try AutomationWebhook(secret: Secret(settings.webhookSecret))
/// let event = try webhook.event(of: rawBytes) { request.headers[$0] }
/// let ticket = try await freshdesk.tickets.get(event.ticketID ?? 0)
/// ```
///
/// Freshdesk signs nothing: whoever has seen one request can send it again, and its content may be old when it arrives. Take the
/// ticket's id from it, and read the ticket.
public struct AutomationWebhook: Sendable {
    /// The header field that the rule sends.
    public let header: String
    private let secrets: [Secret]

    /// Makes a receiver.
    /// - Parameters:
    ///   - header: The name of the header field, as the rule has it.
    ///   - secret: What the field holds: 16 characters or more, as from a generator of passwords.
    ///   - previous: What it held before, while rules are changed one after the other.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for a secret that is short or that no header field can hold, and for a
    ///   name that none can have.
    public init(header: String = "X-Webhook-Secret", secret: Secret, previous: Secret? = nil) throws {
        var check = ArgumentCheck()
        let isToken = header.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        if header.isEmpty || !isToken { check.refuse("header", "must be letters, digits and hyphens") }
        secrets = [secret, previous].compactMap(\.self)
        for secret in secrets {
            let bytes = secret.reveal().utf8
            if bytes.count < Self.shortest { check.refuse("secret", "must have \(Self.shortest) characters or more") }
            if !bytes.allSatisfy({ (0x21...0x7E).contains($0) }) {
                check.refuse("secret", "must be ASCII without blanks, or the header field changes it")
            }
        }
        try check.finish()
        self.header = header
    }

    private static let shortest = 16

    /// Checks a request; how long that takes tells nothing of the secret but its length.
    /// - Parameter field: The value of a header field, whatever the case of its name.
    /// - Throws: ``FreshworksError/Code/invalidSignature``. Answer 401 then.
    public func verify(_ field: (_ name: String) -> String?) throws {
        guard let value = field(header) else {
            throw Self.refusal(
                "the request has no \(header)", "Add the header field to the webhook action of the rule.")
        }
        let sent = Secret(value.trimmingCharacters(in: .whitespaces))
        // All are compared, whichever fits.
        guard secrets.map({ $0 == sent }).contains(true) else {
            throw Self.refusal(
                "\(header) holds another secret", "Compare the webhook action of the rule with the settings.")
        }
    }

    /// Checks a request and reads it.
    /// - Parameters:
    ///   - body: The bytes as they came; at most 1 MiB.
    ///   - field: The value of a header field, whatever the case of its name.
    /// - Throws: As ``verify(_:)``; ``FreshworksError/Code/unreadableResponse`` for a body that is neither JSON nor a form.
    public func event(of body: Data, _ field: (_ name: String) -> String?) throws -> AutomationEvent {
        try verify(field)
        return try AutomationEvent(body: body)
    }

    private static func refusal(_ message: String, _ advice: String) -> FreshworksError {
        FreshworksError(.invalidSignature, message, advice: advice)
    }
}
