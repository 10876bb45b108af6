import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, groups, both families.
extension EndpointFolder {
    static let groups = EndpointFolder(
        "Groups", 12,
        """
        GET groups
        POST groups
        GET groups/{id}
        PUT groups/{id}
        DELETE groups/{id}
        GET admin/groups
        POST admin/groups
        GET admin/groups/{id}
        PUT admin/groups/{id}
        DELETE admin/groups/{id}
        GET admin/groups/{id}/agents
        PATCH admin/groups/{id}/agents
        """,
        calls: groupCalls, adminGroupCalls)

    private static let groupCalls: [WireCall] = [
        .reading("GET groups", "groups?per_page=100", answer: night.list()) {
            night.facts(try await $0.groups.list().all())
        },
        .reading("POST groups", "groups", #"{"name":"Night"}"#, answer: night.answer(201)) {
            night.facts(try await $0.groups.create(GroupDraft(name: "Night")))
        },
        .reading("GET groups/{id}", "groups/5", answer: night.answer()) {
            night.facts(try await $0.groups.get(5))
        },
        .reading("PUT groups/{id}", "groups/5", #"{"escalate_to":null}"#, answer: night.answer()) {
            night.facts(try await $0.groups.update(5, GroupUpdate { $0.escalateTo = .clear }))
        },
        .silent("DELETE groups/{id}", "groups/5") { try await $0.groups.delete(5) },
    ]

    private static let adminGroupCalls: [WireCall] = [
        .reading("GET admin/groups", "admin/groups?per_page=100", answer: adminNight.list()) {
            adminNight.facts(try await $0.adminGroups.list().all())
        },
        .reading(
            "POST admin/groups", "admin/groups",
            """
            {"name":"Night","agent_ids":[14],"business_calendar_id":1,\
            "automatic_agent_assignment":{"enabled":true,"type":"channel_specific"}}
            """, answer: adminNight.answer(201)
        ) {
            adminNight.facts(
                try await $0.adminGroups.create(
                    AdminGroupDraft(name: "Night") {
                        $0.agentIDs = [14]
                        $0.businessCalendarID = 1
                        $0.automaticAgentAssignment = ["enabled": true, "type": "channel_specific"]
                    }))
        },
        .reading("GET admin/groups/{id}", "admin/groups/5", answer: adminNight.answer()) {
            adminNight.facts(try await $0.adminGroups.get(5))
        },
        .reading("PUT admin/groups/{id}", "admin/groups/5", #"{"escalate_to":null}"#, answer: adminNight.answer()) {
            adminNight.facts(try await $0.adminGroups.update(5, AdminGroupUpdate { $0.escalateTo = .clear }))
        },
        .silent("DELETE admin/groups/{id}", "admin/groups/5") { try await $0.adminGroups.delete(5) },
        .reading("GET admin/groups/{id}/agents", "admin/groups/5/agents?per_page=100", answer: member.list()) {
            member.facts(try await $0.adminGroups.agents(of: 5).all())
        },
        .silent(
            "PATCH admin/groups/{id}/agents", "admin/groups/5/agents", #"{"agents":[{"id":1},{"id":2,"deleted":true}]}"#
        ) { try await $0.adminGroups.changeAgents(of: 5, adding: [1], removing: [2]) },
    ]
}

private let night = Sample<Group>(
    """
    {"id":70000010001,"name":"Night","description":"After ten","agent_ids":[14],"auto_ticket_assign":2,"escalate_to":9,\
    "unassigned_for":"2h","business_hour_id":3,"group_type":"support_agent_group","created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 70_000_010_001
    $0.name == "Night"
    $0.description == "After ten"
    $0.agentIDs == [14]
    $0.autoTicketAssign == .skillBased
    $0.escalateTo == 9
    $0.unassignedFor == "2h"
    $0.businessHourID == 3
    $0.groupType == .supportAgents
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let adminNight = Sample<AdminGroup>(
    """
    {"id":5,"name":"Night","description":"After ten","type":"support_agent_group","escalate_to":9,"unassigned_for":"2h",\
    "agent_ids":[14],"business_calendar_id":1,"allow_agents_to_change_availability":true,\
    "sync_status":{"freshchat":"pass"},"automatic_agent_assignment":{"enabled":true,"type":"channel_specific",\
    "settings":[{"channel":"ticket","assignment_type":"round_robin","assignment_type_settings":{"capping_limit":4}}]},\
    "agent_availability_status":"on","reassignment_enabled":false,"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 5
    $0.name == "Night"
    $0.description == "After ten"
    $0.type == .supportAgents
    $0.escalateTo == 9
    $0.unassignedFor == "2h"
    $0.agentIDs == [14]
    $0.businessCalendarID == 1
    $0.allowAgentsToChangeAvailability == true
    $0.syncStatus == ["freshchat": "pass"]
    $0.automaticAgentAssignment == [
        "enabled": true, "type": "channel_specific",
        "settings": [
            [
                "channel": "ticket", "assignment_type": "round_robin",
                "assignment_type_settings": ["capping_limit": 4],
            ]
        ],
    ]
    $0.agentAvailabilityStatus == "on"
    $0.isReassignmentEnabled == false
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}

private let member = Sample<GroupMember>(
    """
    {"id":7,"ticket_scope":1,"write_access":true,"role_ids":[3],"contact":{"name":"Sam Cole","email":"sam@acme.test","avatar":{"id":9}},\
    "freshcaller_agent":false,"freshchat_agent":true,"created_at":"2025-01-02T09:00:00Z",\
    "updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 7
    $0.ticketScope == .global
    $0.hasWriteAccess == true
    $0.roleIDs == [3]
    $0.contact?.name == "Sam Cole"
    $0.contact?.email == "sam@acme.test"
    $0.contact?.avatar?.id == 9
    $0.isFreshcallerAgent == false
    $0.isFreshchatAgent == true
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
