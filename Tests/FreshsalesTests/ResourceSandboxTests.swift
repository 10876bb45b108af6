import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The resources of Freshsales against the sandbox")
struct ResourceSandboxTests {
    private let clock = ManualClock()
    private let sandbox: Sandbox
    private let freshsales: FreshsalesClient
    private let contact: Int64 = 70_050_001_001
    private let deal: Int64 = 70_070_001_001

    init() throws {
        var options = Sandbox.Options(clock: clock)
        options.freshsalesHasLeads = true
        sandbox = Sandbox(options)
        freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
    }

    @Test("a note is written, changed, read through its record and deleted")
    func notes() async throws {
        let note = try await freshsales.notes.create(NoteDraft("<p>Called.</p>", about: .deal(deal)))
        #expect(note.target == .deal(deal))
        // Of all records notes alone are created with 200.
        #expect(sandbox.requests.last?.status == 200)
        #expect(
            try await freshsales.notes.update(note.id, NoteUpdate { $0.target = .contact(contact) }).target?.id
                == contact)
        #expect(try await freshsales.contacts.notes(of: contact).all().map(\.description) == ["<p>Called.</p>"])
        #expect(try await freshsales.deals.notes(of: deal).all().isEmpty)
        let happened = try await freshsales.contacts.activities(of: contact).all()
        #expect(happened.map(\.actionableID) == [note.id])
        try await freshsales.notes.delete(note.id)
        #expect(try await freshsales.contacts.notes(of: contact).all().isEmpty)
    }

    @Test("a task is created, listed, done and deleted")
    func tasks() async throws {
        let owner = try #require(try await freshsales.selectors.owners().last)
        let draft = SalesTaskDraft("Send quote", due: clock.wallNow.addingTimeInterval(60), owner: owner.id) {
            $0.target = .contact(contact)
            $0.collaboratorIDs = [owner.id]
        }
        let task = try await freshsales.tasks.create(draft)
        #expect(sandbox.requests.last?.status == 201)
        #expect(task.dueDate == draft.dueDate)
        let listed = try await freshsales.tasks.list(.open, include: [.owner, .users, .target]).all()
        #expect(listed.map(\.id) == [task.id])
        #expect(try await freshsales.tasks.list(.dueToday).all().map(\.id) == [task.id])
        #expect(listed.first?.owner?.email == owner.email)
        #expect(listed.first?.users?.map(\.id) == [owner.id])
        #expect(listed.first?.contact?.id == contact)
        #expect(try await freshsales.contacts.get(contact, include: [.tasks]).tasks?.map(\.title) == ["Send quote"])
        #expect(try await freshsales.tasks.complete(task.id).completedDate == clock.wallNow)
        #expect(try await freshsales.tasks.list(.completed).all().map(\.id) == [task.id])
        // What is done is due no more.
        #expect(try await freshsales.tasks.list(.dueToday).all().isEmpty)
        try await freshsales.tasks.delete(task.id)
        await expectRefusal(.notFound) { _ = try await freshsales.tasks.get(task.id) }
    }

    @Test("an appointment is made, moved, listed with who takes part, and deleted")
    func appointments() async throws {
        let start = clock.wallNow.addingTimeInterval(3600)
        let made = try await freshsales.appointments.create(
            AppointmentDraft("Demo", from: start, to: start.addingTimeInterval(1800)) {
                $0.target = .contact(contact)
                $0.invitees = [.contact(contact), .user(70_010_000_001)]
                $0.location = "Video"
            })
        let listed = try await freshsales.appointments.list(.upcoming, include: [.attendees, .target, .creator]).all()
        #expect(listed.first?.attendees?.map(\.kind) == [.contact, .user])
        #expect(listed.first?.contact?.id == contact)
        #expect(listed.first?.creator != nil)
        let moved = try await freshsales.appointments.update(
            made.id,
            AppointmentUpdate {
                $0.location = .clear
                $0.endDate = start.addingTimeInterval(3600)
            })
        #expect(moved.location == nil)
        #expect(moved.endDate == start.addingTimeInterval(3600))
        #expect(try await freshsales.contacts.appointments(of: contact).all().map(\.id) == [made.id])
        try await freshsales.appointments.delete(made.id)
        await expectRefusal(.notFound) { _ = try await freshsales.appointments.get(made.id) }
    }

    @Test("a sales activity is kept, read and deleted; a deal's timeline shows it")
    func activities() async throws {
        let type = try #require(try await freshsales.selectors.salesActivityTypes().first)
        let outcome = try #require(try await freshsales.selectors.salesActivityOutcomes(type: type.id).first)
        let kept = try await freshsales.salesActivities.create(
            SalesActivityDraft(
                "Call", type: type.id, from: clock.wallNow, to: clock.wallNow.addingTimeInterval(60),
                about: .deal(deal), owner: 70_010_000_001
            ) { $0.salesActivityOutcomeID = outcome.id })
        let listed = try await freshsales.salesActivities.list(include: [.target, .owner, .outcome], pageSize: 1).all()
        #expect(listed.map(\.id) == [kept.id])
        #expect(listed.first?.deal?.id == deal)
        #expect(listed.first?.outcome?.name == outcome.name)
        #expect(try await freshsales.deals.timeline(of: deal).all().count == 1)
        #expect(
            try await freshsales.salesActivities.update(kept.id, SalesActivityUpdate { $0.notes = .set("Ok") }).notes
                == "Ok")
        try await freshsales.salesActivities.delete(kept.id)
        #expect(try await freshsales.salesActivities.list().all().isEmpty)
    }

    @Test("a file and a link hang on a contact")
    func files() async throws {
        let content = Data("%PDF".utf8)
        let file = try await freshsales.files.upload(
            .data(content, filename: "offer.pdf", contentType: "application/pdf"), to: .contact(contact))
        #expect(file.contentFileSize == 4)
        #expect(file.contentType == "application/pdf")
        let url = try #require(URL(string: "https://files.example/a"))
        let link = try await freshsales.files.link(url, name: "More", to: .contact(contact), isShared: false)
        let all = try await freshsales.contacts.documents(of: contact)
        #expect(all.documents.map(\.id) == [file.id])
        #expect(all.links.map(\.url) == [url])
        #expect(link.isShared == false)
        await expectRefusal(.requestRefused) {
            try await freshsales.files.upload(.data(content, filename: "a"), to: .deal(1))
        }
    }

    @Test("a phone call is kept in both ways of saying it, with its note", arguments: [PhoneCallEncoding.json, .form])
    func phoneCalls(encoding: PhoneCallEncoding) async throws {
        let call = try await freshsales.phoneCalls.create(
            PhoneCallDraft(incoming: false, with: .contact(contact), note: "Wants a quote"), as: encoding)
        #expect(call.isIncoming == false)
        #expect(call.target == .contact(contact))
        #expect(call.note?.description == "Wants a quote")
        #expect(try await freshsales.contacts.notes(of: contact).all().first?.id == call.noteID)
    }

    @Test("contacts are put on a list, moved to another and taken off")
    func lists() async throws {
        let news = try await freshsales.lists.create(MarketingListDraft(name: "News"))
        let other = try await freshsales.lists.create(MarketingListDraft(name: "Other"))
        #expect(try await freshsales.lists.list().all().map(\.name) == ["News", "Other"])
        let ids = (0..<3).map { contact + $0 }
        try await freshsales.lists.add(ids, to: news.id)
        try await freshsales.lists.move([ids[0]], from: news.id, to: other.id)
        #expect(try await freshsales.lists.contacts(of: news.id).all().map(\.id) == [ids[1], ids[2]])
        #expect(try await freshsales.lists.contacts(of: other.id).all().map(\.id) == [ids[0]])
        try await freshsales.lists.remove([ids[1]], from: news.id)
        #expect(try await freshsales.lists.contacts(of: news.id).all().map(\.id) == [ids[2]])
        try await freshsales.lists.removeAll(from: news.id)
        #expect(try await freshsales.lists.contacts(of: news.id).all().isEmpty)
        #expect(try await freshsales.lists.update(news.id, MarketingListUpdate { $0.name = "Old" }).name == "Old")
    }

    @Test("products have prices that are added, changed and removed; documents are about products")
    func products() async throws {
        let product = try await freshsales.products.create(ProductDraft(name: "Chair"))
        let table = try await freshsales.products.create(
            ProductDraft(name: "Table") { $0.pricings = [ProductPricing(json: ["unit_price": 9])] })
        #expect(try await freshsales.products.get(table.id, include: [.pricings]).pricings?.count == 1)
        let priced = try await freshsales.products.update(
            product.id, ProductUpdate { $0.pricings = [ProductPricing(json: ["unit_price": 5])] })
        let price = try #require(priced.pricings?.first?.id)
        _ = try await freshsales.products.update(product.id, ProductUpdate { $0.pricings = [.removing(price)] })
        #expect(try await freshsales.products.get(product.id, include: [.pricings]).pricings == [])
        #expect(try await freshsales.products.get(product.id).pricings == nil)
        let quote = try await freshsales.cpqDocuments.create([
            "name": "Q1", "products": [["id": product.id.jsonValue]],
        ])
        #expect(try await freshsales.cpqDocuments.products(of: quote.id).map(\.name) == ["Chair"])
        try await freshsales.cpqDocuments.update(quote.id, ["products": [["id": table.id.jsonValue]]])
        #expect(try await freshsales.cpqDocuments.products(of: quote.id).map(\.name) == ["Table"])
        try await freshsales.cpqDocuments.assign([quote.id], to: 70_010_000_002)
        #expect(try await freshsales.cpqDocuments.get(quote.id).json["owner_id"] == 70_010_000_002)
        try await freshsales.cpqDocuments.delete(quote.id)
        try await freshsales.cpqDocuments.restore(quote.id)
        try await freshsales.cpqDocuments.forget(quote.id)
        await expectRefusal(.notFound) { _ = try await freshsales.cpqDocuments.get(quote.id) }
        try await freshsales.products.delete([product.id])
        #expect(try await freshsales.products.get(product.id).json["is_deleted"] == true)
        try await freshsales.products.restore(product.id)
        #expect(try await freshsales.products.get(product.id).json["is_deleted"] == false)
    }

    @Test("records of a custom module live as others do; another module is not found")
    func customModule() async throws {
        let orders = freshsales.customModule("cm_orders")
        let order = try await orders.create(
            CustomModuleDraft(name: "No. 7") { $0.customFields["cf_amount"] = 12 })
        #expect(order.creatorID == 70_010_000_001)
        let copy = try await orders.clone(order.id, changing: CustomModuleUpdate { $0.name = "No. 8" })
        let amount: Int? = copy.customFields["cf_amount"]
        #expect(amount == 12)
        #expect(try await orders.list(view: 70_000_000_151).all().map(\.name) == ["No. 7", "No. 8"])
        let sorted = try await orders.list(
            view: 70_000_000_151, order: .descending(ViewAttribute(rawValue: "name")), include: [.creator]
        ).all()
        #expect(sorted.map(\.name) == ["No. 8", "No. 7"])
        #expect(sorted.map { $0.creator?.id } == [70_010_000_001, 70_010_000_001])
        #expect(
            try await orders.update(copy.id, CustomModuleUpdate { $0.ownerID = .set(70_010_000_002) }).ownerID != nil)
        try await orders.delete([order.id])
        #expect(try await orders.list(view: 70_000_000_151).all().map(\.id) == [copy.id])
        try await orders.forget(copy.id)
        await expectRefusal(.notFound) { _ = try await orders.get(copy.id) }
        await expectRefusal(.notFound) { _ = try await freshsales.customModule("cm_none").get(order.id) }
        #expect(
            try await freshsales.fieldSettings.modules().filter { $0.isCustom == true }.map(\.entityName) == [
                "cm_orders"
            ])
    }

    @Test("a field that the account has made is among the settings, and on the form")
    func fields() async throws {
        try sandbox.freshsales.defineField("cf_size", .dropdown(["S", "L"]), on: "deals")
        let deals = try await freshsales.fieldSettings.fields(of: .deals)
        #expect(deals["cf_size"]?.choices?.map(\.value) == ["S", "L"])
        #expect(deals["cf_size"]?.baseModel == "Deal")
        #expect(deals.groups.first?.id == deals["cf_size"]?.fieldGroupID)
        let forms = try await freshsales.fieldSettings.forms(of: "deals")
        #expect(forms.first?.fields?.first?.fields?.map(\.name).contains("cf_size") == true)
        for module in [FieldModule.contacts, .salesAccounts, .leads, .salesActivities] {
            #expect(try await freshsales.fieldSettings.fields(of: module).fields.isEmpty == false)
        }
    }

    @Test("a lead is created, listed, copied, converted and gone")
    func leads() async throws {
        let draft = LeadDraft(email: "lea@lead.example") {
            $0.firstName = "Lea"
            $0.company = LeadCompany(name: "Lead Works", ["city": "Lyon"])
            $0.deal = LeadDeal(name: "First", amount: 12.5)
        }
        let lead = try await freshsales.leads.create(draft)
        #expect(lead.displayName == "Lea")
        #expect(lead.company?.city == "Lyon")
        let stage = try #require(try await freshsales.selectors.leadStages().last)
        _ = try await freshsales.leads.update(lead.id, LeadUpdate { $0.leadStageID = .set(stage.id) })
        #expect(try await freshsales.leads.get(lead.id, include: [.leadStage]).leadStage?.name == stage.name)
        let view = try #require(try await freshsales.leads.views().first)
        #expect(try await freshsales.leads.list(view: view.id).all().map(\.id) == [lead.id])
        #expect(try await freshsales.leads.activities(of: lead.id).all().isEmpty)
        let copy = try await freshsales.leads.clone(
            lead.id, changing: LeadUpdate { $0.email = .set("leo@lead.example") })
        try await freshsales.leads.forget(copy.id)
        let made = try await freshsales.leads.convert(lead.id)
        #expect(made.deal?.amount == 12.5)
        #expect(made.deal?.salesAccountID == made.salesAccount?.id)
        await expectRefusal(.notFound) { _ = try await freshsales.leads.get(lead.id) }
    }

    @Test("a record is given to another owner and a team; a company names its people")
    func assignment() async throws {
        let owners = try await freshsales.selectors.owners()
        #expect(try await freshsales.contacts.assign(contact, to: owners[2].id).ownerID == owners[2].id)
        let team = try await freshsales.deals.setTeam(of: deal, owners.map(\.id))
        #expect(team.teamUserIDs?.choices == owners.map { String($0.id) })
        let account = try #require(
            try await freshsales.contacts.get(contact, include: [.salesAccounts]).salesAccounts?.first)
        #expect(try await freshsales.salesAccounts.contacts(of: account.id).all().map(\.id).contains(contact))
    }
}
