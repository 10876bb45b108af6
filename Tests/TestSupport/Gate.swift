import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Holds a server's thread until the test says go on.
package final class Gate: Sendable {
    private let isOpen = Atomic(false)

    package init() {}

    /// Lets everybody through, now and later.
    package func open() { isOpen.store(true, ordering: .releasing) }

    func wait() {
        while !isOpen.load(ordering: .acquiring) { usleep(1000) }
    }
}
