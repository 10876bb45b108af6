import Foundation
import Freshsales
import Synchronization
import TestSupport
import Testing

@Suite("A filtered search of Freshsales")
struct FilteredSearchTests {
    private let query: SearchQuery<Contact> = .ownerID(.is(7))
    private static let line = "POST /crm/sales/api/filtered_search/contact?per_page=100"

    @Test("asks for each kind of record at its own address, with order and includes in the query")
    func addresses() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"contacts":[],"sales_accounts":[],"deals":[],"meta":{"total":0}}"#))
        let freshsales = try wire.freshsales()
        _ = try await freshsales.contacts.search(
            query, order: .ascending(.updatedAt), include: [.owner, .leadSource], pageSize: 50
        ).all()
        _ = try await freshsales.salesAccounts.search(.ownerID(.is(7))).all()
        _ = try await freshsales.deals.search(.ownerID(.is(7))).all()
        #expect(
            wire.lines == [
                "POST /crm/sales/api/filtered_search/contact?per_page=50&sort=updated_at&sort_type=asc&include=owner%2Csource",
                "POST /crm/sales/api/filtered_search/sales_account?per_page=100",
                "POST /crm/sales/api/filtered_search/deal?per_page=100",
            ])
        #expect(
            wire.jsonBodies
                == Array(
                    repeating: #"{"filter_rule":[{"attribute":"owner_id","operator":"is_in","value":[7]}]}"#, count: 3))
    }

    @Test("asks for details only when told")
    func detail() async throws {
        let wire = ScriptedTransport(.json(200, #"{"contacts":[],"meta":{"total":0}}"#))
        let contacts = try wire.freshsales().contacts
        _ = try await contacts.search(query, detail: true).all()
        _ = try await contacts.search(query).all()
        let rule = #""filter_rule":[{"attribute":"owner_id","operator":"is_in","value":[7]}]"#
        #expect(wire.jsonBodies.map(\.description) == [#"{\#(rule),"detail":true}"#, "{\(rule)}"])
        #expect(wire.lines == [Self.line, Self.line])
    }

    @Test("goes on over short pages until one is empty, and delivers each record once")
    func shortPages() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"contacts":[{"id":1,"partial":true},{"id":2},{"id":1}],"meta":{"total":6}}"#),
            .json(200, #"{"contacts":[{"id":"3"}],"meta":{"total":6}}"#),
            .json(200, #"{"contacts":[{"id":1},{"id":4}],"meta":{"total":6}}"#),
            .json(200, #"{"contacts":[],"meta":{"total":6}}"#))
        let found = wire
        #expect(try await found.freshsales().contacts.search(query).all().map(\.id) == [1, 2, 3, 4])
        #expect(wire.lines == [Self.line] + [2, 3, 4].map { Self.line + "&page=\($0)" })
    }

    @Test("that finds no more than one page is one call")
    func onePage() async throws {
        let wire = ScriptedTransport(.json(200, #"{"contacts":[{"id":1},{"id":2}],"meta":{"total":2}}"#))
        #expect(try await wire.freshsales().contacts.search(query).all().count == 2)
        #expect(wire.requests.count == 1)
        #expect(try await wire.freshsales().contacts.search(query).first()?.id == 1)
    }

    @Test("whose pages run in a circle is an error")
    func circle() async throws {
        let pages = Mutex(0)
        let wire = ScriptedTransport { _ in
            let page = pages.withLock { page in
                defer { page += 1 }
                return page % 2
            }
            return .json(200, #"{"contacts":[{"id":\#(page * 2)},{"id":\#(page * 2 + 1)}],"meta":{"total":9}}"#)
        }
        await expectRefusal(.repeatedPage) { _ = try await wire.freshsales().contacts.search(query).all() }
        #expect(wire.requests.count == 3)
    }

    @Test("goes on from a page's cursor, with the same question only")
    func cursor() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"contacts":[{"id":1}],"meta":{"total":3}}"#),
            .json(200, #"{"contacts":[{"id":2}],"meta":{"total":3}}"#), .json(200, #"{"contacts":[]}"#))
        let contacts = try wire.freshsales().contacts
        var pages = contacts.search(query).pages.makeAsyncIterator()
        let next = try #require(try await pages.next()?.next)
        #expect(try await contacts.search(query, from: next).all().map(\.id) == [2])
        await expectRefusal(.foreignCursor) {
            _ = try await contacts.search(.ownerID(.is(8)), from: next).all()
        }
        #expect(wire.requests.count == 3)
    }

    @Test("counts without reading")
    func count() async throws {
        let wire = ScriptedTransport(
            .json(503, "{}"), .json(200, #"{"contacts":[{"id":1}],"meta":{"total":2104}}"#),
            .json(200, #"{"contacts":[]}"#))
        #expect(try await wire.freshsales().contacts.count(of: query) == 2104)
        #expect(wire.lines.first == "POST /crm/sales/api/filtered_search/contact?per_page=1")
        // Counting changes nothing, so it was asked again after a failure.
        #expect(wire.requests.count == 2)
        await expectRefusal(.unreadableResponse) { _ = try await wire.freshsales().contacts.count(of: query) }
    }

    @Test("what was included is beside the rows")
    func includes() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"{"users":[{"id":7,"display_name":"Sam"}],"contacts":[{"id":1,"owner_id":7}],"meta":{"total":1}}"#))
        let row = try #require(try await wire.freshsales().contacts.search(query, include: [.owner]).first())
        #expect(row.owner?.displayName == "Sam")
    }

    /// Finds the contacts 1 to 5, and knows all but 3.
    private func directory(
        _ fails: @escaping @Sendable (_ path: String, _ count: Int) -> Bool = { _, _ in false }
    )
        -> ScriptedTransport
    {
        let counts = Mutex<[String: Int]>([:])
        return ScriptedTransport { request in
            let path = request.url.path()
            if path.hasSuffix("filtered_search/contact") {
                return .json(200, #"{"contacts":[{"id":1},{"id":2},{"id":3},{"id":4},{"id":5}],"meta":{"total":5}}"#)
            }
            let id = path.split(separator: "/").last ?? ""
            let count = counts.withLock { counts in
                counts[path, default: 0] += 1
                return counts[path] ?? 0
            }
            if fails(String(id), count) { return .json(403, "{}") }
            return id == "3" ? .json(404, "{}") : .json(200, #"{"contact":{"id":\#(id),"custom_field":{"cf_a":"b"}}}"#)
        }
    }

    @Test("is completed by fetching each record, in its order, without those that are gone")
    func complete() async throws {
        let wire = directory()
        let whole = try wire.freshsales().contacts.search(query).complete(include: [.owner], atOnce: 2)
        let records = try await whole.all()
        #expect(records.map(\.id) == [1, 2, 4, 5])
        let area: String? = records.first?.customFields["cf_a"]
        #expect(area == "b")
        #expect(
            wire.lines.dropFirst().sorted() == (1...5).map { "GET /crm/sales/api/contacts/\($0)?include=owner" })
    }

    @Test("the first of the records is fetched alone")
    func firstComplete() async throws {
        let wire = directory()
        let first = try await wire.freshsales().contacts.search(query).complete(include: [.owner]).first()
        #expect(first?.id == 1)
        #expect(wire.lines.dropFirst() == ["GET /crm/sales/api/contacts/1?include=owner"])
    }

    @Test("after a failure goes on with the record that failed, and loses none")
    func completeAgain() async throws {
        let wire = directory { id, count in id == "4" && count == 1 }
        var records = try wire.freshsales().contacts.search(query).complete(atOnce: 1).makeAsyncIterator()
        var ids: [Int64] = []
        await expectRefusal(.forbidden) {
            while let record = try await records.next() { ids.append(record.id) }
        }
        #expect(ids == [1, 2])
        while let record = try await records.next() { ids.append(record.id) }
        #expect(ids == [1, 2, 4, 5])
    }

    @Test("fetches no more records at once than it was told")
    func width() async throws {
        let running = Mutex((now: 0, most: 0))
        let wire = ScriptedTransport { request in
            if request.method == .post {
                let rows = (1...12).map { #"{"id":\#($0)}"# }.joined(separator: ",")
                return .json(200, #"{"contacts":[\#(rows)],"meta":{"total":12}}"#)
            }
            running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            for _ in 0..<20 { await Task.yield() }
            running.withLock { $0.now -= 1 }
            return .json(200, #"{"contact":{"id":\#(request.url.lastPathComponent)}}"#)
        }
        let found = try await wire.freshsales().contacts.search(query).complete(atOnce: 3).all()
        #expect(found.map(\.id) == (1...12).map(Int64.init))
        #expect(running.withLock { $0.most } <= 3)
    }
}
