import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The life of Freshsales records in the sandbox")
struct FreshsalesSandboxTests {
    private let freshsales: FreshsalesClient

    init() throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
    }

    @Test("a contact is created, viewed, changed, listed, upserted, cloned, deleted and forgotten")
    func contact() async throws {
        let contacts = freshsales.contacts
        let owner = try #require(try await freshsales.selectors.owners().first)
        var draft = ContactDraft(email: "zoe@mail.example", firstName: "Zoë", lastName: "O'Neil")
        draft.jobTitle = "CTO"
        draft.ownerID = owner.id
        let created = try await contacts.create(draft)
        #expect(created.firstName == "Zoë")
        let viewed = try await contacts.get(created.id, include: [.owner, .salesAccounts])
        #expect(viewed.email == "zoe@mail.example")
        #expect(viewed.owner?.id == owner.id)
        let changed = try await contacts.update(
            created.id,
            ContactUpdate {
                $0.lastName = .set("Müller")
                $0.jobTitle = .clear
            })
        #expect(changed.lastName == "Müller")
        #expect(changed.jobTitle == nil)
        #expect(changed.firstName == "Zoë")

        let view = try #require(try await contacts.views().first { $0.name == "All Contacts" })
        let newest = contacts.list(view: view.id, order: .descending(.createdAt), pageSize: 50)
        #expect(try await newest.all().map(\.id).contains(created.id))

        var change = ContactDraft()
        change.city = "Århus"
        let upserted = try await contacts.upsert(by: .email("zoe@mail.example"), change)
        #expect(upserted.id == created.id)
        #expect(upserted.city == "Århus")
        #expect(upserted.firstName == "Zoë")
        let fresh = try await contacts.upsert(
            by: .email("new@mail.example"), ContactDraft(email: "new@mail.example", lastName: "New"))
        #expect(fresh.id != created.id)

        let copy = try await contacts.clone(
            created.id, changing: ContactUpdate { $0.email = .set("copy@mail.example") })
        #expect(copy.id != created.id)
        #expect(copy.firstName == "Zoë")
        try await contacts.delete(created.id)
        #expect(try await newest.all().map(\.id).contains(created.id) == false)
        try await contacts.forget(copy.id)
        await expectRefusal(.notFound) { _ = try await contacts.get(copy.id) }
    }

    @Test("a sales account is created, viewed, changed, listed and deleted")
    func salesAccount() async throws {
        let accounts = freshsales.salesAccounts
        var draft = SalesAccountDraft(name: "Ærø & Søn")
        draft.numberOfEmployees = 12
        draft.annualRevenue = Decimal(string: "1234.56")
        let created = try await accounts.create(draft)
        #expect(created.name == "Ærø & Søn")
        let viewed = try await accounts.get(created.id, include: [.owner, .contacts])
        #expect(viewed.numberOfEmployees == 12)
        #expect(viewed.annualRevenue == Decimal(string: "1234.56"))
        let changed = try await accounts.update(created.id, SalesAccountUpdate { $0.city = .set("Århus") })
        #expect(changed.city == "Århus")
        #expect(changed.name == "Ærø & Søn")
        let view = try #require(try await accounts.views().first { $0.name == "All Accounts" })
        let all = accounts.list(view: view.id, pageSize: 2)
        #expect(try await all.all().map(\.id).contains(created.id))
        await expectRefusal(.requestRefused) { _ = try await accounts.create(SalesAccountDraft(name: "Ærø & Søn")) }
        try await accounts.delete(created.id)
        #expect(try await all.all().map(\.id).contains(created.id) == false)
    }

    @Test("a deal keeps the lines that are written, shows them to those who include them, and loses them again")
    func lines() async throws {
        let deals = freshsales.deals
        let created = try await deals.create(
            DealDraft(name: "Chairs", amount: 10) { $0.products = [["id": 5, "quantity": 2]] })
        #expect(created.hasProducts == true)
        #expect(try await deals.get(created.id, include: [.products]).products == [["id": 5, "quantity": 2]])
        #expect(try await deals.get(created.id).products == nil)
        #expect(try await deals.get(created.id).hasProducts == true)
        _ = try await deals.update(created.id, DealUpdate { $0.products = [["id": 6], ["id": 7]] })
        _ = try await deals.update(created.id, DealUpdate { $0.amount = 20 })
        #expect(try await deals.get(created.id, include: [.products]).products == [["id": 6], ["id": 7]])
        _ = try await deals.upsert(
            by: .id(created.id), DealDraft(name: "Chairs", amount: 10) { $0.products = [["id": 8]] })
        #expect(try await deals.get(created.id, include: [.products]).products == [["id": 8]])
        #expect(try await deals.update(created.id, DealUpdate { $0.products = [] }).hasProducts == false)
        #expect(try await deals.get(created.id, include: [.products]).products == [])
    }

    @Test("a deal is created, viewed, changed, listed and deleted")
    func deal() async throws {
        let deals = freshsales.deals
        let account = try await freshsales.salesAccounts.create(SalesAccountDraft(name: "Ærø"))
        let contact = try await freshsales.contacts.create(ContactDraft(email: "zoe@mail.example"))
        let stages = try await freshsales.selectors.dealStages()
        var draft = DealDraft(name: "Größer", amount: 1234.5)
        draft.salesAccountID = account.id
        draft.dealStageID = stages.first?.id
        draft.addedContactIDs = [contact.id]
        draft.expectedClose = CalendarDay(year: 2025, month: 12, day: 31)
        let created = try await deals.create(draft)
        #expect(created.name == "Größer")
        let viewed = try await deals.get(created.id, include: [.salesAccount, .contacts, .dealStage])
        #expect(viewed.amount == Decimal(string: "1234.5"))
        #expect(viewed.salesAccount?.id == account.id)
        #expect(viewed.contacts?.map(\.id) == [contact.id])
        #expect(viewed.dealStage?.id == stages.first?.id)
        #expect(viewed.expectedClose == CalendarDay(year: 2025, month: 12, day: 31))
        let changed = try await deals.update(
            created.id,
            DealUpdate {
                $0.amount = 2000
                $0.salesAccountID = .clear
                $0.removedContactIDs = [contact.id]
            })
        #expect(changed.amount == 2000)
        #expect(changed.salesAccountID == nil)
        #expect(try await deals.get(created.id, include: [.contacts]).contacts?.isEmpty != false)
        let view = try #require(try await deals.views().first { $0.name == "Open Deals" })
        let all = deals.list(view: view.id, order: .ascending(.amount), pageSize: 3)
        #expect(try await all.all().map(\.id).contains(created.id))
        try await deals.delete(created.id)
        #expect(try await all.all().map(\.id).contains(created.id) == false)
    }
}
