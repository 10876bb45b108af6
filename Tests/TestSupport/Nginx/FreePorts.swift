#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Ports for servers that cannot be told to take any. Nothing keeps others from taking them first, so try again then.
enum FreePorts {
    struct None: Error {}

    /// Ports of 127.0.0.1.
    static func find(_ count: Int) throws -> [Int] {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        // Held until all are found, so that none is found twice.
        var held: [Int32] = []
        defer { for descriptor in held { _ = close(descriptor) } }
        return try (0..<count).map { _ in
            guard let (descriptor, port) = bound(AF_INET, &address, \.sin_port) else { throw None() }
            held.append(descriptor)
            return port
        }
    }

    /// A port of `[::1]`; `nil` where the machine has no such address.
    static func findOfIPv6() -> Int? {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_addr = in6addr_loopback
        guard let (descriptor, port) = bound(AF_INET6, &address, \.sin6_port) else { return nil }
        _ = close(descriptor)
        return port
    }

    private static func bound<Address>(
        _ family: Int32, _ wanted: inout Address, _ port: KeyPath<Address, in_port_t>
    ) -> (Int32, Int)? {
        #if canImport(Glibc)
            let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(family, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var address = wanted
        var size = socklen_t(MemoryLayout<Address>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isBound else {
            _ = close(descriptor)
            return nil
        }
        return (descriptor, Int(in_port_t(bigEndian: address[keyPath: port])))
    }
}
