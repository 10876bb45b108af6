import Foundation
import FreshworksCore
import Synchronization
import TestSupport
import Testing

@Suite("The end of a list that does not mark it")
struct UnmarkedPageTests {
    /// Answers with the records of a list, page by page.
    private final class Service: Sendable {
        let transport: ScriptedTransport

        /// - Parameters:
        ///   - body: The answer with these rows; `nil` for a bare list.
        ///   - sizes: How many rows the pages have; behind them they are empty.
        init(_ sizes: [Int], links: Set<Int> = [], _ body: (@Sendable (_ rows: String, _ page: Int) -> String)? = nil) {
            transport = ScriptedTransport { request in
                let items = URLComponents(url: request.url, resolvingAgainstBaseURL: true)?.queryItems ?? []
                let page = items.first { $0.name == "page" }?.value.flatMap { Int($0) } ?? 1
                let first = sizes.prefix(page - 1).reduce(0, +)
                let size = sizes.indices.contains(page - 1) ? sizes[page - 1] : 0
                let rows = "[" + (0..<size).map { #"{"id":\#(first + $0 + 1)}"# }.joined(separator: ",") + "]"
                let text = body?(rows, page) ?? rows
                guard links.contains(page) else { return .json(200, text) }
                return .json(200, text, ("Link", "<\(request.url.path())?page=\(page + 1)>; rel=\"next\""))
            }
        }

        func list(
            _ paging: PageStyle, _ query: QueryItems = [:], _ product: FreshworksProduct = .freshdesk,
            at key: String? = nil,
            ceiling: Int? = nil
        ) throws -> PagedSequence<ListedRecord> {
            let credential: Credential =
                switch product.name {
                case "freshchat": .freshchat(token: "FAKE0.token1.value2")
                case "freshsales": .freshsales(apiKey: "FAKE_key-0123456789abc")
                default: .freshdesk(apiKey: "FAKEkey0123456789abcd")
                }
            return try APIClient(
                account: FreshworksAccount(product, subdomain: "acme"), credential: .fixed(credential),
                runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock())
            ).list(
                ListEndpoint(
                    "rows.list", "rows", query: query, paging: paging,
                    ceiling: ceiling.map { .init(pages: $0, advice: "Ask for less.") }
                ) { try $0.records(at: key.map { [$0] } ?? []) })
        }

        func expect(
            _ count: Int, calls: Int, in list: PagedSequence<ListedRecord>,
            _ location: SourceLocation = #_sourceLocation
        )
            async throws
        {
            let before = transport.requests.count
            #expect(try await list.all().map(\.id) == Array(0..<Int64(count)).map { $0 + 1 }, sourceLocation: location)
            #expect(transport.requests.count - before == calls, sourceLocation: location)
        }
    }

    @Test(
        "a full page of Freshdesk without a link is followed by the next, a short or empty one is the last",
        arguments: [PageStyle.linkHeader, .automatic])
    func fullPage(style: PageStyle) async throws {
        let service = Service([30, 30, 12])
        try await service.expect(72, calls: 3, in: service.list(style))
        let even = Service([30, 30])
        try await even.expect(60, calls: 3, in: even.list(style))
        let hundred = Service([100, 100, 99])
        try await hundred.expect(299, calls: 3, in: hundred.list(style, ["per_page": 100, "state": "x"]))
        let short = Service([29, 30])
        try await short.expect(29, calls: 1, in: short.list(style))
        let none = Service([])
        try await none.expect(0, calls: 1, in: none.list(style))
        // More than were asked for: a list that knows no pages and would come again and again.
        let whole = Service([120, 5])
        try await whole.expect(120, calls: 1, in: whole.list(style, ["per_page": 100]))
    }

    @Test("a short or empty page of Freshdesk that names a next one is not the last")
    func shortPageWithLink() async throws {
        let service = Service([10, 0, 10], links: [1, 2])
        try await service.expect(20, calls: 3, in: service.list(.linkHeader))
        try await service.expect(20, calls: 3, in: service.list(.automatic))
    }

    @Test(
        "a page of Freshsales without meta is followed by the next until one is empty",
        arguments: [PageStyle.totalPages, .automatic])
    func withoutMeta(style: PageStyle) async throws {
        let service = Service([25, 25, 25]) { rows, _ in #"{"contacts":\#(rows)}"# }
        try await service.expect(75, calls: 4, in: service.list(style, [:], .freshsales, at: "contacts"))
        let short = Service([25, 3, 1]) { rows, _ in #"{"deals":\#(rows),"meta":{"total":29}}"# }
        try await short.expect(29, calls: 4, in: short.list(style, [:], .freshsales, at: "deals"))
    }

    @Test("the service's own mark goes before the size of a page")
    func mark() async throws {
        let counted = Service([5, 0, 5]) { rows, _ in #"{"contacts":\#(rows),"meta":{"total_pages":3}}"# }
        try await counted.expect(10, calls: 3, in: counted.list(.automatic, [:], .freshsales, at: "contacts"))
        let feeds = Service([5, 5]) { rows, page in #"{"feeds":\#(rows),"meta":{"has_next":\#(page < 2)}}"# }
        try await feeds.expect(10, calls: 2, in: feeds.list(.automatic, [:], .freshsales, at: "feeds"))
        let chat = Service([50, 50]) { rows, _ in #"{"conversations":\#(rows)}"# }
        try await chat.expect(50, calls: 1, in: chat.list(.automatic, [:], .freshchat, at: "conversations"))
        let fields = Service([40, 40])
        try await fields.expect(40, calls: 1, in: fields.list(.named))
    }

    @Test("a search goes on until it has given what it counted", arguments: [PageStyle.searchPages, .automatic])
    func search(style: PageStyle) async throws {
        for (sizes, total, calls) in [
            ([30, 30, 30, 28], 118, 4), ([30, 30], 60, 2), (Array(repeating: 30, count: 10), 300, 10), ([7], 7, 1),
            ([], 0, 1), ([30, 29, 30, 1], 90, 3),
        ] {
            let service = Service(sizes) { rows, _ in #"{"total":\#(total),"results":\#(rows)}"# }
            let list = try service.list(style, ["query": "\"x\""], at: "results", ceiling: 10)
            try await service.expect(min(sizes.prefix(calls).reduce(0, +), 300), calls: calls, in: list)
        }
    }

    @Test("a search that counts more than it serves is an error with the number of records before it")
    func searchCeiling() async throws {
        let service = Service(Array(repeating: 30, count: 20)) { rows, _ in #"{"total":301,"results":\#(rows)}"# }
        let list = try service.list(.searchPages, at: "results", ceiling: 10)
        let error = await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(error?.code == .pageCeiling)
        #expect(error?.message.hasSuffix(", after 300 records") == true)
        #expect(service.transport.requests.count == 10)
    }

    @Test("a full last page that is served without a link is the end of a list whose pages had links, and of no other")
    func fullLastPage() async throws {
        let linked = Service([30, 30, 30], links: [1, 2])
        try await linked.expect(90, calls: 3, in: linked.list(.linkHeader, ceiling: 3))
        let goesOn = Service([30, 30, 30, 30], links: [1, 2, 3])
        let unlinked = Service([30, 30, 30])
        let lateLink = Service([30, 30, 30], links: [3])
        for service in [goesOn, unlinked, lateLink] {
            let error = await #expect(throws: FreshworksError.self) {
                _ = try await service.list(.linkHeader, ceiling: 3).all()
            }
            #expect(error?.code == .pageCeiling)
            #expect(error?.message.hasSuffix(", after 90 records") == true)
            #expect(service.transport.requests.count == 3)
        }
    }

    @Test("the last page that is served is counted from the first one, wherever the query begins")
    func middle() async throws {
        let service = Service(Array(repeating: 30, count: 20))
        let list = try service.list(.linkHeader, ["page": 9], ceiling: 10)
        let error = await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(error?.message.hasSuffix(", after 60 records") == true)
        #expect(service.transport.requests.count == 2)
    }

    @Test("an address of its own names the next page of customer satisfaction and of custom objects")
    func addresses() async throws {
        let base = "https://acme.freshdesk.com/api/v2"
        let surveys = Service([2, 2]) { rows, page in
            #"{"data":\#(rows),"paging":{"next":\#(page == 1 ? "\"\(base)/rows?page=2\"" : "null"),"previous":null}}"#
        }
        try await surveys.expect(4, calls: 2, in: surveys.list(.automatic, at: "data"))
        let objects = Service([1, 1]) { rows, page in
            let next = page == 1 ? #""next":{"href":"/schemas/1/records?page=2"}"# : #""prev":{"href":"/x"}"#
            return #"{"records":\#(rows),"_links":{\#(next)}}"#
        }
        try await objects.expect(2, calls: 2, in: objects.list(.automatic, at: "records"))
        #expect(
            objects.transport.requests.last?.url.absoluteString == base + "/custom_objects/schemas/1/records?page=2")
    }

    @Test("any failure says how many records came before it")
    func failure() async throws {
        let transport = ScriptedTransport(
            .json(200, #"[{"id":1},{"id":2}]"#, ("Link", "</api/v2/rows?page=2>; rel=next")), .json(403, "{}"))
        let list: PagedSequence<ListedRecord> = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.quiet, transport: transport, clock: StillClock())
        ).list(ListEndpoint("rows.list", "rows", paging: .linkHeader))
        let error = await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(error?.code == .forbidden)
        #expect(error?.message.hasSuffix(", after 2 records") == true)
        let first = await #expect(throws: FreshworksError.self) { _ = try await list.all() }
        #expect(first?.message.contains("after") == false)
    }
}
