import Foundation
package import FreshworksCore
import Synchronization

/// What one method of a client puts on the wire, and that it returns what is answered.
///
/// There are two kinds, and no third: ``reading(_:_:_:answer:_:)`` for a method that returns something, which has to return
/// every value of the answer, and ``silent(_:_:_:answer:_:)`` for one that returns nothing, which no answer is needed for.
package struct WireCall<Client: FreshworksClient>: Sendable {
    /// The row of the documentation, such as `PUT tickets/{id}/restore`.
    private let row: String
    /// The path and the query that are sent, below the base path unless they begin with a slash.
    private let target: String
    private let body: Body
    private let answer: TransportResponse
    /// Where values stand in the answer that the method does not return.
    private var unread: Set<String> = []
    private let call: Call

    private enum Body: Sendable {
        case none
        case json(JSONText)
        /// The fields and files of a form, sorted, as `ReceivedForm.lines` spells them.
        case form([String])
    }

    private enum Call: Sendable {
        /// The lines of what was read otherwise than it was answered.
        case reading(@Sendable (Client) async throws -> [Int])
        case silent(@Sendable (Client) async throws -> Void)
    }

    /// A method that returns something.
    /// - Parameters:
    ///   - body: The JSON that is sent; nothing unless given.
    ///   - answer: What the service says, as it is documented.
    ///   - unread: The values of it that the method has no use for, such as `[0].id`.
    ///   - facts: Makes the call, and says what has to be so of what it returns: something of each value of the answer.
    package static func reading(
        _ row: String, _ target: String, _ body: JSONText? = nil, answer: TransportResponse, unread: Set<String> = [],
        @Facts _ facts: @escaping @Sendable (Client) async throws -> [Int]
    ) -> WireCall {
        WireCall(
            row: row, target: target, body: body.map(Body.json) ?? .none, answer: answer, unread: unread,
            call: .reading(facts))
    }

    /// The same for a method that sends a form.
    /// - Parameter form: The fields and files that are sent, as `ReceivedForm.lines` spells them.
    package static func reading(
        _ row: String, _ target: String, form: [String], answer: TransportResponse,
        @Facts _ facts: @escaping @Sendable (Client) async throws -> [Int]
    ) -> WireCall {
        WireCall(row: row, target: target, body: .form(form), answer: answer, call: .reading(facts))
    }

    /// A method that returns nothing.
    /// - Parameter answer: What the service says, where it says anything.
    package static func silent(
        _ row: String, _ target: String, _ body: JSONText? = nil, answer: TransportResponse = .empty(204),
        _ call: @escaping @Sendable (Client) async throws -> Void
    ) -> WireCall {
        WireCall(row: row, target: target, body: body.map(Body.json) ?? .none, answer: answer, call: .silent(call))
    }

    package var documented: EndpointFolder.DocumentedCall {
        EndpointFolder.DocumentedCall(
            row: row, faults: { try await faults() }, faultsOfReading: { try await faultsOfReading() })
    }

    /// What the method does otherwise than it should.
    private func faults() async throws -> [String] {
        let forms = Mutex<[ReceivedForm]>([])
        let wire = ScriptedTransport { [answer] request in
            if case .file(let file) = request.body {
                let form = try ReceivedForm(
                    contentType: request.headers["Content-Type"] ?? "", body: Data(contentsOf: file))
                forms.withLock { $0.append(form) }
            }
            return answer
        }
        let observer = RowObserver()
        let account = try FreshworksAccount(Client.product, subdomain: "acme")
        var faults: [String] = []
        func expect(_ isSo: Bool, _ fault: @autoclosure () -> String) { if !isSo { faults.append(fault()) } }
        do {
            let wrong = try await lines(over: wire, observer)
            expect(wrong.isEmpty, "returns something else than is answered, by lines \(wrong)")
        } catch {
            return ["throws \(error)"]
        }
        let method = row.prefix { $0 != " " }
        expect(observer.rows == [row], "calls \(observer.rows)")
        let place = target.hasPrefix("/") ? target : "\(account.basePath)/\(target)"
        expect(wire.lines == ["\(method) \(place)"], "sends \(wire.lines)")
        switch body {
        case .none: expect(wire.requests.allSatisfy { $0.body.isNone }, "sends \(wire.jsonBodies)")
        case .json(let text): expect(wire.jsonBodies == [text], "sends \(wire.jsonBodies)")
        case .form(let lines):
            let sent = forms.withLock { $0.map { $0.lines.sorted() } }
            expect(sent == [lines.sorted()], "sends \(sent)")
        }
        return faults
    }

    /// What a reading does not see of the answer, and whether a silent call needs one after all.
    private func faultsOfReading() async throws -> [String] {
        guard case .reading = call else {
            do { _ = try await lines(over: ScriptedTransport(.empty(204))) } catch {
                return ["reads the answer: \(error)"]
            }
            return []
        }
        guard try await lines(over: ScriptedTransport(answer)).isEmpty else { return ["does not read the answer"] }
        let altered = answer.altered
        var faults = altered.isEmpty ? ["answers nothing that could be read"] : []
        for (place, answer) in altered where !unread.contains(place) {
            let asked = Mutex(0)
            let wire = ScriptedTransport { _ in
                let page = asked.withLock { asked in
                    asked += 1
                    return asked
                }
                guard page <= Self.mostPages else { throw CancellationError() }
                return answer
            }
            // An altered id may be none, so that the call throws: that is seen, too.
            let lines = try? await lines(over: wire)
            if lines == [] { faults.append("does not see that \(place) is altered") }
        }
        return faults
    }

    /// An altered answer may say that there are more pages, for ever.
    private static var mostPages: Int { 3 }

    /// Makes the call and tells the lines of what was read otherwise than it was answered.
    private func lines(over wire: ScriptedTransport, _ observer: RowObserver = RowObserver()) async throws -> [Int] {
        let client = try Client(
            account: FreshworksAccount(Client.product, subdomain: "acme"),
            provider: .fixed(.apiKey("FAKEkey0123456789abcd", for: Client.product)),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock(), observer: observer))
        switch call {
        case .reading(let facts): return try await facts(client)
        case .silent(let call):
            try await call(client)
            return []
        }
    }
}

/// Remembers the rows that are called, as an observer sees them.
private final class RowObserver: RequestObserver {
    private let seen = Mutex<[String]>([])

    var rows: [String] { seen.withLock { $0 } }

    func callBegan(_ call: ObservedCall) -> HeaderFields {
        seen.withLock { $0.append("\(call.method) \(call.path)") }
        return HeaderFields()
    }

    func callEnded(_ call: ObservedCall, _ outcome: ObservedOutcome) {}
}

extension TransportRequest.Body {
    fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}
