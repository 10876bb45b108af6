import Foundation
import Freshdesk
import TestSupport
import Testing

@testable import FreshworksSandbox

@Suite("Freshdesk searches in the sandbox")
struct SearchSandboxTests {
    private func client(_ sandbox: Sandbox) throws -> FreshdeskClient {
        try FreshdeskClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshdesk.apiKey), runtime: sandbox.runtime)
    }

    private func row(_ ticket: Ticket) -> SearchRow {
        func day(_ key: String) -> String { String((ticket.json[key] ?? "").prefix(10)) }
        return SearchRow(
            id: ticket.id, agentID: ticket.responderID, groupID: ticket.groupID,
            priority: ticket.priority?.rawValue ?? 0,
            status: ticket.status?.rawValue ?? 0, tags: ticket.tags ?? [], type: ticket.type?.rawValue,
            due: day("due_by"), firstDue: day("fr_due_by"), created: day("created_at"), updated: day("updated_at"),
            region: ticket.customFields["cf_region"], seats: ticket.customFields["cf_seats"],
            isLocked: ticket.customFields["cf_locked"], renewal: ticket.customFields["cf_renewal_on"])
    }

    @Test("10,000 expressions are understood, and find the same tickets as a plain filter")
    func expressions() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock(), tickets: 24, agents: 4))
        for number in 0..<8 {
            try sandbox.freshdesk.add(
                "tickets",
                [
                    "email": "zoe@globex.example", "subject": "S", "description": "D",
                    "group_id": number.isMultiple(of: 2) ? 70_000_010_001 : .null,
                    "type": number == 3 ? "Feature Request" : .null, "created_at": "2025-05-2\(number)T10:00:00Z",
                    "custom_fields": [
                        "cf_region": number == 5 ? "Süd (neu) & Co" : .null, "cf_locked": .bool(number > 4),
                        "cf_renewal_on": number < 3 ? .null : "2025-05-1\(number)", "cf_seats": .null,
                    ],
                ])
        }
        let freshdesk = try client(sandbox)
        let rows = try await freshdesk.tickets.list(updatedSince: .distantPast).all().map(row)
        #expect(rows.count == 32)
        let (service, now) = sandbox.freshdesk.core.withState { ($0.freshdesk, ManualClock().wallNow) }
        let agents = rows.compactMap(\.agentID)
        typealias Checked = (wrong: [String], hits: Int, samples: [(SearchQuery<Ticket>, Set<Int64>)])
        let checked = try await HeavyWork.run { () throws -> Checked in
            var expressions = SearchExpressions(seed: 20_251_127, agents: agents)
            var checked: Checked = ([], 0, [])
            for number in 0..<10_000 {
                let (query, fits) = expressions.next()
                let expected = Set(rows.filter(fits).map(\.id))
                let tree = try SearchGrammar.parse(query.text)
                let found = try service.found(by: "\"\(query.text)\"", FreshdeskService.tickets, at: now)
                let ids = [Set(rows.filter(tree.finds).map(\.id)), Set(found.compactMap { $0["id"]?.int64Value })]
                if ids != [expected, expected] { checked.wrong.append(query.text) }
                checked.hits += expected.isEmpty ? 0 : 1
                if number.isMultiple(of: 100) { checked.samples.append((query, expected)) }
            }
            return checked
        }
        #expect(checked.wrong == [])
        #expect(checked.hits > 4000)
        // The whole way, for some of them.
        for (query, expected) in checked.samples {
            let all = try await freshdesk.tickets.search(query).all()
            #expect(Set(all.map(\.id)) == expected, "\(query.text)")
        }
    }

    @Test("a search goes over its pages, and has descriptions")
    func pages() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock(), tickets: 100))
        let tickets = try client(sandbox).tickets
        let all = try await tickets.search(.priority(atLeast: .low)).all()
        #expect(Set(all.map(\.id)) == Set(1...100))
        #expect(all.allSatisfy { $0.descriptionText?.isEmpty == false })
        let page = try await tickets.searchPage(.priority(atLeast: .low), page: 4)
        #expect(page.total == 100)
        #expect(page.records.count == 10)
        let cursor = try #require(try await tickets.search(.priority(atLeast: .low)).pages.first { _ in true }?.next)
        #expect(try await tickets.search(.priority(atLeast: .low), from: cursor).all().count == 70)
        try await tickets.delete(100)
        #expect(try await tickets.search(.priority(atLeast: .low)).all().count == 99)
    }

    @Test("a search with more hits than the service serves ends with advice, and in parts finds them all")
    func splitting() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: StillClock(), tickets: 1000))
        let tickets = try client(sandbox).tickets
        let now = sandbox.options.clock.wallNow
        let (first, last) = (
            CalendarDay(now.addingTimeInterval(-50 * 86_400), in: .gmt), CalendarDay(now, in: .gmt)
        )
        await expectRefusal(.pageCeiling) { _ = try await tickets.search(.priority(atLeast: .low)).all() }
        let split = tickets.search(.priority(atLeast: .low), createdFrom: first, through: last)
        let ids = try await split.all().map(\.id)
        #expect(ids.count == 1000)
        #expect(Set(ids) == Set(1...1000))
        #expect(try await split.first()?.id == ids.first)
        #expect(try await tickets.search(.status(.open), createdFrom: last, through: first).all().isEmpty)
        #expect(try await tickets.search(.status(.open), createdFrom: last, through: first).first() == nil)
        let halfway = CalendarDay(now.addingTimeInterval(-20 * 86_400), in: .gmt)
        let half = try await tickets.search(.priority(atLeast: .low), createdFrom: halfway, through: last).all()
        #expect((480...530).contains(half.count))
    }

    @Test("a single day with too much is an error that says so")
    func oneDay() async throws {
        let wire = ScriptedTransport(.json(200, #"{"total":301,"results":[]}"#))
        let day = CalendarDay(year: 2025, month: 5, day: 1)
        let split = try freshdesk(wire).tickets.search(
            .status(.open), createdFrom: day, through: CalendarDay(year: 2025, month: 5, day: 4))
        let error = await #expect(throws: FreshworksError.self) { try await split.all() }
        #expect(error?.code == .pageCeiling)
        #expect(error?.message.contains("301 records of 2025-05-01") == true)
        // Four days, two, one.
        #expect(wire.requests.count == 3)
    }

    @Test("contacts and companies are searched too")
    func others() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let freshdesk = try client(sandbox)
        let contact = try await freshdesk.contacts.create(
            ContactDraft(name: "Zoe", email: "zoe@globex.example") {
                $0.tags = ["vip"]
                $0.customFields["department"] = "Ops"
            })
        let vips: SearchQuery<Contact> = .tag("vip") && .isActive(false) && .companyID(70_000_555_001)
        #expect(try await freshdesk.contacts.search(vips).all().map(\.id) == [contact.id])
        #expect(try await freshdesk.contacts.search(.custom("department", "Ops")).all().map(\.id) == [contact.id])
        #expect(try await freshdesk.contacts.searchPage(.isActive(true)).total == 25)
        #expect(try await freshdesk.companies.search(.domain("globex.example")).all().map(\.name) == ["Globex"])
    }

    @Test("what the sandbox cannot understand it refuses, and what changed a moment ago it may not find")
    func refusals() async throws {
        let clock = ManualClock()
        let sandbox = Sandbox(Sandbox.Options(clock: clock, freshdeskIndexDelay: .seconds(300)))
        let freshdesk = try client(sandbox)
        for query in [
            "status:2", "\"status:2", "\"subject:'x'\"", "\"status:'2'\"", "\"status:2 and priority:1\"",
            "\"(status:2\"", "\"status:2)\"", "\"created_at:>'2025-02-31'\"", "\"created_at:'2025-02-01T00:00'\"",
            "\"type:>'a'\"", "\"status:>null\"", "\"type:'a\"", "\"\"", "\"cf_locked:1\"", "\"nobody:1\"",
            "\"tag:'\(String(repeating: "x", count: 600))'\"",
        ] {
            let error = await #expect(throws: FreshworksError.self, "\(query)") {
                try await freshdesk.api.call(.get, "search/tickets", query: ["query": query])
            }
            #expect(error?.fieldErrors.map(\.field) == ["query"])
        }
        for query: QueryItems in [
            ["query": "\"status:2\"", "page": 11], ["query": "\"status:2\"", "page": 0],
            ["query": "\"status:2\"", "per_page": 5],
        ] {
            await expectRefusal(.validationFailed) {
                _ = try await freshdesk.api.call(.get, "search/tickets", query: query)
            }
        }
        _ = try await freshdesk.tickets.update(1, TicketUpdate { $0.tags = ["brand new"] })
        #expect(try await freshdesk.tickets.search(.tag("brand new")).all().isEmpty)
        clock.advance(by: .seconds(301))
        #expect(try await freshdesk.tickets.search(.tag("brand new")).all().map(\.id) == [1])
    }
}
