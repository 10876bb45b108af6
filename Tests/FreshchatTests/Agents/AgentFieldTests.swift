import Freshchat
import TestSupport
import Testing

@Suite("The fields of Freshchat agents")
struct AgentFieldTests {
    /// Freshchat API v2, agents: the attributes and who may write them.
    private static let agent = #"""
        email                initial    text    required  | sample "ana@example.org" | refuses ["", "ana"]
        first_name           clearable  text              | clears "" | refuses ["", " "]
        last_name            clearable  text              | clears "" | refuses ["", " "]
        phone                clearable  text              | clears ""
        biography            clearable  text              | clears ""
        title                read       text
        avatar               settable   object            | sample {"url":"https://img.example.org/ana.png"}
        role_id              settable   text              | refuses ["", " "]
        role_name            read       text
        groups               settable   texts   groupIDs  | refuses [[""], ["g", " "]]
        skill_id             settable   text
        locale               settable   text
        timezone             settable   text    timeZone
        social_profiles      settable   objects           | sample [{"type":"facebook","id":"ana"}]
        routing_type         settable   word
        license_type         settable   text
        is_deactivated       later      bool
        is_deleted           read       bool
        freshid_uuid         read       text    freshID
        freshid_group_ids    read       texts   freshIDGroupIDs
        org_contact_id       read       text
        availability_status  read       word
        agent_status         read       object
        agent_capacity       read       decimal capacity  | sample 5.5
        login_status         read       bool    isLoggedIn
        freshchat_access     read       bool    hasFreshchatAccess
        round_robin_access   read       bool    hasRoundRobinAccess
        created_time         read       time    createdAt
        updated_time         read       time    updatedAt
        """#

    @Test("every field as the service documents it")
    func agent() throws {
        try FieldSheet(Self.agent).expectFields(of: Agent.Fields.self)
    }

    @Test("presences and statuses, field by field")
    func parts() throws {
        try FieldSheet(
            """
            availability_status  read  word
            agent_status         read  object
            """
        ).expectFields(of: AgentPresence.Fields.self)
        try FieldSheet(
            """
            id    read  text
            name  read  text
            """
        ).expectFields(of: AgentStatus.Fields.self)
    }
}
