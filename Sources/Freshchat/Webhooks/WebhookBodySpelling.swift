import Foundation

/// How a body may have looked before somebody wrote it anew, to tell people what went wrong.
enum WebhookBodySpelling {
    /// The body in the service's own compact spelling, as far as that can be guessed.
    static func originals(of body: Data) -> [Data] {
        var candidates: [Data] = []
        if let value = try? JSONValue(parsing: body) { candidates.append(value.serialized()) }
        // A line end that an editor or a shell has added.
        var trimmed = body
        while let last = trimmed.last, last == 0x0A || last == 0x0D || last == 0x20 { trimmed.removeLast() }
        candidates.append(trimmed)
        return candidates.filter { $0 != body }
    }

    /// Whether there are traces of another writer: line breaks, spaces between members, escapes for letters, lost letters.
    static func looksRewritten(_ body: Data) -> Bool {
        let text = String(decoding: body, as: UTF8.self)
        return ["\n", "\": ", "\\u", "\\/", "\u{FFFD}"].contains { text.contains($0) }
    }
}
