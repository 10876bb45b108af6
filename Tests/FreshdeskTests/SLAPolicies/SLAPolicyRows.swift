import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, SLA policies.
extension EndpointFolder {
    static let slaPolicies = EndpointFolder(
        "SLA policies", 3,
        """
        GET sla_policies
        POST sla_policies
        PUT sla_policies/{id}
        """,
        calls: [
            .reading("GET sla_policies", "sla_policies?per_page=100", answer: .json(200, #"[{"id":"5"}]"#)) {
                try await $0.slaPolicies.list().all().map(\.id) == [5]
            },
            WireCall(
                "POST sla_policies", "sla_policies",
                """
                {"name":"Gold","sla_target":{"priority_4":{"respond_within":3600,"resolve_within":7200,\
                "business_hours":false,"escalation_enabled":true}},"applicable_to":{"group_ids":[7]}}
                """
            ) {
                let urgent = SLATarget(
                    respondWithin: 3600, resolveWithin: 7200, countsBusinessHours: false, escalates: true)
                try await $0.slaPolicies.create(
                    SLAPolicyDraft(name: "Gold", targets: ["priority_4": urgent], appliesTo: ["group_ids": [7]]))
            },
            WireCall("PUT sla_policies/{id}", "sla_policies/5", #"{"description":null,"active":false}"#) {
                try await $0.slaPolicies.update(
                    5,
                    SLAPolicyUpdate {
                        $0.description = .clear
                        $0.isActive = false
                    })
            },
        ])
}
