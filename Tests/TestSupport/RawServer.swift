package import Foundation
import FreshworksSandbox
import Synchronization

/// A server that answers with scripted bytes, right or wrong, and remembers the bytes that it was sent.
package final class RawServer: Sendable {
    /// What the server does with a connection, in order.
    package enum Step: Sendable {
        /// Sends bytes as they are, in one write.
        case send([UInt8])
        /// Sends bytes in pieces with pauses between them.
        case drip([UInt8], pieces: Int, pause: Duration)
        /// Sends bytes again and again, until the other side leaves or that often.
        case endless([UInt8], times: Int = .max)
        /// Waits until the other side, or the test, ends the connection.
        case hold
        /// Neither reads nor writes until the gate is open.
        case wait(Gate)
        /// Ends the connection in order.
        case close
        /// Ends the connection with a TCP reset.
        case reset
    }

    /// One request as it arrived.
    package struct Request: Sendable {
        /// Which connection it came on, counted from 0.
        package let connection: Int
        /// Request line and fields, with their line breaks.
        package let head: String
        /// What followed the head.
        package let body: [UInt8]

        /// The request line's verb.
        package var method: String { String(head.prefix { $0 != " " }) }
        /// The request line's target.
        package var target: String { String(head.split(separator: " ", maxSplits: 2)[1]) }

        /// The value of the first field of a name.
        package subscript(name: String) -> String? {
            for line in head.split(separator: "\r\n").dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                    return parts[1].trimmingCharacters(in: .whitespaces)
                }
            }
            return nil
        }
    }

    private struct Record {
        var connections = 0
        var requests: [Request] = []
    }

    private let listener: LoopbackListener
    private let record: Recorder

    /// Holds the record apart from the server, so that handlers do not keep the server alive.
    private final class Recorder: Sendable {
        let record = Mutex(Record())
    }

    /// Answers each request with what `respond` says, and keeps the connection unless that ends it.
    /// - Parameter remembers: Whether ``requests`` are kept; a hundred thousand are too many.
    package init(remembers: Bool = true, _ respond: @escaping @Sendable (Request) -> [Step]) throws {
        let record = Recorder()
        self.record = record
        listener = try LoopbackListener { connection in
            let number = record.record.withLock {
                $0.connections += 1
                return $0.connections - 1
            }
            var reader = RawRequestReader(connection: connection, number: number)
            while let request = reader.next() {
                if remembers { record.record.withLock { $0.requests.append(request) } }
                guard Self.run(respond(request), on: connection) else { return }
            }
        }
    }

    /// Plays the same steps on every connection, without reading a request first.
    package init(onConnect steps: [Step]) throws {
        let record = Recorder()
        self.record = record
        listener = try LoopbackListener { connection in
            record.record.withLock { $0.connections += 1 }
            _ = Self.run(steps, on: connection)
        }
    }

    deinit { listener.stop() }

    /// Where it listens.
    package var port: Int { Int(listener.port) }
    /// How many connections were made so far.
    package var connectionCount: Int { record.record.withLock { $0.connections } }
    /// How many connections are open at this moment.
    package var openConnectionCount: Int { listener.connectionCount }
    /// The requests so far.
    package var requests: [Request] { record.record.withLock { $0.requests } }
    /// Ends the server and its connections.
    package func stop() { listener.stop() }

    /// An address on this server.
    package func url(_ path: String = "/", scheme: String = "http") throws -> URL {
        struct NotAnAddress: Error {}
        guard let url = URL(string: "\(scheme)://127.0.0.1:\(listener.port)\(path)") else { throw NotAnAddress() }
        return url
    }

    /// Whether the connection is still good for another request.
    private static func run(_ steps: [Step], on connection: LoopbackConnection) -> Bool {
        do {
            for step in steps {
                switch step {
                case .send(let bytes):
                    try connection.write(bytes)
                case .drip(let bytes, let pieces, let pause):
                    let size = max(1, (bytes.count + pieces - 1) / pieces)
                    for start in stride(from: 0, to: bytes.count, by: size) {
                        try connection.write(bytes[start..<min(start + size, bytes.count)])
                        // Ends early when the other side leaves. Behind the last piece the next request may come.
                        guard start + size < bytes.count else { break }
                        guard (try? connection.read(timeout: pause))?.isEmpty != true else { return false }
                    }
                case .endless(let bytes, let times):
                    for _ in 0..<times { try connection.write(bytes) }
                case .hold:
                    while try !connection.read(timeout: .seconds(600)).isEmpty {}
                    return false
                case .wait(let gate):
                    gate.wait()
                case .close:
                    connection.close()
                    return false
                case .reset:
                    connection.reset()
                    return false
                }
            }
            return true
        } catch {
            return false
        }
    }
}

extension RawServer.Step {
    /// Sends text as it is, in one write.
    package static func send(_ text: String) -> Self { .send(Array(text.utf8)) }

    /// Sends text again and again, until the other side leaves.
    package static func endless(_ text: String) -> Self { .endless(Array(text.utf8)) }

    /// Sends a complete answer with its length, in one write.
    package static func response(_ status: Int = 200, _ fields: [String] = [], _ body: [UInt8]) -> Self {
        let lines = ["HTTP/1.1 \(status) Scripted", "Content-Length: \(body.count)"] + fields
        return .send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    /// Sends a complete answer with its length, in one write.
    package static func response(_ status: Int = 200, _ fields: [String] = [], _ body: String = "") -> Self {
        response(status, fields, Array(body.utf8))
    }
}
