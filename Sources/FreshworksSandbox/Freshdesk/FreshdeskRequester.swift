import Foundation
import FreshworksCore

extension FreshdeskService {
    /// The keys of which a new ticket needs at least one.
    private static let identifiers = [
        "requester_id", "email", "phone", "facebook_id", "twitter_id", "unique_external_id",
    ]

    /// Checks how a request names the requester of a ticket.
    func checkRequester(_ body: FreshdeskBody, isRequired: Bool, _ validation: inout FreshdeskValidation) {
        let named = Self.identifiers.filter { body[$0] != nil }
        if isRequired && named.isEmpty && !validation.hasRefused(Self.identifiers) {
            validation.refuse("requester_id", "missing_field", "Mandatory attribute missing")
        }
        if let id = body["requester_id"]?.int64Value, !hasUser(id) {
            validation.refuseUnknown("contact", "requester_id")
        }
        // The service finds contacts by their Facebook id but makes none.
        if body["facebook_id"] != nil { validation.refuseUnknown("contact", "facebook_id") }
        if named.first == "phone", body["name"] == nil, findRequester(body) == nil {
            validation.refuse("name", "missing_field", "Mandatory attribute missing")
        }
    }

    /// The requester that a request names, who becomes a contact if he is none yet.
    mutating func findOrCreateRequester(_ body: FreshdeskBody, now: Date) -> Int64? {
        if let id = findRequester(body) { return id }
        guard Self.identifiers.contains(where: { body[$0] != nil }) else { return nil }
        var contact = FreshdeskContact(id: makeUserID(), createdAt: now, updatedAt: now)
        contact.introduce(body)
        contacts.append(contact)
        return contact.id
    }

    private func findRequester(_ body: FreshdeskBody) -> Int64? {
        if let id = body["requester_id"]?.int64Value { return id }
        if let email = body["email"]?.stringValue { return user(email: email) }
        for name in ["phone", "twitter_id", "unique_external_id"] {
            guard let value = body[name]?.stringValue else { continue }
            return contacts.first { contact in
                contact.fields[name] == .string(value)
                    || (name == "phone" && contact.fields["mobile"] == .string(value))
            }?.id
        }
        return nil
    }
}
