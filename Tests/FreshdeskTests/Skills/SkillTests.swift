import Freshdesk
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Freshdesk skills and admin groups", .inTurn)
struct SkillTests {
    @Test("every field as the service documents it")
    func fields() throws {
        try FieldSheet(
            """
            name        settable  text    required  | refuses [" "]
            rank        later     number  | refuses [0]
            agents      settable  ids     agentIDs  | sample [{"id":7}] | shows [7] | sends {"agents":[{"id":7}]} | refuses [[{"id":0}]]
            match_type  settable  word    | refuses [""]
            conditions  settable  objects
            created_at  read      time
            updated_at  read      time
            """
        ).expectFields(of: Skill.Fields.self)
        try FieldSheet(
            """
            name                                 settable   text  required  | refuses [""]
            description                          clearable  text
            type                                 settable   word  | refuses [" "]
            escalate_to                          clearable  id
            unassigned_for                       settable   text  | refuses [" "]
            agent_ids                            settable   ids
            business_calendar_id                 settable   id
            allow_agents_to_change_availability  settable   bool
            automatic_agent_assignment           settable   object
            sync_status                          read       any
            agent_availability_status            read       any
            reassignment_enabled                 read       bool  isReassignmentEnabled
            created_at                           read       time
            updated_at                           read       time
            """
        ).expectFields(of: AdminGroup.Fields.self)
        try FieldSheet(
            """
            ticket_scope      read  number
            write_access      read  bool    hasWriteAccess
            role_ids          read  ids
            contact           read  object
            freshcaller_agent read  bool    isFreshcallerAgent
            freshchat_agent   read  bool    isFreshchatAgent
            created_at        read  time
            updated_at        read  time
            """
        ).expectFields(of: GroupMember.Fields.self)
    }

    @Test("the sandbox patches skills, and refuses to put them")
    func skills() async throws {
        let desk = try SandboxDesk()
        let me = try await desk.client.agents.me().id
        let skill = try await desk.client.skills.create(SkillDraft(name: "German") { $0.agentIDs = [me] })
        #expect(skill.rank == 3)
        #expect(try await desk.client.skills.update(skill.id, SkillUpdate { $0.matchType = .any }).matchType == .any)
        #expect(try await desk.client.skills.list().all().map(\.name) == ["French", "Billing", "German"])
        let put = Endpoint<Void>(
            "skills.put", .put, "admin/skills/\(skill.id)", body: .json(["name": "X"] as JSONValue))
        await expectRefusal(.methodNotAllowed) { try await desk.client.send(put) }
        await expectRefusal(.validationFailed) {
            _ = try await desk.client.skills.create(SkillDraft(name: "None") { $0.agentIDs = [1] })
        }
        try await desk.client.skills.delete(skill.id)
        await expectRefusal(.notFound) { _ = try await desk.client.skills.get(skill.id) }
        await expectRefusal(.forbidden) { _ = try await desk.agent.skills.list().all() }
    }

    @Test("both views of groups show the same groups and members in the sandbox")
    func groups() async throws {
        let desk = try SandboxDesk()
        let me = try await desk.client.agents.me().id
        let groups = desk.client.adminGroups
        #expect(try await groups.list().all().map(\.name) == ["Billing", "Support"])
        let night = try await groups.create(AdminGroupDraft(name: "Night") { $0.escalateTo = me })
        #expect(night.automaticAgentAssignment == ["enabled": false])
        try await groups.changeAgents(of: night.id, adding: [me])
        #expect(try await groups.agents(of: night.id).all().map(\.id) == [me])
        #expect(try await desk.client.groups.get(night.id).agentIDs == [me])
        try await desk.client.groups.update(night.id, GroupUpdate { $0.name = "Dawn" })
        #expect(try await groups.get(night.id).name == "Dawn")
        try await groups.changeAgents(of: night.id, removing: [me])
        #expect(try await groups.get(night.id).agentIDs == [])
        await expectRefusal(.invalidArgument) { try await groups.changeAgents(of: night.id) }
        let old = Endpoint<Void>(
            "x", .put, "admin/groups/\(night.id)", body: .json(["business_hour_id": 1] as JSONValue))
        await expectRefusal(.validationFailed) { try await desk.client.send(old) }
        try await groups.delete(night.id)
        await expectRefusal(.notFound) { _ = try await desk.client.groups.get(night.id) }
        await expectRefusal(.forbidden) { _ = try await desk.agent.adminGroups.list().all() }
    }
}
