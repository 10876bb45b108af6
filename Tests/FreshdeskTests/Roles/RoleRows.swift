import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, Roles.
extension EndpointFolder {
    static let roles = EndpointFolder(
        "Roles", 2,
        """
        GET roles
        GET roles/{id}
        """,
        calls: [
            .reading("GET roles", "roles?per_page=100", answer: supervisor.list()) {
                supervisor.facts(try await $0.roles.list().all())
            },
            .reading("GET roles/{id}", "roles/5", answer: supervisor.answer()) {
                supervisor.facts(try await $0.roles.get(5))
            },
        ])
}

private let supervisor = Sample<Role>(
    """
    {"id":5,"name":"Supervisor","description":"Sees the reports","default":true,"agent_type":1,\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 5
    $0.name == "Supervisor"
    $0.description == "Sees the reports"
    $0.isDefault == true
    $0.agentType == .supportAgent
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
