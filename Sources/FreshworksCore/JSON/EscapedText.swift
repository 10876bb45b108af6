/// The text of a string that has escapes, while it is put together.
struct EscapedText {
    private var room: [UInt8] = []
    private var count = 0

    /// The text as a string; `nil` if it is not UTF-8.
    var string: String? { String(checking: room.span.extracting(first: count)) }

    mutating func removeAll() { count = 0 }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        room[count] = byte
        count += 1
    }

    /// Makes room for more bytes.
    mutating func reserve(_ more: Int) {
        guard count + more > room.count else { return }
        room.append(contentsOf: repeatElement(0, count: max(256, room.count) + more))
    }

    /// Adds what a text has from a place on: plain bytes, and the escapes that stand for one byte. Stops before anything else,
    /// and near the end of the text or of the room.
    /// - Returns: The place behind what was added.
    mutating func append(from start: Int, of text: Span<UInt8>) -> Int {
        var source = start
        var target = count
        var span = room.mutableSpan
        var bytes = span.mutableBytes
        while text.count &- source >= 32, bytes.byteCount &- target >= 32 {
            let block = text.block(at: source)
            bytes.storeBytes(of: block, toByteOffset: target, as: SIMD16<UInt8>.self)
            let length = block.plainCount
            source &+= length
            target &+= length
            if length == 16 { continue }
            guard text[source] == UInt8(ascii: "\\") else { break }
            let escape = text[source &+ 1]
            if escape == UInt8(ascii: "u") {
                let digits = text.halfWord(at: source &+ 2)
                // Two zeros and a digit up to 7, or else it takes more than one byte.
                guard digits & 0xF8_FFFF == 0x30_3030, let low = UInt8(digits >> 24).hexadecimal else { break }
                let high = UInt8(truncatingIfNeeded: digits >> 12) & 0x70
                bytes.storeBytes(of: high | low, toByteOffset: target, as: UInt8.self)
                source &+= 6
            } else {
                let byte = Self.byte(of: escape)
                guard byte != 0 else { break }
                bytes.storeBytes(of: byte, toByteOffset: target, as: UInt8.self)
                source &+= 2
            }
            target &+= 1
        }
        count = target
        return source
    }

    /// What a letter stands for after a backslash; 0 if for nothing.
    @inline(__always)
    static func byte(of escape: UInt8) -> UInt8 {
        if escape == UInt8(ascii: "\"") || escape == UInt8(ascii: "\\") || escape == UInt8(ascii: "/") { return escape }
        // Without branches, whose outcome nobody can guess: a bit for each of b, f, n, r and t says that it is one, and four
        // bits, found without the letter's lowest one, say which.
        let letter = UInt64(escape &- 0x60)
        let isOne = letter < 32 && 0b1_0100_0100_0000_0100_0100 &>> letter & 1 == 1
        return isOne ? UInt8(truncatingIfNeeded: 0x9D0_A000_C080 &>> ((letter & 0x1E) &<< 1)) & 0xF : 0
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    @inline(__always)
    var hexadecimal: UInt8? {
        let digit = self &- UInt8(ascii: "0")
        if digit < 10 { return digit }
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? letter + 10 : nil
    }
}

extension String {
    /// Makes a string of bytes that may not be UTF-8.
    @inline(__always)
    init?(checking utf8: Span<UInt8>) {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            guard let checked = try? UTF8Span(validating: utf8) else { return nil }
            self.init(copying: checked)
        } else {
            // why: systems before these have no other way from bytes to a string that copies them once.
            guard let text = utf8.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) else { return nil }
            self = text
        }
    }
}
