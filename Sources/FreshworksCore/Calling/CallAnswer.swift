import Synchronization

/// The head of the service's answer to one call: what typed results leave out.
public struct CallAnswer: Sendable {
    /// The operation, such as `tickets.create`.
    public let operation: String
    /// The status of the last attempt's answer.
    public let status: Int
    /// The header fields of that answer; printed without their secrets.
    public let headers: HeaderFields

    /// What the service calls the request, to name to its support; `nil` where it did not say.
    public var requestID: String? { TransportResponse(status: status, headers: headers).requestID }
}

/// Takes down answers, from as many tasks as there are.
final class AnswerRecord: Sendable {
    private let answers = Mutex<[CallAnswer]>([])

    func note(_ response: TransportResponse, to operation: String) {
        let answer = CallAnswer(operation: operation, status: response.status, headers: response.headers)
        answers.withLock { $0.append(answer) }
    }

    var all: [CallAnswer] { answers.withLock { $0 } }
}

extension FreshworksClient {
    /// Makes calls and returns what the service answered them with beside their result: status, header fields and request id.
    ///
    /// ```swift
    /// let (ticket, answers) = try await freshdesk.recordingAnswers { try await $0.tickets.get(12) }
    /// print(ticket.id, answers.last?.requestID ?? "-", answers.last?.headers["X-RateLimit-Remaining"] ?? "-")
    /// ```
    /// - Parameter calls: Gets a client whose calls are recorded, in the order of their answers: a list has one for each
    ///   page. The client must not outlive it.
    /// - Throws: What `calls` throws; an error has status and request id itself, ``FreshworksError/requestID``.
    public func recordingAnswers<Result>(
        isolation: isolated (any Actor)? = #isolation, _ calls: (Self) async throws -> Result
    ) async rethrows -> (result: Result, answers: [CallAnswer]) {
        let record = AnswerRecord()
        let result = try await calls(Self(api: api.noting(in: record)))
        return (result, record.all)
    }
}
