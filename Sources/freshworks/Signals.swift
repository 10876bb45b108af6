import Dispatch
import Foundation
import Synchronization

/// Runs work that SIGINT and SIGTERM cancel, so that servers stop and temporary files go. The second one ends the process as
/// it would any other: whoever reads its output may have stopped to, and the work then waits for that.
func withSignalsCancelling(
    _ work: @escaping @Sendable () async throws -> ExitStatus
) async throws -> ExitStatus {
    let (signals, arrived) = AsyncStream.makeStream(of: Void.self)
    let hasArrived = Mutex(false)
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM] {
        // Before the source, which on Linux puts a disposition of its own in this one's place.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            // Here and not in the task that watches, for waiting work may hold all threads of the pool.
            let isFirst = hasArrived.withLock { hasArrived in
                defer { hasArrived = true }
                return !hasArrived
            }
            if isFirst {
                arrived.yield()
            } else {
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
        }
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
