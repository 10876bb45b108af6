/// A text as it reads once its escapes are taken for what they stand for, with the places where that was written.
struct SpelledText {
    /// In a form in which all spellings of one character are equal: letters in lower case, the two alphabets of Base64
    /// as one, a space as forms write it.
    private(set) var comparable: [UInt8]
    private var starts: [Int]?
    private var ends: [Int] = []

    init(_ bytes: [UInt8]) {
        var bytes = bytes
        // A text may be escaped twice, once more where a log quotes it.
        for _ in 0..<3 {
            var reader = EscapeReader(bytes)
            guard reader.read() else { break }
            let (oldStarts, oldEnds) = (starts, ends)
            starts = reader.starts.map { oldStarts?[$0] ?? $0 }
            ends = reader.ends.map { oldStarts == nil ? $0 : oldEnds[$0 - 1] }
            bytes = reader.result
        }
        comparable = Self.comparable(bytes)
    }

    private static let lookup: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "-"), UInt8(ascii: " "): UInt8(ascii: "+")
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        default: byte
        }
    }

    static func comparable(_ bytes: [UInt8]) -> [UInt8] {
        // An array of no room is one that all threads share, and its length would be written here.
        guard !bytes.isEmpty else { return [] }
        return [UInt8](unsafeUninitializedCapacity: bytes.count) { result, count in
            lookup.withUnsafeBufferPointer { lookup in
                bytes.withUnsafeBufferPointer { bytes in
                    var index = 0
                    while index < bytes.count {
                        result[index] = lookup[Int(bytes[index])]
                        index += 1
                    }
                }
            }
            count = bytes.count
        }
    }

    /// Where a part stands in the text as it was written.
    func place(of range: Range<Int>) -> Range<Int> {
        guard let starts else { return range }
        return starts[range.lowerBound]..<ends[range.upperBound - 1]
    }
}

/// Reads the escapes of URLs, JSON and HTML as what they stand for.
private struct EscapeReader {
    private let bytes: [UInt8]
    private var index = 0
    private(set) var result: [UInt8] = []
    /// Where each byte of the result begins in the text, and where it ends.
    private(set) var starts: [Int] = []
    private(set) var ends: [Int] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let marks = "%\\&".utf8.map(\.self)

    /// - Returns: Whether there was any.
    mutating func read() -> Bool {
        guard hasMark else { return false }
        result.reserveCapacity(bytes.count)
        starts.reserveCapacity(bytes.count)
        ends.reserveCapacity(bytes.count)
        var found = false
        while index < bytes.count {
            let start = index
            if let meant = escape() {
                found = true
                for byte in meant { append(byte, from: start) }
            } else {
                index = start + 1
                append(bytes[start], from: start)
            }
        }
        return found
    }

    private var hasMark: Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") { return true }
                index += 1
            }
            return false
        }
    }

    private mutating func append(_ byte: UInt8, from start: Int) {
        result.append(byte)
        starts.append(start)
        ends.append(index)
    }

    private mutating func escape() -> [UInt8]? {
        let mark = bytes[index]
        guard Self.marks.contains(mark) else { return nil }
        index += 1
        if mark == UInt8(ascii: "%") { return number(digits: 2).map { [UInt8($0)] } }
        let scalar = mark == UInt8(ascii: "&") ? entity() : backslash()
        return scalar.map { Array(String($0).utf8) }
    }

    private mutating func backslash() -> Unicode.Scalar? {
        if skip("u") { return number(digits: 4).flatMap { Unicode.Scalar($0) } }
        if skip("x") { return number(digits: 2).flatMap { Unicode.Scalar($0) } }
        for scalar in ["/", "\"", "\\"] as [Unicode.Scalar] where skip(scalar) { return scalar }
        return nil
    }

    private mutating func entity() -> Unicode.Scalar? {
        if skip("#") {
            let isHexadecimal = skip("x") || skip("X")
            var value: UInt32 = 0
            var digits = 0
            while let digit = digit(isHexadecimal ? 16 : 10), digits < 7 {
                value = value * (isHexadecimal ? 16 : 10) + digit
                digits += 1
            }
            return digits > 0 && skip(";") ? Unicode.Scalar(value) : nil
        }
        let names: [(name: String, scalar: Unicode.Scalar)] = [
            ("amp;", "&"), ("quot;", "\""), ("apos;", "'"), ("lt;", "<"), ("gt;", ">"),
        ]
        for (name, scalar) in names where bytes[index...].starts(with: name.utf8) {
            index += name.utf8.count
            return scalar
        }
        return nil
    }

    private mutating func number(digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = digit(16) else { return nil }
            value = value * 16 + digit
        }
        return value
    }

    private mutating func digit(_ radix: Int) -> UInt32? {
        guard index < bytes.count,
            let value = Character(Unicode.Scalar(bytes[index])).hexDigitValue, value < radix
        else { return nil }
        index += 1
        return UInt32(value)
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: scalar) else { return false }
        index += 1
        return true
    }
}
