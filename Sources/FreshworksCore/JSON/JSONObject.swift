/// A JSON object: keys in the order they were read, and their values.
///
/// Objects that were read from one document share the table of their keys, so a thousand rows hold the keys once.
/// Two objects are equal when they have the same keys with equal values, in whatever order. Keys are told apart by their UTF-8.
public struct JSONObject: Sendable {
    private var table: KeyTable
    /// The values, in the order of ``keys``.
    public private(set) var values: [JSONValue]

    /// Makes an empty object.
    public init() { self.init(table: .empty, values: []) }

    /// Makes an object; when a key occurs twice, its last value counts.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        var keys = KeyList()
        var values: [JSONValue] = []
        for (key, value) in members {
            if let position = keys.position(adding: key) {
                values[position] = value
            } else {
                values.append(value)
            }
        }
        self.init(table: KeyTable(keys), values: values)
    }

    init(table: KeyTable, values: [JSONValue]) {
        self.table = table
        self.values = values
    }

    /// The keys in their order.
    public var keys: [String] { table.list.keys }

    /// How many keys the object has.
    public var count: Int { values.count }

    /// Whether the object has no keys.
    public var isEmpty: Bool { values.isEmpty }

    /// The value of a key as it was read: `nil` when the key is absent, `.null` when it is there without a value.
    ///
    /// Setting `nil` removes the key. A new key goes to the end; adding one copies the table of keys, so make big objects from a sequence.
    public subscript(key: String) -> JSONValue? {
        get { table.list.position(of: key).map { values[$0] } }
        set {
            switch (table.list.position(of: key), newValue) {
            case (let position?, let value?):
                values[position] = value
            case (let position?, nil):
                table = KeyTable(table.list.removing(at: position))
                values.remove(at: position)
            case (nil, let value?):
                var list = table.list
                list.append(key)
                table = KeyTable(list)
                values.append(value)
            case (nil, nil):
                break
            }
        }
    }

    /// The value of a key that stands in code, as it was read.
    @usableFromInline
    func value(of key: LiteralKey) -> JSONValue? { table.list.position(of: key).map { values[$0] } }

    /// The value of a key, read as leniently as ``JSONReadable`` says: `nil` when the key is absent, null, or of another kind.
    @inlinable
    public subscript<T: JSONReadable>(key: String) -> T? {
        guard let value: JSONValue = self[key] else { return nil }
        return T(json: value)
    }
}

extension JSONObject: Sequence, ExpressibleByDictionaryLiteral {
    /// Iterates over keys and values in their order.
    public func makeIterator() -> AnyIterator<(key: String, value: JSONValue)> {
        var members = zip(keys, values).makeIterator()
        return AnyIterator { members.next().map { (key: $0.0, value: $0.1) } }
    }

    /// Makes an object; when a key occurs twice, its last value counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONObject: Hashable {
    /// Whether both have the same keys with equal values; the order does not count.
    public static func == (left: Self, right: Self) -> Bool {
        if left.table === right.table { return left.values == right.values }
        return left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
    }

    /// Hashes keys and values regardless of their order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in self {
            var member = Hasher()
            member.combine(key)
            member.combine(value)
            sum ^= member.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONObject: CustomStringConvertible {
    /// The object as compact JSON text.
    public var description: String { JSONValue.object(self).description }
}
