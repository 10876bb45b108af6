import Foundation
import FreshworksCore

/// JSON for people: indented, and colored if wanted. It is the same JSON, with nothing in it that a terminal would obey.
struct JSONLayout: Sendable {
    let isColored: Bool

    private enum Color: String {
        case key = "34;1"
        case text = "32"
        case number = "33"
        case word = "35"
    }

    /// The value without a line break at its end.
    /// - Parameter depth: How far in it stands; its first line is not indented.
    func text(of value: JSONValue, depth: Int = 0) -> String {
        var text = ""
        write(value, depth, to: &text)
        return text
    }

    private func write(_ value: JSONValue, _ depth: Int, to text: inout String) {
        switch value {
        case .null, .bool: text += painted(value.description, .word)
        case .number: text += painted(value.description, .number)
        case .string: text += painted(Self.harmless(value.description), .text)
        case .array(let elements):
            block("[", "]", elements.map { ("", $0) }, depth, &text)
        case .object(let object):
            let members = zip(object.keys, object.values).map { key, value in
                (painted(Self.harmless(JSONValue.string(key).description), .key) + ": ", value)
            }
            block("{", "}", members, depth, &text)
        }
    }

    private func block(
        _ open: String, _ close: String, _ members: [(name: String, value: JSONValue)], _ depth: Int,
        _ text: inout String
    ) {
        text += open
        for (index, member) in members.enumerated() {
            text += (index > 0 ? ",\n" : "\n") + Self.margin(depth + 1) + member.name
            write(member.value, depth + 1, to: &text)
        }
        text += (members.isEmpty ? "" : "\n" + Self.margin(depth)) + close
    }

    static func margin(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    private func painted(_ text: String, _ color: Color) -> String {
        isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Text whose control characters, which JSON allows above U+007E, are escaped: some terminals take them for commands.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0x7F...0x9F).contains($0.value) }) else { return text }
        return text.unicodeScalars.reduce(into: "") { text, scalar in
            if (0x7F...0x9F).contains(scalar.value) {
                text += "\\u00" + String(scalar.value, radix: 16)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}
