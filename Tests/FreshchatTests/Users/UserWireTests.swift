import Freshchat
import TestSupport
import Testing

@Suite("Freshchat users on the wire")
struct UserWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"id":"u1"}"#))

    @Test("view encodes the opaque id as one segment")
    func view() async throws {
        _ = try await freshchat(wire).users.get("5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11")
        _ = try await freshchat(wire).users.get("a/b ü+1")
        #expect(
            wire.lines == [
                "GET /v2/users/5d0c1f6e-3b0a-4c0e-9d0b-2f6f1a7b9c11", "GET /v2/users/a%2Fb%20%C3%BC%2B1",
            ])
    }

    @Test("list sends every condition under the service's name, times in UTC with milliseconds")
    func list() async throws {
        let wire = ScriptedTransport(.json(200, page("users", "")))
        let filter = UserFilter(
            firstName: "Mira", lastName: "Holm", email: "mira+a@example.org", phone: "+4930555010",
            referenceID: "crm-1042", createdFrom: time(1_709_629_653, 120), createdTo: time(1_709_629_654),
            updatedFrom: time(1_709_629_655, 1), updatedTo: time(1_709_629_656, 999))
        let users = try freshchat(wire).users
        #expect(try await users.list(filter, order: .descending(.firstName), pageSize: 7).all().isEmpty)
        #expect(try await users.list(.everyone).all().isEmpty)
        #expect(try await users.list().all().isEmpty)
        #expect(try await users.list(UserFilter(updatedTo: time(1_709_629_656))).all().isEmpty)
        #expect(
            wire.lines == [
                "GET /v2/users?first_name=Mira&last_name=Holm&email=mira%2Ba%40example.org&phone_no=%2B4930555010"
                    + "&reference_id=crm-1042&created_from=2024-03-05T09%3A07%3A33.120Z"
                    + "&created_to=2024-03-05T09%3A07%3A34.000Z&updated_from=2024-03-05T09%3A07%3A35.001Z"
                    + "&updated_to=2024-03-05T09%3A07%3A36.999Z&sort_by=first_name&sort_order=desc&items_per_page=7",
                "GET /v2/users?created_from=2000-01-01T00%3A00%3A00.000Z&items_per_page=50",
                "GET /v2/users?created_from=2000-01-01T00%3A00%3A00.000Z&items_per_page=50",
                "GET /v2/users?updated_to=2024-03-05T09%3A07%3A36.000Z&items_per_page=50",
            ])
    }

    @Test("fetch sends the ids, leaves out nothing it gets, and is repeated after a lost answer")
    func fetch() async throws {
        let wire = ScriptedTransport(
            .json(503, "{}"), .json(200, #"{"users":[{"id":"b"},{"id":"a"}]}"#), .json(200, "[]"))
        #expect(try await freshchat(wire).users.fetch(["a", "b", "c"]).map(\.id) == ["b", "a"])
        #expect(try await freshchat(wire).users.fetch(Array(repeating: "x", count: 100)).isEmpty)
        #expect(wire.lines == Array(repeating: "POST /v2/users/fetch", count: 3))
        #expect(wire.jsonBodies.prefix(2) == [#"{"ids":["a","b","c"]}"#, #"{"ids":["a","b","c"]}"#])
        #expect(wire.requests[0].headers["Content-Type"] == "application/json")
    }

    @Test(
        "an update or a deletion succeeds with an empty body, an empty object and an accepted object",
        arguments: [
            TransportResponse.empty(204), .empty(200), .text(200, "", type: "application/json"), .json(200, "{}"),
            .json(202, accepted), .json(200, #"{"code":200,"status":"OK","message":"done"}"#),
        ])
    func emptyAnswers(_ answer: TransportResponse) async throws {
        let wire = ScriptedTransport(answer)
        #expect(try await freshchat(wire).users.update("u1", UserUpdate { $0.phone = "1" }) == nil)
        try await freshchat(wire).users.delete("u1")
        #expect(wire.lines == ["PUT /v2/users/u1", "DELETE /v2/users/u1"])
    }

    @Test("the conversations of a user are ids, in an envelope or bare")
    func conversations() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"conversations":[{"id":"c1"},{"id":2}]}"#), .json(200, #"[{"id":"c3"}]"#))
        #expect(try await freshchat(wire).users.conversations(of: "u1").all().map(\.id) == ["c1", "2"])
        #expect(try await freshchat(wire).users.conversations(of: "u1").all().map(\.id) == ["c3"])
        #expect(wire.lines == Array(repeating: "GET /v2/users/u1/conversations", count: 2))
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let users = try freshchat(wire).users
        await expectRefusal(.invalidPath) { _ = try await users.get("") }
        await expectRefusal(.invalidPath) { try await users.delete("..") }
        await expectRefusal(.invalidPath) { _ = try await users.conversations(of: "").all() }
        await expectRefusal(.invalidArgument) { _ = try await users.list(UserFilter(email: "")).all() }
        await expectRefusal(.invalidArgument) { _ = try await users.list(UserFilter(phone: " ")).all() }
        await expectRefusal(.invalidArgument) { _ = try await users.list(.everyone, pageSize: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await users.list(.everyone, pageSize: 51).all() }
        await expectRefusal(.invalidArgument) {
            _ = try await users.list(.everyone, order: .ascending(.init(rawValue: ""))).all()
        }
        await expectRefusal(.invalidArgument) { _ = try await users.fetch([]) }
        await expectRefusal(.invalidArgument) { _ = try await users.fetch(Array(repeating: "x", count: 101)) }
        await expectRefusal(.invalidArgument) { _ = try await users.fetch(["a", " "]) }
        await expectRefusal(.invalidArgument) { _ = try await users.create(UserDraft()) }
        await expectRefusal(.invalidArgument) { _ = try await users.create(UserDraft(email: "")) }
        await expectRefusal(.invalidArgument) { _ = try await users.create(UserDraft { $0.firstName = " " }) }
        await expectRefusal(.invalidArgument) { _ = try await users.create(UserDraft { $0.properties = ["": "x"] }) }
        await expectRefusal(.invalidArgument) { try await users.update("u1", UserUpdate()) }
        await expectRefusal(.invalidArgument) { try await users.update("u1", UserUpdate { $0.email = "mira" }) }
        #expect(wire.requests.isEmpty)
    }

    @Test("a lost creation is not repeated, and its error says that it may have been executed")
    func lostCreation() async throws {
        let wire = ScriptedTransport(.json(503, "{}"))
        let error = await #expect(throws: FreshworksError.self) {
            try await freshchat(wire).users.create(UserDraft(email: "mira@example.org"))
        }
        #expect(error?.mayHaveBeenExecuted == true)
        #expect(wire.requests.count == 1)
    }
}
