import Foundation
import FreshworksCore

/// A support agent. The first one owns the sandbox's API key and is an administrator.
struct FreshdeskAgent: Sendable {
    let id: Int64
    let person: InventedPerson
    let createdAt: Date

    /// Users' ids are large in real accounts; a 32-bit id type fails on them.
    static func seeded(_ options: Sandbox.Options, now: Date) -> [FreshdeskAgent] {
        (0..<max(1, options.agents)).map { index in
            FreshdeskAgent(
                id: 70_040_000_021 + Int64(index), person: InventedPerson(index, at: "\(options.account).example"),
                createdAt: now.addingTimeInterval(-200 * 86_400 + Double(index) * 3600))
        }
    }

    var json: JSONValue {
        [
            "id": .int(id), "type": "support_agent", "available": false, "available_since": .null,
            "occasional": false, "ticket_scope": 1, "signature": "<p>Kind regards</p>", "focus_mode": true,
            "group_ids": [70_000_010_001], "role_ids": [70_000_379_706], "skill_ids": [],
            "created_at": .seconds(createdAt), "updated_at": .seconds(createdAt), "last_active_at": .null,
            "contact": [
                "active": true, "email": .string(person.email), "name": .string(person.name), "job_title": .null,
                "language": "en", "last_login_at": .null, "mobile": .null, "phone": .null, "time_zone": "Berlin",
                "created_at": .seconds(createdAt), "updated_at": .seconds(createdAt),
            ],
        ]
    }
}

extension FreshdeskService {
    static let agentRoutes = [
        Route<FreshdeskService>("GET", "agents/me") { request, service throws(SandboxReply) in
            var validation = FreshdeskValidation()
            validation.allowOnly([], in: request.query)
            try validation.finish()
            return .json(200, service.agents[0].json)
        }
    ]
}
