import Foundation
package import FreshworksCore
import Synchronization
import Testing

/// What one method of a client puts on the wire.
package struct WireCall<Client: FreshworksClient>: Sendable {
    package typealias Call = @Sendable (Client) async throws -> Void

    /// The row of the documentation, such as `PUT tickets/{id}/restore`.
    private let row: String
    /// The path and the query that are sent, below the base path unless they begin with a slash.
    private let target: String
    private let body: Body
    private let answer: TransportResponse
    private let call: Call

    private enum Body: Sendable {
        case none
        case json(JSONText)
        /// The fields and files of a form, sorted, as `ReceivedForm.lines` spells them.
        case form([String])
    }

    /// - Parameters:
    ///   - body: The JSON that is sent; nothing unless given.
    ///   - answer: What the service says; the method has to read it.
    package init(
        _ row: String, _ target: String, _ body: JSONText? = nil,
        answer: TransportResponse = .json(200, #"{"id":1}"#), _ call: @escaping Call
    ) {
        self.init(row, target, body.map(Body.json) ?? .none, answer, call)
    }

    /// The same, for a method whose result shows in one expression that it was read.
    /// - Parameter isRead: Makes the call, and says whether what it returns is what the answer has.
    package static func reading(
        _ row: String, _ target: String, _ body: JSONText? = nil,
        answer: TransportResponse = .json(200, #"{"id":1}"#),
        _ isRead: @escaping @Sendable (Client) async throws -> Bool
    ) -> WireCall {
        WireCall(row, target, body, answer: answer) { client in
            let isRead = try await isRead(client)
            #expect(isRead, "\(row): what is returned is not what was answered")
        }
    }

    package init(
        _ row: String, _ target: String, form: [String], answer: TransportResponse = .json(200, #"{"id":1}"#),
        _ call: @escaping Call
    ) {
        self.init(row, target, .form(form), answer, call)
    }

    private init(_ row: String, _ target: String, _ body: Body, _ answer: TransportResponse, _ call: @escaping Call) {
        self.row = row
        self.target = target
        self.body = body
        self.answer = answer
        self.call = call
    }

    package var documented: EndpointFolder.DocumentedCall {
        EndpointFolder.DocumentedCall(row: row) { try await faults() }
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
        let client = try Client(
            account: account, provider: .fixed(.apiKey("FAKEkey0123456789abcd", for: Client.product)),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock(), observer: observer))
        do { try await call(client) } catch { return ["throws \(error)"] }
        var faults: [String] = []
        func expect(_ isSo: Bool, _ fault: @autoclosure () -> String) { if !isSo { faults.append(fault()) } }
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
