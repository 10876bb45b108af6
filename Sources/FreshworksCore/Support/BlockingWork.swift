package import Dispatch

extension DispatchQueue {
    /// Runs work that blocks on this queue, away from the threads that all tasks share.
    package func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            async { continuation.resume(with: Result { try work() }) }
        }
    }
}
