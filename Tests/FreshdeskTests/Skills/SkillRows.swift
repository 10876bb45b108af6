import Freshdesk
import TestSupport
import Testing

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
            .reading(
                "GET admin/skills", "admin/skills?per_page=100",
                answer: .json(200, #"[{"id":1,"rank":2,"agents":[{"id":7},{"id":"8"}]}]"#)
            ) { try await $0.skills.list().all().map(\.agentIDs) == [[7, 8]] },
            WireCall(
                "POST admin/skills", "admin/skills",
                """
                {"name":"German","agents":[{"id":7}],"match_type":"any","conditions":[{"resource_type":"contact",\
                "field_name":"language","operator":"in","value":["de"]}]}
                """
            ) {
                try await $0.skills.create(
                    SkillDraft(name: "German") {
                        $0.agentIDs = [7]
                        $0.matchType = .any
                        $0.conditions = [
                            ["resource_type": "contact", "field_name": "language", "operator": "in", "value": ["de"]]
                        ]
                    })
            },
            .reading("GET admin/skills/{id}", "admin/skills/1", answer: .json(200, #"{"id":1,"rank":"2"}"#)) {
                try await $0.skills.get(1).rank == 2
            },
            WireCall("PATCH admin/skills/{id}", "admin/skills/1", #"{"rank":1,"agents":[]}"#) {
                try await $0.skills.update(
                    1,
                    SkillUpdate {
                        $0.rank = 1
                        $0.agentIDs = []
                    })
            },
            WireCall("DELETE admin/skills/{id}", "admin/skills/1", answer: .empty(204)) {
                try await $0.skills.delete(1)
            },
        ])
}
