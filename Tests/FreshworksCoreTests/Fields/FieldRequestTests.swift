import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("Calls that refuse their arguments")
struct FieldRequestTests {
    private let wire = ScriptedTransport(.json(200, #"{"id":1}"#))

    private var api: APIClient {
        get throws {
            try APIClient(
                account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
                runtime: FreshworksRuntime(transport: wire, clock: StillClock()))
        }
    }

    private func refusal(_ endpoint: Endpoint<Shelf>) async throws -> FreshworksError? {
        let api = try api
        let error = await #expect(throws: FreshworksError.self) { try await api.send(endpoint) }
        #expect(wire.requests.isEmpty)
        return error
    }

    @Test("a draft that is good is sent, below the keys that are named")
    func sent() async throws {
        let draft = ShelfDraft(name: "A", kind: "k")
        _ = try await api.send(Endpoint<Shelf>("shelves.create", .post, "shelves", body: .json(draft)))
        _ = try await api.send(
            Endpoint<Shelf>("shelves.create", .post, "shelves", body: .json(draft, at: "outer", "shelf")))
        #expect(
            wire.jsonBodies == [
                #"{"name":"A","kind":"k"}"#, #"{"outer":{"shelf":{"name":"A","kind":"k"}}}"#,
            ])
    }

    @Test("the error names the operation and every bad field of query, body and other arguments")
    func everything() async throws {
        var query: QueryItems = ["a": 1]
        query.append("per_page", 0, .within(1...100))
        let update = ShelfUpdate {
            $0.name = ""
            $0.level = 9
        }
        let endpoint = Endpoint<Shelf>("shelves.update", .put, "shelves/1", query: query, body: .json(update))
            .checking { try ArgumentCheck.notBlank(" ", "status") }
        let error = try await refusal(endpoint)
        #expect(error?.code == .invalidArgument)
        #expect(error?.operation == "shelves.update")
        #expect(error?.attempts == 0)
        #expect(error?.mayHaveBeenExecuted == false)
        #expect(error?.fieldErrors.map(\.field) == ["level", "name", "per_page", "status"])
        #expect(error?.description.contains("shelves.update: ") == true)
        #expect(error?.description.contains("level: must be between 1 and 4") == true)
    }

    @Test(
        "an update that changes nothing is refused, whatever was set to nil",
        arguments: [
            ShelfUpdate(), ShelfUpdate { $0.name = nil }, ShelfUpdate { $0.note = .unchanged },
            ShelfUpdate { $0.customFields["cf_a"] = nil }, ShelfUpdate { $0.customFields = [:] },
        ])
    func nothing(update: ShelfUpdate) async throws {
        for body in [RequestBody.json(update), .json(update, at: "shelf")] {
            let error = try await refusal(Endpoint("shelves.update", .put, "shelves/1", body: body))
            #expect(error?.code == .invalidArgument && error?.operation == "shelves.update")
            #expect(error?.message == "the update changes nothing")
            #expect(error?.advice?.contains("`.null` a custom one") == true)
        }
    }

    @Test("an update that empties something changes it")
    func emptied() async throws {
        for update in [ShelfUpdate { $0.note = .clear }, ShelfUpdate { $0.customFields["cf_a"] = .null }] {
            _ = try await api.send(Endpoint<Shelf>("shelves.update", .put, "shelves/1", body: .json(update)))
        }
        #expect(wire.jsonBodies == [#"{"note":null}"#, #"{"custom_fields":{"cf_a":null}}"#])
    }

    @Test("a filter is a query whose fields are checked too")
    func filter() async throws {
        let filter = ShelfDraft(name: "A B", kind: "k") { $0.level = 2 }
        let endpoint = Endpoint<Shelf>("shelves.find", .get, "shelves", query: QueryItems(filter))
        _ = try await api.send(endpoint)
        #expect(wire.lines == ["GET /api/v2/shelves?name=A%20B&kind=k&level=2"])
        let wrong = QueryItems(ShelfDraft(name: "A", kind: "k") { $0.level = 9 })
        let list = ListEndpoint<Shelf>("shelves.list", "shelves", query: wrong, paging: .linkHeader)
        let api = try api
        let error = await #expect(throws: FreshworksError.self) { try await api.list(list).all() }
        #expect(error?.operation == "shelves.list")
        #expect(error?.fieldErrors.map(\.field) == ["level"])
        #expect(wire.requests.count == 1)
    }

    @Test("a body that cannot be made is an error of the call, and keeps its own code")
    func unmakeable() async throws {
        func body() throws -> RequestBody { throw FreshworksError(.fileUnavailable, "there is no such file") }
        let endpoint = Endpoint<Shelf>("shelves.create", .post, "shelves", body: try body())
            .checking { try ArgumentCheck.id(0, "id") }
        let error = try await refusal(endpoint)
        #expect(error?.code == .fileUnavailable)
        #expect(error?.operation == "shelves.create")
        #expect(error?.fieldErrors.isEmpty == true)
        let early = Endpoint<Shelf>("shelves.create", .post, "shelves").checking { throw CancellationError() }
        #expect(try await refusal(early)?.code == .callFailed)
    }
}
