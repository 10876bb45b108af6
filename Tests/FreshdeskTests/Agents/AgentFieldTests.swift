import Freshdesk
import TestSupport
import Testing

@Suite("The fields of Freshdesk agents")
struct AgentFieldTests {
    /// Freshdesk API v2, agents: the attributes and who may write them.
    private static let agent = """
        email                   sent         text    required  | sample "sam@acmehelp.test" | refuses ["", "sam"]
        ticket_scope            settable     number  required  | sample 3 | refuses [0, 4]
        occasional              settable     bool    isOccasional
        signature               clearable    text
        skill_ids               settable     ids
        group_ids               settable     ids
        role_ids                settable     ids
        type                    initial      word              | sample "field_agent" | sends {"agent_type": 2} | refuses ["robot", 4, 0]
        language                sent         text
        time_zone               sent         text
        focus_mode              settable     bool    isFocusModeOn
        name                    sentInitial  text              | refuses [" "]
        phone                   sentInitial  text
        mobile                  sentInitial  text
        job_title               sentInitial  text
        available               read         bool    isAvailable
        available_since         read         time
        last_active_at          read         time
        created_at              read         time
        updated_at              read         time
        contact                 read         object
        deactivated             read         bool    isDeactivated
        contribution_group_ids  read         ids
        api_key_enabled         read         bool    isAPIKeyEnabled
        agent_operational_status read        any     operationalStatus
        """

    @Test("every field as the service documents it")
    func agent() throws {
        try FieldSheet(Self.agent).expectFields(of: Agent.Fields.self)
    }

    @Test("the personal part, field by field")
    func contact() throws {
        try FieldSheet(
            """
            active         read  bool  isActive
            avatar         read  object  | sample {"id":1}
            email          read  text
            job_title      read  text
            language       read  text
            last_login_at  read  time
            mobile         read  text
            name           read  text
            phone          read  text
            time_zone      read  text
            created_at     read  time
            updated_at     read  time
            """
        ).expectFields(of: AgentContact.Fields.self)
        let agent = try Agent(
            json: [
                "id": 1,
                "contact": [
                    "email": "e", "name": "n", "job_title": "j", "phone": "p", "mobile": "m", "language": "l",
                    "time_zone": "t",
                ],
            ])
        let flat = [
            agent.email, agent.name, agent.jobTitle, agent.phone, agent.mobile, agent.language, agent.timeZone,
        ]
        #expect(flat == ["e", "n", "j", "p", "m", "l", "t"])
    }

    @Test("an agent's type can be given to a draft as it was read")
    func type() throws {
        let agent = try Agent(json: ["id": 1, "type": "collaborator"])
        let draft = AgentDraft(email: "sam@acmehelp.test", ticketScope: .group) { $0.type = agent.type }
        #expect(draft.json["agent_type"] == 3)
        #expect(draft.type == .collaborator)
    }
}
