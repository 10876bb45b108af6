import Foundation
import Freshchat
import TestSupport
import Testing

// Source: developers.freshchat.com/api, agents.
extension EndpointFolder {
    static let agents = EndpointFolder(
        "Agents", 7,
        """
        GET agents
        POST agents
        GET agents/status
        GET agents/{id}
        PUT agents/{id}
        PATCH agents/{id}
        DELETE agents/{id}
        """,
        calls: agentReads, agentChanges, presenceCalls)

    private static let ana = Sample<Agent>(
        """
        {"id":"0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01","email":"ana@example.org","first_name":"Ana","last_name":"Reis",\
        "biography":"Tier 2","phone":"+351555020","avatar":{"url":"https://img.example.org/ana.png"},\
        "groups":["77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20"],"role_id":"AGENT","role_name":"Agent",\
        "skill_id":"1d2e3f40-0000-4000-8000-000000000001","locale":"en-us","timezone":"Europe/Lisbon",\
        "availability_status":"AVAILABLE","agent_status":{"id":"8f0a-1","name":"Active on Chat"},\
        "routing_type":"INTELLIASSIGN","agent_capacity":5,"social_profiles":[],"is_deactivated":false,\
        "is_deleted":false,"login_status":true,"freshchat_access":true,"round_robin_access":true,\
        "created_time":"2023-11-02T08:00:00.000Z"}
        """
    ) { agent in
        agent.id == "0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01"
        agent.email == "ana@example.org"
        agent.firstName == "Ana"
        agent.lastName == "Reis"
        agent.biography == "Tier 2"
        agent.phone == "+351555020"
        agent.avatar?.url?.absoluteString == "https://img.example.org/ana.png"
        agent.groupIDs == ["77c1d9b0-8c55-4d1e-9c3f-1f6b0e2a9d20"]
        agent.roleID == "AGENT"
        agent.roleName == "Agent"
        agent.skillID == "1d2e3f40-0000-4000-8000-000000000001"
        agent.locale == "en-us"
        agent.timeZone == "Europe/Lisbon"
        agent.availabilityStatus == .available
        agent.agentStatus?.id == "8f0a-1"
        agent.agentStatus?.name == "Active on Chat"
        agent.routingType == .intelliAssign
        agent.capacity == 5
        agent.socialProfiles == []
        agent.isDeactivated == false
        agent.isDeleted == false
        agent.isLoggedIn == true
        agent.hasFreshchatAccess == true
        agent.hasRoundRobinAccess == true
        agent.createdAt == time(1_698_912_000)
    }

    private static let agentReads: [WireCall] = [
        .reading(
            "GET agents", "agents?is_deactivated=false&groups=g1&availability_status=AVAILABLE&items_per_page=50",
            answer: .json(200, page("agents", ana.text)), unread: paginationPlaces
        ) {
            let filter = AgentFilter(isDeactivated: false, groupID: "g1", availabilityStatus: .available)
            ana.facts(try await $0.agents.list(filter).all())
        },
        .reading("GET agents/{id}", "agents/0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01", answer: ana.answer()) {
            ana.facts(try await $0.agents.get("0b6f1a52-6f0e-4a7e-8a35-9f3f5b2d7e01"))
        },
        .reading(
            "GET agents/status", "agents/status",
            answer: .json(200, #"{"states":[{"id":"8f0a-1","name":"Active on Chat"},{"id":"8f0a-2","name":"Lunch"}]}"#)
        ) {
            let statuses = try await $0.agents.statuses()
            statuses.map(\.id) == ["8f0a-1", "8f0a-2"] && statuses.map(\.name) == ["Active on Chat", "Lunch"]
        },
    ]

    private static let agentChanges: [WireCall] = [
        .reading(
            "POST agents", "agents",
            """
            {"email":"ana@example.org","first_name":"Ana","last_name":"Reis","role_id":"AGENT","phone":"+351555020",\
            "biography":"Tier 2","avatar":{"url":"https://img.example.org/ana.png"},"groups":["g1","g2"],\
            "skill_id":"s1","locale":"en-us","timezone":"Europe/Lisbon",\
            "social_profiles":[{"type":"facebook","id":"ana"}],"routing_type":"INTELLIASSIGN",\
            "license_type":"fulltime"}
            """, answer: ana.answer()
        ) {
            var draft = AgentDraft(email: "ana@example.org", firstName: "Ana", lastName: "Reis", roleID: "AGENT")
            draft.phone = "+351555020"
            draft.biography = "Tier 2"
            draft.avatar = Picture(url: try #require(URL(string: "https://img.example.org/ana.png")))
            draft.groupIDs = ["g1", "g2"]
            draft.skillID = "s1"
            draft.locale = "en-us"
            draft.timeZone = "Europe/Lisbon"
            draft.socialProfiles = [SocialProfile(type: .facebook, id: "ana")]
            draft.routingType = .intelliAssign
            draft.licenseType = "fulltime"
            ana.facts(try await $0.agents.create(draft))
        },
        .reading("PUT agents/{id}", "agents/a1", #"{"phone":"","groups":[]}"#, answer: ana.answer()) {
            let update = AgentUpdate {
                $0.phone = .clear
                $0.groupIDs = []
            }
            ana.facts(try await $0.agents.update("a1", update))
        },
        .reading(
            "PUT agents/{id}", "agents/a1",
            """
            {"first_name":"A","last_name":"R","phone":"1","biography":"b",\
            "avatar":{"url":"https://img.example.org/a.png"},"role_id":"r1","groups":["g"],"skill_id":"s",\
            "locale":"pt","timezone":"Asia/Kolkata","social_profiles":[{"type":"skype","id":"x"}],\
            "routing_type":"DISABLED","license_type":"l","is_deactivated":true}
            """, answer: ana.answer()
        ) {
            let update = try AgentUpdate {
                $0.firstName = "A"
                $0.lastName = "R"
                $0.phone = "1"
                $0.biography = "b"
                $0.avatar = Picture(url: try #require(URL(string: "https://img.example.org/a.png")))
                $0.roleID = "r1"
                $0.groupIDs = ["g"]
                $0.skillID = "s"
                $0.locale = "pt"
                $0.timeZone = "Asia/Kolkata"
                $0.socialProfiles = [SocialProfile(type: .skype, id: "x")]
                $0.routingType = .disabled
                $0.licenseType = "l"
                $0.isDeactivated = true
            }
            ana.facts(try await $0.agents.update("a1", update))
        },
        .silent("DELETE agents/{id}", "agents/a1", answer: .json(202, accepted)) { try await $0.agents.delete("a1") },
    ]

    private static let lunch = Sample<AgentPresence>(
        #"{"availability_status":"UNAVAILABLE","agent_status":{"id":"8f0a-2","name":"Lunch"}}"#
    ) { presence in
        presence.availabilityStatus == .unavailable
        presence.agentStatus?.id == "8f0a-2"
        presence.agentStatus?.name == "Lunch"
    }

    private static let presenceCalls: [WireCall] = [
        .reading(
            "PATCH agents/{id}", "agents/a1", #"{"availability_status":"UNAVAILABLE"}"#, answer: lunch.answer()
        ) { lunch.facts(try await $0.agents.setAvailability(of: "a1", to: .unavailable)) },
        .reading(
            "PATCH agents/{id}", "agents/a1", #"{"agent_status":{"id":"8f0a-2"}}"#, answer: lunch.answer()
        ) { lunch.facts(try await $0.agents.setStatus(of: "a1", to: "8f0a-2")) },
    ]
}
