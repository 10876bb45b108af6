import FreshworksCore

/// The query of a request target, decoded as web frameworks do: `+` is a space, and of a repeated name the last value counts.
struct QueryText: Sendable {
    let text: String
    let items: [(name: String, value: String)]

    init(_ text: String) {
        self.text = text
        items = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
        }
    }

    subscript(name: String) -> String? { items.last { $0.name == name }?.value }

    /// The query with another value for one name, for links to the next page.
    func replacing(_ name: String, by value: Int) -> String {
        let all = self[name] == nil ? items + [(name, "")] : items
        return all.map { item in
            let value = item.name == name ? String(value) : item.value
            return PercentEncoding.encode(item.name) + "=" + PercentEncoding.encode(value)
        }.joined(separator: "&")
    }

    private static func decode(_ text: Substring) -> String {
        PercentText.decode(text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 })
    }
}

/// Percent-decoding that leaves what is no escape as it is.
enum PercentText {
    static func decode(_ bytes: some Collection<UInt8>) -> String {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                result.append(UInt8(digits[0] * 16 + digits[1]))
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
