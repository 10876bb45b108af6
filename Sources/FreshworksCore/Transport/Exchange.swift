import Foundation
import Synchronization

/// One call between its start and its end, for the caller that waits.
///
/// Whoever takes it out of the ``ExchangeTable``, and nobody else, calls ``finish(status:headers:)`` or ``fail(_:)``, once.
final class Exchange: Sendable {
    /// `nil` once the call has ended; what still arrives is dropped.
    private let reception: Mutex<ResponseReception?>
    private let continuation: CheckedContinuation<TransportResponse, any Error>
    private let sent = Atomic(false)
    /// Set for the deadline.
    let alarm: DeadlineTimer.Alarm

    init(
        _ reception: ResponseReception, _ continuation: CheckedContinuation<TransportResponse, any Error>,
        _ alarm: DeadlineTimer.Alarm
    ) {
        self.reception = Mutex(reception)
        self.continuation = continuation
        self.alarm = alarm
    }

    /// Whether the first byte of the request may have left the machine.
    var wasSent: Bool { sent.load(ordering: .acquiring) }

    /// Notes that the request is being sent.
    func markSent() { sent.store(true, ordering: .releasing) }

    /// Whether the caller has its outcome, so that there is nothing to do any more.
    var hasEnded: Bool { reception.withLock { $0 == nil } }

    /// Takes the next bytes of the body.
    func receive(_ data: Data, status: Int) throws {
        try afterSending { try reception.withLock { try $0?.append(data, status: status) } }
    }

    /// Ends with an answer.
    func finish(status: Int, headers: HeaderFields) {
        do {
            let answer = try afterSending {
                try reception.withLock { reception in
                    let answer = try reception?.finish(status: status, headers: headers)
                    reception = nil
                    return answer
                }
            }
            if let answer { continuation.resume(returning: answer) }
        } catch {
            fail(error)
        }
    }

    /// Ends without an answer.
    func fail(_ error: any Error) {
        reception.withLock {
            $0?.discard()
            $0 = nil
        }
        continuation.resume(throwing: error)
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
