/// Reads a JSON document in one pass.
struct JSONReader {
    private var scanner = JSONScanner()
    private var shapes = ObjectShapes()
    private var depth = 0
    private let depthLimit: Int

    init(depthLimit: Int) { self.depthLimit = depthLimit }

    mutating func readDocument(_ text: Span<UInt8>) throws -> JSONValue {
        // A byte order mark says nothing about UTF-8.
        if scanner.current(text) == 0xEF,
            !(scanner.skip(0xEF, text) && scanner.skip(0xBB, text) && scanner.skip(0xBF, text))
        {
            throw scanner.failure("a value is expected")
        }
        scanner.skipWhitespace(text)
        let value = try readValue(text, at: ObjectShapes.root)
        scanner.skipWhitespace(text)
        guard scanner.index == text.count else { throw scanner.failure("the text should end here") }
        return value
    }

    /// Reads the value of a key, or an element of the array that is its value.
    @inline(__always)
    private mutating func readValue(_ text: Span<UInt8>, at node: Int) throws -> JSONValue {
        switch scanner.current(text) {
        case UInt8(ascii: "\""): return .string(try readString(text, at: node))
        case UInt8(ascii: "{"): return .object(try readObject(text, at: node))
        case UInt8(ascii: "["): return .array(try readArray(text, at: node))
        case UInt8(ascii: "t"):
            try scanner.expect(0x6575_7274, text)
            return .bool(true)
        case UInt8(ascii: "f"):
            // "alse", after the "f".
            try scanner.expect(0x6573_6C61, after: 1, text)
            return .bool(false)
        case UInt8(ascii: "n"):
            try scanner.expect(0x6C6C_756E, text)
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try scanner.readNumber(text))
        default:
            throw scanner.failure(scanner.index == text.count ? "the text ends too early" : "a value is expected")
        }
    }

    /// Reads a string, or takes the one before it at the same key if that has the same bytes.
    @inline(__always)
    private mutating func readString(_ text: Span<UInt8>, at node: Int) throws -> String {
        let length = shapes.guesses[node].stringLength
        if length > 0, scanner.skip(length, as: shapes.guesses[node].string, text) {
            shapes.guesses[node].misses = 0
            return shapes.strings[node]
        }
        guard shapes.guesses[node].misses < 3 else { return try scanner.readString(text) }
        return try readNewString(text, at: node)
    }

    /// Reads a string that the next one at this key may repeat.
    @inline(never)
    private mutating func readNewString(_ text: Span<UInt8>, at node: Int) throws -> String {
        let start = scanner.index
        let string = try scanner.readString(text)
        shapes.guesses[node].misses += 1
        let isHopeless = shapes.guesses[node].misses == 3
        shapes.guesses[node].string = start
        shapes.guesses[node].stringLength = isHopeless ? 0 : scanner.index - start
        shapes.strings[node] = isHopeless ? "" : string
        return string
    }

    /// Steps over the opening bracket and counts the depth.
    @inline(__always)
    private mutating func open() throws {
        depth += 1
        guard depth <= depthLimit else { throw tooDeep() }
        scanner.index += 1
    }

    @inline(never)
    private func tooDeep() -> any Error {
        scanner.failure("arrays and objects are nested deeper than \(depthLimit)")
    }

    @inline(never)
    private mutating func readArray(_ text: Span<UInt8>, at node: Int) throws -> [JSONValue] {
        try open()
        scanner.skipWhitespace(text)
        var elements: [JSONValue] = []
        if !scanner.skip(UInt8(ascii: "]"), text) {
            elements.reserveCapacity(shapes.guesses[node].elementCount)
            repeat {
                elements.append(try readValue(text, at: node))
            } while try continues(text, until: UInt8(ascii: "]"))
        }
        // Most guesses are right, and looking is cheaper than writing.
        if shapes.guesses[node].elementCount != elements.count { shapes.guesses[node].elementCount = elements.count }
        return close(elements)
    }

    /// Steps over the comma or the closing bracket after a value; whether it was the comma.
    @inline(__always)
    private mutating func continues(_ text: Span<UInt8>, until end: UInt8) throws -> Bool {
        scanner.skipWhitespace(text)
        if scanner.skip(UInt8(ascii: ","), text) {
            scanner.skipWhitespace(text)
            return true
        }
        guard scanner.skip(end, text) else { throw scanner.failure("a comma or a closing bracket is expected") }
        return false
    }

    /// Counts the depth, and gives back the room that a wrong guess took.
    @inline(__always)
    private mutating func close(_ values: [JSONValue]) -> [JSONValue] {
        depth -= 1
        return values.capacity > 2 * values.count + 8 ? values.map { $0 } : values
    }

    // MARK: - Objects

    /// Reads an object by guessing each key from an earlier object.
    @inline(never)
    private mutating func readObject(_ text: Span<UInt8>, at place: Int) throws -> JSONObject {
        try open()
        var values: [JSONValue] = []
        var node = ObjectShapes.root
        var guess = shapes.guesses[place].start
        if guess == ObjectShapes.root { guess = shapes.guesses[ObjectShapes.root].next }
        values.reserveCapacity(shapes.guesses[place].keyCount)
        while true {
            if guess != ObjectShapes.root, skipSpelling(of: guess, text) {
                scanner.skipWhitespace(text)
                node = guess
            } else {
                let start = scanner.index
                if node == ObjectShapes.root {
                    scanner.skipWhitespace(text)
                    if scanner.skip(UInt8(ascii: "}"), text) {
                        depth -= 1
                        return JSONObject()
                    }
                } else {
                    guard try continues(text, until: UInt8(ascii: "}")) else { break }
                }
                guard let known = try skipKnownKey(after: node, from: start, text) else {
                    return try readNewObject(text, at: place, after: node, values, start)
                }
                if node == ObjectShapes.root { shapes.guesses[place].start = known }
                node = known
            }
            values.append(try readValue(text, at: node))
            guess = shapes.guesses[node].next
        }
        if shapes.guesses[place].keyCount != values.count { shapes.guesses[place].keyCount = values.count }
        return JSONObject(table: shapes.table(of: node), values: close(values))
    }

    /// Steps over all that stands before a value if it is what stood there before the latest value of this key.
    @inline(__always)
    private mutating func skipSpelling(of node: Int, _ text: Span<UInt8>) -> Bool {
        let (length, start) = (shapes.guesses[node].spellingLength, shapes.guesses[node].spelling)
        return scanner.skip(length, as: start, text)
    }

    /// Steps over a key that has come after a node before, the colon and white space.
    /// - Parameter start: The end of the value before the key.
    @inline(never)
    private mutating func skipKnownKey(after node: Int, from start: Int, _ text: Span<UInt8>) throws -> Int? {
        guard let (known, length) = shapes.known(after: node, at: scanner.index, text) else { return nil }
        scanner.index += length
        try scanner.skipColon(text)
        shapes.expect(known, after: node, spelled: start..<scanner.index)
        return known
    }

    /// Reads the rest of an object from a key on that has not come after a node before.
    @inline(never)
    private mutating func readNewObject(
        _ text: Span<UInt8>, at place: Int, after known: Int, _ read: consuming [JSONValue], _ end: Int
    ) throws -> JSONObject {
        var values = read
        var keys = shapes.list(of: known)
        // The node whose path is `keys`; `nil` once there is none.
        var node: Int? = known
        var start = end
        repeat {
            let quote = scanner.index
            let key = try scanner.readKey(text)
            let quoted = quote..<scanner.index
            try scanner.skipColon(text)
            if let position = keys.position(adding: key) {
                values[position] = try readValue(text, at: ObjectShapes.root)
            } else {
                if let last = node {
                    node = shapes.add(key, quoted, after: last)
                    if let node {
                        shapes.expect(node, after: last, spelled: start..<scanner.index)
                        if last == ObjectShapes.root { shapes.guesses[place].start = node }
                    }
                }
                values.append(try readValue(text, at: node ?? ObjectShapes.root))
            }
            start = scanner.index
        } while try continues(text, until: UInt8(ascii: "}"))
        let table = node.map { shapes.makeTable(of: $0, keys) } ?? KeyTable(keys)
        shapes.guesses[place].keyCount = values.count
        return JSONObject(table: table, values: close(values))
    }
}
