import Foundation
import Freshchat
import Freshdesk
import FreshworksConnections
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("A stored connection at its edges", .endsIfItHangs)
struct ConnectionEdgeTests {
    @Test("a store that hangs costs ten seconds, then what is held is used, and later looks find the store well again")
    func hangingStore() async throws {
        let world = try World()
        let (connection, store) = try await world.elsewhere(try await world.registry.add(world.chat()).connection.id)
        let client = try FreshchatClient(connection)
        _ = try await client.call(.get, "accounts/configuration")
        let hangs = Mutex(true)
        // Whatever is asked from now on never ends, whoever cancels it.
        store.onStep { [forever = AsyncStream<Never>.makeStream()] in
            guard hangs.withLock({ $0 }) else { return }
            await Task { for await _ in forever.stream {} }.value
        }
        // So long that the store must be asked first.
        world.clock.advance(by: .seconds(300))
        let end = Watched { _ = try await client.call(.get, "accounts/configuration") }
        while !end.isOver { try await world.pass(.seconds(10)) }
        try await end.value
        hangs.withLock { $0 = false }
        let loads = store.loads
        world.clock.advance(by: .seconds(300))
        _ = try await client.call(.get, "accounts/configuration")
        #expect(store.loads > loads)
    }

    @Test("keeps both calls of its own check, and where the answer names the caller")
    func alternative() async throws {
        let world = try World()
        var draft = try draft("A")
        draft.account.probes = VerificationProbes(
            .init("one", expects: [["a"]], id: "a", personName: "b", email: "c"),
            alternative: .init("two", expects: [["d", "e"]]))
        let id = try await world.registry.add(draft, verifies: false).connection.id
        let probes = try await world.other().get(id).account.probes
        #expect(probes.preferred.expects == [["a"]] && probes.preferred.id == "a")
        #expect(probes.preferred.personName == "b" && probes.preferred.email == "c")
        let alternative = try #require(probes.alternative)
        #expect(alternative.expects == [["d", "e"]])
        let account = try await world.other().get(id).account
        #expect(try account.url(for: alternative).absoluteString == "https://acme.freshdesk.com/api/v2/two")
    }

    @Test("takes what a restored backup holds, though its generation is a lower one")
    func backup() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        let key = "connections/record/\(added.id)"
        let backup = try #require(try await world.store.store.load(key)).data
        let next = try await world.elsewhere(added.id).connection
        let freshchat = try FreshchatClient(next)
        for name in ["B", "C"] { try await world.registry.rename(added.id, to: name) }
        try await world.registry.disable(added.id)
        #expect(await code { try await freshchat.call(.get, "accounts/configuration") } == .connectionDisabled)
        let version = try #require(try await world.store.store.load(key)).version
        _ = try await world.store.store.save(backup, for: key, expecting: version)
        world.clock.advance(by: .seconds(2))
        _ = try await freshchat.call(.get, "accounts/configuration")
    }

    @Test("has clients that send with the registry's runtime unless told otherwise")
    func runtime() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        let sent = world.sandbox.requests.count
        _ = try await FreshchatClient(added).call(.get, "accounts/configuration")
        #expect(world.sandbox.requests.count == sent + 1)
    }

    @Test("remembers its credential and that it was rejected from one short-lived client to the next")
    func shortLived() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        _ = try await FreshchatClient(added).call(.get, "accounts/configuration")
        let loads = world.store.loads
        for _ in 0..<5 { _ = try await FreshchatClient(added).call(.get, "accounts/configuration") }
        #expect(world.store.loads == loads)
        world.sandbox.freshchat.rotateToken()
        let refusals = world.refusals
        for _ in 0..<5 {
            let failure = await code { try await FreshchatClient(added).call(.get, "accounts/configuration") }
            #expect(failure == .invalidCredential)
        }
        #expect(world.refusals == refusals + 1)
    }

    @Test("is not used by a new client once it was read as disabled, whoever disabled it")
    func disabledElsewhere() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        _ = try await FreshchatClient(added).call(.get, "accounts/configuration")
        try await world.other().disable(added.id)
        let read = try await world.registry.get(added.id)
        #expect(
            await code { try await FreshchatClient(read).call(.get, "accounts/configuration") } == .connectionDisabled)
    }

    @Test("is found by profile however its letters are put together")
    func normalization() async throws {
        let world = try World()
        var draft = try draft("A")
        draft.profile = ProfileKey(profile: "Caf\u{E9}", user: "Ine\u{301}s")
        let id = try await world.registry.add(draft, verifies: false).connection.id
        let other = ProfileKey(profile: "Cafe\u{301}", user: "In\u{E9}s")
        #expect(try await world.registry.find(profile: other)?.id == id)
    }

    @Test("is not found by a profile whose name is another one's name and user in a row")
    func profileNames() async throws {
        let world = try World()
        var draft = try draft("A")
        draft.profile = ProfileKey(profile: "CRM", user: "ines")
        _ = try await world.registry.add(draft, verifies: false)
        #expect(try await world.registry.find(profile: ProfileKey(profile: "CRM ines")) == nil)
        draft.name = "B"
        draft.profile = ProfileKey(profile: "CRM ines")
        _ = try await world.registry.add(draft, verifies: false)
    }

    @Test("that a newer version has stored is not read as if it were this one's")
    func newerSchema() async throws {
        let world = try World()
        let id = try await world.registry.add(draft("A"), verifies: false).connection.id
        let key = "connections/record/\(id)"
        let value = try #require(try await world.store.store.load(key))
        var json = try #require(try JSONValue(parsing: value.data).objectValue)
        json["schema"] = 2
        _ = try await world.store.store.save(
            JSONValue.object(json).serialized(), for: key, expecting: value.version)
        let error = await #expect(throws: FreshworksError.self) { try await world.registry.get(id) }
        #expect(error?.code == .malformedConnection && error?.message.contains("newer version") == true)
    }

    @Test(
        "has a name of visible text of bounded size",
        arguments: [
            "a\u{85}b", "a\u{9B}b", "a\u{202E}b", "a\u{2066}b", "a\u{2028}b",
            "a" + String(repeating: "\u{301}", count: 900),
        ])
    func names(name: String) async throws {
        let world = try World()
        #expect(await code { try await world.registry.add(draft(name), verifies: false) } == .invalidArgument)
        var tagged = try draft("A", tags: [name])
        #expect(await code { try await world.registry.add(tagged, verifies: false) } == .invalidArgument)
        tagged.tags = []
        tagged.profile = ProfileKey(profile: "p", user: name)
        #expect(await code { try await world.registry.add(tagged, verifies: false) } == .invalidArgument)
        #expect(world.store.changes == 0)
    }
}
