import FreshworksCore

/// The user whom the API key belongs to.
struct FreshsalesOwner: Sendable {
    let id: Int64 = 70_010_000_001
    let person: InventedPerson

    var json: JSONValue {
        [
            "id": .int(id), "display_name": .string(person.name), "email": .string(person.email), "is_active": true,
            "work_number": .null, "mobile_number": .null,
        ]
    }
}
