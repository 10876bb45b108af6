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
        notBuilt: """
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
        ])
}
