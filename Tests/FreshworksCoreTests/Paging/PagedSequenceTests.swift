import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("A list of pages")
struct PagedSequenceTests {
    private struct Row: Resource {
        let json: JSONObject
        init(json: JSONObject) { self.json = json }
    }

    private func rows(_ transport: ScriptedTransport) throws -> PagedSequence<Row> {
        try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock())
        ).list(ListEndpoint<Row>("rows.list", "rows", paging: .numbered))
    }

    @Test("ends with an error where the service gives the same records for ever")
    func noProgress() async throws {
        let transport = ScriptedTransport(.json(200, #"[{"id":1},{"id":2}]"#))
        await expectRefusal(.repeatedPage) { _ = try await rows(transport).all() }
        #expect(transport.requests.count == 11)
    }

    @Test("goes on after a page that has shifted as a whole")
    func wholeShift() async throws {
        let transport = ScriptedTransport(
            .json(200, #"[{"id":1}]"#), .json(200, #"[{"id":1}]"#), .json(200, #"[{"id":2}]"#), .json(200, "[]"))
        #expect(try await rows(transport).all().map(\.json) == [["id": 1], ["id": 2]])
    }
}
