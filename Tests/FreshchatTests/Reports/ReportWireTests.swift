import Foundation
import Freshchat
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("Freshchat reports on the wire")
struct ReportWireTests {
    @Test("a finished report has its files in order, also in the older form")
    func files() throws {
        let report = try Report(
            json: [
                "id": "r1", "status": "COMPLETED",
                "links": [
                    ["link": ["href": "https://s.example/1?sig=a", "rel": "self"], "status": "SUCCESS"],
                    ["link": ["href": "https://s.example/2?sig=b", "rel": "self"], "status": "SUCCESS"],
                ],
            ])
        #expect(report.files.map(\.absoluteString) == ["https://s.example/1?sig=a", "https://s.example/2?sig=b"])
        let older = try Report(json: ["id": "r1", "link": ["href": "https://s.example/1"]])
        #expect(older.files.map(\.absoluteString) == ["https://s.example/1"])
    }

    @Test(
        "a report that is not finished, or lacks a part, has no rows but an error, before anything is sent",
        arguments: [
            (#"{"id":"r","status":"PENDING"}"#, .reportUnfinished),
            (#"{"id":"r","link":{"href":"/reports/raw/r"}}"#, .reportUnfinished),
            (#"{"id":"r","status":"COMPLETED"}"#, .reportUnfinished),
            (
                #"{"id":"r","status":"COMPLETED","links":[{"link":{"href":"https://s.example/1"}},{}]}"#,
                .reportUnfinished
            ),
            (#"{"id":"r","status":"FAILED","links":[{"link":{"href":"https://s.example/1"}}]}"#, .reportFailed),
            (
                #"{"id":"r","status":"COMPLETED","links":[{"link":{"href":"https://s.example/1"}},"#
                    + #"{"link":{"href":"https://s.example/2"},"status":"FAILED"}]}"#, .reportFailed
            ),
        ] as [(String, FreshworksError.Code)])
    func gaps(text: String, code: FreshworksError.Code) async throws {
        let wire = ScriptedTransport { _ in .json(200, "{}") }
        let json = try #require(try JSONValue(parsing: Data(text.utf8)).objectValue)
        let rows = try freshchat(wire).reports.rows(of: Report(json: json))
        await expectRefusal(code) { for try await _ in rows {} }
        #expect(wire.requests.isEmpty)
        let none = try #require(
            try JSONValue(parsing: Data(#"{"id":"r","status":"COMPLETED","links":[]}"#.utf8)).objectValue)
        #expect(try await freshchat(wire).reports.rows(of: Report(json: none)).first { _ in true } == nil)
    }

    @Test("a report is asked for until it is finished, has failed, or the time is up")
    func finished() async throws {
        func reports(_ states: String...) throws -> ReportEndpoints {
            let left = Mutex(states)
            let wire = ScriptedTransport { _ in
                let state = left.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
                return .json(200, #"{"id":"r1","status":"\#(state)"}"#)
            }
            return try freshchat(wire).reports
        }
        let done = try await reports("PENDING", "IN_PROGRESS", "COMPLETED").finished("r1", askingEvery: .seconds(5))
        #expect(done.status == .completed)
        await expectRefusal(.reportFailed) {
            _ = try await reports("PENDING", "FAILED").finished("r1", askingEvery: .seconds(5))
        }
        await expectRefusal(.reportUnfinished) {
            _ = try await reports("PENDING").finished("r1", askingEvery: .seconds(5), within: .seconds(20))
        }
    }

    @Test(
        "what passes by itself does not end the wait for a report, what does not does, and no question outlasts it",
        arguments: [TransportResponse.empty(502), .empty(503), .empty(429, ("Retry-After", "2"))])
    func interruptions(failure: TransportResponse) async throws {
        let pending = TransportResponse.json(200, #"{"id":"r1","status":"PENDING"}"#)
        let wire = ScriptedTransport(pending, failure, .json(200, #"{"id":"r1","status":"COMPLETED"}"#))
        #expect(try await quiet(wire).reports.finished("r1", askingEvery: .seconds(5)).status == .completed)
        #expect(wire.requests.count == 3)
        let lost = Mutex(false)
        let shaky = ScriptedTransport { _ in
            let isFirst = lost.withLock { flag in
                defer { flag = true }
                return !flag
            }
            if isFirst { throw FreshworksError(.connectionFailed, "the connection ended") }
            return .json(200, #"{"id":"r1","status":"COMPLETED"}"#)
        }
        #expect(try await quiet(shaky).reports.finished("r1", askingEvery: .seconds(5)).status == .completed)
        let unknown = ScriptedTransport(pending, .json(404, "{}"))
        await expectRefusal(.notFound) {
            _ = try await quiet(unknown).reports.finished("r1", askingEvery: .seconds(5))
        }
        let slow = ScriptedTransport(pending)
        await expectRefusal(.reportUnfinished) {
            _ = try await quiet(slow).reports.finished("r1", askingEvery: .seconds(5), within: .seconds(13))
        }
        // Asked after 0, 5 and 10 seconds.
        #expect(slow.requests.map(\.timeout) == [.seconds(13), .seconds(8), .seconds(3)])
    }

    @Test("a report that is waited for in vain ends with its status, and with why it could not be asked at last")
    func lateReport() async throws {
        let pending = TransportResponse.json(200, #"{"id":"r1","status":"IN_PROGRESS"}"#)
        let error = await #expect(throws: FreshworksError.self) {
            try await quiet(ScriptedTransport(pending, .empty(502))).reports.finished(
                "r1", askingEvery: .seconds(5), within: .seconds(9))
        }
        #expect(error?.code == .reportUnfinished)
        #expect(error?.operation == "reports.finished")
        #expect(error?.message.contains("IN_PROGRESS") == true)
        #expect(error?.mayHaveBeenExecuted == false)
        #expect((error?.underlying as? FreshworksError)?.status == 502)
        let told = await #expect(throws: FreshworksError.self) {
            try await quiet(ScriptedTransport(.empty(502), pending)).reports.finished(
                "r1", askingEvery: .seconds(5), within: .seconds(9))
        }
        #expect(told?.code == .reportUnfinished)
        #expect(told?.underlying == nil)
    }

    /// A client that sends each call once, at a time that passes by its waits alone.
    private func quiet(_ wire: ScriptedTransport) throws -> FreshchatClient {
        try FreshchatClient(
            subdomain: "acme", credential: .token("FAKEhead.FAKEbody0123456789abcdefghijkl.FAKEsignature"),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock()))
    }

    @Test("a span that ends before it begins is refused before anything is sent")
    func badInput() async throws {
        let wire = ScriptedTransport(.json(202, #"{"id":"r1"}"#))
        await expectRefusal(.invalidArgument) {
            _ = try await freshchat(wire).reports.request(ReportRequest(.messageSent, from: time(1), to: time(0)))
        }
        #expect(wire.requests.isEmpty)
    }

    @Test("the sandbox makes a report, whose file is fetched without the token")
    func sandbox() async throws {
        let clock = ManualClock()
        let sandbox = Sandbox(Sandbox.Options(clock: clock))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        let request = ReportRequest(.messageSent, from: time(0), to: clock.wallNow)
        let id = try await client.reports.request(request).id
        #expect(try await client.reports.get(id).status == .pending)
        clock.advance(by: .seconds(20))
        let report = try await client.reports.finished(id)
        #expect(report.interval == "1970-01-01 00:00:00.0_2025-06-02 12:00:00.0")
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "rows.csv")
        try await client.reports.download(try #require(report.files.first), to: file)
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\r\n")
        #expect(rows.first == "Conversation ID,Interaction ID,Actor,Message,Created at")
        #expect(rows.count > 40)
        #expect(sandbox.requests.last?.path.hasPrefix("/attachments/") == true)
        #expect(sandbox.requests.last?.credential == .missing)
    }
}
