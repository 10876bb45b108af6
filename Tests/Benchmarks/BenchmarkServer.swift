import Foundation
import FreshworksSandbox

/// Answers on 127.0.0.1 by the path, and remembers nothing, so that only the client's memory can grow.
struct BenchmarkServer {
    private let listener: LoopbackListener

    static let small = #"{"id":1,"subject":"Sample ticket","priority":4,"status":2,"tags":["a","b"]}"#

    init() throws {
        listener = try LoopbackListener { connection in
            var input = RequestInput(connection: connection)
            while let path = input.next() {
                guard (try? Self.answer(path, on: connection)) != nil else { return }
            }
        }
    }

    var port: UInt16 { listener.port }

    func stop() { listener.stop() }

    static let smallAnswer = answer(Array(small.utf8))
    private static let answers = [
        "/3MB": answer([UInt8](repeating: 65, count: 3_000_000)),
        "/20MB": answer([UInt8](repeating: 65, count: 20_000_000)),
    ]

    private static func answer(_ body: [UInt8]) -> [UInt8] {
        let fields = "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n"
        return Array("HTTP/1.1 200 OK\r\n\(fields)\r\n".utf8) + body
    }

    private static func answer(_ path: String, on connection: LoopbackConnection) throws {
        switch path {
        case "/slow":
            Thread.sleep(forTimeInterval: 5)
            try connection.write(smallAnswer)
        case "/hostile/chunks":
            try connection.write(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8))
            let chunks = Array(repeatElement("1\r\nx\r\n", count: 2000).joined().utf8)
            while true { try send(chunks, on: connection) }
        case "/hostile/body", "/hostile/redirect":
            let line = path.hasSuffix("body") ? "200 OK" : "302 Found\r\nLocation: /x"
            try connection.write(Array("HTTP/1.1 \(line)\r\n\r\n".utf8))
            let piece = [UInt8](repeating: 65, count: 100_000)
            while true { try send(piece, on: connection) }
        case "/hostile/length":
            // A length to make room for, and nothing that fills it.
            try connection.write(Array("HTTP/1.1 200 OK\r\nContent-Length: 33550336\r\n\r\nx".utf8))
            _ = try connection.read(timeout: .seconds(60))
        case "/hostile/header":
            try connection.write(Array("HTTP/1.1 200 OK\r\nX-A: ".utf8))
            while true { try send([UInt8](repeating: 65, count: 1000), on: connection) }
        default:
            try connection.write(answers[path] ?? smallAnswer)
        }
    }
}

extension BenchmarkServer {
    /// At most a thousand pieces a second, which is what a fast network brings: the server shall not take the processors from the
    /// client that is measured.
    private static func send(_ piece: [UInt8], on connection: LoopbackConnection) throws {
        try connection.write(piece)
        Thread.sleep(forTimeInterval: 0.001)
    }
}

/// The server in a process of its own, so that what is measured of this one is the client's.
struct BenchmarkServerProcess {
    let port: UInt16
    private let process = Process()
    /// The server ends when nobody can write to it any more.
    private let life = Pipe()

    init() throws {
        struct NoServer: Error {}
        let output = Pipe()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = ["serve"]
        (process.standardInput, process.standardOutput) = (life, output)
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = UInt16(line.trimmingCharacters(in: .newlines)) else { throw NoServer() }
        self.port = port
    }

    func stop() {
        try? life.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}

/// What the server's process does.
func runBenchmarkServer() {
    do {
        let server = try BenchmarkServer()
        defer { server.stop() }
        try FileHandle.standardOutput.write(contentsOf: Data("\(server.port)\n".utf8))
        _ = try FileHandle.standardInput.readToEnd()
    } catch {
        fail(error)
    }
}

/// Reads one request after the other and drops the bodies.
private struct RequestInput {
    let connection: LoopbackConnection
    private var buffer: [UInt8] = []
    /// The last request, because the next one is the same as a rule: reading it anew would be a part of what is measured.
    private var last: (head: [UInt8], path: String, length: Int) = ([], "", 0)

    init(connection: LoopbackConnection) { self.connection = connection }

    /// The path of the next request, once its body has arrived.
    mutating func next() -> String? {
        if buffer.isEmpty, !fill() { return nil }
        while last.head.isEmpty || !buffer.starts(with: last.head) {
            if let range = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
                let text = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
                let path = text.split(separator: " ", maxSplits: 2).dropFirst().first ?? ""
                last = (Array(buffer[..<range.upperBound]), String(path), Self.length(in: text))
            } else if !fill() {
                return nil
            }
        }
        buffer.removeFirst(last.head.count)
        var left = last.length
        while left > buffer.count {
            left -= buffer.count
            buffer = []
            guard fill() else { return nil }
        }
        buffer.removeFirst(left)
        return last.path
    }

    private static func length(in head: String) -> Int {
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
        return line.flatMap { Int($0.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)) } ?? 0
    }

    private mutating func fill() -> Bool {
        guard let bytes = try? connection.read(timeout: .seconds(60)), !bytes.isEmpty else { return false }
        buffer += bytes
        return true
    }
}
