import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One call between its start and its end, for the caller that waits.
///
/// Whoever takes it out of the delegate's table, and nobody else, calls ``finish(_:error:)`` or ``fail(_:)``, once.
final class Exchange: Sendable {
    private let reception: Mutex<ResponseReception>
    private let continuation: CheckedContinuation<TransportResponse, any Error>
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

    func receive(_ data: Data, _ response: URLResponse?) throws {
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        try afterSending { try reception.withLock { try $0.append(data, status: status) } }
    }

    /// Ends with what the session reports.
    func finish(_ response: URLResponse?, error: (any Error)?) {
        let response = response as? HTTPURLResponse
        do {
            if let error {
                var failure = TransportFailure(error, hasHead: response != nil).error
                failure.status = response?.statusCode
                failure.underlying = error
                throw failure
            }
            guard let response else { throw TransportFailure.malformed }
            let answer = try afterSending {
                try reception.withLock { try $0.finish(status: response.statusCode, headers: HeaderFields(response)) }
            }
            continuation.resume(returning: answer)
        } catch {
            fail(error)
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

    /// Ends without an answer.
    func fail(_ error: any Error) {
        reception.withLock { $0.discard() }
        continuation.resume(throwing: error)
    }
}

extension HeaderFields {
    fileprivate init(_ response: HTTPURLResponse) {
        self.init(
            received: response.allHeaderFields.compactMap { name, value in
                guard let name = name as? String, let value = value as? String else { return nil }
                return (name: name, value: value)
            })
    }
}
