import Foundation
import Freshchat
import Freshdesk
import FreshworksConnections
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("A client of a stored connection", .endsIfItHangs)
struct ConnectionClientTests {
    @Test("calls the connection's account, and is refused to a client of another product")
    func client() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat())
        let freshchat = try FreshchatClient(added.connection, runtime: world.sandbox.runtime)
        #expect(try await freshchat.agents.list().first() != nil)
        #expect(throws: FreshworksError.self) { try FreshdeskClient(added.connection) }
    }

    @Test("goes on with a replaced credential at once in this process, without a look into the store")
    func sameProcess() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat())
        let freshchat = try FreshchatClient(added.connection, runtime: world.sandbox.runtime)
        #expect(try await freshchat.verify().verdict == .valid)
        world.sandbox.freshchat.rotateToken()
        try await world.registry.replaceCredential(
            of: added.connection.id, with: .freshchat(token: world.sandbox.freshchat.apiToken))
        let (loads, refused) = (world.store.loads, world.refusals)
        _ = try await freshchat.call(.get, "accounts/configuration")
        #expect(world.store.loads == loads)
        #expect(world.refusals == refused)
    }

    @Test("heals in every process: one read of the store for a rejected token, whoever asks and however many")
    func otherProcess() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat())
        let places = [
            try await world.elsewhere(added.connection.id), try await world.elsewhere(added.connection.id),
        ]
        let stores = places.map(\.store)
        let sent = Atomic(0)
        let stored = AsyncStream.makeStream(of: Void.self)
        let rotation = Task { for await _ in stored.stream {} }
        let transport = ScriptedTransport { request in
            // In the middle of it.
            if sent.add(1, ordering: .relaxed).newValue == 200 {
                defer { stored.continuation.finish() }
                world.sandbox.freshchat.rotateToken()
                try await world.registry.replaceCredential(
                    of: added.connection.id, with: .freshchat(token: world.sandbox.freshchat.apiToken))
            }
            let answer = try await world.sandbox.transport.send(request)
            // A refusal arrives when the registry has the new token, so that whoever looks finds it.
            if answer.status == 401 { await rotation.value }
            return answer
        }
        let runtime = FreshworksRuntime(.quiet, transport: transport, clock: world.clock)
        let clients = try places.map { try FreshchatClient($0.connection, runtime: runtime) }
        for client in clients { _ = try await client.call(.get, "accounts/configuration") }
        let before = stores.map(\.loads)

        try await withThrowingTaskGroup { group in
            for number in 0..<500 {
                group.addTask { _ = try await clients[number % 2].call(.get, "accounts/configuration") }
            }
            try await group.waitForAll()
        }
        #expect(world.refusals > 0)
        for (store, before) in zip(stores, before) { #expect(store.loads - before == 1) }
    }

    @Test("looks for the successor of a rejected token once, and again only after a while")
    func restBetweenLooks() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat())
        let (connection, store) = try await world.elsewhere(added.connection.id)
        let freshchat = try FreshchatClient(connection, runtime: world.sandbox.runtime)
        _ = try await freshchat.call(.get, "accounts/configuration")
        world.sandbox.freshchat.rotateToken()
        let before = store.loads
        for _ in 0..<20 {
            #expect(await code { try await freshchat.call(.get, "accounts/configuration") } == .invalidCredential)
        }
        #expect(store.loads == before + 1)
        // Whatever the service says of the old one, the new one is taken as soon as a look finds it.
        try await world.registry.replaceCredential(
            of: added.connection.id, with: .freshchat(token: world.sandbox.freshchat.apiToken))
        world.clock.advance(by: .milliseconds(250))
        _ = try await freshchat.call(.get, "accounts/configuration")
        #expect(store.loads == before + 2)
    }

    @Test("is refused with a code of its own, before anything is sent, once the connection is disabled or deleted")
    func refusals() async throws {
        let world = try World()
        let added = try await world.registry.add(world.desk())
        let id = added.connection.id
        let freshdesk = try FreshdeskClient(added.connection, runtime: world.sandbox.runtime)
        _ = try await freshdesk.agents.me()
        let sent = world.sandbox.requests.count

        try await world.registry.disable(id)
        #expect(await code { try await freshdesk.agents.me() } == .connectionDisabled)
        let late = try FreshdeskClient(try await world.registry.get(id), runtime: world.sandbox.runtime)
        #expect(await code { try await late.agents.me() } == .connectionDisabled)
        let verification = try await late.verify()
        #expect(verification.verdict == .notConfigured && verification.advice.contains("disabled"))
        #expect(world.sandbox.requests.count == sent)
        try await world.registry.enable(id)
        _ = try await freshdesk.agents.me()

        try await world.registry.delete(id)
        #expect(await code { try await freshdesk.agents.me() } == .connectionDeleted)
        #expect(world.sandbox.requests.count == sent + 1)
    }

    @Test("does not send what was held through a long rest before the store is read, unless nobody can be asked")
    func longRest() async throws {
        let world = try World()
        let added = try await world.registry.add(world.desk())
        let (connection, store) = try await world.elsewhere(added.connection.id)
        let freshdesk = try FreshdeskClient(connection, runtime: world.sandbox.runtime)
        _ = try await freshdesk.agents.me()
        store.setBroken(true)
        world.clock.advance(by: .seconds(36_000))
        _ = try await freshdesk.agents.me()
        store.setBroken(false)
        try await world.registry.delete(added.connection.id)
        world.clock.advance(by: .seconds(36_000))
        let sent = world.sandbox.requests.count
        let codes = await withTaskGroup(of: FreshworksError.Code?.self) { group in
            for _ in 0..<8 { group.addTask { await code { try await freshdesk.agents.me() } } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes == Array(repeating: .connectionDeleted, count: 8))
        #expect(world.sandbox.requests.count == sent)
    }

    @Test("is not refused for ever because the store was empty for a moment")
    func emptyStore() async throws {
        let world = try World()
        let added = try await world.registry.add(world.desk())
        let (connection, store) = try await world.elsewhere(added.connection.id)
        let freshdesk = try FreshdeskClient(connection, runtime: world.sandbox.runtime)
        store.setEmpty(true)
        #expect(await code { try await freshdesk.agents.me() } == .connectionDeleted)
        store.setEmpty(false)
        #expect(await code { try await freshdesk.agents.me() } == .connectionDeleted)
        world.clock.advance(by: .seconds(1))
        _ = try await freshdesk.agents.me()
    }

    @Test("notices within a minute what another process does, and goes on while the store cannot be read")
    func otherProcessDisables() async throws {
        let world = try World()
        let added = try await world.registry.add(world.desk())
        let (connection, store) = try await world.elsewhere(added.connection.id)
        let freshdesk = try FreshdeskClient(connection, runtime: world.sandbox.runtime)
        _ = try await freshdesk.agents.me()

        store.setBroken(true)
        world.clock.advance(by: .seconds(61))
        _ = try await freshdesk.agents.me()
        store.setBroken(false)
        try await world.registry.disable(added.connection.id)
        world.clock.advance(by: .seconds(61))
        // The look goes on beside the call.
        _ = try? await freshdesk.agents.me()
        while await code(of: { try await freshdesk.agents.me() }) == nil {
            // A look that was still under way when the clock moved has run out of its time; the next one comes in a minute.
            try await Task.sleep(for: .milliseconds(2))
            world.clock.advance(by: .seconds(10))
        }
        #expect(await code { try await freshdesk.agents.me() } == .connectionDisabled)

        try await world.registry.enable(added.connection.id)
        world.clock.advance(by: .seconds(1))
        _ = try await freshdesk.agents.me()
    }

    @Test(
        "keeps a credential with its host: a new host sees it once, to verify it, and old clients never send a new one")
    func hosts() async throws {
        let seen = Mutex<[(host: String, key: String)]>([])
        let takesAcme = Mutex(true)
        let transport = ScriptedTransport { request in
            let header = request.headers["Authorization"]?.dropFirst("Basic ".count)
            let pair = header.flatMap { Data(base64Encoded: String($0)) }.map { String(decoding: $0, as: UTF8.self) }
            let host = request.url.host() ?? ""
            seen.withLock { $0.append((host, pair ?? "")) }
            guard host.hasPrefix("acme.") || takesAcme.withLock({ !$0 }) else { return .json(401, "{}") }
            return .json(200, #"{"id":1,"contact":{"email":"ines@example.com"}}"#)
        }
        let runtime = FreshworksRuntime(.quiet, transport: transport, clock: ManualClock())
        let registry = try ConnectionRegistry(store: InMemoryStore(), runtime: runtime)
        let added = try await registry.add(draft("Desk", key: "old-key-0123456789"))
        let id = added.connection.id
        let client = try FreshdeskClient(added.connection, runtime: runtime)
        _ = try await client.agents.me()

        let other = try FreshworksAccount.freshdesk("other")
        #expect(await code { try await registry.changeHost(of: id, to: other) } == .connectionNotVerified)
        #expect(try await registry.get(id).account.name == "acme")
        _ = try await client.agents.me()
        takesAcme.withLock { $0 = false }
        seen.withLock { $0 = [] }
        let moved = try await registry.changeHost(
            of: id, to: other, credential: .freshdesk(apiKey: "new-key-0123456789"))
        #expect(seen.withLock { $0.map(\.host) } == ["other.freshdesk.com"])
        #expect(await code { try await client.agents.me() } == .connectionMoved)
        _ = try await FreshdeskClient(moved, runtime: runtime).agents.me()
        #expect(
            seen.withLock { $0.allSatisfy { $0.host == "other.freshdesk.com" && $0.key == "new-key-0123456789:X" } })
        let foreign = try FreshworksAccount.freshchat("acme")
        #expect(await code { try await registry.changeHost(of: id, to: foreign) } == .invalidArgument)
    }

    @Test("a credential that somebody replaced while another was verified is not overwritten by surprise")
    func changedMeanwhile() async throws {
        let world = try World()
        let added = try await world.registry.add(draft("Desk"), verifies: false)
        let id = added.connection.id
        let registry = world.registry
        let transport = ScriptedTransport { _ in
            try await registry.replaceCredential(of: id, with: .freshdesk(apiKey: "third-key-01234"), verifies: false)
            return .json(200, #"{"id":1,"contact":{"email":"ines@example.com"}}"#)
        }
        let slow = try ConnectionRegistry(
            store: world.store, runtime: FreshworksRuntime(.quiet, transport: transport, clock: world.clock))
        #expect(
            await code { try await slow.replaceCredential(of: id, with: .freshdesk(apiKey: "second-key-0123")) }
                == .connectionChanged)
        guard case .key(let key) = try await registry.get(id).credentialProvider.credential().form else {
            Issue.record("It was a key.")
            return
        }
        #expect(key.reveal() == "third-key-01234")
    }
}

extension World {
    /// How often a service answered 401.
    var refusals: Int { sandbox.requests.count { $0.status == 401 } }
}
