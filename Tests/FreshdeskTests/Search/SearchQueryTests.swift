import Foundation
import Freshdesk
import TestSupport
import Testing

@Suite("Freshdesk search queries")
struct SearchQueryTests {
    private let day = CalendarDay(year: 2025, month: 5, day: 1)

    @Test("each field of tickets as the service spells it")
    func tickets() {
        let spelled: [(SearchQuery<Ticket>, String)] = [
            (.agentID(70_040_000_021), "agent_id:70040000021"), (.agentID(nil), "agent_id:null"),
            (.groupID(5), "group_id:5"), (.groupID(nil), "group_id:null"), (.priority(.urgent), "priority:4"),
            (.priority(atLeast: .high), "priority:>3"), (.priority(atMost: .medium), "priority:<2"),
            (.status(.pending), "status:3"), (.tag("vip"), "tag:'vip'"), (.tag(nil), "tag:null"),
            (.type(.featureRequest), "type:'Feature Request'"), (.type(nil), "type:null"),
            (.dueBy(.on(day)), "due_by:'2025-05-01'"), (.dueBy(nil), "due_by:null"),
            (.firstResponseDueBy(.from(day)), "fr_due_by:>'2025-05-01'"),
            (.createdAt(.through(day)), "created_at:<'2025-05-01'"),
            (
                .updatedAt(.between(day, CalendarDay(year: 2025, month: 5, day: 31))),
                "updated_at:>'2025-05-01' AND updated_at:<'2025-05-31'"
            ),
            (.custom("cf_region", "EMEA"), "cf_region:'EMEA'"), (.custom("cf_seats", -3), "cf_seats:-3"),
            (.custom("cf_seats", atLeast: 5), "cf_seats:>5"), (.custom("cf_seats", atMost: 5), "cf_seats:<5"),
            (.custom("cf_locked", true), "cf_locked:true"), (.customIsEmpty("cf_region"), "cf_region:null"),
            (.custom("cf_day", .on(day)), "cf_day:'2025-05-01'"),
        ]
        for (query, text) in spelled { #expect(query.text == text) }
    }

    @Test("each field of contacts and companies as the service spells it")
    func others() {
        let contacts: [(SearchQuery<Contact>, String)] = [
            (.isActive(false), "active:false"), (.companyID(5), "company_id:5"), (.companyID(nil), "company_id:null"),
            (.twitterID("x"), "twitter_id:'x'"), (.email("a@b.test"), "email:'a@b.test'"), (.phone(nil), "phone:null"),
            (.mobile("+1 5"), "mobile:'+1 5'"), (.tag("beta"), "tag:'beta'"), (.language("en"), "language:'en'"),
            (.timeZone("Eastern Time (US & Canada)"), "time_zone:'Eastern Time (US & Canada)'"),
            (.createdAt(.on(day)), "created_at:'2025-05-01'"), (.updatedAt(.from(day)), "updated_at:>'2025-05-01'"),
        ]
        for (query, text) in contacts { #expect(query.text == text) }
        let companies: [(SearchQuery<Company>, String)] = [
            (.domain("acme.test"), "domain:'acme.test'"), (.domain(nil), "domain:null"),
            (.createdAt(.on(day)), "created_at:'2025-05-01'"), (.updatedAt(.through(day)), "updated_at:<'2025-05-01'"),
        ]
        for (query, text) in companies { #expect(query.text == text) }
    }

    @Test("parentheses say what belongs together, and are left out where nothing else can be meant")
    func grouping() {
        let (a, b, c): (SearchQuery<Ticket>, SearchQuery<Ticket>, SearchQuery<Ticket>) = (
            .status(.open), .priority(.urgent), .tag("vip")
        )
        #expect((a && b && c).text == "status:2 AND priority:4 AND tag:'vip'")
        #expect((a && (b && c)).text == "status:2 AND priority:4 AND tag:'vip'")
        #expect((a || (b || c)).text == "status:2 OR priority:4 OR tag:'vip'")
        #expect((a && b || c).text == "(status:2 AND priority:4) OR tag:'vip'")
        #expect((a && (b || c)).text == "status:2 AND (priority:4 OR tag:'vip')")
        #expect(((a || b) && (b || c)).text == "(status:2 OR priority:4) AND (priority:4 OR tag:'vip')")
    }

    @Test("the query goes out in quotes, a page at a time, with the number of all hits")
    func wire() async throws {
        let wire = ScriptedTransport(.json(200, #"{"total":31,"results":[{"id":1,"description_text":"D"}]}"#))
        let page = try await freshdesk(wire).tickets.searchPage(.status(.open) && .priority(atLeast: .high), page: 2)
        #expect(page.total == 31)
        #expect(page.records.map(\.descriptionText) == ["D"])
        #expect(
            wire.lines == [
                "GET /api/v2/search/tickets?query=%22status%3A2%20AND%20priority%3A%3E3%22&page=2"
            ])
        await expectRefusal(.unreadableResponse) {
            _ = try await freshdesk(ScriptedTransport(.json(200, #"{"results":[]}"#))).contacts.searchPage(.tag("a"))
        }
    }

    @Test("a list asks for ten pages, and says what to do where there is more")
    func ceiling() async throws {
        let wire = ScriptedTransport { request in
            let page = request.url.query?.split(separator: "=").last.flatMap { Int($0) } ?? 1
            let rows = (0..<30).map { #"{"id":\#(page * 100 + $0)}"# }.joined(separator: ",")
            return .json(200, #"{"total":301,"results":[\#(rows)]}"#)
        }
        var count = 0
        let error = await #expect(throws: FreshworksError.self) {
            for try await _ in try freshdesk(wire).tickets.search(.status(.open)) { count += 1 }
        }
        #expect(count == 300)
        #expect(error?.code == .pageCeiling)
        #expect(error?.advice?.contains("created_at") == true)
        #expect(wire.requests.count == 10)
    }

    @Test("what the service cannot understand is refused before anything is sent, with every bad field")
    func refusals() async throws {
        let wire = ScriptedTransport(.json(200, #"{"total":0,"results":[]}"#))
        let client = try freshdesk(wire)
        let bad = CalendarDay(year: 2025, month: 2, day: 31)
        let cases: [(SearchQuery<Ticket>, [String])] = [
            (.tag("it's"), ["tag"]), (.tag("say \"hi\""), ["tag"]), (.tag(" "), ["tag"]), (.tag("a\nb"), ["tag"]),
            (.agentID(0), ["agent_id"]), (.priority(TicketPriority(rawValue: 5)), ["priority"]),
            (.createdAt(.on(bad)), ["created_at"]), (.custom("cf region", 1), ["cf region"]),
            (.custom("a:1 OR b", .on(day)), ["a:1 OR b"]),
            (.tag("'") && .groupID(-1) || .custom("x'", true), ["tag", "group_id", "x'"]),
            (.type(TicketType(rawValue: "")), ["type"]),
            (.custom("cf_a", String(repeating: "x", count: 506)), ["query"]),
        ]
        for (query, fields) in cases {
            for call in [
                { _ = try await client.tickets.search(query).all() },
                { _ = try await client.tickets.searchPage(query) },
            ] as [() async throws -> Void] {
                let error = await #expect(throws: FreshworksError.self) { try await call() }
                #expect(error?.code == .invalidArgument)
                #expect(error?.operation?.hasPrefix("tickets.search") == true)
                #expect(error?.fieldErrors.map(\.field) == fields)
            }
        }
        for page in [0, 11] {
            await expectRefusal(.invalidArgument) { _ = try await client.tickets.searchPage(.tag("a"), page: page) }
        }
        #expect(wire.requests.isEmpty)
        // 512 characters are the most.
        let whole = SearchQuery<Ticket>.custom("cf_a", String(repeating: "ü", count: 505))
        #expect(whole.text.count == 512)
        #expect(try await client.tickets.search(whole).all().isEmpty)
    }

    @Test("a search in parts that failed goes on with the same days when it is asked again")
    func failedPart() async throws {
        let page = #"{"total":1,"results":[{"id":1}]}"#
        let wire = ScriptedTransport(.json(403, "{}"), .json(200, page), .json(200, page))
        let day = CalendarDay(year: 2026, month: 5, day: 1)
        var reading = try freshdesk(wire).tickets.search(.status(.open), createdFrom: day, through: day)
            .makeAsyncIterator()
        await #expect(throws: FreshworksError.self) { _ = try await reading.next() }
        #expect(try await reading.next()?.id == 1)
        #expect(try await reading.next() == nil)
        #expect(wire.requests.count == 3)
    }
}
