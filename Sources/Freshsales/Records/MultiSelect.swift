/// Several choices in one field, which the service joins by `;`, such as `1;3;4`. Source: Freshworks CRM API, contacts.
///
/// Custom fields with several choices read and write as this too:
///
/// ```swift
/// let regions: MultiSelect? = contact.customFields["cf_regions"]
/// draft.customFields["cf_regions"] = MultiSelect(["North", "South"])
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
}

extension MultiSelect: JSONReadable, JSONWritable {
    /// Reads a joined string, one number, or an array.
    public init?(json: JSONValue) {
        if let text = String(json: json) {
            choices = text.split(separator: ";").map(String.init)
        } else if let choices = [String](json: json) {
            self.choices = choices
        } else {
            return nil
        }
    }

    /// The joined string.
    public var jsonValue: JSONValue { .string(text) }
}

extension FieldCheck<MultiSelect> {
    /// Refuses choices that would not come apart again.
    static var joinable: Self {
        Self { value in
            value.choices.allSatisfy { !$0.isEmpty && !$0.contains(";") }
                ? nil : "must have choices that are not empty and hold no semicolon"
        }
    }
}
