package import FreshworksCore

/// The request line and header fields of one HTTP/1.1 request, checked as strictly as RFC 9112 allows:
/// whatever two servers might read in two ways is refused.
package struct HTTPRequestHead: Sendable {
    package let method: String
    /// Path and query in origin form.
    package let target: String
    package let host: String
    package let headers: HeaderFields
    let framing: Framing
    let expectsContinue: Bool
    let keepsAlive: Bool

    typealias Field = (name: String, value: String)

    enum Framing: Sendable, Equatable {
        case length(Int)
        case chunked
    }

    /// Reads the lines before the empty one, without their line ends.
    init(lines: [ArraySlice<UInt8>]) throws(HTTPRefusal) {
        guard let first = lines.first else { throw HTTPRefusal(400, "There is no request line") }
        let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
            throw HTTPRefusal(400, "The request line is malformed")
        }
        let isVersion11 = parts[2].elementsEqual("HTTP/1.1".utf8)
        guard isVersion11 || parts[2].elementsEqual("HTTP/1.0".utf8) else {
            throw parts[2].starts(with: "HTTP/".utf8)
                ? HTTPRefusal(505, "Only HTTP/1.1 is spoken here") : HTTPRefusal(400, "The request line is malformed")
        }
        let fields = try lines.dropFirst().map(Self.field)
        headers = HeaderFields(received: fields)
        method = try Self.token(parts[0])
        target = try Self.originForm(String(decoding: parts[1], as: UTF8.self))
        host = try Self.host(fields, isRequired: isVersion11)
        framing = try Self.framing(fields, isVersion11: isVersion11)
        let expectation = headers["Expect"]
        guard expectation?.equalsIgnoringCase("100-continue") ?? true else {
            throw HTTPRefusal(417, "Only the expectation 100-continue is known")
        }
        expectsContinue = expectation != nil && isVersion11
        let options = (headers["Connection"] ?? "").lowercased().split { $0 == "," || $0 == " " }
        keepsAlive = isVersion11 ? !options.contains("close") : options.contains("keep-alive")
    }

    private static func token(_ bytes: ArraySlice<UInt8>) throws(HTTPRefusal) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        do { try HeaderFields.check(name: text, value: "") } catch {
            throw HTTPRefusal(400, "The method or a field name holds a character it may not hold")
        }
        return text
    }

    static func field(_ line: ArraySlice<UInt8>) throws(HTTPRefusal) -> Field {
        // A line that begins with white space continues the one before in old HTTP; its empty name is refused here.
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            throw HTTPRefusal(400, "A header field has no colon")
        }
        var value = line[(colon + 1)...]
        while let byte = value.first, byte == 0x20 || byte == 0x09 { value.removeFirst() }
        while let byte = value.last, byte == 0x20 || byte == 0x09 { value.removeLast() }
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw HTTPRefusal(400, "A header field holds a control character")
        }
        return (try token(line[..<colon]), String(decoding: value, as: UTF8.self))
    }

    private static func originForm(_ target: String) throws(HTTPRefusal) -> String {
        if target.hasPrefix("/") { return target }
        // The absolute form, which RFC 9112 §3.2.2 tells servers to accept.
        let lower = target.lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
            let slash = target.dropFirst(8).firstIndex(of: "/")
        else { throw HTTPRefusal(400, "The request target is neither a path nor an address") }
        return String(target[slash...])
    }

    private static func host(_ fields: [Field], isRequired: Bool) throws(HTTPRefusal) -> String {
        let hosts = fields.filter { $0.name.equalsIgnoringCase("Host") }.map(\.value)
        if hosts.isEmpty, !isRequired { return "127.0.0.1" }
        guard hosts.count == 1, hosts[0].wholeMatch(of: /[A-Za-z0-9.:\[\]-]+/) != nil else {
            throw HTTPRefusal(400, "There must be one Host field with a host name")
        }
        return hosts[0]
    }

    private static func framing(_ fields: [Field], isVersion11: Bool) throws(HTTPRefusal) -> Framing {
        let lengths = fields.filter { $0.name.equalsIgnoringCase("Content-Length") }.map(\.value)
        let codings = fields.filter { $0.name.equalsIgnoringCase("Transfer-Encoding") }.map(\.value)
        if !codings.isEmpty {
            guard lengths.isEmpty else {
                throw HTTPRefusal(400, "Content-Length and Transfer-Encoding exclude each other")
            }
            guard isVersion11 else { throw HTTPRefusal(400, "HTTP/1.0 has no Transfer-Encoding") }
            guard codings.count == 1, codings[0].equalsIgnoringCase("chunked") else {
                throw HTTPRefusal(501, "Only the transfer coding chunked is known")
            }
            return .chunked
        }
        guard let length = lengths.first else { return .length(0) }
        guard lengths.count == 1, !length.isEmpty, length.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw HTTPRefusal(400, "There must be one Content-Length, a whole number")
        }
        // More digits than an integer holds are certainly too many bytes.
        return .length(Int(length) ?? .max)
    }
}

/// Why a request is not served; the connection ends after the answer.
package struct HTTPRefusal: Error, Sendable, Equatable {
    package let status: Int
    package let reason: String

    init(_ status: Int, _ reason: String) {
        self.status = status
        self.reason = reason
    }
}
