import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A blocking socket that sends bytes as they are and cuts what comes back into responses. No read takes longer than ten minutes.
package final class RawClient {
    package struct Response: Equatable {
        package var status: Int
        package var fields: [String: String]
        package var body: String
    }

    package enum Failure: Error, Equatable {
        case refused
        /// The other side finished; what had come by then.
        case ended(String)
        case broken(Int32)
        case notHTTP(String)
    }

    private let descriptor: Int32
    private var buffer: [UInt8] = []

    package init(port: Int) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var limit = timeval(tv_sec: 600, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result == 0 else { throw Failure.refused }
    }

    deinit { close(descriptor) }

    package func write(_ text: String) { write(Array(text.utf8)) }

    package func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return }
            rest = rest.dropFirst(sent)
        }
    }

    package func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads one response whose body has an announced length.
    /// - Parameter hasBody: `false` after `HEAD`.
    package func response(hasBody: Bool = true) throws -> Response {
        var response = try parseHead(String(decoding: try take(until: "\r\n\r\n"), as: UTF8.self))
        let length = hasBody ? Int(response.fields["content-length"] ?? "0") ?? 0 : 0
        while buffer.count < length { try receive() }
        response.body = String(decoding: buffer.prefix(length), as: UTF8.self)
        buffer.removeFirst(length)
        return response
    }

    /// Sends and reads one response.
    package func exchange(_ text: String) throws -> Response {
        write(text)
        return try response()
    }

    /// All bytes until the other side finishes.
    package func readToEnd() throws -> String {
        do {
            while true { try receive() }
        } catch Failure.ended(let text) {
            return text
        }
    }

    private func take(until end: String) throws -> [UInt8] {
        let pattern = Array(end.utf8)
        while true {
            if buffer.count >= pattern.count {
                for index in 0...(buffer.count - pattern.count)
                where buffer[index..<index + pattern.count].elementsEqual(pattern) {
                    defer { buffer.removeFirst(index + pattern.count) }
                    return Array(buffer[..<index])
                }
            }
            try receive()
        }
    }

    private func parseHead(_ head: String) throws -> Response {
        let lines = head.components(separatedBy: "\r\n")
        let parts = lines[0].split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, parts[0] == "HTTP/1.1", let status = Int(parts[1]) else { throw Failure.notHTTP(head) }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let pair = line.components(separatedBy: ": ")
            fields[pair[0].lowercased()] = pair.dropFirst().joined(separator: ": ")
        }
        return Response(status: status, fields: fields, body: "")
    }

    private func receive() throws {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        if count < 0 { throw Failure.broken(errno) }
        if count == 0 { throw Failure.ended(String(decoding: buffer, as: UTF8.self)) }
        buffer += chunk[..<count]
    }
}
