import Foundation

/// Finds texts that nobody may see in what a service sent, however it spells them: in another letter case,
/// percent-encoded (twice too), with the escapes of JSON or HTML, in hexadecimal, or in Base64 as part of something
/// longer.
struct SecretSearch {
    /// The patterns that begin with each byte, the longest first.
    private let byFirst: [[Pattern]]
    /// How many bytes the longest secret may take in a text.
    let longestSpelling: Int

    private struct Pattern: Hashable {
        var bytes: [UInt8]
        /// Short texts are part of others by chance, so they count as words alone.
        var isWord = false
    }

    /// Each byte as an HTML entity such as `&#x0041;`.
    private static let longestByte = 8

    init(_ secrets: [String]) {
        var patterns: Set<Pattern> = []
        for secret in secrets where !secret.isEmpty {
            patterns.formUnion(Self.patterns(of: Array(secret.utf8)))
            patterns.formUnion(Self.patterns(of: Array(secret.precomposedStringWithCanonicalMapping.utf8)))
            patterns.formUnion(Self.patterns(of: Array(secret.decomposedStringWithCanonicalMapping.utf8)))
        }
        var byFirst = [[Pattern]](repeating: [], count: 256)
        for pattern in patterns.sorted(by: { $0.bytes.count > $1.bytes.count }) {
            byFirst[Int(pattern.bytes[0])].append(pattern)
        }
        self.byFirst = byFirst
        longestSpelling = Self.longestByte * (secrets.map(\.utf8.count).max() ?? 0)
    }

    private static func patterns(of secret: [UInt8]) -> [Pattern] {
        let plain = Pattern(bytes: SpelledText(secret).comparable, isWord: secret.count < 6)
        guard secret.count > 3 else { return [plain] }
        let hexadecimal = secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let encoded = [hexadecimal] + (0..<3).map { Self.base64(of: secret, behind: $0) }
        return [plain] + encoded.map { Pattern(bytes: SpelledText.comparable(Array($0.utf8))) }
    }

    /// What is always the same in Base64 of a text, whatever stands before and behind it.
    /// - Parameter count: How many bytes stand before it, but for multiples of three.
    private static func base64(of secret: [UInt8], behind count: Int) -> String {
        let characters = Data([UInt8](repeating: 0, count: count) + secret).base64EncodedString()
        let first = (count * 8 + 5) / 6
        let end = (count + secret.count) * 8 / 6
        return String(characters.prefix(end).dropFirst(first))
    }

    /// The text with `<redacted>` in the places of the secrets.
    func hide(in text: String) -> String {
        guard let hidden = hidden(in: Array(text.utf8)) else { return text }
        return String(decoding: hidden, as: UTF8.self)
    }

    /// The bytes with `<redacted>` in the places of the secrets.
    func hide(in data: Data) -> Data { hidden(in: Array(data)).map { Data($0) } ?? data }

    private func hidden(in bytes: [UInt8]) -> [UInt8]? {
        guard longestSpelling > 0 else { return nil }
        let text = SpelledText(bytes)
        let found = places(in: text)
        guard !found.isEmpty else { return nil }
        var result: [UInt8] = []
        var end = 0
        for place in found {
            // Spellings may overlap: what lies between is part of one of them.
            if place.lowerBound >= end { result += bytes[end..<place.lowerBound] + Array("<redacted>".utf8) }
            end = max(end, place.upperBound)
        }
        return result + bytes[end...]
    }

    /// Where secrets stand in the text as it was written, by their beginnings. An answer may be long, so this is one
    /// pass without anything that takes time for each byte.
    private func places(in text: SpelledText) -> [Range<Int>] {
        let isFirst = byFirst.map { !$0.isEmpty }
        return text.comparable.withUnsafeBufferPointer { bytes in
            isFirst.withUnsafeBufferPointer { isFirst in
                var places: [Range<Int>] = []
                var index = 0
                while index < bytes.count {
                    if isFirst[Int(bytes[index])], let length = match(in: bytes, at: index) {
                        places.append(text.place(of: index..<index + length))
                    }
                    index += 1
                }
                return places
            }
        }
    }

    /// The length of the longest pattern that stands at an index.
    private func match(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        for pattern in byFirst[Int(bytes[index])] {
            let end = index + pattern.bytes.count
            guard end <= bytes.count else { continue }
            var next = 1
            while index + next < end, pattern.bytes[next] == bytes[index + next] { next += 1 }
            guard index + next == end else { continue }
            guard pattern.isWord else { return pattern.bytes.count }
            let isPart = index > 0 && bytes[index - 1].isAlphanumeric || end < bytes.count && bytes[end].isAlphanumeric
            if !isPart { return pattern.bytes.count }
        }
        return nil
    }
}
