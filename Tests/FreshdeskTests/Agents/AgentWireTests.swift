import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk agents on the wire")
struct AgentWireTests {
    private let wire = ScriptedTransport(.json(200, #"{"id":70040000021}"#))

    @Test("me, view and delete are plain calls")
    func plainCalls() async throws {
        _ = try await freshdesk(wire).agents.me()
        _ = try await freshdesk(wire).agents.get(70_040_000_021)
        let gone = ScriptedTransport(.empty(204))
        try await freshdesk(gone).agents.delete(70_040_000_021)
        #expect(wire.lines == ["GET /api/v2/agents/me", "GET /api/v2/agents/70040000021"])
        #expect(gone.lines == ["DELETE /api/v2/agents/70040000021"])
    }

    @Test("list sends its filter and page size, and first(email:) asks for the address")
    func list() async throws {
        let wire = ScriptedTransport(.json(200, "[]"))
        let filter = AgentFilter(mobile: "+1 555", phone: "12", state: .occasional)
        #expect(try await freshdesk(wire).agents.list(filter, pageSize: 7).all().isEmpty)
        #expect(try await freshdesk(wire).agents.first(email: "sam+a@acmehelp.test") == nil)
        #expect(
            wire.lines == [
                "GET /api/v2/agents?mobile=%2B1%20555&phone=12&state=occasional&per_page=7",
                "GET /api/v2/agents?email=sam%2Ba%40acmehelp.test&per_page=100",
            ])
    }

    @Test("an address that somebody has already is a conflict which names who, the id as a text too")
    func conflict() async throws {
        let body =
            #"{"description":"Validation failed","errors":[{"field":"email","additional_info":{"user_id":"70041233992"},"#
            + #""message":"It should be a unique value","code":"duplicate_value"}]}"#
        let error = await #expect(throws: FreshworksError.self) {
            try await freshdesk(ScriptedTransport(.json(409, body))).agents.create(
                AgentDraft(email: "sam@acmehelp.test", ticketScope: .group))
        }
        #expect(error?.code == .conflict)
        #expect(error?.fieldErrors.first?.existingUserID == 70_041_233_992)
        #expect(error?.existingUserID == 70_041_233_992)
    }

    @Test("create sends every property under the service's names")
    func create() async throws {
        var draft = AgentDraft(email: "sam@acmehelp.test", ticketScope: .group) {
            $0.name = "Sam Cole"
            $0.jobTitle = "Lead"
        }
        draft.phone = "1"
        draft.mobile = "2"
        draft.isOccasional = false
        draft.type = .fieldAgent
        draft.signature = "<p>Bye</p>"
        draft.groupIDs = [1, 2]
        draft.roleIDs = [3]
        draft.skillIDs = []
        draft.language = "en"
        draft.timeZone = "Berlin"
        draft.isFocusModeOn = true
        _ = try await freshdesk(wire).agents.create(draft)
        #expect(wire.lines == ["POST /api/v2/agents"])
        #expect(
            wire.jsonBodies == [
                """
                {"email":"sam@acmehelp.test","ticket_scope":2,"name":"Sam Cole","job_title":"Lead","phone":"1",\
                "mobile":"2","occasional":false,"agent_type":2,"signature":"<p>Bye</p>","group_ids":[1,2],\
                "role_ids":[3],"skill_ids":[],"language":"en","time_zone":"Berlin","focus_mode":true}
                """
            ])
    }

    @Test("update leaves out what is unchanged, clears and sets")
    func update() async throws {
        await expectRefusal(.invalidArgument) { _ = try await freshdesk(wire).agents.update(5, AgentUpdate()) }
        _ = try await freshdesk(wire).agents.update(
            5,
            AgentUpdate {
                $0.signature = .clear
                $0.groupIDs = []
            })
        _ = try await freshdesk(wire).agents.update(
            5,
            AgentUpdate {
                $0.ticketScope = .global
                $0.signature = .set("x")
            })
        #expect(wire.lines == Array(repeating: "PUT /api/v2/agents/5", count: 2))
        #expect(
            wire.jsonBodies == [#"{"signature":null,"group_ids":[]}"#, #"{"ticket_scope":1,"signature":"x"}"#])
    }

    @Test("bad input is refused before anything is sent")
    func badInput() async throws {
        let agents = try freshdesk(wire).agents
        await expectRefusal(.invalidPath) { _ = try await agents.get(-1) }
        await expectRefusal(.invalidPath) { try await agents.delete(0) }
        await expectRefusal(.invalidArgument) { _ = try await agents.first(email: "") }
        await expectRefusal(.invalidArgument) { _ = try await agents.list(pageSize: 0).all() }
        await expectRefusal(.invalidArgument) { _ = try await agents.list(pageSize: 101).all() }
        await expectRefusal(.invalidArgument) {
            _ = try await agents.create(AgentDraft(email: "x", ticketScope: .global))
        }
        await expectRefusal(.invalidArgument) {
            _ = try await agents.create(AgentDraft(email: "a@b.c", ticketScope: TicketScope(rawValue: 4)))
        }
        #expect(wire.requests.isEmpty)
    }
}
