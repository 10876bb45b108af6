public import Foundation

/// What an automation rule has sent: the content that an administrator put together there, read leniently.
///
/// ```swift
/// let order: String? = event["order_number"]
/// ```
public struct AutomationEvent: Resource {
    /// The content, without the one key that the rule's simple layout puts around it.
    public let json: JSONObject

    /// Takes content that was read before.
    public init(json: JSONObject) { self.json = json }

    /// What the content has under a key, read as leniently as ``JSONReadable`` says.
    public subscript<T: JSONReadable>(key: String) -> T? { json[key] }

    /// The number of the ticket, where the content has it as `ticket_id`, as `id`, or in a `ticket`.
    public var ticketID: Int64? { json["ticket_id"] ?? json["ticket"]?["id"] ?? json["id"] }

    /// What set the rule off, where the content has it, such as `{ticket_action:created}`.
    public var trigger: String? { json["triggered_event"] }

    /// Type and keys; no customer data.
    public var debugDescription: String { "AutomationEvent(\(json.keys.joined(separator: ", ")))" }

    /// Reads JSON, or a form.
    ///
    /// Rules put tickets' texts into the JSON as they are: line breaks and tabs in them are taken for what they are, though
    /// JSON does not allow them. A quotation mark in a text cannot be told from its end.
    /// - Throws: ``FreshworksError/Code/unreadableResponse``.
    public init(body: Data) throws {
        guard body.count <= Self.limit else {
            throw Self.unreadable(
                "is longer than \(Self.limit) bytes", "Send the ticket's id alone, and read the ticket.")
        }
        let text = String(decoding: body, as: UTF8.self).trimmingPrefix("\u{FEFF}")
        let start = text.first { !$0.isWhitespace }
        switch start {
        case "{": json = try Self.content(of: text)
        case "<": throw Self.unreadable("is XML", "Choose JSON as the encoding in the webhook action of the rule.")
        case .some where text.contains("="): json = Self.form(String(text))
        default:
            throw Self.unreadable(
                "is neither a JSON object nor a form", "Choose JSON in the webhook action of the rule.")
        }
    }

    private static let limit = 1024 * 1024

    private static func content(of text: Substring) throws -> JSONObject {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: Data(text.utf8), depthLimit: 64)
        } catch {
            guard let repaired = try? JSONValue(parsing: Data(escapingControls(in: text).utf8), depthLimit: 64) else {
                throw unreadable(
                    "is no JSON: \((error as? FreshworksError)?.message ?? "unknown")",
                    "A text of the ticket with a quotation mark in it breaks the rule's JSON: leave such texts out, or "
                        + "choose a form as the encoding.")
            }
            value = repaired
        }
        guard let object = value.objectValue else { throw unreadable("is no JSON object", nil) }
        // The simple layout puts all it has under one key.
        if object.count == 1, let inner = object.keys.first.flatMap({ object[$0]?.objectValue }) { return inner }
        return object
    }

    /// The text with the control characters in its strings escaped.
    private static func escapingControls(in text: Substring) -> String {
        var result = String.UnicodeScalarView()
        var isInString = false
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isInString, scalar.value < 0x20 {
                result.append(contentsOf: (isEscaped ? "\\" : "").unicodeScalars)
                result.append(
                    contentsOf: "\\u00\(scalar.value < 0x10 ? "0" : "")\(String(scalar.value, radix: 16))"
                        .unicodeScalars)
                isEscaped = false
                continue
            }
            result.append(scalar)
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = isInString
            } else if scalar == "\"" {
                isInString.toggle()
            }
        }
        return String(result)
    }

    private static func form(_ text: String) -> JSONObject {
        JSONObject(
            text.split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
                    let spaced = part.replacing("+", with: " ").trimmingCharacters(in: .newlines)
                    return spaced.removingPercentEncoding ?? spaced
                }
                return (parts[0], .string(parts.count > 1 ? parts[1] : ""))
            })
    }

    private static func unreadable(_ what: String, _ advice: String?) -> FreshworksError {
        FreshworksError(.unreadableResponse, "the webhook's body \(what)", advice: advice)
    }
}
