import Freshsales
import FreshworksSandbox

extension DemoTour {
    static let freshsalesSteps = [
        Step(title: "Create, upsert and delete a Freshsales contact") { try await $0.contactLife() },
        Step(title: "Read all pages of a view of contacts, each with its owner") { try await $0.contactsWithOwners() },
    ]

    private func contactLife() async throws -> String {
        let contacts = try freshsales().contacts
        let made = try await contacts.create(ContactDraft(lastName: "Sample", email: "sample@example.com"))
        let changed = try await contacts.upsert(
            by: .email("sample@example.com"), ContactDraft { $0.jobTitle = "Buyer" })
        try expect(changed.id == made.id && changed.jobTitle == "Buyer", "the upsert made a second contact")
        try await contacts.delete(made.id)
        return "Contact \(made.id) was created, changed by its e-mail address and deleted."
    }

    private func contactsWithOwners() async throws -> String {
        let contacts = try freshsales().contacts
        guard let view = try await contacts.views().first else {
            throw DemoFailure(description: "there is no view")
        }
        let list = contacts.list(view: view.id, include: [.owner], pageSize: 25)
        let owner = try await list.first()?.owner
        try expect(owner != nil, "the first contact has no owner")
        return try await countPages(of: list) + " The first belongs to \(owner?.displayName ?? "somebody")."
    }
}
