import Foundation
import FreshworksCore
import Synchronization

/// A server of good and bad answers on 127.0.0.1, which remembers what it was sent.
///
/// Each address is scripted for itself, so that one request cannot be taken for another.
final class OddServer: Sendable {
    typealias Script = @Sendable (Request) -> [Step]

    /// What the server does with a connection, in order.
    enum Step: Sendable {
        /// Sends a complete answer with its length, in one write.
        case answer(_ status: Int = 200, _ fields: [String] = [], _ body: Data = Data())
        /// Sends bytes as they are, in one write.
        case send([UInt8])
        /// Sends one byte after the other, with a pause between them.
        case drip([UInt8], every: Duration)
        /// Sends bytes again and again.
        case flood([UInt8], times: Int)
        /// Waits until the other side, or the check, ends the connection.
        case hold
        /// Ends the connection in order.
        case close
        /// Ends the connection with a TCP reset.
        case reset
    }

    /// One request, whole.
    struct Request: Sendable {
        let head: HTTPRequestHead
        let body: Data
    }

    /// Holds what connections share apart from the server, so that they do not keep it alive.
    private final class Record: Sendable {
        struct State {
            var scripts: [String: Script] = [:]
            var requests: [Request] = []
            /// How many bytes have arrived, also of what is no request.
            var bytes = 0
        }

        let state = Mutex(State())
    }

    private let listener: LoopbackListener
    private let record = Record()

    init() throws {
        listener = try LoopbackListener { [record] connection in Self.serve(connection, record) }
    }

    deinit { listener.stop() }

    /// Ends the server and its connections.
    func stop() { listener.stop() }

    /// Makes an address, at which the server answers each request by a script.
    /// - Parameter rest: What follows in the address, such as a query.
    func address(_ rest: String = "", scheme: String = "http", _ script: @escaping Script) throws -> URL {
        let path = record.state.withLock { state in
            let path = "/\(state.scripts.count)"
            state.scripts[path] = script
            return path
        }
        guard let url = URL(string: "\(scheme)://127.0.0.1:\(listener.port)\(path)\(rest)") else {
            throw FreshworksError(.invalidArgument, "\(rest) is no end of an address")
        }
        return url
    }

    /// What came to an address so far.
    func requests(to url: URL) -> [Request] {
        let place = Self.place(of: url.path(percentEncoded: true))
        return record.state.withLock { $0.requests.filter { Self.place(of: $0.head.target) == place } }
    }

    /// How many bytes have arrived so far.
    var receivedBytes: Int { record.state.withLock(\.bytes) }

    /// The first segment of a path, which names the script.
    private static func place(of target: String) -> String {
        "/" + target.dropFirst().prefix { $0 != "/" && $0 != "?" }
    }

    private static func serve(_ connection: LoopbackConnection, _ record: Record) {
        var parser = HTTPRequestParser()
        do {
            while true {
                while let event = try parser.next() {
                    switch event {
                    case .wantsContinue: try connection.write("HTTP/1.1 100 Continue\r\n\r\n".utf8)
                    case .request(let head, let body):
                        let request = Request(head: head, body: body)
                        let script = record.state.withLock { state in
                            state.requests.append(request)
                            return state.scripts[place(of: head.target)]
                        }
                        let steps = script?(request) ?? [.answer(404)]
                        guard try play(steps, on: connection, closing: !head.keepsAlive) else { return }
                    }
                }
                let bytes = try connection.read(timeout: .seconds(600))
                if bytes.isEmpty { return }
                record.state.withLock { $0.bytes += bytes.count }
                // The first byte of a TLS handshake, of which there is none here.
                if parser.isIdle, bytes.first == 0x16 { return try connection.write("220 ready\r\n".utf8) }
                parser.append(bytes)
            }
        } catch {
            // The other side has gone, or sent what is no request: that it did is on record.
        }
    }

    /// Whether the connection is still good for another request.
    /// - Parameter isLast: Whether the request was to be the last one. Who does not say that it was must not close, or
    ///   the other side may be sending the next one already.
    private static func play(
        _ steps: [Step], on connection: LoopbackConnection, closing isLast: Bool
    ) throws -> Bool {
        for step in steps {
            switch step {
            case .answer(let status, let fields, let body):
                let lines =
                    ["HTTP/1.1 \(status) Scripted", "Content-Length: \(body.count)"] + fields
                    + (isLast ? ["Connection: close"] : [])
                try connection.write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
                if isLast { return false }
            case .send(let bytes): try connection.write(bytes)
            case .drip(let bytes, let pause):
                for (number, byte) in bytes.enumerated() {
                    // Ends early when the other side leaves. Not behind the last byte: the next request may come there.
                    guard number == 0 || (try? connection.read(timeout: pause))?.isEmpty != true else { return false }
                    try connection.write([byte])
                }
            case .flood(let bytes, let times): for _ in 0..<times { try connection.write(bytes) }
            case .hold:
                while try !connection.read(timeout: .seconds(600)).isEmpty {}
                return false
            case .close: return false
            case .reset:
                connection.reset()
                return false
            }
        }
        return true
    }
}

extension OddServer.Step {
    /// Sends text as it is, in one write.
    static func send(_ text: String) -> Self { .send(Array(text.utf8)) }
}

extension OddServer.Request {
    /// The values of all fields of a name, in order.
    func values(of name: String) -> [String] {
        head.headers.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
    }
}
