import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Searches and bulk calls against the Freshsales sandbox")
struct SearchLifeTests {
    private let clock = ManualClock()
    private let sandbox: Sandbox
    private let freshsales: FreshsalesClient

    init() throws {
        sandbox = Sandbox(Sandbox.Options(clock: clock))
        freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
    }

    @Test("a filtered search finds by owner, time, tag, address and own fields, and is completed")
    func filtered() async throws {
        let contacts = freshsales.contacts
        let start = clock.wallNow
        clock.advance(by: .seconds(60))
        let ines = try await contacts.create(
            ContactDraft(email: "ines@example.com") {
                $0.tags = ["vip"]
                $0.ownerID = 70_010_000_002
                $0.customFields["cf_region"] = "North"
            })
        let queries: [SearchQuery<Contact>] = [
            .email(.is("INES@example.com")), .tags(.has("vip")), .ownerID(.is(70_010_000_002)),
            .updatedAt(.after(start)), .customField("cf_region", SearchCondition<String>.is("North")),
            .createdAt(.between(start, start.addingTimeInterval(3600))) && .ownerID(.isIn([70_010_000_002])),
        ]
        for query in queries {
            let rows = try await contacts.search(query).all()
            #expect(rows.map(\.id) == [ines.id])
            // Rows are thin.
            #expect(rows.first?.customFields.isEmpty == true)
            #expect(try await contacts.search(query, detail: true).first()?.customFields.isEmpty == false)
            let whole = try await contacts.search(query).complete().all()
            #expect(whole.map(\.id) == [ines.id])
            let region: String? = whole.first?.customFields["cf_region"]
            #expect(region == "North")
            #expect(try await contacts.count(of: query) == 1)
        }
        #expect(try await contacts.search(.isDeleted(true)).all().count == 3)
    }

    @Test("moments and days are compared the right way round, and neither end belongs to a span")
    func moments() async throws {
        let (contacts, deals) = (freshsales.contacts, freshsales.deals)
        let start = clock.wallNow
        var made: [Int64] = []
        var sold: [Int64] = []
        for number in 0..<3 {
            clock.advance(by: .seconds(60))
            made.append(try await contacts.create(ContactDraft(email: "m\(number)@example.com")).id)
            sold.append(
                try await deals.create(
                    DealDraft(name: "Deal \(number)", amount: 1) {
                        $0.tags = ["spans"]
                        $0.expectedClose = CalendarDay(year: 2031, month: 3, day: 10 + number)
                    }
                ).id)
        }
        func time(_ minutes: Double) -> Date { start.addingTimeInterval(60 * minutes) }
        for (condition, expected) in [
            (.after(time(0)), made), (.after(time(1)), Array(made[1...])), (.after(time(3)), []),
            (.between(time(1), time(3)), [made[1]]), (.between(time(0), time(3)), Array(made[..<2])),
        ] as [(SearchCondition<Date>, [Int64])] {
            #expect(try await contacts.search(.createdAt(condition)).all().map(\.id) == expected)
            #expect(try await contacts.search(.updatedAt(condition)).all().map(\.id) == expected)
        }
        let old = try await contacts.search(.createdAt(.before(time(1)))).all().map(\.id)
        #expect(!old.isEmpty && Set(old).isDisjoint(with: made))
        #expect(try await contacts.search(.createdAt(.before(time(1.5)))).all().map(\.id) == old + [made[0]])
        func day(_ day: Int) -> CalendarDay { CalendarDay(year: 2031, month: 3, day: day) }
        for (condition, expected) in [
            (.after(day(10)), Array(sold[1...])), (.before(day(11)), [sold[0]]),
            (.between(day(10), day(12)), [sold[1]]),
        ] as [(SearchCondition<CalendarDay>, [Int64])] {
            #expect(
                try await deals.search(.expectedClose(condition) && .tags(.has("spans"))).all().map(\.id) == expected)
        }
    }

    @Test("all deals of several pages are found once, in order")
    func pages() async throws {
        let found = try await freshsales.deals.search(
            .createdAt(.after(.distantPast)), order: .ascending(.createdAt), include: [.owner], pageSize: 7
        ).all()
        #expect(found.count == 38)
        #expect(Set(found.map(\.id)).count == 38)
        #expect(found.allSatisfy { $0.owner != nil })
    }

    @Test("what one value names is found whole, and what words name in passing")
    func others() async throws {
        let account = try await freshsales.salesAccounts.create(SalesAccountDraft(name: "Zebra Works"))
        let deal = try await freshsales.deals.create(DealDraft(name: "Zebra Works", amount: 5))
        #expect(try await freshsales.salesAccounts.lookup(.name, "zebra works").map(\.id) == [account.id])
        let both = try await freshsales.lookup(.name, "Zebra Works", in: [.salesAccount, .deal])
        #expect(both.salesAccounts.map(\.id) == [account.id])
        #expect(both.deals.map(\.id) == [deal.id])
        #expect(both.deals.first?.amount == 5)
        let hits = try await freshsales.search("zebra")
        #expect(Set(hits.map(\.id)) == [account.id, deal.id])
        #expect(Set(hits.map(\.type)) == [.salesAccount, .deal])
        await expectRefusal(.requestRefused) {
            _ = try await freshsales.lookup(.email, "a@b.c", in: [.contact, .deal])
        }
    }

    @Test("250 contacts are written in three requests, and the two that are wrong are told")
    func bulk() async throws {
        let records = (1...250).map { number in
            BulkUpsert<Contact>(by: .email("bulk\(number)@example.com"), ContactDraft { $0.city = "Lyon" })
        }
        // The address of somebody else, which only the service can know.
        let wrong = [40, 50].map { place in
            BulkUpsert<Contact>(by: .id(70_050_001_001 + place), ContactDraft { $0.email = "bulk1@example.com" })
        }
        let all = records[..<40] + [wrong[0]] + records[41..<160] + [wrong[1]] + records[161...]
        // A clock that does not make the jobs wait.
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock()))
        let contacts = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime
        ).contacts
        let report = try await contacts.bulkUpsert(Array(all))
        #expect(report.batches.map { $0.job?.failedCount } == [1, 1, 0])
        #expect(report.count(.succeeded) == 248)
        #expect(report.entries.indices.filter { report.entries[$0].outcome.state == .failed } == [40, 160])
        #expect(report.entries[40].outcome.reason == "Email is not unique")
        #expect(try await contacts.lookup(.email, "bulk250@example.com").first?.city == "Lyon")
        #expect(sandbox.requests.filter { $0.path.hasSuffix("bulk_upsert") }.count == 3)
    }

    @Test("leads are searched where the account has them, and so are the records that it has made")
    func leadsAndModules() async throws {
        var options = Sandbox.Options(clock: ManualClock())
        options.freshsalesHasLeads = true
        let classic = Sandbox(options)
        let client = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(classic.freshsales.apiKey), runtime: classic.runtime)
        let lead = try await client.leads.create(LeadDraft(email: "ines@example.com"))
        #expect(try await client.leads.search(.email(.is("ines@example.com"))).all().map(\.id) == [lead.id])
        #expect(try await client.leads.lookup(.email, "ines@example.com").map(\.id) == [lead.id])
        #expect(try await client.lookup(.email, "ines@example.com", in: [.lead]).leads.map(\.id) == [lead.id])
        #expect(try await client.leads.bulkAssign([lead.id], to: 70_010_000_003).isSuccess)
        #expect(try await client.leads.get(lead.id).ownerID == 70_010_000_003)
        #expect(try await client.leads.bulkDelete([lead.id]).isSuccess)
        #expect(try await client.leads.search(.ownerID(.is(70_010_000_003))).all().isEmpty)
        await expectRefusal(.notFound) { _ = try await freshsales.leads.views() }
        await expectRefusal(.notFound) { _ = try await freshsales.leads.create(LeadDraft(email: "a@b.c")) }
        await expectRefusal(.notFound) { _ = try await freshsales.leads.search(.ownerID(.is(1))).all() }
        await expectRefusal(.requestRefused) { _ = try await freshsales.leads.lookup(.email, "a@b.c") }

        let orders = freshsales.customModule("cm_orders")
        let order = try await orders.create(CustomModuleDraft(name: "No. 7") { $0.ownerID = 70_010_000_002 })
        #expect(try await orders.search(.ownerID(.is(70_010_000_002))).all().map(\.id) == [order.id])
        #expect(try await orders.search(.ownerID(.is(70_010_000_001))).all().isEmpty)
        let included = try await orders.search(.ownerID(.is(70_010_000_002)), include: [.creator]).first()
        #expect(included?.creator?.id == 70_010_000_001)
    }

    @Test("contacts are given to an owner and deleted, many at once")
    func ids() async throws {
        let ids: [Int64] = [70_050_001_001, 70_050_001_002]
        #expect(try await freshsales.contacts.bulkAssign(ids, to: 70_010_000_003).isSuccess)
        #expect(try await freshsales.contacts.get(ids[0]).ownerID == 70_010_000_003)
        #expect(try await freshsales.contacts.bulkDelete(ids).isSuccess)
        #expect(try await freshsales.contacts.get(ids[1]).isDeleted == true)
        #expect(try await freshsales.salesAccounts.bulkDelete([70_060_001_003], deletingAssociated: true).isSuccess)
        #expect(try await freshsales.contacts.get(70_050_001_003).isDeleted == true)
    }
}
