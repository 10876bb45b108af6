import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk groups")
struct GroupTests {
    private let wire = ScriptedTransport(.json(201, #"{"id":7}"#))

    /// Freshdesk API v2, groups: the attributes and who may write them.
    private static let sheet = """
        name                settable   text    required  | refuses ["", " "]
        description         clearable  text
        agent_ids           settable   ids
        auto_ticket_assign  settable   number            | refuses [2, 3, 12, -1]
        escalate_to         clearable  id
        unassigned_for      settable   text              | refuses [""]
        business_hour_id    read       id
        group_type          initial    word
        created_at          read       time
        updated_at          read       time
        """

    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(Self.sheet).expectFields(of: Group.Fields.self)
        let group = try Group(json: ["id": 7, "auto_ticket_assign": 12, "group_type": "field_agent_group"])
        #expect(group.autoTicketAssign == .omniroute)
        #expect(group.groupType == .fieldAgents)
        // Old field-service accounts write `false` for a number.
        #expect(try Group(json: ["id": 7, "auto_ticket_assign": false]).autoTicketAssign == nil)
    }

    @Test("each call goes to its path and sends what is set")
    func calls() async throws {
        let groups = try freshdesk(wire).groups
        let draft = GroupDraft(name: "Tier 2") {
            $0.autoTicketAssign = .roundRobin
            $0.groupType = .supportAgents
        }
        #expect(try await groups.create(draft).id == 7)
        _ = try await groups.get(7)
        _ = try await groups.update(
            7,
            GroupUpdate {
                $0.agentIDs = []
                $0.escalateTo = .clear
            })
        let rest = ScriptedTransport(.json(200, "[]"), .empty(204))
        _ = try await freshdesk(rest).groups.list(pageSize: 7).all()
        try await freshdesk(rest).groups.delete(7)
        #expect(wire.lines == ["POST /api/v2/groups", "GET /api/v2/groups/7", "PUT /api/v2/groups/7"])
        #expect(
            wire.jsonBodies == [
                #"{"name":"Tier 2","auto_ticket_assign":1,"group_type":"support_agent_group"}"#,
                #"{"agent_ids":[],"escalate_to":null}"#,
            ])
        #expect(rest.lines == ["GET /api/v2/groups?per_page=7", "DELETE /api/v2/groups/7"])
    }

    @Test("bad input is refused before anything is sent; a refusal by the service says whose key is needed")
    func refusals() async throws {
        let groups = try freshdesk(wire).groups
        let error = await #expect(throws: FreshworksError.self) {
            try await groups.update(
                7,
                GroupUpdate {
                    $0.name = ""
                    $0.agentIDs = [0]
                    $0.autoTicketAssign = .loadBased
                })
        }
        #expect(error?.operation == "groups.update")
        #expect(error?.fieldErrors.map(\.field) == ["agent_ids", "auto_ticket_assign", "name"])
        #expect(wire.requests.isEmpty)
        let forbidden = ScriptedTransport(.json(403, #"{"code":"access_denied","message":"No."}"#))
        let denied = await #expect(throws: FreshworksError.self) { try await freshdesk(forbidden).groups.get(7) }
        #expect(denied?.advice?.contains("administrator") == true)
    }
}
