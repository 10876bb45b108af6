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
    static func decode(_ text: some Collection<UInt8>) -> String {
        let bytes = Array(text)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = byte(bytes[index + 1], bytes[index + 2])
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The byte that two hexadecimal digits stand for; `nil` if they are none.
    static func byte(_ high: UInt8?, _ low: UInt8?) -> UInt8? {
        let digits = [high, low].compactMap { $0.map { Character(UnicodeScalar($0)) }?.hexDigitValue }
        return digits.count == 2 ? UInt8(digits[0] * 16 + digits[1]) : nil
    }
}
