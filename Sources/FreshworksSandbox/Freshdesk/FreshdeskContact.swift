import Foundation
import FreshworksCore

/// A customer.
struct FreshdeskContact: Sendable {
    private static let defaults: JSONObject = [
        "name": .null, "email": .null, "phone": .null, "mobile": .null, "twitter_id": .null,
        "unique_external_id": .null, "social_handler": [], "other_emails": [], "company_id": .null,
        "view_all_tickets": .null, "other_companies": [], "address": .null, "description": .null, "job_title": .null,
        "language": "en", "time_zone": "Berlin", "tags": [], "custom_fields": ["department": .null],
    ]

    let id: Int64
    /// The keys that requests may set, as answers show them.
    var fields = defaults
    var isActive = false
    var isDeleted = false
    var isBlocked = false
    var avatar: FreshdeskAttachment?
    let createdAt: Date
    var updatedAt: Date

    /// Whether it can only be read.
    var isFrozen: Bool { isDeleted || isBlocked }
    var name: String { fields["name"] ?? "" }
    var email: String? { fields["email"] }
    var companyID: Int64? { fields["company_id"] }
    var emails: [String] {
        let others = fields["other_emails"]?.arrayValue ?? []
        return [email].compactMap(\.self) + others.compactMap(\.stringValue)
    }

    /// The requesters of the seeded tickets: two thirds of them belong to a company by the domain of their address.
    static func seeded(now: Date) -> [FreshdeskContact] {
        (0..<50).map { index in
            let domains = ["globex.example", "initech.example", "mail.example"]
            let person = InventedPerson(index + 40, at: domains[index % 3])
            let createdAt = now.addingTimeInterval(-100 * 86_400 + Double(index) * 3600)
            var contact = FreshdeskContact(
                id: 70_041_000_001 + Int64(index), isActive: index.isMultiple(of: 2), createdAt: createdAt,
                updatedAt: createdAt)
            contact.fields["name"] = .string(person.name)
            contact.fields["email"] = .string(person.email)
            contact.fields["phone"] = .string("+1 555 01\(10 + index)")
            contact.linkCompany()
            return contact
        }
    }

    init(
        id: Int64, isActive: Bool = false, createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.isActive = isActive
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// What is left of an agent who was deleted.
    init(_ agent: FreshdeskAgent, now: Date) {
        self.init(
            id: agent.id, isActive: agent.contact["active"] == true, createdAt: agent.createdAt, updatedAt: now)
        for key in fields.keys { if let value: JSONValue = agent.contact[key] { fields[key] = value } }
    }

    /// Takes over what a request sets; of the custom fields only those that were sent.
    mutating func apply(_ body: FreshdeskBody, now: Date) {
        for key in fields.keys where key != "custom_fields" {
            if let value: JSONValue = body[key] { fields[key] = value }
        }
        fields.merge("custom_fields", body["custom_fields"])
        if body["company_id"] == nil && companyID == nil { linkCompany() }
        if companyID == nil {
            fields["view_all_tickets"] = JSONValue.null
        } else if fields["view_all_tickets"]?.isNull ?? true {
            fields["view_all_tickets"] = false
        }
        updatedAt = now
    }

    /// Becomes what a new ticket says of its requester.
    mutating func introduce(_ body: FreshdeskBody) {
        for key in ["name", "email", "phone", "twitter_id", "unique_external_id"] {
            if let value: JSONValue = body[key] { fields[key] = value }
        }
        if fields["name"]?.isNull ?? true {
            let address: String = body["email"] ?? body["twitter_id"] ?? body["unique_external_id"] ?? ""
            fields["name"] = .string(String(address.prefix { $0 != "@" }))
        }
        linkCompany()
    }

    private mutating func linkCompany() {
        guard let company = FreshdeskDirectory.company(ofEmail: email) else { return }
        fields["company_id"] = .int(company.id)
        fields["view_all_tickets"] = false
    }

    func json(avatar: JSONValue) -> JSONValue {
        var object: JSONObject = ["id": .int(id), "active": .bool(isActive), "contact_type": "contact"]
        for (key, value) in fields { object[key] = value }
        object["facebook_id"] = .null
        object["deleted"] = .bool(isDeleted)
        object["csat_rating"] = .null
        object["preferred_source"] = "email"
        object["twitter_profile_status"] = false
        object["twitter_followers_count"] = .null
        object["avatar"] = avatar
        object["devices"] = []
        object["created_at"] = .seconds(createdAt)
        object["updated_at"] = .seconds(updatedAt)
        return .object(object)
    }

    /// Rows of a list lack some keys, and name other companies by their ids alone.
    var row: JSONValue {
        var object = json(avatar: .null).objectValue ?? JSONObject()
        for key in ["tags", "other_emails", "avatar", "devices", "deleted"] { object[key] = nil as JSONValue? }
        let others = fields["other_companies"]?.arrayValue ?? []
        object["other_companies"] = .array(others.compactMap { $0["company_id"] as JSONValue? })
        return .object(object)
    }
}

extension JSONObject {
    /// Sets the members of an object within this one.
    mutating func merge(_ key: String, _ changes: JSONValue?) {
        guard let changes = changes?.objectValue else { return }
        var inner = self[key]?.objectValue ?? JSONObject()
        for (name, value) in changes { inner[name] = value }
        self[key] = .object(inner)
    }
}
