import Foundation
import FreshworksCore
import TestSupport
import Testing

@Suite("A list that comes back to a page")
struct RepeatedPageTests {
    private struct Row: Resource {
        let json: JSONObject
        init(json: JSONObject) { self.json = json }
    }

    /// Whatever the address, the pages come one after the other, and then again.
    private func circle(
        _ pages: String..., style: PageStyle = .numbered
    ) throws -> (PagedSequence<Row>, ScriptedTransport) {
        let transport = ScriptedTransport { request in
            let number = request.url.query()?.split(separator: "=").last.flatMap { Int($0) } ?? 1
            let next = "Link: </api/v2/rows?page=\(number + 1)>; rel=next"
            return .json(200, pages[(number - 1) % pages.count], ("Link", String(next.dropFirst(6))))
        }
        let api = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
        return (api.list(ListEndpoint<Row>("rows.list", "rows", paging: style)), transport)
    }

    private func expectEnd(
        of list: PagedSequence<Row>, after rows: [JSONObject], _ location: SourceLocation = #_sourceLocation
    ) async throws {
        var read: [JSONObject] = []
        let error = await #expect(throws: FreshworksError.self, sourceLocation: location) {
            for try await row in list { read.append(row.json) }
        }
        #expect(error?.code == .repeatedPage, sourceLocation: location)
        #expect(error?.message.hasSuffix(", after \(rows.count) records") == true, sourceLocation: location)
        #expect(read == rows, sourceLocation: location)
    }

    @Test(
        "ends at the first page that came before, under whatever address", arguments: [PageStyle.numbered, .linkHeader])
    func olderPage(style: PageStyle) async throws {
        let (two, first) = try circle(#"[{"id":1},{"id":2}]"#, #"[{"id":3}]"#, style: style)
        try await expectEnd(of: two, after: [["id": 1], ["id": 2], ["id": 3]])
        #expect(first.requests.count == 3)
        let (three, second) = try circle(#"[{"id":1}]"#, #"[{"id":2}]"#, #"[{"id":"c"}]"#, style: style)
        try await expectEnd(of: three, after: [["id": 1], ["id": 2], ["id": "c"]])
        #expect(second.requests.count == 4)
    }

    @Test("takes the page before for one that has shifted, but not for ever")
    func samePage() async throws {
        let (list, transport) = try circle(#"[{"id":1},{"id":2}]"#)
        try await expectEnd(of: list, after: [["id": 1], ["id": 2]])
        #expect(transport.requests.count == 11)
    }

    /// The same page again and again, in an envelope that may depend on the page's number.
    private func counted(
        _ style: PageStyle, _ product: FreshworksProduct, _ body: @escaping @Sendable (_ page: Int) -> String
    ) throws -> (PagedSequence<Row>, ScriptedTransport) {
        let transport = ScriptedTransport { request in
            let number = request.url.query()?.split(separator: "=").last.flatMap { Int($0) } ?? 1
            return .json(200, body(number))
        }
        let credential: Credential =
            product.name == "freshdesk"
            ? .freshdesk(apiKey: "FAKEkey0123456789abcd") : .freshsales(apiKey: "FAKE_key-0123456789abc")
        let api = try APIClient(
            account: FreshworksAccount(product, subdomain: "acme"), credential: .fixed(credential),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock()))
        let list = ListEndpoint<Row>("rows.list", "rows", paging: style) { json in
            try json.records(at: [json["results"] == nil ? "rows" : "results"])
        }
        return (api.list(list), transport)
    }

    @Test(
        "takes it for no shift where the service says that the list is as long as before, so that none ends in silence",
        arguments: [PageStyle.totalPages, .automatic],
        [#"{"total_pages":3}"#, #"{"total_pages":3,"total":6}"#, #"{"total_pages":2,"total":4}"#])
    func countedPages(style: PageStyle, meta: String) async throws {
        let (list, transport) = try counted(style, .freshsales) { _ in
            #"{"rows":[{"id":1},{"id":2}],"meta":\#(meta)}"#
        }
        try await expectEnd(of: list, after: [["id": 1], ["id": 2]])
        #expect(transport.requests.count == 2)
    }

    @Test("takes it for no shift in a search that counts as many hits as before", arguments: [31, 300])
    func countedHits(total: Int) async throws {
        let (list, transport) = try counted(.searchPages, .freshdesk) { _ in
            #"{"results":[{"id":1},{"id":2}],"total":\#(total)}"#
        }
        try await expectEnd(of: list, after: [["id": 1], ["id": 2]])
        #expect(transport.requests.count == 2)
    }

    @Test("takes it for one that has shifted where the list has become longer by a page")
    func grown() async throws {
        let (list, _) = try counted(.totalPages, .freshsales) { page in
            let ids = page == 3 ? "3" : "1"
            return #"{"rows":[{"id":\#(ids)}],"meta":{"total_pages":\#(page == 1 ? 2 : 3)}}"#
        }
        #expect(try await list.all().map(\.json) == [["id": 1], ["id": 3]])
    }

    @Test("does not take records without ids for shifted ones: nobody can tell whether they came")
    func withoutIDs() async throws {
        let (list, transport) = try circle(#"[{"n":1},{"n":2}]"#)
        try await expectEnd(of: list, after: [["n": 1], ["n": 2]])
        #expect(transport.requests.count == 2)
    }

    @Test("ends when empty pages name a next one for ever")
    func empty() async throws {
        let (list, transport) = try circle("[]", style: .linkHeader)
        let error = await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(error?.code == .repeatedPage)
        #expect(transport.requests.count == 10)
    }

    @Test("leaves nothing out when the page is asked for again after the error")
    func again() async throws {
        let (list, _) = try circle(#"[{"id":1}]"#, #"[{"id":2}]"#)
        var pages = list.pages.makeAsyncIterator()
        #expect(try await pages.next()?.items.map(\.json) == [["id": 1]])
        #expect(try await pages.next()?.items.map(\.json) == [["id": 2]])
        for _ in 1...2 {
            let error = await #expect(throws: FreshworksError.self) { _ = try await pages.next() }
            #expect(error?.message.hasSuffix(", after 2 records") == true)
        }
    }
}
