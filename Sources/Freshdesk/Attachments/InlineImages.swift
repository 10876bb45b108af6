public import Foundation

extension Ticket {
    /// The addresses of the images that stand in the description, in order, each once; of a list's rows none, unless descriptions
    /// were asked for. Fetch them with ``AttachmentEndpoints/download(inlineImage:alsoFrom:deadline:)`` at once: they expire.
    public var inlineImages: [URL] { InlineImages.addresses(in: self.description ?? "") }
}

extension Conversation {
    /// The addresses of the images that stand in the body, in order, each once. Fetch them with
    /// ``AttachmentEndpoints/download(inlineImage:alsoFrom:deadline:)`` at once: they expire.
    public var inlineImages: [URL] { InlineImages.addresses(in: self.body ?? "") }
}

extension AttachmentEndpoints {
    /// Fetches an image that stands in a body, into memory, up to 32 MiB: one of ``Ticket/inlineImages`` or
    /// ``Conversation/inlineImages``.
    ///
    /// Whoever writes a mail says where its images are, which may be an address inside your own network. So only images on
    /// Freshdesk's own hosts are fetched, where it keeps those that came with a mail, and on others that you name.
    /// - Parameter hosts: Other hosts that images may be fetched from, such as `cdn.example.com`.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` for another host, before anything is sent; ``FreshworksError``, as
    ///   ``FreshworksRuntime/download(_:deadline:)``; when the address has expired, read the ticket or its conversations again.
    public func download(
        inlineImage address: URL, alsoFrom hosts: Set<String> = [], deadline: Duration = .seconds(60)
    ) async throws -> Data {
        let host = address.host()?.lowercased() ?? ""
        guard host.hasSuffix(".freshdesk.com") || hosts.contains(where: { $0.lowercased() == host }) else {
            throw ArgumentCheck.refusal("address", "is on a host that the writer has chosen: name it to allow it")
        }
        return try await api.runtime.download(address, deadline: deadline)
    }
}

/// Finds the images of a text in HTML that can be fetched: `data:` and `cid:` are no addresses.
///
/// One pass over the bytes, whatever the text is: it comes from whoever wrote the mail.
struct InlineImages {
    private let bytes: [UInt8]
    private var position = 0

    private init(_ html: String) { bytes = Array(html.utf8) }

    static func addresses(in html: String) -> [URL] {
        var scanner = InlineImages(html)
        var (found, seen): ([URL], Set<URL>) = ([], [])
        while let source = scanner.nextSource() {
            if let url = url(source), seen.insert(url).inserted { found.append(url) }
        }
        return found
    }

    private static func url(_ source: String) -> URL? {
        var text = source.trimmingCharacters(in: .whitespacesAndNewlines)
        for spelling in ["&amp;", "&#38;", "&#x26;", "&#X26;"] { text = text.replacing(spelling, with: "&") }
        // An address without a scheme is of the page that shows it, which is https.
        if text.hasPrefix("//") { text = "https:" + text }
        guard let url = URL(string: text), url.host() != nil else { return nil }
        return ["https", "http"].contains(url.scheme?.lowercased()) ? url : nil
    }

    /// The `src` of the next `img`; an empty one where it has none.
    private mutating func nextSource() -> String? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                position += 1
                continue
            }
            position += 1
            if skip("!--") {
                while position < bytes.count, !skip("-->") { position += 1 }
            } else if skip("img"), let next = peek, Self.endsName(next) {
                return source()
            }
        }
        return nil
    }

    /// Reads the attributes of a tag to its end.
    private mutating func source() -> String {
        var source: String?
        while let byte = peek, byte != UInt8(ascii: ">") {
            guard !Self.endsName(byte) else {
                position += 1
                continue
            }
            let name = take { Self.endsName($0) || $0 == UInt8(ascii: "=") }
            skipBlanks()
            guard peek == UInt8(ascii: "=") else { continue }
            position += 1
            skipBlanks()
            let value = value()
            if name.lowercased() == "src", source == nil { source = value }
        }
        return source ?? ""
    }

    private mutating func value() -> String {
        guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return take { Self.isBlank($0) || $0 == UInt8(ascii: ">") }
        }
        position += 1
        defer { position += 1 }
        return take { $0 == quote }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(until isEnd: (UInt8) -> Bool) -> String {
        let start = position
        while let byte = peek, !isEnd(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipBlanks() { while let byte = peek, Self.isBlank(byte) { position += 1 } }

    /// Goes behind a word in small letters, however it is capitalized here, if it stands here.
    private mutating func skip(_ word: String) -> Bool {
        let end = position + word.utf8.count
        guard end <= bytes.count else { return false }
        for (byte, wanted) in zip(bytes[position..<end], word.utf8) where byte != wanted {
            guard (0x41...0x5A).contains(byte), byte | 0x20 == wanted else { return false }
        }
        position = end
        return true
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func endsName(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }
}
