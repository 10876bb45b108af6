import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Going on from a stored cursor")
struct PageCursorTests {
    private let sandbox: Sandbox
    private let api: APIClient

    init() throws {
        sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        api = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: sandbox.freshdesk.apiKey)),
            runtime: sandbox.runtime)
    }

    private func tickets(
        _ query: QueryItems = ["per_page": 30], operation: String = "tickets.list", from cursor: PageCursor? = nil
    ) -> PagedSequence<ListedRecord> {
        api.list(ListEndpoint(operation, "tickets", query: query, paging: .linkHeader), from: cursor)
    }

    /// The cursor after the first page, as it comes back from where it was stored.
    private func stored() async throws -> Data {
        let page = try await #require(tickets().firstPage())
        #expect(page.items.map(\.id) == Array((91...120).reversed()))
        return try JSONEncoder().encode(#require(page.next))
    }

    private func cursor(_ text: Data, _ changes: [String: Any] = [:]) throws -> PageCursor {
        let fields = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
        let changed = fields.merging(changes) { $1 }
        return try JSONDecoder().decode(PageCursor.self, from: JSONSerialization.data(withJSONObject: changed))
    }

    @Test("it goes on exactly where it was, in a new client, however often")
    func exactly() async throws {
        let text = try await stored()
        for _ in 1...2 {
            #expect(try await tickets(from: cursor(text)).all().map(\.id) == Array((31...90).reversed()))
        }
        // One for the first page, then two pages and, because the last is full and names none, an empty one.
        #expect(sandbox.requests.count == 7)
    }

    @Test("each page of a list leads to exactly the rest of it")
    func everyPage() async throws {
        var read: [Int64] = []
        for try await page in tickets(["per_page": 25]).pages {
            read += page.items.map(\.id)
            guard let next = page.next else { continue }
            let again = try cursor(JSONEncoder().encode(next))
            let rest = try await tickets(["per_page": 25], from: again).all().map(\.id)
            #expect(read + rest == Array((31...120).reversed()))
        }
        #expect(read.count == 90)
    }

    @Test("of another query, page size, list, account or version, it is refused before anything is sent")
    func foreign() async throws {
        let text = try await stored()
        let mine = try cursor(text)
        let elsewhere = try APIClient(
            account: .freshdesk("other"), credential: .fixed(.freshdesk(apiKey: sandbox.freshdesk.apiKey)),
            runtime: sandbox.runtime)
        let lists: [PagedSequence<ListedRecord>] = [
            tickets(["per_page": 30, "filter": "deleted"], from: mine), tickets(["per_page": 31], from: mine),
            tickets([:], from: mine), tickets(operation: "spam.list", from: mine),
            api.list(
                ListEndpoint("tickets.list", "contacts", query: ["per_page": 30], paging: .linkHeader), from: mine),
            elsewhere.list(
                ListEndpoint("tickets.list", "tickets", query: ["per_page": 30], paging: .linkHeader), from: mine),
            tickets(from: try cursor(text, ["version": 2])), tickets(from: try cursor(text, ["fingerprint": ""])),
        ]
        for list in lists { await expectRefusal(.foreignCursor) { _ = try await list.all() } }
        #expect(sandbox.requests.count == 1)
    }

    @Test(
        "one that was tampered with never leads to another host",
        arguments: ["@attacker.example/", ":8443/", ".attacker.example/", "https://attacker.example/", "", "tickets"])
    func tampered(target: String) async throws {
        let tampered = try cursor(await stored(), ["target": target])
        await expectRefusal(.foreignCursor) { _ = try await tickets(from: tampered).all() }
        #expect(sandbox.requests.count == 1)
    }

    @Test(
        "a path that looks like a host stays at the account's",
        arguments: ["//attacker.example/x", "/\\attacker.example"])
    func pathLikeAHost(target: String) async throws {
        let seen = ScriptedTransport(.json(200, "[]"))
        let api = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(.quiet, transport: seen, clock: StillClock()))
        let tampered = try cursor(await stored(), ["target": target])
        let list: PagedSequence<ListedRecord> = api.list(
            ListEndpoint("tickets.list", "tickets", query: ["per_page": 30], paging: .linkHeader), from: tampered)
        _ = try? await list.all()
        #expect(seen.requests.allSatisfy { $0.url.host() == "acme.freshdesk.com" })
    }

    @Test(
        "text that is no cursor is an error of decoding", arguments: ["{}", "[]", "null", "\"x\"", #"{"version":1}"#])
    func noCursor(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(PageCursor.self, from: Data(text.utf8)) }
    }
}
