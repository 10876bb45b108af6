import Foundation
import Freshchat
import TestSupport
import Testing

@Suite("Reading Freshchat agents")
struct AgentReadingTests {
    private static let example = #"""
        {"id":"0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01","email":"ana@example.org","first_name":"Ana","last_name":"Reis",\#
        "biography":"Tier 2","phone":"+351555020","title":"Lead","avatar":{"url":"https://img.example.org/ana.png"},\#
        "groups":["77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20"],"role_id":"AGENT","role_name":"Agent",\#
        "skill_id":"1d2e3f40-0000-4000-8000-000000000001","license_type":"fulltime",\#
        "freshid_uuid":"2d2e3f40-0000-4000-8000-000000000002","freshid_group_ids":["f1"],\#
        "org_contact_id":"1712345678901234568","locale":"en-us","timezone":"Europe/Lisbon",\#
        "availability_status":"AVAILABLE","agent_status":{"id":"8f0a-1","name":"Active on Chat"},\#
        "routing_type":"INTELLIASSIGN","agent_capacity":5,"social_profiles":[],"is_deactivated":false,\#
        "is_deleted":false,"login_status":true,"freshchat_access":true,"round_robin_access":true,\#
        "created_time":"2023-11-02T08:00:00.000Z","updated_time":"2024-01-10T12:00:00.000Z"}
        """#

    @Test("every documented property of the example")
    func example() throws {
        let agent = try readBack(Agent.self, Self.example)
        #expect(agent.id == "0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01")
        #expect(agent.email == "ana@example.org")
        #expect(agent.firstName == "Ana")
        #expect(agent.lastName == "Reis")
        #expect(agent.biography == "Tier 2")
        #expect(agent.phone == "+351555020")
        #expect(agent.title == "Lead")
        #expect(agent.avatar?.url == URL(string: "https://img.example.org/ana.png"))
        #expect(agent.groupIDs == ["77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20"])
        #expect(agent.roleID == "AGENT")
        #expect(agent.roleName == "Agent")
        #expect(agent.skillID == "1d2e3f40-0000-4000-8000-000000000001")
        #expect(agent.licenseType == "fulltime")
        #expect(agent.freshID == "2d2e3f40-0000-4000-8000-000000000002")
        #expect(agent.freshIDGroupIDs == ["f1"])
        #expect(agent.orgContactID == "1712345678901234568")
        #expect(agent.locale == "en-us")
        #expect(agent.timeZone == "Europe/Lisbon")
        #expect(agent.availabilityStatus == .available)
        #expect(agent.agentStatus?.id == "8f0a-1")
        #expect(agent.agentStatus?.name == "Active on Chat")
        #expect(agent.routingType == .intelliAssign)
        #expect(agent.capacity == 5)
        #expect(agent.socialProfiles == [])
        #expect(agent.isDeactivated == false)
        #expect(agent.isDeleted == false)
        #expect(agent.loginStatus == true)
        #expect(agent.freshchatAccess == true)
        #expect(agent.roundRobinAccess == true)
        #expect(agent.createdTime == time(1_698_912_000))
        #expect(agent.updatedTime == time(1_704_888_000))
    }

    @Test("null for everything but the id")
    func nulls() throws {
        let agent = try readBack(Agent.self, nulled(Self.example, but: "id"))
        expectNil(
            agent.email, agent.firstName, agent.lastName, agent.biography, agent.phone, agent.title, agent.avatar,
            agent.groupIDs, agent.roleID, agent.roleName, agent.skillID, agent.licenseType, agent.freshID,
            agent.freshIDGroupIDs, agent.orgContactID, agent.locale, agent.timeZone, agent.availabilityStatus,
            agent.agentStatus, agent.routingType, agent.capacity, agent.socialProfiles, agent.isDeactivated,
            agent.isDeleted, agent.loginStatus, agent.freshchatAccess, agent.roundRobinAccess, agent.createdTime,
            agent.updatedTime)
    }

    @Test("unknown keys and words, ids as numbers, a status without an id")
    func surprises() throws {
        let agent = try readBack(
            Agent.self,
            #"{"id":7,"later":{},"availability_status":"AWAY","routing_type":"ocr","agent_status":{"name":"Lunch"}}"#)
        #expect(agent.id == "7")
        #expect(agent.availabilityStatus == AvailabilityStatus(rawValue: "away"))
        #expect(agent.availabilityStatus?.rawValue == "AWAY")
        #expect(agent.routingType == .omniroute)
        #expect(agent.agentStatus?.id == nil)
        #expect(agent.agentStatus?.name == "Lunch")
    }

    @Test("a presence of nulls")
    func presence() throws {
        let presence = try readBack(AgentPresence.self, #"{"availability_status":null,"agent_status":null}"#)
        expectNil(presence.availabilityStatus, presence.agentStatus)
    }

    @Test("words of the service equal each other whatever their case, and hash alike")
    func caseless() {
        #expect(AvailabilityStatus(rawValue: "available") == .available)
        #expect(!(AvailabilityStatus(rawValue: "available") != .available))
        #expect(AvailabilityStatus(rawValue: "busy") != .available)
        let words: Set<AvailabilityStatus> = [.available, .init(rawValue: "Available"), .unavailable]
        #expect(words.count == 2)
        #expect([AvailabilityStatus.available].contains(.init(rawValue: "aVAILABLE")))
    }
}
