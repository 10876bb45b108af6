import Freshchat
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A rotation that is announced", .endsIfItHangs)
struct RotationTests {
    @Test("keeps calls waiting whose token is rejected, in this process and in others, until the new one is stored")
    func waits() async throws {
        let world = try World()
        let here = try await world.registry.add(world.chat()).connection
        let (there, store) = try await world.elsewhere(here.id)
        let clients = [try FreshchatClient(here), try FreshchatClient(there)]
        for client in clients { _ = try await client.call(.get, "accounts/configuration") }
        let loads = store.loads
        let (asked, go) = (AsyncStream.makeStream(of: Void.self), AsyncStream.makeStream(of: Void.self))
        let rotation = Task {
            try await world.registry.rotateCredential(of: here.id) {
                world.sandbox.freshchat.rotateToken()
                asked.continuation.finish()
                for await _ in go.stream {}
                return .freshchat(token: world.sandbox.freshchat.apiToken)
            }
        }
        for await _ in asked.stream {}
        let calls = clients.flatMap { client in
            (0..<20).map { _ in Task { _ = try await client.call(.get, "accounts/configuration") } }
        }
        try await eventually { store.loads > loads }
        // They look, wait, and look again.
        for _ in 0..<8 { try await world.pass(.milliseconds(250)) }
        go.continuation.finish()
        #expect(try await rotation.value.verdict == .valid)
        let end = Watched { for call in calls { try await call.value } }
        while !end.isOver { try await world.pass(.milliseconds(250)) }
        try await end.value
        // One look for the rejected token, one for each quarter of a second, whoever waits and however many.
        #expect(store.loads - loads <= 24)
    }

    @Test("that fails is withdrawn, and then calls fail with what the service said")
    func withdrawn() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        let (there, _) = try await world.elsewhere(added.id)
        for failing in [false, true] {
            await #expect(throws: (any Error).self) {
                try await world.registry.rotateCredential(of: added.id) {
                    if failing { throw CancellationError() }
                    return .freshchat(token: "FAKE.wrong.token0123")
                }
            }
        }
        #expect(try await world.registry.verify(added.id).verdict == .valid)
        world.sandbox.freshchat.rotateToken()
        for connection in [added, there] {
            let client = try FreshchatClient(connection)
            // Nobody moves the clock: whoever waited would wait for ever.
            #expect(await code { try await client.call(.get, "accounts/configuration") } == .invalidCredential)
        }
    }

    @Test("that has come to its end keeps nobody waiting any more")
    func ended() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        let (there, _) = try await world.elsewhere(added.id)
        try await world.registry.rotateCredential(of: added.id) {
            world.sandbox.freshchat.rotateToken()
            return .freshchat(token: world.sandbox.freshchat.apiToken)
        }
        let clients = [try FreshchatClient(added), try FreshchatClient(there)]
        for client in clients { _ = try await client.call(.get, "accounts/configuration") }
        // A token that somebody has ended without a word: nobody moves the clock, so whoever waited would wait for ever.
        world.sandbox.freshchat.rotateToken()
        for client in clients {
            #expect(await code { try await client.call(.get, "accounts/configuration") } == .invalidCredential)
        }
    }

    @Test("by a process that has died keeps nobody waiting for longer than it said")
    func died() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        let announced = AsyncStream.makeStream(of: Void.self)
        let dead = Task {
            try await world.other().rotateCredential(of: added.id, within: .seconds(20)) {
                announced.continuation.finish()
                try await ContinuousClock().sleep(for: .seconds(3600))
                return .freshchat(token: "")
            }
        }
        for await _ in announced.stream {}
        world.sandbox.freshchat.rotateToken()
        let client = try FreshchatClient(try await world.registry.get(added.id))
        let call = Watched { await code { try await client.call(.get, "accounts/configuration") } }
        let start = world.clock.monotonicNow
        while !call.isOver { try await world.pass(.milliseconds(250)) }
        #expect(try await call.value == .invalidCredential)
        #expect(world.clock.monotonicNow - start <= .seconds(25))
        // The next one does not wait at all.
        world.clock.advance(by: .seconds(6))
        #expect(await code { try await client.call(.get, "accounts/configuration") } == .invalidCredential)
        dead.cancel()
        _ = await dead.result
    }

    @Test("stores the credential that was obtained, also for a caller who is cancelled by then, as the old one is gone")
    func cancelled() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        let rotation = Task {
            try await world.registry.rotateCredential(of: added.id) {
                world.sandbox.freshchat.rotateToken()
                withUnsafeCurrentTask { $0?.cancel() }
                return .freshchat(token: world.sandbox.freshchat.apiToken)
            }
        }
        #expect(try await rotation.value.verdict == nil)
        let (there, _) = try await world.elsewhere(added.id)
        for connection in [added, there] {
            _ = try await FreshchatClient(connection).call(.get, "accounts/configuration")
        }
        #expect(try await world.registry.verify(added.id).verdict == .valid)
    }

    @Test("that overlaps with another one stores its credential if that was obtained last, whichever is stored first")
    func overlapping() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        let newToken: @Sendable () -> Credential = {
            world.sandbox.freshchat.rotateToken()
            return .freshchat(token: world.sandbox.freshchat.apiToken)
        }
        try await world.registry.rotateCredential(of: added.id) {
            try await world.registry.rotateCredential(of: added.id) { newToken() }
            return newToken()
        }
        #expect(try await world.registry.verify(added.id).verdict == .valid)
        // The first one's token is ended by the second, which is through before the first goes on.
        #expect(
            await code {
                try await world.registry.rotateCredential(of: added.id) {
                    let token = newToken()
                    try await world.registry.rotateCredential(of: added.id) { newToken() }
                    return token
                }
            } == .connectionNotVerified)
        #expect(try await world.registry.verify(added.id).verdict == .valid)
        // Without verification nobody knows which is the later.
        #expect(
            await code {
                try await world.registry.rotateCredential(of: added.id, verifies: false) {
                    try await world.registry.rotateCredential(of: added.id) { newToken() }
                    return newToken()
                }
            } == .connectionChanged)
    }

    @Test("leaves a credential that was replaced meanwhile and is good, though its own is good, too")
    func replacedMeanwhile() async throws {
        let world = try World()
        let added = try await world.registry.add(world.desk()).connection
        let (sandbox, registry) = (world.sandbox.freshdesk, world.registry)
        #expect(
            await code {
                try await registry.rotateCredential(of: added.id) {
                    try await registry.replaceCredential(
                        of: added.id, with: .freshdesk(email: sandbox.email, password: sandbox.password))
                    return .freshdesk(apiKey: sandbox.agentKey)
                }
            } == .connectionChanged)
        #expect(try await registry.get(added.id).kind == .password)
    }

    @Test("stores a credential that could not be verified for the moment, as the old one is gone")
    func inconclusive() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat()).connection
        let rotated = try await world.registry.rotateCredential(of: added.id) {
            world.sandbox.freshchat.rotateToken()
            world.sandbox.inject(.emptySuccess(), on: .freshchat(), times: 10)
            return .freshchat(token: world.sandbox.freshchat.apiToken)
        }
        #expect(rotated.verdict != .valid && rotated.verdict != nil)
        #expect(try await world.registry.get(added.id).verdict == rotated.verdict)
        for limit in [Duration.zero, .seconds(601)] {
            #expect(
                await code {
                    try await world.registry.rotateCredential(of: added.id, within: limit) { .freshchat(token: "") }
                }
                    == .invalidArgument)
        }
    }
}
