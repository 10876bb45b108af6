import Foundation
import FreshworksCore
import Synchronization
import TestSupport
import Testing

@Suite("A list that is asked for by POST")
struct PostedListTests {
    private func api(
        _ transport: ScriptedTransport, _ configuration: FreshworksRuntime.Configuration = .quiet
    ) throws
        -> APIClient
    {
        try APIClient(
            account: .freshsales("acme"), credential: .fixed(.freshsales(apiKey: "FAKE_key-0123456789abc")),
            runtime: FreshworksRuntime(configuration, transport: transport, clock: StillClock()))
    }

    private func endpoint(_ name: String = "a") -> ListEndpoint<ListedRecord> {
        ListEndpoint(
            "rows.search", "rows", method: .post, query: ["per_page": 2], body: .json(["name": .string(name)]),
            paging: .totalPages, at: "rows")
    }

    @Test("sends its body with every page, whose numbers stand in the query")
    func pages() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"rows":[{"id":1},{"id":2}]}"#), .json(200, #"{"rows":[{"id":3}]}"#),
            .json(200, #"{"rows":[]}"#))
        #expect(try await api(wire).list(endpoint()).all().map(\.id) == [1, 2, 3])
        let line = "POST /crm/sales/api/rows?per_page=2"
        #expect(wire.lines == [line, line + "&page=2", line + "&page=3"])
        #expect(wire.jsonBodies == Array(repeating: #"{"name":"a"}"#, count: 3))
        #expect(wire.requests.allSatisfy { $0.headers["Content-Type"] == "application/json" })
    }

    @Test("is sent again after a failure, because reading changes nothing, and says so")
    func repeated() async throws {
        let wire = ScriptedTransport(.json(503, "{}"), .json(200, #"{"rows":[{"id":1}],"meta":{"total":1}}"#))
        #expect(
            try await api(wire, .init(random: { 0 })).list(endpoint()).all().map(\.id) == [1])
        #expect(wire.requests.count == 2)
        let broken = ScriptedTransport(.json(503, "{}"))
        let error = await #expect(throws: FreshworksError.self) { _ = try await api(broken).list(endpoint()).all() }
        #expect(error?.code == .serviceFailed)
        #expect(error?.mayHaveBeenExecuted == false)
    }

    @Test("a cursor goes on with the same body, and with no other")
    func cursor() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"rows":[{"id":1},{"id":2}]}"#), .json(200, #"{"rows":[{"id":3}],"meta":{"total_pages":2}}"#))
        let page = try #require(try await api(wire).list(endpoint()).firstPage())
        let next = try #require(page.next)
        await expectRefusal(.foreignCursor) { _ = try await api(wire).list(endpoint("b"), from: next).all() }
        #expect(wire.requests.count == 1)
        #expect(try await api(wire).list(endpoint(), from: next).all().map(\.id) == [3])
    }

    @Test("a first page that holds all that is counted is not followed by an empty one, a full one is")
    func counted() async throws {
        let whole = ScriptedTransport(.json(200, #"{"rows":[{"id":1}],"meta":{"total":1}}"#))
        #expect(try await api(whole).list(endpoint()).all().count == 1)
        #expect(whole.requests.count == 1)
        let full = ScriptedTransport(
            .json(200, #"{"rows":[{"id":1},{"id":2}],"meta":{"total":2}}"#), .json(200, #"{"rows":[]}"#))
        #expect(try await api(full).list(endpoint()).all().count == 2)
        #expect(full.requests.count == 2)
    }

    @Test("whoever chose the list hears of a page that fails")
    func failure() async throws {
        let heard = Mutex<[FreshworksError.Code]>([])
        let wire = ScriptedTransport(.json(404, "{}"))
        let list = try api(wire).list(endpoint().onFailure { error in heard.withLock { $0.append(error.code) } })
        await expectRefusal(.notFound) { _ = try await list.all() }
        #expect(heard.withLock { $0 } == [.notFound])
    }

    @Test("a body that cannot be made is refused by the list, with its name")
    func refused() async throws {
        let wire = ScriptedTransport(.json(200, #"{"rows":[]}"#))
        let list: PagedSequence<ListedRecord> = try api(wire).list(
            ListEndpoint(
                "rows.search", "rows", method: .post,
                body: .json([:], refusing: [.refused("name", "must not be blank")]), paging: .totalPages, at: "rows"))
        let error = await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(error?.operation == "rows.search")
        #expect(error?.fieldErrors.map(\.field) == ["name"])
        #expect(wire.requests.isEmpty)
    }
}
