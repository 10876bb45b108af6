/// Reads a JSON document in one pass.
struct JSONReader {
    private var scanner: JSONScanner
    private var shapes = ObjectShapes()
    private var depth = 0
    private let depthLimit: Int

    init(_ bytes: UnsafeRawBufferPointer, depthLimit: Int) {
        scanner = JSONScanner(bytes)
        self.depthLimit = depthLimit
    }

    mutating func readDocument() throws -> JSONValue {
        // A byte order mark says nothing about UTF-8.
        if scanner.current == 0xEF, !(scanner.skip(0xEF) && scanner.skip(0xBB) && scanner.skip(0xBF)) {
            throw scanner.failure("a value is expected")
        }
        scanner.skipWhitespace()
        let value = try readValue { _ in ObjectShapes.root }
        scanner.skipWhitespace()
        guard scanner.isAtEnd else { throw scanner.failure("the text should end here") }
        return value
    }

    private mutating func readValue(_ place: (inout ObjectShapes) -> Int) throws -> JSONValue {
        switch scanner.current {
        case UInt8(ascii: "\""): return .string(try scanner.readString())
        case UInt8(ascii: "{"):
            let place = place(&shapes)
            return .object(try nested { try $0.readObject(at: place) })
        case UInt8(ascii: "["):
            let place = place(&shapes)
            return .array(try nested { try $0.readArray(at: place) })
        case UInt8(ascii: "t"):
            try scanner.expect("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try scanner.expect("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try scanner.expect("null")
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try scanner.readNumber())
        default:
            throw scanner.failure(scanner.isAtEnd ? "the text ends too early" : "a value is expected")
        }
    }

    /// Steps over the opening bracket and counts the depth.
    private mutating func nested<Value>(_ body: (inout Self) throws -> Value) throws -> Value {
        depth += 1
        guard depth <= depthLimit else {
            throw scanner.failure("arrays and objects are nested deeper than \(depthLimit)")
        }
        _ = scanner.skip(scanner.current)
        scanner.skipWhitespace()
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func readArray(at place: Int) throws -> [JSONValue] {
        var elements: [JSONValue] = []
        if scanner.skip(UInt8(ascii: "]")) { return elements }
        repeat {
            elements.append(try readValue { _ in place })
        } while try continues(until: UInt8(ascii: "]"))
        return elements
    }

    /// Steps over the comma or the closing bracket after a value; whether it was the comma.
    private mutating func continues(until end: UInt8) throws -> Bool {
        scanner.skipWhitespace()
        if scanner.skip(UInt8(ascii: ",")) {
            scanner.skipWhitespace()
            return true
        }
        guard scanner.skip(end) else { throw scanner.failure("a comma or a closing bracket is expected") }
        return false
    }

    private mutating func skipColon() throws {
        scanner.skipWhitespace()
        guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.failure("a colon is expected") }
        scanner.skipWhitespace()
    }

    private mutating func readKey() throws -> String {
        guard scanner.current == UInt8(ascii: "\"") else { throw scanner.failure("a key in quotes is expected") }
        return try scanner.readString()
    }

    // MARK: - Objects

    /// Reads an object by guessing that it has the keys of an earlier one at the same place.
    private mutating func readObject(at place: Int) throws -> JSONObject {
        if scanner.skip(UInt8(ascii: "}")) { return JSONObject() }
        guard var table = shapes[place].first?.table else {
            return try readNewObject(at: place, ObjectShapes.Shape(table: .empty, places: []), [], try readKey())
        }
        var shape = 0
        var values: [JSONValue] = []
        values.reserveCapacity(table.list.count)
        repeat {
            let position = values.count
            if !(position < table.list.count && skipKey(position, of: table.list)) {
                let key = try readKey()
                guard let other = shapes.shape(at: place, after: position, of: table.list, next: key) else {
                    return try readNewObject(at: place, shapes[place][shape], values, key)
                }
                shape = other
                table = shapes[place][shape].table
            }
            try skipColon()
            values.append(try readValue { $0.place(below: position, of: shape, at: place) })
        } while try continues(until: UInt8(ascii: "}"))
        if values.count < table.list.count {
            if let other = shapes.shape(at: place, after: values.count, of: table.list, next: nil) {
                table = shapes[place][other].table
            } else {
                let old = shapes[place][shape]
                table = KeyTable(KeyList(table.list, prefix: values.count))
                shapes.remember(.init(table: table, places: Array(old.places.prefix(values.count))), at: place)
            }
        }
        return Self.object(table, values)
    }

    private mutating func skipKey(_ position: Int, of list: KeyList) -> Bool {
        list.isPlain && list.withBytes(ofKey: position) { scanner.skip(key: $0) }
    }

    /// Reads the rest of an object whose keys up to here are the first ones of `guess`.
    private mutating func readNewObject(
        at place: Int, _ guess: ObjectShapes.Shape, _ read: [JSONValue], _ firstKey: String
    ) throws -> JSONObject {
        var values = read
        var keys = KeyList(guess.table.list, prefix: values.count)
        var places = Array(guess.places.prefix(values.count))
        var key = firstKey
        while true {
            try skipColon()
            let position = keys.position(of: key)
            var below = position.map { places[$0] } ?? guess.table.list.position(of: key).map { guess.places[$0] } ?? 0
            let value = try readValue { shapes in
                if below == 0 { below = shapes.makePlace() }
                return below
            }
            if let position {
                values[position] = value
            } else {
                keys.append(key)
                values.append(value)
                places.append(below)
            }
            guard try continues(until: UInt8(ascii: "}")) else { break }
            key = try readKey()
        }
        let table = KeyTable(keys)
        shapes.remember(.init(table: table, places: places), at: place)
        return Self.object(table, values)
    }

    private static func object(_ table: KeyTable, _ values: [JSONValue]) -> JSONObject {
        // A wrong guess may have reserved room for a thousand values where there is one: copying drops it.
        let isRoomy = values.capacity > 2 * values.count + 8
        return JSONObject(table: table, values: isRoomy ? values.map { $0 } : values)
    }
}
