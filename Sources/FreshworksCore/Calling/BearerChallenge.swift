/// What a `WWW-Authenticate` field says about an access token (RFC 6750 §3, in the grammar of RFC 9110 §11.6.1).
package struct BearerChallenge: Sendable, Hashable {
    /// `invalid_token`, `insufficient_scope` or another word.
    package private(set) var error: String?
    /// The scopes that the call needs, those that are legal.
    package private(set) var scopes: [String] = []

    /// Reads a field that may hold several challenges, of which those for bearer tokens count, the first word of each kind.
    ///
    /// What comes behind something that is no challenge is left aside.
    package init(_ field: String) {
        var reader = ChallengeReader(field)
        var isBearer = false
        while let item = reader.next() {
            switch item {
            case .scheme(let name): isBearer = name.equalsIgnoringCase("Bearer")
            case .parameter(let name, let value) where isBearer: take(name, value)
            case .parameter: break
            }
        }
    }

    private mutating func take(_ name: String, _ value: String) {
        if name.equalsIgnoringCase("error"), error == nil { error = value }
        if name.equalsIgnoringCase("scope"), scopes.isEmpty {
            scopes = value.split(separator: " ").map(String.init).filter { scope in
                scope.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != 0x5C }
            }
        }
    }
}

/// Reads the schemes and parameters of challenges one after the other.
private struct ChallengeReader {
    enum Item {
        case scheme(String)
        case parameter(String, String)
    }

    private var rest: Substring.UTF8View

    init(_ field: String) { rest = Substring(field).utf8 }

    /// `nil` at the end, or where the grammar ends.
    mutating func next() -> Item? {
        skip(" \t,")
        guard let name = token() else { return nil }
        let afterName = rest
        skip(" \t")
        guard rest.first == UInt8(ascii: "=") else {
            rest = afterName
            skipToken68()
            return .scheme(name)
        }
        rest = rest.dropFirst()
        skip(" \t")
        return (rest.first == UInt8(ascii: "\"") ? quoted() : token()).map { .parameter(name, $0) }
    }

    private mutating func skip(_ bytes: String) { rest = rest.drop { bytes.utf8.contains($0) } }

    private mutating func token() -> String? {
        let token = rest.prefix(while: HeaderFields.isTokenByte)
        rest = rest[token.endIndex...]
        return token.isEmpty ? nil : String(Substring(token))
    }

    /// A scheme may be followed by a word in place of parameters, such as Base64 with its padding.
    private mutating func skipToken68() {
        let start = rest
        skip(" \t")
        rest = rest.drop { HeaderFields.isTokenByte($0) || $0 == UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "=") }
        let end = rest
        skip(" \t")
        if rest.isEmpty || rest.first == UInt8(ascii: ",") { rest = end } else { rest = start }
    }

    private mutating func quoted() -> String? {
        rest = rest.dropFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): rest.popFirst().map { bytes.append($0) }
            default: bytes.append(byte)
            }
        }
        return nil
    }
}

extension FreshworksError.Code {
    /// The access token is good, but its scopes do not allow the call (RFC 6750 §3.1).
    public static let insufficientScope = Self(rawValue: "insufficient_scope")
}
