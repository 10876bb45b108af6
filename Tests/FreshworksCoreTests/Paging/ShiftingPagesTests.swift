import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Lists whose records shift while they are read")
struct ShiftingPagesTests {
    private let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))

    // The sandbox lists 90 tickets, number 120 down to 31.
    private func tickets(_ pageSize: Int, from cursor: PageCursor? = nil) throws -> PagedSequence<ListedRecord> {
        try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: sandbox.freshdesk.apiKey)),
            runtime: sandbox.runtime
        ).list(
            ListEndpoint("tickets.list", "tickets", query: ["per_page": pageSize], paging: .linkHeader), from: cursor)
    }

    @Test("a record that is pushed onto the next page comes once, and none is lost", arguments: [1, 9, 10])
    func added(count: Int) async throws {
        sandbox.inject(.shiftedRows(count), on: .freshdesk("tickets"), times: .max)
        let rows = try await tickets(10).all().map(\.id)
        #expect(rows == Array((31...120).reversed()))
    }

    @Test("a page that holds nothing new does not end the list")
    func repeatedPage() async throws {
        sandbox.inject(.shiftedRows(10), on: .freshdesk("tickets"), times: .max)
        var sizes: [Int] = []
        for try await page in try tickets(10).pages { sizes.append(page.items.count) }
        // The last one is empty: the one before it is full and names none.
        #expect(sizes == [10, 0, 10, 10, 10, 10, 10, 10, 10, 10, 0])
    }

    @Test("records that move up, because others were deleted, are not seen; the rest is")
    func removed() async throws {
        sandbox.inject(.shiftedRows(-3), on: .freshdesk("tickets"), times: .max)
        let rows = try await tickets(10).all().map(\.id)
        #expect(rows == Array((111...120).reversed()) + Array((31...107).reversed()))
    }

    @Test("a record that comes twice within a page is left as the service sent it")
    func twiceInAPage() async throws {
        sandbox.inject(
            .status(200, headers: ["Content-Type": "application/json"], body: #"[{"id":1},{"id":1},{"id":2}]"#))
        #expect(try await tickets(10).all().map(\.id) == [1, 1, 2])
    }

    @Test("a shift is noticed by who goes on from a stored cursor, too")
    func resumed() async throws {
        let cursor = try await #require(tickets(10).firstPage()?.next)
        sandbox.inject(.shiftedRows(4), on: .freshdesk("tickets"), times: .max)
        let rest = try await tickets(10, from: cursor).all().map(\.id)
        #expect(rest == Array((31...110).reversed()))
    }

    @Test("pages that run back to the first one are an error before anything comes twice")
    func circle() async throws {
        let wire = ScriptedTransport { request in
            let isFirst = request.url.query()?.contains("page=2") != true
            let link = isFirst ? "</api/v2/tickets?page=2>; rel=next" : "</api/v2/tickets>; rel=next"
            return .json(200, isFirst ? #"[{"id":1}]"# : #"[{"id":2}]"#, ("Link", link))
        }
        let list: PagedSequence<ListedRecord> = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.quiet, transport: wire, clock: StillClock())
        ).list(ListEndpoint("tickets.list", "tickets", paging: .linkHeader))
        await expectRefusal(.repeatedPage) { _ = try await list.all() }
        #expect(wire.lines == ["GET /api/v2/tickets", "GET /api/v2/tickets?page=2"])
    }
}
