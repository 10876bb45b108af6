import Foundation
import FreshworksSandbox

/// Reads one request after the other from a connection, by `Content-Length`.
struct RawRequestReader {
    let connection: LoopbackConnection
    let number: Int
    private var buffer: [UInt8] = []

    init(connection: LoopbackConnection, number: Int) {
        self.connection = connection
        self.number = number
    }

    /// The next request; `nil` when the other side ended or sent nothing for ten minutes.
    mutating func next() -> RawServer.Request? {
        let end = Array("\r\n\r\n".utf8)
        var searched = 0
        while true {
            if let range = buffer[searched...].firstRange(of: end) {
                let head = String(decoding: buffer[..<range.upperBound], as: UTF8.self)
                buffer.removeSubrange(..<range.upperBound)
                let bare = RawServer.Request(connection: number, head: head, body: [])
                guard let body = body(of: Int(bare["Content-Length"] ?? "0") ?? 0) else { return nil }
                return RawServer.Request(connection: number, head: head, body: body)
            }
            searched = max(0, buffer.count - 3)
            guard fill() else { return nil }
        }
    }

    private mutating func body(of count: Int) -> [UInt8]? {
        while buffer.count < count { guard fill() else { return nil } }
        let body = Array(buffer[..<count])
        buffer.removeSubrange(..<count)
        return body
    }

    private mutating func fill() -> Bool {
        guard let bytes = try? connection.read(timeout: .seconds(600)), !bytes.isEmpty else { return false }
        buffer += bytes
        return true
    }
}
