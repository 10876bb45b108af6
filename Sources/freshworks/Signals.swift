import Dispatch
import Foundation

/// Runs work that SIGINT and SIGTERM cancel, so that servers stop and temporary files go.
func withSignalsCancelling(
    _ work: @escaping @Sendable () async throws -> ExitStatus
) async throws -> ExitStatus {
    let (signals, arrived) = AsyncStream.makeStream(of: Void.self)
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM] {
        // Before the source, which on Linux puts a disposition of its own in this one's place.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { arrived.yield() }
        // A source takes part only after a while: a signal that came before, with the work begun, would be lost.
        await withCheckedContinuation { registered in
            source.setRegistrationHandler { registered.resume() }
            source.resume()
        }
        sources.append(source)
    }
    defer { for source in sources { source.cancel() } }
    let task = Task { try await work() }
    let watch = Task { for await _ in signals { task.cancel() } }
    defer { watch.cancel() }
    return try await task.value
}
