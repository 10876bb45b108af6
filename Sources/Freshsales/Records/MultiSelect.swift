/// Several choices in one field, which the service joins by `;`, such as `1;3;4`. Source: Freshworks CRM API, contacts.
///
/// Custom fields with several choices read as this too:
///
/// ```swift
/// let regions: MultiSelect? = contact.customFields["cf_regions"]
/// draft.customFields = ["cf_regions": .string(MultiSelect(["North", "South"]).text)]
/// ```
public struct MultiSelect: Sendable, Hashable, ExpressibleByArrayLiteral {
    /// The single choices.
    public var choices: [String]

    /// Makes a value of several choices.
    public init(_ choices: [String]) { self.choices = choices }

    /// Makes a value of several choices.
    public init(arrayLiteral elements: String...) { choices = elements }

    /// The choices as the service joins them.
    public var text: String { choices.joined(separator: ";") }

    func check(_ field: String) throws {
        guard choices.allSatisfy({ !$0.isEmpty && !$0.contains(";") }) else {
            throw ArgumentCheck.refusal(field, "must have choices that are not empty and hold no semicolon")
        }
    }
}

extension MultiSelect: JSONReadable {
    /// Reads a joined string, one number, or an array.
    public init?(json: JSONValue) {
        if let choices = [String](json: json) {
            self.choices = choices
        } else if let text = String(json: json) {
            choices = text.split(separator: ";").map(String.init)
        } else {
            return nil
        }
    }
}

extension MultiSelect: Encodable {
    /// Writes the joined string.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
