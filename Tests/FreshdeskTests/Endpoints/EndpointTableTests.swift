import Foundation
import Freshdesk
import Synchronization
import TestSupport
import Testing

@testable import FreshworksSandbox

@Suite("Every documented Freshdesk call")
struct EndpointTableTests {
    @Test(
        "a folder's rows are counted, different, and none is called missing that is there",
        arguments: EndpointFolder.all)
    func rows(folder: EndpointFolder) {
        #expect(folder.rows.count == folder.count)
        #expect(Set(folder.rows).count == folder.count)
        #expect(folder.notBuilt.subtracting(folder.rows) == [])
        #expect(folder.notBuilt.intersection(folder.calls.map(\.row)) == [])
        #expect(Set(folder.calls.map(\.row)).subtracting(folder.rows) == [])
    }

    @Test("no row stands in two folders, and there are 245")
    func sum() {
        let rows = EndpointFolder.all.flatMap(\.rows)
        #expect(Set(rows).count == rows.count)
        #expect(rows.count == 245)
    }

    @Test("each row that is not said to be missing has a wire expectation", arguments: EndpointFolder.all)
    func expectations(folder: EndpointFolder) {
        let missing = Set(folder.rows).subtracting(folder.notBuilt).subtracting(folder.calls.map(\.row))
        #expect(missing == [])
    }

    @Test("each row that is not said to be missing has a route in the sandbox", arguments: EndpointFolder.all)
    func routes(folder: EndpointFolder) {
        let routes = Set(
            FreshdeskService.router.routes.map {
                "\($0.method) \($0.pattern.text)".replacing(/\{[^}]*\}/, with: "{id}")
            })
        #expect(Set(folder.rows).subtracting(folder.notBuilt).subtracting(routes) == [])
    }

    @Test("each method calls its row and sends what the documentation says", arguments: EndpointFolder.all)
    func calls(folder: EndpointFolder) async throws {
        for call in folder.calls { #expect(try await call.faults() == [], "\(call.row)") }
    }
}

extension WireCall {
    /// What the method does otherwise than it should.
    fileprivate func faults() async throws -> [String] {
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
        let client = try FreshdeskClient(
            subdomain: "acme", credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock(), observer: observer))
        do { try await call(client) } catch { return ["throws \(error)"] }
        var faults: [String] = []
        func expect(_ isSo: Bool, _ fault: @autoclosure () -> String) { if !isSo { faults.append(fault()) } }
        let method = row.prefix { $0 != " " }
        expect(observer.rows == [row], "calls \(observer.rows)")
        expect(wire.lines == ["\(method) /api/v2/\(target)"], "sends \(wire.lines)")
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
