import Foundation
import FreshworksCore

/// A support agent. The first one owns the sandbox's API key; he alone is an administrator at first.
struct FreshdeskAgent: Sendable {
    /// Users' ids are large in real accounts; a 32-bit id type fails on them.
    static let firstID: Int64 = 70_040_000_021

    let id: Int64
    /// The keys that requests may set, but those of ``contact``.
    var settings: JSONObject = [
        "occasional": false, "ticket_scope": 1, "signature": .null, "focus_mode": true, "group_ids": [],
        "role_ids": [.int(FreshdeskDirectory.agentRole)], "skill_ids": [],
    ]
    /// What answers nest under `contact`.
    var contact: JSONObject = [
        "active": false, "email": .null, "name": .null, "job_title": .null, "language": "en", "last_login_at": .null,
        "mobile": .null, "phone": .null, "time_zone": "Berlin",
    ]
    var type = "support_agent"
    let createdAt: Date
    var updatedAt: Date

    var email: String { contact["email"] ?? "" }
    var name: String { contact["name"] ?? "" }
    var isFullTime: Bool { settings["occasional"] != true }
    var isAdministrator: Bool {
        (settings["role_ids"]?.arrayValue ?? []).contains(.int(FreshdeskDirectory.administratorRole))
    }

    static func seeded(_ options: Sandbox.Options, now: Date) -> [FreshdeskAgent] {
        (0..<max(1, options.agents)).map { index in
            let person = InventedPerson(index, at: "\(options.account).example")
            let createdAt = now.addingTimeInterval(-200 * 86_400 + Double(index) * 3600)
            var agent = FreshdeskAgent(id: firstID + Int64(index), createdAt: createdAt, updatedAt: createdAt)
            agent.contact["active"] = true
            agent.contact["email"] = .string(person.email)
            agent.contact["name"] = .string(person.name)
            agent.settings["signature"] = "<p>Kind regards</p>"
            agent.settings["group_ids"] = [70_000_010_001]
            if index == 0 { agent.settings["role_ids"] = [.int(FreshdeskDirectory.administratorRole)] }
            return agent
        }
    }

    /// Takes over what a request sets.
    mutating func apply(_ body: FreshdeskBody, now: Date) {
        for key in settings.keys { if let value: JSONValue = body[key] { settings[key] = value } }
        for key in contact.keys { if let value: JSONValue = body[key] { contact[key] = value } }
        updatedAt = now
    }

    var json: JSONValue {
        var object: JSONObject = [
            "id": .int(id), "type": .string(type), "available": false, "available_since": .null,
        ]
        for (key, value) in settings { object[key] = value }
        object["created_at"] = .seconds(createdAt)
        object["updated_at"] = .seconds(updatedAt)
        object["last_active_at"] = .null
        var contact = contact
        contact["created_at"] = .seconds(createdAt)
        contact["updated_at"] = .seconds(updatedAt)
        object["contact"] = .object(contact)
        return .object(object)
    }

    /// Rows of a list lack what the agent is a member of.
    var row: JSONValue {
        var object = json.objectValue ?? JSONObject()
        for key in ["group_ids", "role_ids", "skill_ids"] { object[key] = nil as JSONValue? }
        object["deactivated"] = false
        return .object(object)
    }
}
