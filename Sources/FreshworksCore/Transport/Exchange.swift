import Dispatch
import Foundation
import Synchronization

/// One call between its start and its end, for the caller that waits.
///
/// Whoever takes it out of the ``ExchangeTable``, and nobody else, calls ``finish(status:headers:)`` or ``fail(_:)``, once.
final class Exchange: Sendable {
    private struct Progress {
        var wasSent = false
        var hasEnded = false
    }

    private let progress = Mutex(Progress())
    /// `nil` once the call has ended; what still arrives is dropped. The lock can be held for as long as a disk takes.
    private let reception: Mutex<ResponseReception?>
    private let continuation: CheckedContinuation<TransportResponse, any Error>
    /// Set for the deadline.
    let alarm: DeadlineTimer.Alarm
    /// Counts what moves, where somebody wants to know.
    let meter: TransferMeter?

    init(
        _ reception: ResponseReception, _ continuation: CheckedContinuation<TransportResponse, any Error>,
        _ alarm: DeadlineTimer.Alarm, _ meter: TransferMeter? = nil
    ) {
        self.meter = meter
        self.reception = Mutex(reception)
        self.continuation = continuation
        self.alarm = alarm
    }

    /// Whether the first byte of the request may have left the machine.
    var wasSent: Bool { progress.withLock { $0.wasSent } }

    /// Notes that the request is being sent.
    /// - Returns: Whether it may be: not once the caller has been told how the call ended.
    @discardableResult
    func markSent() -> Bool {
        progress.withLock { progress in
            if !progress.hasEnded { progress.wasSent = true }
            return !progress.hasEnded
        }
    }

    /// Whether the caller has its outcome, so that there is nothing to do any more.
    var hasEnded: Bool { progress.withLock { $0.hasEnded } }

    /// Takes the next bytes of the body.
    /// - Parameter length: Of the whole body as it will be counted, where that was announced.
    func receive(_ data: Data, status: Int, of length: @autoclosure () -> Int? = nil) throws {
        // The call may end while a disk is being written to, and then nobody has waited for the lock.
        defer { if hasEnded { drop {} } }
        try afterSending { try reception.withLock { try $0?.append(data, status: status, of: length()) } }
        meter?.received(data.count)
    }

    /// Ends with an answer.
    func finish(status: Int, headers: HeaderFields) {
        meter?.answered()
        do {
            let answer = try afterSending {
                try reception.withLock { reception in
                    let answer = try reception?.finish(status: status, headers: headers)
                    reception = nil
                    return answer
                }
            }
            progress.withLock { $0.hasEnded = true }
            if let answer { continuation.resume(returning: answer) }
        } catch {
            fail(error)
        }
    }

    /// Ends without an answer.
    func fail(_ error: any Error) { fail { _ in error } }

    /// Ends without an answer.
    /// - Parameter error: Makes the error; its argument says whether the request may have left. It cannot leave any more.
    func fail(_ error: (_ wasSent: Bool) -> any Error) {
        let wasSent = progress.withLock { progress in
            progress.hasEnded = true
            return progress.wasSent
        }
        let failure = error(wasSent)
        drop { [continuation] in continuation.resume(throwing: failure) }
    }

    /// Where files are removed: who ends a call is a timer, the thread of all calls or one of the pool, and a disk may make
    /// its caller wait.
    private static let disk = DispatchQueue(label: "aborted downloads", attributes: .concurrent)

    /// Removes what has arrived, or leaves that to the one who is just writing it; then goes on.
    private func drop(then goOn: @escaping @Sendable () -> Void) {
        var rest =
            reception.withLockIfAvailable { reception in
                defer { reception = nil }
                return reception
            } ?? nil
        guard rest?.hasFile == true else {
            // Before the caller goes on: the next body may need the memory.
            rest = nil
            return goOn()
        }
        Self.disk.async { [rest] in
            var rest = rest
            rest?.discard()
            goOn()
        }
    }

    /// Whatever goes wrong with an answer, the request had its effect.
    private func afterSending<T>(_ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch var error as FreshworksError {
            error.mayHaveBeenExecuted = true
            throw error
        }
    }
}
