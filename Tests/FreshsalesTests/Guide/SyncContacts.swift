import Foundation
import Freshsales

// What the page "Sync a CRM contact list into an app" shows.

struct Person: Sendable, Equatable {
    var name: String?
    var email: String?
    var owner: String?
}

struct ContactList: Sendable {
    var people: [Int64: Person] = [:]
    var syncedUntil: Date?
}

extension FreshsalesClient {
    func sync(into list: inout ContactList) async throws {
        let batch = try limited(toShare: 0.5)
        var copy = list
        let changed = try await batch.contacts.list(order: .descending(.updatedAt), include: [.owner])
        for try await contact in changed {
            guard let updatedAt = contact.updatedAt else { continue }
            if let last = list.syncedUntil, updatedAt < last { break }
            copy.syncedUntil = max(copy.syncedUntil ?? updatedAt, updatedAt)
            copy.people[contact.id] = Person(
                name: contact.displayName, email: contact.email, owner: contact.owner?.displayName)
        }
        if let bin = try await batch.contacts.views().first(where: { $0.name == "Recycle Bin" }) {
            for try await contact in batch.contacts.list(view: bin.id) { copy.people[contact.id] = nil }
        }
        list = copy
    }
}
