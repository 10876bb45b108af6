import Dispatch
import FreshworksCore

/// Long computations, one at a time and off the cooperative pool, so that they starve no test that waits for a socket.
package enum HeavyWork {
    private static let queue = DispatchQueue(label: "heavy work")

    /// Runs a computation. Expectations belong to the test, so let it return what it found.
    package static func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await queue.run(work)
    }
}
