import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk roles")
struct RoleTests {
    /// Freshdesk API v2, roles: the attributes, all of them written by the service alone.
    private static let sheet = """
        name         read  text
        description  read  text
        default      read  bool    isDefault
        agent_type   read  word              | sample "collaborator"
        created_at   read  time
        updated_at   read  time
        """

    @Test("every field as the service documents it; the kind of agents comes as a number")
    func fields() throws {
        try FieldSheet(Self.sheet).expectFields(of: Role.Fields.self)
        for (number, type) in [(1, AgentType.supportAgent), (2, .fieldAgent), (3, .collaborator)] {
            #expect(try Role(json: ["id": 1, "agent_type": JSONValue(number)]).agentType == type)
            #expect(type.number == number)
        }
        let unknown = try Role(json: ["id": 1, "agent_type": 4]).agentType
        #expect(unknown == AgentType(rawValue: "4"))
        #expect(unknown?.number == 4)
        #expect(AgentType(rawValue: "robot").number == nil)
    }

    @Test("roles are read one by one and listed")
    func calls() async throws {
        let wire = ScriptedTransport(.json(200, #"{"id":7,"name":"Supervisor"}"#), .json(200, #"[{"id":7}]"#))
        let roles = try freshdesk(wire).roles
        #expect(try await roles.get(7).name == "Supervisor")
        #expect(try await roles.list(pageSize: 7).all().map(\.id) == [7])
        #expect(wire.lines == ["GET /api/v2/roles/7", "GET /api/v2/roles?per_page=7"])
    }
}
