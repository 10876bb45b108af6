package import Foundation

/// Cuts a stream of bytes into HTTP/1.1 requests. It does no input or output, so that any bytes can be tried on it.
package struct HTTPRequestParser: Sendable {
    package struct Limits: Sendable {
        var head: Int
        var fields: Int
        var body: Int

        package init(head: Int = 32 * 1024, fields: Int = 100, body: Int = 32 * 1024 * 1024) {
            self.head = head
            self.fields = fields
            self.body = body
        }
    }

    package enum Event: Sendable {
        /// The client waits for `100 Continue` before it sends the body.
        case wantsContinue
        case request(HTTPRequestHead, body: Data)
    }

    private enum State {
        case head
        case body(HTTPRequestHead, missing: Int)
        case chunkSize(HTTPRequestHead)
        case chunk(HTTPRequestHead, missing: Int)
        case chunkEnd(HTTPRequestHead)
        case trailers(HTTPRequestHead)
    }

    private let limits: Limits
    private var state = State.head
    private var buffer: [UInt8] = []
    private var position = 0
    /// How far the buffer was searched for the end of a head or line, so that dripped bytes are not searched again and again.
    private var searched = 0
    private var body = Data()

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Whether no request has begun.
    var isIdle: Bool { if case .head = state { position == buffer.count } else { false } }

    package mutating func append(_ bytes: [UInt8]) {
        buffer.removeFirst(position)
        searched = max(0, searched - position)
        position = 0
        buffer += bytes
    }

    /// The next event, or `nil` when more bytes are needed. After an error the stream is lost.
    package mutating func next() throws(HTTPRefusal) -> Event? {
        while true {
            switch state {
            case .head:
                guard let head = try readHead() else { return nil }
                try begin(head)
                if head.expectsContinue, head.framing != .length(0) { return .wantsContinue }
            case .body(let head, let missing):
                guard let left = takeBody(missing) else { return finish(head) }
                state = .body(head, missing: left)
                return nil
            case .chunkSize(let head):
                guard let line = try readLine() else { return nil }
                let size = try Self.chunkSize(line)
                guard size <= limits.body - body.count else { throw Self.tooLong }
                state = size == 0 ? .trailers(head) : .chunk(head, missing: size)
            case .chunk(let head, let missing):
                if let left = takeBody(missing) {
                    state = .chunk(head, missing: left)
                    return nil
                }
                state = .chunkEnd(head)
            case .chunkEnd(let head):
                guard buffer.count - position >= 2 else { return nil }
                guard buffer[position] == 0x0D, buffer[position + 1] == 0x0A else {
                    throw HTTPRefusal(400, "A chunk is longer than it says")
                }
                advance(2)
                state = .chunkSize(head)
            case .trailers(let head):
                guard let line = try readLine() else { return nil }
                if line.isEmpty { return finish(head) }
                _ = try HTTPRequestHead.field(line)
            }
        }
    }

    private static let tooLong = HTTPRefusal(413, "The body is too long")

    private mutating func begin(_ head: HTTPRequestHead) throws(HTTPRefusal) {
        switch head.framing {
        case .chunked: state = .chunkSize(head)
        case .length(let length):
            guard length <= limits.body else { throw Self.tooLong }
            state = .body(head, missing: length)
        }
    }

    private mutating func finish(_ head: HTTPRequestHead) -> Event {
        defer { body = Data() }
        state = .head
        return .request(head, body: body)
    }

    /// Moves up to `missing` bytes to the body; returns how many are still missing, `nil` for none.
    private mutating func takeBody(_ missing: Int) -> Int? {
        let count = min(missing, buffer.count - position)
        body.append(contentsOf: buffer[position..<position + count])
        advance(count)
        return count == missing ? nil : missing - count
    }

    private mutating func readHead() throws(HTTPRefusal) -> HTTPRequestHead? {
        // RFC 9112 §2.2: empty lines before the request line are to be ignored.
        while buffer[position...].starts(with: [0x0D, 0x0A]) { advance(2) }
        let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        guard let start = find(end) else {
            guard buffer.count - position <= limits.head else { throw HTTPRefusal(431, "The head is too long") }
            return nil
        }
        guard start - position <= limits.head else { throw HTTPRefusal(431, "The head is too long") }
        let head = buffer[position..<start]
        advance(start + end.count - position)
        var lines = head.split(separator: 0x0A, omittingEmptySubsequences: false)
        for index in lines.indices.dropLast() {
            guard lines[index].last == 0x0D else { throw HTTPRefusal(400, "A line ends without a carriage return") }
            lines[index].removeLast()
        }
        guard lines.count <= limits.fields + 1 else { throw HTTPRefusal(431, "There are too many header fields") }
        return try HTTPRequestHead(lines: lines)
    }

    private mutating func readLine() throws(HTTPRefusal) -> ArraySlice<UInt8>? {
        let limit = 4096
        guard let end = find([0x0D, 0x0A]) else {
            guard buffer.count - position <= limit else { throw HTTPRefusal(400, "A chunk's line is too long") }
            return nil
        }
        guard end - position <= limit else { throw HTTPRefusal(400, "A chunk's line is too long") }
        let line = buffer[position..<end]
        advance(end + 2 - position)
        return line
    }

    private static func chunkSize(_ line: ArraySlice<UInt8>) throws(HTTPRefusal) -> Int {
        // Extensions after a semicolon are ignored, as RFC 9112 §7.1.1 asks.
        let digits = line.prefix { $0 != UInt8(ascii: ";") }
        let extensions = line.dropFirst(digits.count)
        guard (1...8).contains(digits.count), digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            extensions.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }),
            let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw HTTPRefusal(400, "A chunk has no readable size") }
        return size
    }

    private mutating func advance(_ count: Int) {
        position += count
        searched = max(searched, position)
    }

    private mutating func find(_ pattern: [UInt8]) -> Int? {
        var index = max(searched, position)
        while index + pattern.count <= buffer.count {
            if buffer[index] == pattern[0], buffer[index..<index + pattern.count].elementsEqual(pattern) {
                searched = index
                return index
            }
            index += 1
        }
        searched = index
        return nil
    }
}
