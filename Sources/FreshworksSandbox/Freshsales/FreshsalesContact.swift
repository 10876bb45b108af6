import Foundation
import FreshworksCore

/// A contact as the sandbox keeps it.
struct FreshsalesContact: Sendable {
    let id: Int64
    let person: InventedPerson
    let ownerID: Int64?
    let city: String
    let leadScore: Int
    let openDealsAmount: String
    let isDeleted: Bool
    let createdAt: Date
    let updatedAt: Date

    static func seeded(_ options: Sandbox.Options, owner: Int64, now: Date) -> [FreshsalesContact] {
        var generator = SeededGenerator(seed: options.seed, purpose: "freshsales contacts")
        return (0..<max(0, options.contacts)).map { index in
            let age = Double(options.contacts - index) * 21_600
            return FreshsalesContact(
                id: 70_050_001_001 + Int64(index), person: InventedPerson(index, at: "customer.example"),
                ownerID: generator.below(3) == 0 ? owner : nil,
                city: generator.pick(["Lyon", "Pune", "Austin", "Osaka"]), leadScore: generator.below(100),
                openDealsAmount: "\(generator.below(10_000)).0", isDeleted: index % 20 == 19,
                createdAt: now.addingTimeInterval(-age),
                updatedAt: now.addingTimeInterval(-age * Double(generator.below(100)) / 100))
        }
    }

    /// A row of a view: no `owner_id` and no other association, which only come with `include`.
    var row: JSONObject {
        let path = "/crm/sales/contacts/\(id)"
        return [
            "id": .int(id), "first_name": .string(person.firstName), "last_name": .string(person.lastName),
            "display_name": .string(person.name), "avatar": .null, "job_title": "Buyer", "city": .string(city),
            "state": .null, "zipcode": .null, "country": .null, "email": .string(person.email),
            "emails": [
                [
                    "id": .int(id + 1_000_000), "value": .string(person.email), "is_primary": true, "label": .null,
                    "_destroy": false,
                ]
            ],
            "time_zone": .null, "work_number": .null, "mobile_number": .null, "address": .null, "last_seen": .null,
            "lead_score": .int(leadScore), "last_contacted": .null, "open_deals_amount": .string(openDealsAmount),
            "won_deals_amount": "0.0",
            "links": [
                "conversations": "\(path)/conversations/all", "timeline_feeds": "\(path)/timeline_feeds",
                "notes": "\(path)/notes?include=creater",
            ],
            "custom_field": ["cf_region": "South"], "created_at": .zoned(createdAt), "updated_at": .zoned(updatedAt),
            "keyword": .null, "medium": .null, "recent_note": .null, "won_deals_count": 0, "open_deals_count": 1,
            "tags": [], "facebook": .null, "twitter": .null, "linkedin": .null, "is_deleted": .bool(isDeleted),
            "external_id": .null, "work_email": .null, "subscription_status": 1, "subscription_types": "1;2;3",
            "customer_fit": 2, "record_type_id": "71000000001",
            "mcr_id": .int(1_450_000_000_000_000_000 + Int64(id % 1_000_000)), "phone_numbers": [],
        ]
    }
}
