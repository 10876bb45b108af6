import FreshworksCore

extension FreshdeskService {
    /// The keys of which a new ticket needs at least one.
    private static let identifiers = [
        "requester_id", "email", "phone", "facebook_id", "twitter_id", "unique_external_id",
    ]

    /// Checks how a request names the requester of a ticket.
    func checkRequester(_ writing: inout Writing) {
        let named = Self.identifiers.filter { writing[$0] != nil }
        if writing.isNew && named.isEmpty && !writing.hasRefused(Self.identifiers) {
            writing.refuse("requester_id", .missing)
        }
        // The service finds contacts by their Facebook id but makes none.
        if writing["facebook_id"] != nil { writing.refuse("facebook_id", .dangling("contact")) }
        if named.first == "phone", writing["name"] == nil, findRequester(writing) == nil {
            writing.refuse("name", .missing)
        }
    }

    /// The requester that a request names, who becomes a contact if he is none yet.
    mutating func findOrCreateRequester(_ writing: Writing) -> JSONValue? {
        if let id = findRequester(writing) { return id }
        guard Self.identifiers.contains(where: { writing[$0] != nil }) else { return nil }
        var contact = blank(Self.contacts, at: writing.request.now)
        for key in ["name", "email", "phone", "twitter_id", "unique_external_id"] {
            if let value = writing[key] { contact[key] = value }
        }
        if contact["name"] == .null {
            let address = ["email", "twitter_id", "unique_external_id"].compactMap { writing[$0]?.stringValue }.first
            contact["name"] = .string(String((address ?? "").prefix { $0 != "@" }))
        }
        settle(contact: &contact)
        if let id = contact["id"] { spendID(id, of: Self.contacts) }
        keep(contact, Self.contacts)
        return contact["id"]
    }

    private func findRequester(_ writing: Writing) -> JSONValue? {
        if let id = writing["requester_id"] { return id }
        if let email = writing["email"]?.stringValue { return user(email: email) }
        for key in ["phone", "twitter_id", "unique_external_id"] {
            guard let value = writing[key] else { continue }
            return all(Self.contacts).first { contact in
                contact[key] == value || (key == "phone" && contact["mobile"] == value)
            }?["id"]
        }
        return nil
    }
}
