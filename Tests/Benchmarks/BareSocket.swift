import Foundation

#if os(Linux)
    import Glibc

    /// A blocking socket, used by the thread that waits for the answer: two wake-ups of a processor for each call, of which no
    /// client has fewer.
    final class BareSocket {
        private let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        private var buffer = [UInt8](repeating: 0, count: 4096)

        struct Failure: Error {}

        init(port: UInt16) throws {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
            }
            var isOn: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
            guard result == 0 else { throw Failure() }
        }

        deinit { close(descriptor) }

        /// Sends a request and waits for an answer of so many bytes.
        func exchange(_ request: [UInt8], for length: Int) throws {
            guard write(descriptor, request, request.count) == request.count else { throw Failure() }
            var left = length
            while left > 0 {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { throw Failure() }
                left -= count
            }
        }
    }
#endif
