import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

// What the page of recipes shows.
func isAuthorized(_ freshsales: FreshsalesClient) async throws -> Bool {
    try await freshsales.verify().verdict == .valid
}

func createContact(_ freshsales: FreshsalesClient) async throws -> Contact {
    try await freshsales.contacts.create(
        ContactDraft(email: "ines@example.com", firstName: "Ines", lastName: "Moreau") { $0.jobTitle = "Buyer" })
}

func createContact(_ freshsales: FreshsalesClient, at company: SalesAccount, region: String) async throws -> Contact {
    var draft = ContactDraft(email: "noa@example.com", firstName: "Noa", lastName: "Lind")
    draft.salesAccounts = [ContactSalesAccount(company.id, isPrimary: true)]
    draft.customFields["cf_region"] = region
    return try await freshsales.contacts.create(draft)
}

func updateContact(_ freshsales: FreshsalesClient, _ id: Int64) async throws -> Contact {
    try await freshsales.contacts.update(
        id,
        ContactUpdate {
            $0.city = "Lyon"
            $0.jobTitle = .clear
        })
}

func emptyFields(_ freshsales: FreshsalesClient, of id: Int64) async throws -> Contact {
    try await freshsales.contacts.update(
        id,
        ContactUpdate {
            $0.city = .clear
            $0.customFields["cf_region"] = .null
        })
}

func writeContact(_ freshsales: FreshsalesClient, email: String, jobTitle: String) async throws -> Contact {
    try await freshsales.contacts.upsert(by: .email(email), ContactDraft(email: email) { $0.jobTitle = jobTitle })
}

func note(_ freshsales: FreshsalesClient, _ html: String, about contact: Contact) async throws -> Note {
    try await freshsales.notes.create(NoteDraft(html, about: .contact(contact.id)))
}

func deleteContact(_ freshsales: FreshsalesClient, _ id: Int64) async throws {
    try await freshsales.contacts.delete(id)
}

func allContacts(_ freshsales: FreshsalesClient) async throws -> [Contact] {
    try await freshsales.contacts.list(order: .ascending(.createdAt), include: [.owner]).all()
}

func contacts(_ freshsales: FreshsalesClient, named name: String) async throws -> [Contact] {
    try await freshsales.contacts.lookup(.name, name, include: [.owner, .salesAccounts])
}

func contact(_ freshsales: FreshsalesClient, email: String) async throws -> Contact? {
    try await freshsales.contacts.lookup(.email, email, include: [.owner, .salesAccounts]).first
}

func writeCities(
    _ freshsales: FreshsalesClient, _ cities: [(email: String, city: String)]
) async throws -> [String] {
    let records = cities.map { row in
        BulkUpsert<Contact>(by: .email(row.email), ContactDraft { $0.city = row.city })
    }
    let report = try await freshsales.contacts.bulkUpsert(records)
    return report.entries.indices.filter { report.entries[$0].outcome.state != .succeeded }
        .map { "\(cities[$0].email): \(report.entries[$0].outcome.reason ?? "nothing is known of it")" }
}

func createDeal(_ freshsales: FreshsalesClient, for salesAccountID: Int64) async throws -> Deal {
    try await freshsales.deals.create(
        DealDraft(name: "Rhone Tools - renewal", amount: 1500) {
            $0.salesAccountID = salesAccountID
            $0.expectedClose = CalendarDay(year: 2026, month: 3, day: 31)
        })
}

func updateDeal(_ freshsales: FreshsalesClient, _ id: Int64, stage: DealStage) async throws -> Deal {
    try await freshsales.deals.update(
        id,
        DealUpdate {
            $0.dealStageID = .set(stage.id)
            $0.amount = 2000
        })
}

func deleteDeal(_ freshsales: FreshsalesClient, _ id: Int64) async throws {
    try await freshsales.deals.delete(id)
}

func allDeals(_ freshsales: FreshsalesClient) async throws -> [Deal] {
    var deals: [Int64: Deal] = [:]
    for view in ["Open Deals", "Won Deals", "Lost Deals"] {
        for try await deal in try await freshsales.deals.list(viewNamed: view, include: [.owner]) {
            deals[deal.id] = deal
        }
    }
    return Array(deals.values)
}

func deals(_ freshsales: FreshsalesClient, named name: String) async throws -> [Deal] {
    try await freshsales.deals.lookup(.name, name, include: [.owner, .salesAccount])
}

// What the page about changes shows.
struct ContactSync {
    let freshsales: FreshsalesClient
    let save: @Sendable ([Contact]) async throws -> Void
    let remove: @Sendable ([Int64]) async throws -> Void

    /// All contacts; with the cursor of a run that was stopped, those that are left.
    func everything(from cursor: PageCursor?, keeping keep: (PageCursor?) async throws -> Void) async throws {
        let list = try await freshsales.contacts.list(order: .ascending(.createdAt), include: [.owner], from: cursor)
        for try await page in list.pages {
            try await save(page.items)
            try await keep(page.next)
        }
    }

    /// What has changed or gone since a moment, with a minute to spare for clocks and the service's index.
    func changes(since date: Date) async throws {
        let changed: SearchQuery<Contact> = .updatedAt(.after(date.addingTimeInterval(-60)))
        for try await contact in freshsales.contacts.search(changed).complete(include: [.owner]) {
            try await save([contact])
        }
        let bin = try await freshsales.contacts.list(viewNamed: "Recycle Bin")
        try await remove(bin.all().map(\.id))
    }
}

@Suite("The pages of Freshsales")
struct GuideTests {
    private let clock: ManualClock
    private let sandbox: Sandbox
    private let freshsales: FreshsalesClient

    init() throws {
        clock = ManualClock()
        sandbox = Sandbox(Sandbox.Options(clock: clock))
        freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
    }

    @Test("show only code that is compiled here", arguments: [("Recipes", 17), ("FollowChanges", 1)])
    func codeIsCompiled(page: String, count: Int) throws {
        let here = URL(filePath: #filePath)
        let address = here.deletingLastPathComponent()
            .appending(path: "../../../Sources/Freshsales/Freshsales.docc/\(page).md").standardizedFileURL
        let code = try String(contentsOf: here, encoding: .utf8)
        let blocks = try String(contentsOf: address, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == count)
        for block in blocks {
            let text = block.output.1
            let imports = text.split(separator: "\n").filter { $0.hasPrefix("import ") }
            let body = text.dropFirst(imports.isEmpty ? 0 : imports.joined(separator: "\n").count + 2)
            #expect(imports.allSatisfy { code.contains("\($0)\n") } && code.contains(body), "\(text)")
        }
    }

    @Test("the check of the credential tells a good key from a bad one")
    func authorization() async throws {
        #expect(try await isAuthorized(freshsales))
        sandbox.freshsales.rotateKey()
        #expect(try await isAuthorized(freshsales) == false)
    }

    @Test("a contact is created, found by name and address, changed, listed and deleted")
    func contactActions() async throws {
        let created = try await createContact(freshsales)
        #expect(created.jobTitle == "Buyer")
        // The account has somebody of that name already.
        #expect(try await contacts(freshsales, named: "Ines Moreau").map(\.id).contains(created.id))
        #expect(try await contact(freshsales, email: "INES@example.com")?.id == created.id)
        #expect(try await contact(freshsales, email: "nobody@example.com") == nil)
        let changed = try await updateContact(freshsales, created.id)
        #expect(changed.city == "Lyon")
        #expect(changed.jobTitle == nil)
        let all = try await allContacts(freshsales)
        // 60 contacts are there at first, three of them in the bin.
        #expect(all.count == 58)
        #expect(all.last?.id == created.id)
        try await deleteContact(freshsales, created.id)
        #expect(try await allContacts(freshsales).count == 57)
    }

    @Test("a contact belongs to a company, loses fields, is written by its address and gets a note")
    func moreContactActions() async throws {
        let company = try await freshsales.salesAccounts.create(SalesAccountDraft(name: "Rhône Tools"))
        let created = try await createContact(freshsales, at: company, region: "South")
        let noa = try await freshsales.contacts.get(created.id, include: [.salesAccounts])
        #expect(noa.salesAccounts?.map(\.id) == [company.id])
        #expect(noa.customFields["cf_region"] == "South")

        let emptied = try await emptyFields(freshsales, of: created.id)
        let region: String? = emptied.customFields["cf_region"]
        #expect(region == nil && emptied.city == nil && emptied.lastName == "Lind")

        #expect(try await writeContact(freshsales, email: "noa@example.com", jobTitle: "Buyer").id == created.id)
        #expect(try await freshsales.contacts.get(created.id).jobTitle == "Buyer")
        let other = try await writeContact(freshsales, email: "kim@example.com", jobTitle: "Clerk")
        #expect(other.id != created.id && other.jobTitle == "Clerk")

        #expect(try await note(freshsales, "<p>Called.</p>", about: noa).description == "<p>Called.</p>")
        let found = try await freshsales.contacts.search(.email(.is("noa@example.com"))).all()
        #expect(found.map(\.id) == [created.id])
    }

    @Test("many contacts are written in one call, and those that were not are told")
    func manyContacts() async throws {
        // A clock that does not make the jobs wait.
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        _ = try await createContact(freshsales)
        let rows = [(email: "ines@example.com", city: "Lyon"), (email: "new@example.com", city: "Nice")]
        #expect(try await writeCities(freshsales, rows) == [])
        #expect(try await contact(freshsales, email: "ines@example.com")?.city == "Lyon")
        #expect(try await contact(freshsales, email: "new@example.com")?.city == "Nice")
        let refusal = #"{"errors":{"code":400,"message":["No room."]}}"#
        sandbox.inject(.status(400, headers: ["Content-Type": "application/json"], body: refusal))
        let left = try await writeCities(freshsales, rows)
        #expect(left.count == 2)
        #expect(left.first?.hasPrefix("ines@example.com: ") == true)
        #expect(left.first?.contains("No room.") == true)
    }

    @Test("a deal is created, found by its name, changed, listed and deleted")
    func dealActions() async throws {
        let account = try await freshsales.salesAccounts.create(SalesAccountDraft(name: "Ærø"))
        let created = try await createDeal(freshsales, for: account.id)
        let found = try await deals(freshsales, named: "Rhone Tools - renewal")
        #expect(found.map(\.id) == [created.id])
        #expect(found.first?.salesAccount?.name == "Ærø")
        let stages = try await freshsales.selectors.dealStages()
        let won = try await updateDeal(freshsales, created.id, stage: #require(stages.first { $0.name == "Won" }))
        #expect(won.probability == 100)
        #expect(won.amount == 2000)
        // 40 deals are there at first, two of them in the bin.
        #expect(try await allDeals(freshsales).count == 39)
        try await deleteDeal(freshsales, created.id)
        #expect(try await allDeals(freshsales).count == 38)
    }

    /// What an app keeps.
    private actor Shelf {
        var contacts: [Int64: Contact] = [:]
        var cursor: PageCursor?
        func keep(_ page: [Contact]) { for contact in page { contacts[contact.id] = contact } }
        func drop(_ ids: [Int64]) { for id in ids { contacts[id] = nil } }
        func remember(_ place: PageCursor?) { cursor = place }
    }

    @Test("a sync takes everything, goes on after a stop, and then follows what changes")
    func sync() async throws {
        struct Stop: Error {}
        let many = Sandbox(Sandbox.Options(clock: clock, contacts: 260))
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(many.freshsales.apiKey), runtime: many.runtime)
        let shelf = Shelf()
        let sync = ContactSync(freshsales: freshsales) {
            await shelf.keep($0)
        } remove: {
            await shelf.drop($0)
        }
        await #expect(throws: Stop.self) {
            try await sync.everything(from: nil) {
                await shelf.remember($0)
                throw Stop()
            }
        }
        #expect(await shelf.contacts.count == 100)
        try await sync.everything(from: await shelf.cursor) { await shelf.remember($0) }
        // Every twentieth is in the bin.
        #expect(await shelf.contacts.count == 247)
        #expect(await shelf.cursor == nil)

        let then = clock.wallNow
        clock.advance(by: .seconds(3600))
        let created = try await createContact(freshsales)
        let changed = try await updateContact(freshsales, 70_050_001_001)
        try await deleteContact(freshsales, 70_050_001_002)
        try await sync.changes(since: then)
        let contacts = await shelf.contacts
        #expect(contacts.count == 247)
        #expect(contacts[created.id]?.jobTitle == "Buyer")
        #expect(contacts[changed.id]?.city == "Lyon")
        // The rows of a search lack this; the contacts themselves have it.
        let region: String? = contacts[changed.id]?.customFields["cf_region"]
        #expect(region == "South")
        #expect(contacts[70_050_001_002] == nil)
    }
}
