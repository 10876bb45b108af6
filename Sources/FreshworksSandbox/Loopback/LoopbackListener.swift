import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Accepts TCP connections on 127.0.0.1 and gives each a thread of its own.
///
/// Blocking calls are fine in the handler: it never runs on the cooperative pool. The listener lives until ``stop()``.
package final class LoopbackListener: Sendable {
    /// The port it listens on.
    package let port: UInt16
    private let descriptor: Int32
    private let maximumConnections: Int
    private let handler: @Sendable (LoopbackConnection) -> Void
    private let state = Mutex(State())

    private struct State {
        var isStopped = false
        var connections: [ObjectIdentifier: LoopbackConnection] = [:]
    }

    /// Binds and starts to accept.
    /// - Parameters:
    ///   - port: 0 picks a free one.
    ///   - maximumConnections: Further ones are reset at once.
    ///   - handler: Serves one connection, which is closed when it returns.
    /// - Throws: ``LoopbackError/system(_:_:)`` when the port cannot be bound.
    package init(
        port: UInt16 = 0, maximumConnections: Int = 512, handler: @escaping @Sendable (LoopbackConnection) -> Void
    ) throws {
        (descriptor, self.port) = try Self.listen(on: port)
        self.maximumConnections = maximumConnections
        self.handler = handler
        Thread.detachNewThread { self.acceptUntilStopped() }
    }

    /// How many connections are being served.
    package var connectionCount: Int { state.withLock { $0.connections.count } }

    /// Refuses new connections and ends all present ones: their reads and writes fail from now on.
    ///
    /// Returns at once. A handler that is busy with something else than its connection may outlive the call.
    package func stop() {
        let connections = state.withLock { state in
            guard !state.isStopped else { return [LoopbackConnection]() }
            state.isStopped = true
            // Wakes the accepting thread, which then closes it. Darwin does not wake, hence the ticks there.
            _ = shutdown(descriptor, Int32(SHUT_RDWR))
            return Array(state.connections.values)
        }
        for connection in connections { connection.interrupt() }
    }

    private func acceptUntilStopped() {
        while true {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&waiting, 1, 100)
            if state.withLock({ $0.isStopped }) { break }
            guard waiting.revents != 0 else { continue }
            let accepted = accept(descriptor, nil, nil)
            if accepted >= 0 {
                serve(LoopbackConnection(accepted))
            } else if errno == EMFILE || errno == ENFILE {
                _ = poll(nil, 0, 10)  // Out of descriptors: let some connection end instead of spinning.
            }
        }
        _ = close(descriptor)
    }

    private func serve(_ connection: LoopbackConnection) {
        let isAdmitted = state.withLock { state in
            guard !state.isStopped, state.connections.count < maximumConnections else { return false }
            state.connections[ObjectIdentifier(connection)] = connection
            return true
        }
        guard isAdmitted else { return connection.reset() }
        Thread.detachNewThread { [self] in
            handler(connection)
            connection.close()
            state.withLock { _ = $0.connections.removeValue(forKey: ObjectIdentifier(connection)) }
        }
    }

    private static func listen(on port: UInt16) throws -> (descriptor: Int32, port: UInt16) {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw LoopbackError.system("socket", errno) }
        do {
            setFlag(descriptor, SOL_SOCKET, SO_REUSEADDR)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            // A connection that was reset between poll and accept must not leave accept blocked.
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            try withUnsafeMutablePointer(to: &address) { pointer in
                try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    guard bind(descriptor, address, length) == 0 else { throw LoopbackError.system("bind", errno) }
                    guard Self.startListening(descriptor) == 0 else { throw LoopbackError.system("listen", errno) }
                    guard getsockname(descriptor, address, &length) == 0 else {
                        throw LoopbackError.system("getsockname", errno)
                    }
                }
            }
            return (descriptor, UInt16(bigEndian: address.sin_port))
        } catch {
            _ = close(descriptor)
            throw error
        }
    }

    private static func startListening(_ descriptor: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.listen(descriptor, 256)
        #else
            Darwin.listen(descriptor, 256)
        #endif
    }
}

/// Switches a socket option on.
func setFlag(_ descriptor: Int32, _ level: Int32, _ option: Int32) {
    var on: Int32 = 1
    _ = setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
}
