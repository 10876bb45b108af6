import Foundation

/// Everything that a value shows of itself to whoever prints, dumps or reflects it.
package struct Exposure {
    package private(set) var texts: [String] = []

    package init(of value: Any) {
        texts = ["\(value)", String(describing: value), String(reflecting: value), "\([value])", "\(["key": value])"]
        var dumped = ""
        dump(value, to: &dumped)
        dump([value], to: &dumped)
        texts.append(dumped)
        if let error = value as? any Error {
            texts += [error.localizedDescription, "\(error as NSError)", "\((error as NSError).userInfo)"]
        }
        walk(Mirror(reflecting: value), depth: 0)
    }

    /// Whether some text holds one of the secrets, or its Base64 at any of the three alignments.
    package func shows(_ secrets: [String]) -> Bool {
        // Bytes, and each text once: far cheaper than strings, of which there are many.
        let shown = Data(Set(texts).joined(separator: "\n").utf8)
        return secrets.flatMap(Self.spellings).contains { shown.range(of: Data($0.utf8)) != nil }
    }

    private mutating func walk(_ mirror: Mirror, depth: Int) {
        guard depth < 12 else { return }
        for child in mirror.children {
            texts += [child.label ?? "", "\(child.value)", String(reflecting: child.value)]
            walk(Mirror(reflecting: child.value), depth: depth + 1)
        }
        if let parent = mirror.superclassMirror { walk(parent, depth: depth + 1) }
    }

    /// The text itself, and what is common to all Base64 texts that hold it: without the characters that depend on neighbors.
    private static func spellings(of secret: String) -> [String] {
        let aligned = (0..<3).map { offset in
            let encoded = Data((String(repeating: "-", count: offset) + secret).utf8).base64EncodedString()
            return String(encoded.filter { $0 != "=" }.dropFirst(offset == 0 ? 0 : offset + 1).dropLast(2))
        }
        return [secret] + aligned
    }
}
