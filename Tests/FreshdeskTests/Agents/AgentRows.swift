import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Agents.
extension EndpointFolder {
    static let agents = EndpointFolder(
        "Agents", 10,
        """
        GET agents
        POST agents
        GET agents/{id}
        PUT agents/{id}
        DELETE agents/{id}
        GET agents/me
        POST agents/bulk
        GET agents/autocomplete
        GET agents/{id}/availability
        PUT agents/{id}/availability
        """,
        calls: [
            .reading("GET agents", "agents?state=occasional&per_page=100", answer: sam.list()) {
                sam.facts(try await $0.agents.list(AgentFilter(state: .occasional)).all())
            },
            .reading("POST agents", "agents", #"{"email":"sam@acme.test","ticket_scope":2}"#, answer: sam.answer(201)) {
                sam.facts(try await $0.agents.create(AgentDraft(email: "sam@acme.test", ticketScope: .group)))
            },
            .reading("GET agents/{id}", "agents/5", answer: sam.answer()) {
                sam.facts(try await $0.agents.get(5))
            },
            .reading("PUT agents/{id}", "agents/5", #"{"signature":null}"#, answer: sam.answer()) {
                sam.facts(try await $0.agents.update(5, AgentUpdate { $0.signature = .clear }))
            },
            .silent("DELETE agents/{id}", "agents/5") { try await $0.agents.delete(5) },
            .reading("GET agents/me", "agents/me", answer: sam.answer()) { sam.facts(try await $0.agents.me()) },
            .reading(
                "POST agents/bulk", "agents/bulk",
                """
                {"agents":[{"email":"a@b.test","ticket_scope":1,"agent_type":3},{"email":"c@d.test","ticket_scope":2}]}
                """, answer: .json(202, #"{"job_id":17,"href":"https://acme.freshdesk.com/api/v2/jobs/17"}"#)
            ) {
                let job = try await $0.agents.create([
                    AgentDraft(email: "a@b.test", ticketScope: .global) { $0.type = .collaborator },
                    AgentDraft(email: "c@d.test", ticketScope: .group),
                ])
                job.id == "17"
                job.json["href"] == "https://acme.freshdesk.com/api/v2/jobs/17"
            },
            .reading(
                "GET agents/autocomplete", "agents/autocomplete?term=sa%20c",
                answer: .json(
                    200, #"[{"id":5,"name":"Sam Cole","email":"sam@acme.test","avatar":{"id":9,"name":"s.png"}}]"#)
            ) {
                let agents = try await $0.agents.autocomplete("sa c")
                agents.map(\.id) == [5]
                agents.map(\.name) == ["Sam Cole"]
                agents.map(\.email) == ["sam@acme.test"]
                agents.map(\.avatar?.id) == [9]
                agents.map(\.avatar?.name) == ["s.png"]
            },
            .reading("GET agents", "agents?only=availability&per_page=100", answer: available.list()) {
                available.facts(try await $0.agents.availabilities().all())
            },
            .reading("GET agents/{id}/availability", "agents/5/availability", answer: availability.answer()) {
                availability.facts(try await $0.agents.availability(of: 5))
            },
            .reading(
                "PUT agents/{id}/availability", "agents/5/availability",
                """
                {"channel_availability":[{"channel":"Email queue","assignment_limit":3}],\
                "availability_control":"admin_controlled"}
                """,
                answer: .json(
                    200,
                    """
                    {"channel_availability":[{"channel":"Email queue","assignment_limit":3}],\
                    "availability_control":"admin_controlled"}
                    """)
            ) {
                let now = try await $0.agents.updateAvailability(
                    of: 5,
                    AgentAvailabilityUpdate {
                        $0.channels = [ChannelAvailability(channel: "Email queue", assignmentLimit: 3)]
                        $0.control = "admin_controlled"
                    })
                now.channels?.map(\.channel) == ["Email queue"]
                now.channels?.map(\.assignmentLimit) == [3]
                now.control == "admin_controlled"
            },
        ])
}

private let sam = Sample<Agent>(
    """
    {"id":70040000021,"type":"support_agent","available":false,"available_since":"2025-03-02T08:00:00Z","occasional":true,\
    "ticket_scope":2,"signature":"<p>Kind regards</p>","focus_mode":true,"group_ids":[70000010001],\
    "role_ids":[70000379706],"skill_ids":[3],"created_at":"2025-01-10T08:00:00Z","updated_at":"2025-03-01T08:00:00Z",\
    "last_active_at":"2025-03-03T08:00:00Z","deactivated":false,"contribution_group_ids":[4],"api_key_enabled":true,\
    "agent_operational_status":"active","contact":{"active":true,"email":"sam@acmehelp.test","name":"Sam Cole",\
    "job_title":"Support lead","language":"en","last_login_at":"2025-03-01T07:59:10Z","mobile":4930111,\
    "phone":"+49 30 222","time_zone":"Berlin","created_at":"2025-01-10T08:00:01Z","updated_at":"2025-03-01T08:00:01Z"}}
    """
) {
    $0.id == 70_040_000_021
    $0.type == .supportAgent
    $0.isAvailable == false
    $0.availableSince == utc(2025, 3, 2, 8)
    $0.isOccasional == true
    $0.ticketScope == .group
    $0.signature == "<p>Kind regards</p>"
    $0.isFocusModeOn == true
    $0.groupIDs == [70_000_010_001]
    $0.roleIDs == [70_000_379_706]
    $0.skillIDs == [3]
    $0.createdAt == utc(2025, 1, 10, 8)
    $0.updatedAt == utc(2025, 3, 1, 8)
    $0.lastActiveAt == utc(2025, 3, 3, 8)
    $0.isDeactivated == false
    $0.contributionGroupIDs == [4]
    $0.isAPIKeyEnabled == true
    $0.operationalStatus == "active"
    $0.contact?.isActive == true
    $0.contact?.email == "sam@acmehelp.test"
    $0.contact?.name == "Sam Cole"
    $0.contact?.jobTitle == "Support lead"
    $0.contact?.language == "en"
    $0.contact?.lastLoginAt == utc(2025, 3, 1, 7, 59, 10)
    $0.contact?.mobile == "4930111"
    $0.contact?.phone == "+49 30 222"
    $0.contact?.timeZone == "Berlin"
    $0.contact?.createdAt == utc(2025, 1, 10, 8, 0, 1)
    $0.contact?.updatedAt == utc(2025, 3, 1, 8, 0, 1)
}

private let availability = Sample<AgentAvailability>(
    """
    {"agent_ref":5,"channel_availability":[{"assignment_limit":4,"current_assignment_load":2,"available":true,\
    "channel":"freshdesk","logged_in":true,"round_robin_enabled":false,"availability_updated_at":"2025-03-04T08:00:00Z",\
    "status_id":31,"pause_assignment":false}],"idle_enabled":true,"status_updated_at":"2025-03-04T09:00:00Z",\
    "availability_control":"agent_controlled"}
    """
) {
    $0.agentID == 5
    $0.isIdleEnabled == true
    $0.statusUpdatedAt == utc(2025, 3, 4, 9)
    $0.control == "agent_controlled"
    $0.channels?.count == 1
    $0.channels?.first?.assignmentLimit == 4
    $0.channels?.first?.currentLoad == 2
    $0.channels?.first?.isAvailable == true
    $0.channels?.first?.channel == "freshdesk"
    $0.channels?.first?.isLoggedIn == true
    $0.channels?.first?.isRoundRobinEnabled == false
    $0.channels?.first?.updatedAt == utc(2025, 3, 4, 8)
    $0.channels?.first?.statusID == 31
    $0.channels?.first?.isPaused == false
}

private let available = Sample<AvailableAgent>(
    """
    {"id":5,"user_data":{"user":{"id":5}},"contact":{"name":"Sam Cole","email":"sam@acme.test","avatar":{"id":9}},\
    "availability":\(availability.text),"deactivated":false,"availability_control":"admin_controlled",\
    "legacy_routing":true}
    """
) {
    $0.id == 5
    $0.userData == ["user": ["id": 5]]
    $0.contact?.name == "Sam Cole"
    $0.contact?.email == "sam@acme.test"
    $0.contact?.avatar?.id == 9
    availability.facts($0.availability)
    $0.isDeactivated == false
    $0.control == "admin_controlled"
    $0.usesLegacyRouting == true
}
