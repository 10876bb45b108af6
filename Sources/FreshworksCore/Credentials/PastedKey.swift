import Foundation

/// A key or token as people paste it, reduced to its bare form.
struct PastedKey {
    private(set) var value: String
    private(set) var repairs: [FreshworksAccount.Repair] = []

    /// - Throws: Why the text is not a key. The reason never quotes it.
    init(_ text: String, scheme: FreshworksProduct.KeyScheme) throws {
        value = text
        var layers = 0
        while try mendOnce() {
            layers += 1
            // Nobody wraps a key like this; peeling without end costs the square of the text's length.
            guard layers <= Self.layerLimit else {
                throw FreshworksError(
                    .credentialMalformed, "the key is wrapped in more quotes and prefixes than a key can have",
                    advice: "Paste the key itself.")
            }
        }
        try Self.requireKey(value)
        if scheme == .basic, value.contains(":") { throw FreshworksError.colonInUserID }
    }

    private static let layerLimit = 16

    /// Takes one layer off.
    /// - Returns: Whether there was one.
    private mutating func mendOnce() throws -> Bool {
        try Self.requireNotPlaceholder(value)
        let trimmed = value.trimmingInvisibleEnds
        if trimmed != value { return take(trimmed, noting: .whitespace) }
        try Self.requireNoControlCharacter(value)
        for quote in ["\"", "'"] where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            return take(value.dropFirst().dropLast(), noting: .quotes)
        }
        if let rest = value.dropping(prefix: "Authorization:") { return take(rest, noting: .prefix) }
        if let rest = value.dropping(prefix: "Basic ") { return take(try Self.user(ofBasic: rest), noting: .basic) }
        for prefix in ["Bearer ", "Token ", "token="] {
            if let rest = value.dropping(prefix: prefix) { return take(rest, noting: .prefix) }
        }
        if value.count > 2, value.hasSuffix(":X") || value.hasSuffix(":x") {
            return take(value.dropLast(2), noting: .dummyPassword)
        }
        return false
    }

    private mutating func take(_ rest: some StringProtocol, noting repair: FreshworksAccount.Repair) -> Bool {
        value = String(rest)
        repairs.note(repair)
        return true
    }

    private static func user(ofBasic encoded: Substring) throws -> Substring {
        guard let bytes = Data(base64Encoded: encoded.trimmingInvisibleEnds),
            let pair = String(data: bytes, encoding: .utf8), let colon = pair.firstIndex(of: ":"),
            colon > pair.startIndex
        else {
            throw FreshworksError(
                .credentialMalformed, "the text after Basic is not a key and a password in Base64",
                advice: "Paste the key itself.")
        }
        return pair[..<colon]
    }
}

extension StringProtocol {
    /// What follows a prefix, whatever its letter case; `nil` without it.
    fileprivate func dropping(prefix: String) -> SubSequence? {
        self.prefix(prefix.count).lowercased() == prefix.lowercased() ? dropFirst(prefix.count) : nil
    }
}
