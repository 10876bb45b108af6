import Foundation
import Freshsales
import FreshworksSandbox
import TestSupport
import Testing

@Suite("The page about syncing contacts")
struct SyncContactsTests {
    @Test("shows only code that is compiled in the file beside this one")
    func codeIsCompiled() throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let page = here.appending(path: "../../../Sources/Freshsales/Freshsales.docc/SyncContacts.md")
            .standardizedFileURL
        let code = try String(contentsOf: here.appending(path: "SyncContacts.swift"), encoding: .utf8)
        let blocks = try String(contentsOf: page, encoding: .utf8).matches(of: /```swift\n([\s\S]*?)```/)
        #expect(blocks.count == 2)
        for block in blocks { #expect(code.contains(block.output.1)) }
    }

    @Test("what it shows takes over everybody, then what was added, changed and deleted, and no more than that")
    func runs() async throws {
        let clock = ManualClock()
        let sandbox = Sandbox(Sandbox.Options(clock: clock, contacts: 250))
        let freshsales = try FreshsalesClient(
            subdomain: "acme", credential: .apiKey(sandbox.freshsales.apiKey), runtime: sandbox.runtime)
        var list = ContactList()
        try await freshsales.sync(into: &list)
        // Every twentieth is in the recycle bin.
        #expect(list.people.count == 238)
        #expect(list.people.values.allSatisfy { $0.email != nil })
        #expect(list.people.values.contains { $0.owner != nil })

        clock.advance(by: .seconds(60))
        let ids = list.people.keys.sorted()
        let added = try await freshsales.contacts.create(ContactDraft(email: "new@mail.example", lastName: "New"))
        _ = try await freshsales.contacts.update(ids[0], ContactUpdate { $0.firstName = .set("Ada") })
        try await freshsales.contacts.delete(ids[1])
        let calls = sandbox.requests.count
        try await freshsales.sync(into: &list)
        #expect(list.people.count == 238)
        #expect(list.people[added.id]?.name == "New")
        #expect(list.people[ids[0]]?.name?.hasPrefix("Ada") == true)
        #expect(list.people[ids[1]] == nil)
        // The views, one page of changes, the views again and the bin.
        #expect(sandbox.requests.count - calls <= 4)
    }

    @Test("a sync that fails leaves the list as it was")
    func failure() async throws {
        let wire = ScriptedTransport(
            .json(200, #"{"filters":[{"id":1,"name":"All Contacts"}]}"#),
            .json(200, #"{"contacts":[{"id":5,"updated_at":"2025-06-02T11:00:00Z"}],"meta":{"total_pages":2}}"#),
            .json(400, #"{"errors":{"code":400,"message":["No"]}}"#))
        let freshsales = try wire.freshsales()
        var list = ContactList()
        await #expect(throws: FreshworksError.self) { try await freshsales.sync(into: &list) }
        #expect(list.people.isEmpty)
        #expect(list.syncedUntil == nil)
    }
}
