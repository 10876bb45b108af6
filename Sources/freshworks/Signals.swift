import Dispatch
import Foundation

/// Runs work that SIGINT and SIGTERM cancel, so that servers stop and temporary files go.
func withSignalsCancelling(
    _ work: @escaping @Sendable () async throws -> ExitStatus
) async throws -> ExitStatus {
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { task.cancel() }
        source.resume()
        return source
    }
    defer { for source in sources { source.cancel() } }
    return try await task.value
}
