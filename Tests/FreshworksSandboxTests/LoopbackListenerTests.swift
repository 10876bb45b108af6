import Foundation
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("The loopback listener", .inTurn)
struct LoopbackListenerTests {
    @Test("bytes go both ways, and a half close still lets the answer through")
    func echo() throws {
        let listener = try LoopbackListener { connection in
            var all: [UInt8] = []
            while let bytes = try? connection.read(timeout: .seconds(5)), !bytes.isEmpty { all += bytes }
            try? connection.write(all.reversed())
        }
        defer { listener.stop() }
        let client = try Client(port: listener.port)
        client.write("hello")
        client.finishWriting()
        #expect(client.readToEnd() == .ended("olleh"))
    }

    @Test("a read without bytes times out")
    func timeout() throws {
        let outcome = Outcome()
        let listener = try LoopbackListener { connection in
            outcome.record { _ = try connection.read(timeout: .milliseconds(20)) }
        }
        defer { listener.stop() }
        let client = try Client(port: listener.port)
        #expect(client.readToEnd() == .ended(""))
        #expect(outcome.error == .timedOut)
    }

    @Test("a write that nobody takes times out")
    func writeTimeout() throws {
        let outcome = Outcome()
        let listener = try LoopbackListener { connection in
            outcome.record {
                try connection.write([UInt8](repeating: 0, count: 32 << 20), timeout: .milliseconds(50))
            }
            connection.reset()
        }
        defer { listener.stop() }
        let client = try Client(port: listener.port)
        while outcome.error == nil { usleep(1000) }
        #expect(outcome.error == .timedOut)
        _ = client.readToEnd()
    }

    @Test("a reset reaches the other side as a broken connection")
    func reset() throws {
        let listener = try LoopbackListener { $0.reset() }
        defer { listener.stop() }
        #expect(try Client(port: listener.port).readToEnd() == .broken(ECONNRESET))
    }

    @Test("writing to a connection the other side has dropped is an error, not a signal")
    func brokenPipe() throws {
        let outcome = Outcome()
        let listener = try LoopbackListener { connection in
            outcome.record {
                _ = try connection.read(timeout: .seconds(5))
                while true { try connection.write("x".utf8) }
            }
        }
        defer { listener.stop() }
        try Client(port: listener.port).drop()
        while outcome.error == nil { usleep(1000) }
        #expect(
            [.system("send", EPIPE), .system("send", ECONNRESET), .system("recv", ECONNRESET)].contains(outcome.error))
    }

    @Test("stop ends waiting connections and refuses new ones")
    func stop() throws {
        let listener = try LoopbackListener { connection in
            _ = try? connection.read(timeout: .seconds(600))
        }
        let client = try Client(port: listener.port)
        while listener.connectionCount < 1 { usleep(1000) }
        listener.stop()
        listener.stop()
        #expect(client.readToEnd() == .ended(""))
        #expect(throws: ClientError(code: ECONNREFUSED)) { try Client(port: listener.port) }
        while listener.connectionCount > 0 { usleep(1000) }
    }

    @Test("connections beyond the limit are reset at once")
    func limit() throws {
        let listener = try LoopbackListener(maximumConnections: 1) { connection in
            _ = try? connection.read(timeout: .seconds(600))
        }
        defer { listener.stop() }
        let first = try Client(port: listener.port)
        while listener.connectionCount < 1 { usleep(1000) }
        #expect(try Client(port: listener.port).readToEnd() == .broken(ECONNRESET))
        first.finishWriting()
        while listener.connectionCount > 0 { usleep(1000) }
    }

    @Test("a port that is taken is an error that names the call")
    func taken() throws {
        let listener = try LoopbackListener { _ in }
        defer { listener.stop() }
        #expect(throws: LoopbackError.system("bind", EADDRINUSE)) { try LoopbackListener(port: listener.port) { _ in } }
    }
}

/// What a handler on another thread came to.
private final class Outcome: Sendable {
    private let stored = Mutex<LoopbackError?>(nil)
    var error: LoopbackError? { stored.withLock { $0 } }

    func record(_ work: () throws -> Void) {
        do { try work() } catch { stored.withLock { $0 = error as? LoopbackError } }
    }
}

private struct ClientError: Error, Equatable { var code: Int32 }

/// A plain blocking socket.
private final class Client {
    enum End: Equatable {
        case ended(String)
        case broken(Int32)
    }

    private let descriptor: Int32

    init(port: UInt16) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result == 0 else { throw ClientError(code: errno) }
    }

    deinit { close(descriptor) }

    func write(_ text: String) { _ = send(descriptor, text, text.utf8.count, 0) }

    func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

    func drop() {
        write("x")
        var immediately = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &immediately, socklen_t(MemoryLayout<linger>.size))
    }

    func readToEnd() -> End {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0 { return .broken(errno) }
            if count == 0 { return .ended(String(decoding: all, as: UTF8.self)) }
            all += buffer[..<count]
        }
    }
}
