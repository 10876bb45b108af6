package import Testing

/// What a service's documentation says of the calls of one folder of a connector, written down by hand, and never taken from
/// the client or the sandbox.
///
/// The convention, so that several people can work side by side:
/// * Each folder of the client has one file `<Folder>/…Rows.swift` in its tests with
///   `extension EndpointFolder { static let tickets = EndpointFolder(…) }`; a list `all` joins them.
/// * `rows` has a line `METHOD path` for each call that is documented, with `{id}` for whatever varies. `count` states how many
///   lines there are, so that none is lost by accident.
/// * `notBuilt` names the rows that are still to do. It may only shrink: a row on it that is built is a failure, and so is a row
///   that is neither on it nor built.
/// * A row is built when the client has a method that calls it (seen by an observer: verb and path template), an entry of
///   `calls` says what that method sends and what it makes of the answer, and the sandbox has a route for it. One row may have
///   several entries. Each of them is a `.reading`, which reads every value of the answer, or `.silent`.
///
/// Each test target has the client's own `WireCall`, an initializer that takes those, and the list `all`.
///
/// Building a row is: a method, a sandbox route, one ``WireCall`` in `calls`, one line less in `notBuilt`.
package struct EndpointFolder: Sendable, CustomTestStringConvertible {
    package let name: String
    package let rows: [String]
    package let calls: [DocumentedCall]
    private let count: Int
    private let notBuilt: Set<String>

    /// A call that the documentation has, and what the client does otherwise than it says.
    package struct DocumentedCall: Sendable {
        package let row: String
        package let faults: @Sendable () async throws -> [String]
        package let faultsOfReading: @Sendable () async throws -> [String]
    }

    /// - Parameters:
    ///   - count: How many rows there are.
    ///   - rows: One `METHOD path` a line.
    ///   - notBuilt: Those of the rows that are to do.
    ///   - calls: What each of the others sends.
    package init(_ name: String, _ count: Int, _ rows: String, notBuilt: String, documented calls: [DocumentedCall]) {
        self.name = name
        self.count = count
        self.rows = Self.lines(rows)
        self.notBuilt = Set(Self.lines(notBuilt))
        self.calls = calls
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }

    package var testDescription: String { name }

    /// Whether every row is built.
    package var isComplete: Bool { notBuilt.isEmpty }

    /// Expects that the rows are counted and different, and that none is called missing that is there.
    package func expectRows(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(rows.count == count, sourceLocation: sourceLocation)
        #expect(Set(rows).count == count, sourceLocation: sourceLocation)
        #expect(notBuilt.subtracting(rows) == [], sourceLocation: sourceLocation)
        #expect(notBuilt.intersection(calls.map(\.row)) == [], sourceLocation: sourceLocation)
        #expect(Set(calls.map(\.row)).subtracting(rows) == [], sourceLocation: sourceLocation)
    }

    /// Expects that each row that is not said to be missing has a wire expectation.
    package func expectCalls() {
        let missing = Set(rows).subtracting(notBuilt).subtracting(calls.map(\.row))
        #expect(missing == [])
    }

    /// Expects that each row that is not said to be missing has a route in the sandbox.
    /// - Parameter routes: Verb and pattern of each route, such as `GET tickets/{id}`, whatever the name in braces.
    package func expectRoutes(among routes: [String]) {
        let routes = Set(routes.map { $0.replacing(/\{[^}]*\}/, with: "{id}") })
        #expect(Set(rows).subtracting(notBuilt).subtracting(routes) == [])
    }

    /// Expects that each method calls its row, sends what the documentation says and returns what is answered.
    package func expectWire() async throws {
        for call in calls {
            let faults = try await call.faults()
            #expect(faults.isEmpty, "\(call.row) \(faults)")
        }
    }

    /// Expects that each method that returns something returns all that its row answers, and that the others need no answer.
    package func expectReadings() async throws {
        for call in calls {
            let faults = try await call.faultsOfReading()
            #expect(faults.isEmpty, "\(call.row) \(faults)")
        }
    }
}
