/// What an app hands out so that others can name a connection without being told its secret.
///
/// It is the connection's id, so that finding it is one read, and 256 random bits, of which the store has the digest alone.
struct InstanceToken {
    let id: String
    let secret: Secret

    /// Draws the token of a connection.
    init(for id: String) {
        self.id = id
        secret = Secret(id + RandomName.make() + RandomName.make())
    }

    /// Reads a token that somebody presents; `nil` for what can be none.
    init?(_ text: Secret) {
        let plain = text.reveal()
        guard plain.utf8.count == 3 * ConnectionID.length, plain.isLowercaseHexadecimal else { return nil }
        id = String(plain.prefix(ConnectionID.length))
        secret = text
    }

    /// What the store keeps: nobody gets the token back from it. The bits are random, so a plain digest will do.
    var digest: Secret { Secret(SHA256.hash(secret.reveal().utf8).hexDigits) }
}

/// Ids that are never drawn twice and grow with time, so that lists are in the order of creation.
enum ConnectionID {
    static let length = 32

    /// Whether a text has the shape of an id. One of another shape might be no key of a store either.
    static func isOne(_ text: String) -> Bool { text.utf8.count == length && text.isLowercaseHexadecimal }

    /// 12 hexadecimal digits of milliseconds and 20 of chance.
    static func make(milliseconds: Int64) -> String {
        let digits = String(max(0, milliseconds), radix: 16).suffix(12)
        return String(repeating: "0", count: 12 - digits.count) + digits + RandomName.make().prefix(20)
    }
}

extension String {
    fileprivate var isLowercaseHexadecimal: Bool {
        utf8.allSatisfy {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
        }
    }
}

extension [UInt8] {
    /// Two lower-case digits for each byte.
    var hexDigits: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
