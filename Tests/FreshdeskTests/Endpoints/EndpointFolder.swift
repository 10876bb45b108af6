import Freshdesk
import TestSupport
import Testing

/// What the service's documentation says of the calls of one folder, written down by hand from
/// developers.freshdesk.com/api, and never taken from the client or the sandbox.
///
/// The convention, so that several people can work side by side:
/// * Each folder of the client has one file `<Folder>/…Rows.swift` here with
///   `extension EndpointFolder { static let tickets = EndpointFolder(…) }`; ``all`` joins them.
/// * `rows` has a line `METHOD path` for each call that is documented, with `{id}` for whatever varies. `count` states how many
///   lines there are, so that none is lost by accident.
/// * `notBuilt` names the rows that are still to do. It may only shrink: a row on it that is built is a failure, and so is a row
///   that is neither on it nor built.
/// * A row is built when the client has a method that calls it (seen by an observer: verb and path template), an entry of
///   `calls` says what that method sends, and the sandbox has a route for it. One row may have several entries.
///
/// Building a row is: a method, a sandbox route, one `WireCall` in `calls`, one line less in `notBuilt`.
struct EndpointFolder: Sendable, CustomTestStringConvertible {
    let name: String
    let count: Int
    let rows: [String]
    let notBuilt: Set<String>
    let calls: [WireCall]

    init(_ name: String, _ count: Int, _ rows: String, notBuilt: String = "", calls: [WireCall]...) {
        self.name = name
        self.count = count
        self.rows = Self.lines(rows)
        self.notBuilt = Set(Self.lines(notBuilt))
        self.calls = calls.flatMap(\.self)
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }

    var testDescription: String { name }

    /// All folders, in the order of the documentation.
    static let all: [EndpointFolder] = [
        .tickets, .conversations, .attachments, .timeEntries, .surveys,
        .agents, .contacts, .companies, .groups, .roles, .skills,
        .fields, .products, .email, .businessHours, .slaPolicies,
        .cannedResponses, .solutions, .discussions, .jobs, .account, .automations, .customObjects,
        .ticketForms, .collaboration, .outbound,
    ]
}

/// What one method of the client puts on the wire.
struct WireCall: Sendable {
    typealias Call = @Sendable (FreshdeskClient) async throws -> Void

    /// The row of the documentation, such as `PUT tickets/{id}/restore`.
    let row: String
    /// The path and the query that are sent, below `/api/v2/`.
    let target: String
    let body: Body
    let answer: TransportResponse
    let call: Call

    enum Body: Sendable {
        case none
        case json(JSONText)
        /// The fields and files of a form, sorted, as `ReceivedForm.lines` spells them.
        case form([String])
    }

    /// - Parameters:
    ///   - body: The JSON that is sent; nothing unless given.
    ///   - answer: What the service says; the method has to read it.
    init(
        _ row: String, _ target: String, _ body: JSONText? = nil,
        answer: TransportResponse = .json(200, #"{"id":1}"#), _ call: @escaping Call
    ) {
        self.init(row, target, body.map(Body.json) ?? .none, answer, call)
    }

    /// The same, for a method whose result shows in one expression that it was read.
    /// - Parameter isRead: Makes the call, and says whether what it returns is what the answer has.
    static func reading(
        _ row: String, _ target: String, _ body: JSONText? = nil,
        answer: TransportResponse = .json(200, #"{"id":1}"#),
        _ isRead: @escaping @Sendable (FreshdeskClient) async throws -> Bool
    ) -> WireCall {
        WireCall(row, target, body, answer: answer) { client in
            let isRead = try await isRead(client)
            #expect(isRead, "\(row): what is returned is not what was answered")
        }
    }

    init(
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
}
