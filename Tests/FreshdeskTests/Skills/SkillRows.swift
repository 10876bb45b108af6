import Foundation
import Freshdesk
import TestSupport

// Source: developers.freshdesk.com/api, skills; old omnichannel accounts have the same calls at /skills.
extension EndpointFolder {
    static let skills = EndpointFolder(
        "Skills", 5,
        """
        GET admin/skills
        POST admin/skills
        GET admin/skills/{id}
        PATCH admin/skills/{id}
        DELETE admin/skills/{id}
        """,
        calls: [
            .reading("GET admin/skills", "admin/skills?per_page=100", answer: german.list()) {
                german.facts(try await $0.skills.list().all())
            },
            .reading(
                "POST admin/skills", "admin/skills",
                """
                {"name":"German","agents":[{"id":7}],"match_type":"any","conditions":[{"resource_type":"contact",\
                "field_name":"language","operator":"in","value":["de"]}]}
                """, answer: german.answer(201)
            ) {
                german.facts(
                    try await $0.skills.create(
                        SkillDraft(name: "German") {
                            $0.agentIDs = [7]
                            $0.matchType = .any
                            $0.conditions = [
                                [
                                    "resource_type": "contact", "field_name": "language", "operator": "in",
                                    "value": ["de"],
                                ]
                            ]
                        }))
            },
            .reading("GET admin/skills/{id}", "admin/skills/1", answer: german.answer()) {
                german.facts(try await $0.skills.get(1))
            },
            .reading(
                "PATCH admin/skills/{id}", "admin/skills/1", #"{"rank":1,"agents":[]}"#, answer: german.answer()
            ) {
                german.facts(
                    try await $0.skills.update(
                        1,
                        SkillUpdate {
                            $0.rank = 1
                            $0.agentIDs = []
                        }))
            },
            .silent("DELETE admin/skills/{id}", "admin/skills/1") { try await $0.skills.delete(1) },
        ])
}

private let german = Sample<Skill>(
    """
    {"id":1,"name":"German","rank":"2","agents":[{"id":7},{"id":"8"}],"match_type":"any",\
    "conditions":[{"resource_type":"contact","field_name":"language","operator":"in","value":["de"]}],\
    "created_at":"2025-01-02T09:00:00Z","updated_at":"2025-01-03T09:00:00Z"}
    """
) {
    $0.id == 1
    $0.name == "German"
    $0.rank == 2
    $0.agentIDs == [7, 8]
    $0.matchType == .any
    $0.conditions == [["resource_type": "contact", "field_name": "language", "operator": "in", "value": ["de"]]]
    $0.createdAt == utc(2025, 1, 2, 9)
    $0.updatedAt == utc(2025, 1, 3, 9)
}
