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
        calls: [
            WireCall("GET groups", "groups?per_page=100", answer: .json(200, "[]")) {
                _ = try await $0.groups.list().all()
            },
            WireCall("POST groups", "groups", #"{"name":"Night"}"#) {
                try await $0.groups.create(GroupDraft(name: "Night"))
            },
            WireCall("GET groups/{id}", "groups/5") { _ = try await $0.groups.get(5) },
            WireCall("PUT groups/{id}", "groups/5", #"{"escalate_to":null}"#) {
                try await $0.groups.update(5, GroupUpdate { $0.escalateTo = .clear })
            },
            WireCall("DELETE groups/{id}", "groups/5", answer: .empty(204)) { try await $0.groups.delete(5) },
            .reading(
                "GET admin/groups", "admin/groups?per_page=100",
                answer: .json(200, #"[{"id":1,"type":"support_agent_group","sync_status":{"freshchat":"pass"}}]"#)
            ) { try await $0.adminGroups.list().all().map(\.type) == [.supportAgents] },
            WireCall(
                "POST admin/groups", "admin/groups",
                """
                {"name":"Night","agent_ids":[14],"business_calendar_id":1,\
                "automatic_agent_assignment":{"enabled":true,"type":"channel_specific"}}
                """
            ) {
                try await $0.adminGroups.create(
                    AdminGroupDraft(name: "Night") {
                        $0.agentIDs = [14]
                        $0.businessCalendarID = 1
                        $0.automaticAgentAssignment = ["enabled": true, "type": "channel_specific"]
                    })
            },
            WireCall("GET admin/groups/{id}", "admin/groups/5") { _ = try await $0.adminGroups.get(5) },
            WireCall("PUT admin/groups/{id}", "admin/groups/5", #"{"escalate_to":null}"#) {
                try await $0.adminGroups.update(5, AdminGroupUpdate { $0.escalateTo = .clear })
            },
            WireCall("DELETE admin/groups/{id}", "admin/groups/5", answer: .empty(204)) {
                try await $0.adminGroups.delete(5)
            },
            .reading(
                "GET admin/groups/{id}/agents", "admin/groups/5/agents?per_page=100",
                answer: .json(200, #"[{"id":7,"write_access":true,"contact":{"name":"Sam"},"freshchat_agent":true}]"#)
            ) {
                let member = try await $0.adminGroups.agents(of: 5).first()
                return member?.hasWriteAccess == true && member?.contact?.name == "Sam"
                    && member?.isFreshchatAgent == true
            },
            WireCall(
                "PATCH admin/groups/{id}/agents", "admin/groups/5/agents",
                #"{"agents":[{"id":1},{"id":2,"deleted":true}]}"#, answer: .empty(204)
            ) { try await $0.adminGroups.changeAgents(of: 5, adding: [1], removing: [2]) },
        ])
}
