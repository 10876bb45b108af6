import Foundation
import Freshsales
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("Freshsales lists that find their view")
struct WholeListTests {
    private let clock = ManualClock()

    private func freshsales(_ wire: ScriptedTransport, _ subdomain: String = "acme") throws -> FreshsalesClient {
        try FreshsalesClient(
            subdomain: subdomain, credential: .apiKey("FAKEkey0123456789abcd"),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: clock))
    }

    @Test("the view of all records is found by its name, not by its place")
    func found() async throws {
        let wire = ScriptedTransport(
            .json(
                200,
                #"""
                {"filters":[{"id":1,"name":"My Accounts"},{"id":2,"name":"All Accounts","is_default":false},\#
                {"id":3,"name":"All accounts","is_default":true}]}
                """#),
            .json(200, #"{"sales_accounts":[{"id":9}],"meta":{"total_pages":1,"total":1}}"#))
        let all = try await wire.freshsales().salesAccounts.list(order: .ascending(.createdAt), pageSize: 50)
        #expect(try await all.all().map(\.id) == [9])
        #expect(
            wire.lines == [
                "GET /crm/sales/api/sales_accounts/filters",
                "GET /crm/sales/api/sales_accounts/view/3?per_page=50&sort=created_at&sort_type=asc",
            ])
    }

    @Test("without one nothing is listed, and the error names the views there are")
    func missing() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"filters":[{"id":1,"name":"My Deals"},{"id":2,"name":"Alle Deals"},{"id":3}]}"#))
        let error = await #expect(throws: FreshworksError.self) { try await wire.freshsales().deals.list() }
        #expect(error?.code == .noWholeView)
        #expect(error?.operation == "deals.views")
        #expect(
            error?.message
                == "the account has no view of all deals; it has My Deals (1), Alle Deals (2), without a name (3)")
        #expect(wire.lines == ["GET /crm/sales/api/deals/filters"])
        let none = ScriptedTransport(.json(200, #"{"filters":[]}"#))
        let empty = await #expect(throws: FreshworksError.self) { try await none.freshsales().deals.list() }
        #expect(empty?.message == "the account has no view of all deals; it has none")
    }

    @Test("a view that was renamed or is in another language is listed by its name")
    func named() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"filters":[{"id":1,"name":"My Deals"},{"id":2,"name":"Alle Geschäfte"}]}"#),
            .json(200, #"{"deals":[{"id":9}],"meta":{"total_pages":1}}"#))
        let deals = try freshsales(wire).deals
        #expect(try await deals.list(viewNamed: "alle geschäfte", pageSize: 7).all().map(\.id) == [9])
        #expect(try await deals.view(named: "My Deals").id == 1)
        #expect(wire.lines == ["GET /crm/sales/api/deals/filters", "GET /crm/sales/api/deals/view/2?per_page=7"])
        let other = ScriptedTransport(.json(200, #"{"filters":[{"id":1,"name":"My Deals"}]}"#))
        let error = await #expect(throws: FreshworksError.self) {
            _ = try await freshsales(other).deals.list(viewNamed: "All Deals")
        }
        #expect(error?.code == .noSuchView)
        #expect(error?.message == "the account has no view named All Deals; it has My Deals (1)")
    }

    @Test("views that come in pages are read to the last, also where only their number is told")
    func paged() async throws {
        let counted = ScriptedTransport(
            .json(200, #"{"filters":[{"id":1,"name":"My Contacts"}],"meta":{"total_pages":2,"total":2}}"#),
            .json(200, #"{"filters":[{"id":2,"name":"All Contacts"}],"meta":{"total_pages":2,"total":2}}"#),
            .json(200, #"{"contacts":[],"meta":{"total_pages":1}}"#))
        _ = try await freshsales(counted).contacts.list().all()
        #expect(
            counted.lines == [
                "GET /crm/sales/api/contacts/filters", "GET /crm/sales/api/contacts/filters?page=2",
                "GET /crm/sales/api/contacts/view/2?per_page=100",
            ])
        let totalled = ScriptedTransport(
            .json(200, #"{"filters":[{"id":1}],"meta":{"total":3}}"#),
            .json(200, #"{"filters":[{"id":2},{"id":1}],"meta":{"total":3}}"#),
            .json(200, #"{"filters":[{"id":3}],"meta":{"total":3}}"#))
        #expect(try await freshsales(totalled).contacts.views().map(\.id) == [1, 2, 3])
        #expect(totalled.requests.count == 3)
        // A service that knows no pages of views repeats the first one.
        let deaf = ScriptedTransport(.json(200, #"{"filters":[{"id":1}],"meta":{"total":3,"total_pages":9}}"#))
        #expect(try await freshsales(deaf).contacts.views().map(\.id) == [1])
        #expect(deaf.requests.count == 2)
        let silent = ScriptedTransport(.json(200, #"{"filters":[{"id":1}],"meta":{}}"#))
        #expect(try await freshsales(silent).contacts.views().count == 1)
        #expect(silent.requests.count == 1)
    }

    /// Answers with a view of all contacts whose id can change.
    private func directory(_ view: @escaping @Sendable () -> Int, status: Int = 404) -> ScriptedTransport {
        ScriptedTransport { request in
            let id = view()
            if request.url.lastPathComponent == "filters" {
                return .json(200, #"{"filters":[{"id":\#(id),"name":"All Contacts"}]}"#)
            }
            return request.url.lastPathComponent == String(id)
                ? .json(200, #"{"contacts":[{"id":\#(id)}],"meta":{"total_pages":1}}"#) : .json(status, "{}")
        }
    }

    @Test("the view is asked for once in ten minutes, by all clients of an account and of no other")
    func cached() async throws {
        let wire = directory { 4 }
        let runtime = FreshworksRuntime(.quiet, transport: wire, clock: clock)
        func client(_ subdomain: String) throws -> FreshsalesClient {
            try FreshsalesClient(subdomain: subdomain, credential: .apiKey("FAKEkey0123456789abcd"), runtime: runtime)
        }
        func filters() -> Int { wire.lines.count { $0.hasSuffix("filters") } }
        for _ in 1...3 { _ = try await client("acme").contacts.list().all() }
        #expect(filters() == 1)
        _ = try await client("other").contacts.list().all()
        #expect(filters() == 2)
        clock.advance(by: .seconds(599))
        _ = try await client("acme").contacts.list().all()
        #expect(filters() == 2)
        clock.advance(by: .seconds(1))
        _ = try await client("acme").contacts.list().all()
        #expect(filters() == 3)
        // Who asks for the views themselves gets them as they are now.
        _ = try await client("acme").contacts.views()
        #expect(filters() == 4)
    }

    @Test("a list whose view is gone, or closed to the user, looks for it again the next time", arguments: [404, 403])
    func gone(status: Int) async throws {
        let id = Mutex(4)
        let wire = directory({ id.withLock { $0 } }, status: status)
        let contacts = try freshsales(wire).contacts
        #expect(try await contacts.list().all().map(\.id) == [4])
        id.withLock { $0 = 5 }
        await #expect(throws: FreshworksError.self) { _ = try await contacts.list().all() }
        #expect(try await contacts.list().all().map(\.id) == [5])
        #expect(wire.lines.count { $0.hasSuffix("filters") } == 2)
    }

    @Test("leads of an account that has contacts only are refused with the reason")
    func noLeads() async throws {
        let wire = ScriptedTransport(.text(404, "<html></html>"))
        let error = await #expect(throws: FreshworksError.self) { _ = try await freshsales(wire).leads.list() }
        #expect(error?.code == .notFound)
        #expect(error?.advice?.contains("contacts in the lifecycle stage Lead") == true)
    }

    @Test("a service that never stops naming views is given up")
    func endlessViews() async throws {
        let calls = Mutex(Int64(0))
        let wire = ScriptedTransport { _ in
            let id = calls.withLock { calls in
                calls += 1
                return calls
            }
            return .json(200, #"{"filters":[{"id":\#(id),"name":"V"}],"meta":{"total_pages":9000000000000000000}}"#)
        }
        let error = await #expect(throws: FreshworksError.self) { _ = try await freshsales(wire).deals.views() }
        #expect(error?.code == .pageCeiling)
        #expect(calls.withLock { $0 } == 100)
    }

    @Test("a view whose name terminals would obey is shown without")
    func controls() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"filters":[{"id":1,"name":"a\u001b]52;c;Zm9v\u0007b\u202ec"}]}"#))
        let error = await #expect(throws: FreshworksError.self) { try await freshsales(wire).deals.list() }
        let text = try #require(error).description
        #expect(text.contains("a ]52;c;Zm9v b c (1)"))
    }

    @Test("a view that one user alone sees is not taken from what another was shown")
    func privateViews() async throws {
        let wire = ScriptedTransport { request in
            let key = request.headers["Authorization"] ?? ""
            let id = key.contains("FAKEkey0123456789abcd") ? 1 : 2
            return .json(
                200, #"{"filters":[{"id":\#(id),"name":"Mine","is_default":false,"is_public":false}]}"#)
        }
        let runtime = FreshworksRuntime(.quiet, transport: wire, clock: clock)
        for (key, id) in [("FAKEkey0123456789abcd", 1), ("FAKEkey9876543210abcd", 2)] as [(String, Int64)] {
            let user = try FreshsalesClient(subdomain: "acme", credential: .apiKey(key), runtime: runtime)
            #expect(try await user.deals.view(named: "mine").id == id)
        }
    }
}
