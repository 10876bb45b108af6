import Freshchat
import TestSupport
import Testing

@Suite("Freshchat agents on the wire")
struct AgentWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"id":"a1"}"#))

    @Test("view and delete are plain calls, and a deletion is accepted for later")
    func plainCalls() async throws {
        #expect(try await freshchat(wire).agents.get("0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01").id == "a1")
        let gone = ScriptedTransport(.json(202, accepted), .empty(204))
        try await freshchat(gone).agents.delete("a1")
        try await freshchat(gone).agents.delete("a1")
        #expect(wire.lines == ["GET /v2/agents/0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01"])
        #expect(gone.lines == ["DELETE /v2/agents/a1", "DELETE /v2/agents/a1"])
    }

    @Test("list sends its filter, order and page size, and follows the links")
    func list() async throws {
        let wire = ScriptedTransport(
            .json(200, page("agents", #"{"id":"a1"},{"id":"a2"}"#, next: "/v2/agents?page=2&items_per_page=2")),
            .json(200, page("agents", #"{"id":"a2"},{"id":"a3"}"#)))
        let filter = AgentFilter(isDeactivated: false, groupID: "g 1", availabilityStatus: .available)
        let agents = try freshchat(wire).agents.list(filter, order: .ascending(.firstName), pageSize: 2)
        #expect(try await agents.all().map(\.id) == ["a1", "a2", "a3"])
        #expect(
            wire.lines == [
                "GET /v2/agents?is_deactivated=false&groups=g%201&availability_status=AVAILABLE&sort_by=first_name"
                    + "&sort_order=asc&items_per_page=2",
                "GET /v2/agents?page=2&items_per_page=2",
            ])
    }

    @Test("list goes on from a page's cursor, and reads a bare array")
    func cursor() async throws {
        let wire = ScriptedTransport(
            .json(200, page("agents", #"{"id":"a1"}"#, next: "/v2/agents?page=2&items_per_page=50")),
            .json(200, #"[{"id":"a2"}]"#))
        let agents = try freshchat(wire).agents
        var pages = agents.list().pages.makeAsyncIterator()
        let cursor = try #require(try await pages.next()?.next)
        #expect(try await agents.list(from: cursor).all().map(\.id) == ["a2"])
        #expect(wire.lines == ["GET /v2/agents?items_per_page=50", "GET /v2/agents?page=2&items_per_page=50"])
    }

    @Test("an update succeeds with an empty body")
    func emptyAnswer() async throws {
        let silent = ScriptedTransport(.empty(200))
        #expect(try await freshchat(silent).agents.update("a1", AgentUpdate { $0.isDeactivated = false }) == nil)
    }

    @Test("availability and status are patches, which are repeated because they only set a value")
    func presence() async throws {
        let wire = ScriptedTransport(
            .json(503, "{}"),
            .json(200, #"{"availability_status":"AVAILABLE","agent_status":{"id":"8f0a-1","name":"Active on Chat"}}"#),
            .empty(200))
        let presence = try await freshchat(wire).agents.setAvailability(of: "a1", to: .available)
        #expect(presence?.availabilityStatus == .available)
        #expect(presence?.agentStatus?.id == "8f0a-1")
        #expect(presence?.agentStatus?.name == "Active on Chat")
        #expect(try await freshchat(wire).agents.setStatus(of: "a1", to: "8f0a-1") == nil)
        #expect(wire.lines == Array(repeating: "PATCH /v2/agents/a1", count: 3))
        #expect(
            wire.jsonBodies == [
                #"{"availability_status":"AVAILABLE"}"#, #"{"availability_status":"AVAILABLE"}"#,
                #"{"agent_status":{"id":"8f0a-1"}}"#,
            ])
    }

    @Test("the account's statuses stand under one of two keys")
    func statuses() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"states":[{"id":"s1","name":"Lunch"}]}"#),
            .json(200, #"{"statuses":[{"id":"s2","name":"Away"}]}"#))
        let first = try await freshchat(wire).agents.statuses()
        #expect(first.map(\.id) == ["s1"])
        #expect(first.map(\.name) == ["Lunch"])
        #expect(try await freshchat(wire).agents.statuses().map(\.id) == ["s2"])
        #expect(wire.lines == ["GET /v2/agents/status", "GET /v2/agents/status"])
    }

    @Test("a forbidden change says that an administrator's token is needed")
    func forbidden() async throws {
        let wire = ScriptedTransport(.json(403, #"{"code":403,"status":"FORBIDDEN","message":"no scope"}"#))
        let agents = try freshchat(wire).agents
        let calls: [() async throws -> Void] = [
            { _ = try await agents.create(AgentDraft(email: "ana@example.org")) },
            { try await agents.update("a1", AgentUpdate { $0.roleID = "r1" }) }, { try await agents.delete("a1") },
        ]
        for call in calls {
            let error = await #expect(throws: FreshworksError.self) { try await call() }
            #expect(error?.code == .forbidden)
            #expect(error?.advice?.contains("administrator") == true)
            #expect(error?.advice?.contains("scope") == true)
        }
        #expect(wire.requests.count == 3)
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let agents = try freshchat(wire).agents
        await expectRefusal(.invalidPath) { _ = try await agents.get("") }
        await expectRefusal(.invalidPath) { try await agents.delete(".") }
        await expectRefusal(.invalidPath) { try await agents.setAvailability(of: "", to: .available) }
        await expectRefusal(.invalidArgument) { try await agents.setAvailability(of: "a", to: .init(rawValue: "")) }
        await expectRefusal(.invalidArgument) { try await agents.setStatus(of: "a", to: " ") }
        await expectRefusal(.invalidArgument) { _ = try await agents.list(pageSize: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await agents.list(pageSize: 1000).all() }
        await expectRefusal(.invalidArgument) { _ = try await agents.list(AgentFilter(groupID: "")).all() }
        await expectRefusal(.invalidArgument) { _ = try await agents.create(AgentDraft(email: "")) }
        await expectRefusal(.invalidArgument) {
            _ = try await agents.create(AgentDraft(email: "a@b.c", firstName: " "))
        }
        await expectRefusal(.invalidArgument) { try await agents.update("a", AgentUpdate()) }
        await expectRefusal(.invalidArgument) { try await agents.update("a", AgentUpdate { $0.groupIDs = [""] }) }
        #expect(wire.requests.isEmpty)
    }
}
