import Foundation
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
            .reading("GET sla_policies", "sla_policies?per_page=100", answer: gold.list()) {
                gold.facts(try await $0.slaPolicies.list().all())
            },
            .reading(
                "POST sla_policies", "sla_policies",
                """
                {"name":"Gold","sla_target":{"priority_4":{"respond_within":3600,"resolve_within":7200,\
                "business_hours":false,"escalation_enabled":true}},"applicable_to":{"group_ids":[7]}}
                """, answer: gold.answer(201)
            ) {
                let urgent = SLATarget(
                    respondWithin: 3600, resolveWithin: 7200, countsBusinessHours: false, escalates: true)
                gold.facts(
                    try await $0.slaPolicies.create(
                        SLAPolicyDraft(name: "Gold", targets: ["priority_4": urgent], appliesTo: ["group_ids": [7]])))
            },
            .reading(
                "PUT sla_policies/{id}", "sla_policies/5", #"{"description":null,"active":false}"#,
                answer: gold.answer()
            ) {
                gold.facts(
                    try await $0.slaPolicies.update(
                        5,
                        SLAPolicyUpdate {
                            $0.description = .clear
                            $0.isActive = false
                        }))
            },
        ])
}

private let gold = Sample<SLAPolicy>(
    """
    {"id":"5","name":"Gold","description":"Who pays most","active":true,"is_default":false,"position":2,\
    "sla_target":{"priority_4":{"respond_within":3600,"resolve_within":7200,"next_respond_within":1800,\
    "business_hours":false,"escalation_enabled":true}},"applicable_to":{"group_ids":[7]},\
    "escalation":{"response":{"escalation_time":0,"agent_ids":[-1]}},"advanced_conditions":{"a":1},\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 5
    $0.name == "Gold"
    $0.description == "Who pays most"
    $0.isActive == true
    $0.isDefault == false
    $0.position == 2
    $0.targets == [
        "priority_4": SLATarget(
            respondWithin: 3600, nextRespondWithin: 1800, resolveWithin: 7200, countsBusinessHours: false,
            escalates: true)
    ]
    $0.appliesTo == ["group_ids": [7]]
    $0.escalation == ["response": ["escalation_time": 0, "agent_ids": [-1]]]
    $0.advancedConditions == ["a": 1]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
