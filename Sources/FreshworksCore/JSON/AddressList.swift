/// Mail addresses that stand in one text, as in the header of a mail: `Ana <ana@x.example>, "Reis, Ivo" <ivo@x.example>`.
/// Source: RFC 5322 §3.4; semicolons too, which mail programs write.
enum AddressList {
    /// The addresses with their names; `nil` when a part has no `@`, so that the text is something else.
    static func split(_ text: String) -> [String]? {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return nil }
        var parts = [""]
        var isQuoted = false, isEscaped = false
        // Angle brackets and comments, which nest.
        var depth = 0
        for character in text {
            let isSeparator = (character == "," || character == ";") && !isQuoted && depth == 0
            if isSeparator { parts.append("") } else { parts[parts.count - 1].append(character) }
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\\": isEscaped = isQuoted || depth > 0
            case "\"" where depth == 0: isQuoted.toggle()
            case "<" where !isQuoted, "(" where !isQuoted: depth += 1
            case ">" where !isQuoted, ")" where !isQuoted: depth = max(0, depth - 1)
            default: break
            }
        }
        guard !isQuoted, depth == 0 else { return nil }
        let addresses = parts.map { $0.trimmingInvisibleEnds }.filter { !$0.isEmpty }
        return addresses.allSatisfy { $0.contains("@") } ? addresses : nil
    }
}
