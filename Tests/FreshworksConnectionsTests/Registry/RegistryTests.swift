import Foundation
import FreshworksConnections
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("A registry of connections")
struct RegistryTests {
    @Test("verifies a credential, stores it, and finds it by id, name and token")
    func add() async throws {
        let world = try World()
        let added = try await world.registry.add(world.chat("Acme chat", tags: ["eu", " eu ", "chat", ""]))
        let connection = added.connection
        #expect(connection.verdict == .valid && connection.verifiedAt == world.clock.wallNow)
        #expect(connection.tags == ["eu", "chat"] && connection.kind == .key && connection.isEnabled)
        #expect(connection.account.baseURL == "https://acme.freshchat.com/v2" && connection.account.name == "acme")

        let other = try world.other()
        #expect(try await other.find(id: connection.id)?.name == "Acme chat")
        #expect(try await other.get(connection.id).createdAt == connection.createdAt)
        #expect(try await other.find(name: " ACME Chat")?.id == connection.id)
        let before = world.store.loads
        #expect(try await other.find(token: added.instanceToken)?.id == connection.id)
        #expect(world.store.loads == before + 1)

        let token = added.instanceToken.reveal()
        for wrong in [
            "", "x", token + "0", String(token.dropLast()) + "g", String(token.reversed()), token.uppercased(),
        ] {
            #expect(try await other.find(token: wrong) == nil)
        }
        let changed = String(token.dropLast()) + (token.last == "0" ? "1" : "0")
        #expect(try await other.find(token: changed) == nil)
        #expect(try await other.find(id: "../record") == nil)
        #expect(await code { try await other.get("nothing") } == .connectionNotFound)
    }

    @Test("takes texts of another shape for ids of nothing, whatever is asked", arguments: ["", "x\ny", "../record"])
    func wrongIDs(id: String) async throws {
        let registry = try World().registry
        for id in [id, String(repeating: "a", count: 300)] {
            #expect(try await registry.find(id: id) == nil)
            #expect(try await registry.delete(id) == false)
            #expect(await code { try await registry.rename(id, to: "x") } == .connectionNotFound)
            #expect(await code { try await registry.verify(id) } == .connectionNotFound)
            let next = Credential.freshchat(token: "FAKE0.token1.value2")
            #expect(
                await code { try await registry.replaceCredential(of: id, with: next) } == .connectionNotFound)
        }
    }

    @Test("names a record that cannot be read, verifies the others, and deletes it when asked")
    func unreadable() async throws {
        let world = try World()
        let first = try await world.registry.add(world.chat("A", tags: ["eu"])).connection
        let second = try await world.registry.add(world.desk("B", tags: ["eu"])).connection
        let keys = try await world.store.store.keys(prefix: "connections/record/")
        let key = try #require(keys.first { $0.hasSuffix(first.id) })
        let other = try #require(keys.first { $0.hasSuffix(second.id) })
        let whole = try #require(try await world.store.store.load(other))
        // No JSON, and what belongs to another connection.
        for data in [Data("{".utf8), whole.data] {
            let version = try #require(try await world.store.store.load(key)).version
            _ = try await world.store.store.save(data, for: key, expecting: version)
            let error = await #expect(throws: FreshworksError.self) { try await world.registry.get(first.id) }
            #expect(error?.code == .malformedConnection)
            #expect(error?.message.contains(first.id) == true)
            var verified: [String] = []
            await #expect(throws: FreshworksError.self) {
                try await world.registry.verifyAll { verified.append($0.connection.id) }
            }
            #expect(verified == [second.id])
            let page = try await world.registry.page()
            #expect(page.connections.map(\.id) == [second.id] && page.next == nil)
            #expect(page.unreadable.count == 1 && page.unreadable[0].message.contains(first.id))
            var listed: [String] = []
            let late = await #expect(throws: FreshworksError.self) {
                for try await connection in world.registry.list() { listed.append(connection.id) }
            }
            #expect(listed == [second.id] && late?.code == .malformedConnection)
        }
        #expect(try await world.registry.delete(first.id))
        #expect(try await world.registry.page(tag: "eu").connections.map(\.id) == [second.id])
        #expect(try await world.registry.verifyAll() == [.valid: 1])
        _ = try await world.registry.add(world.chat("A"))
    }

    @Test("stores nothing without the verdict valid, unless asked to, and says what was found")
    func unverified() async throws {
        let world = try World()
        var wrong = try world.chat()
        wrong.credential = .freshchat(token: "wrong.token.value")
        let error = await #expect(throws: FreshworksError.self) { try await world.registry.add(wrong) }
        #expect(error?.code == .connectionNotVerified)
        #expect(error?.verification?.verdict == .invalidCredential)
        #expect(error?.advice?.contains("one live token per account") == true)
        #expect(world.store.changes == 0)

        let added = try await world.registry.add(wrong, verifies: false)
        #expect(added.connection.verdict == nil && added.connection.verifiedAt == nil)
        #expect(try await world.registry.verify(added.connection.id).verdict == .invalidCredential)
        #expect(try await world.registry.get(added.connection.id).verdict == .invalidCredential)
    }

    @Test("refuses fields that cannot be, all at once, and a credential of another product, before anything is sent")
    func refusals() async throws {
        let world = try World()
        var bad = try world.chat("  ", tags: ["a\nb"])
        let error = await #expect(throws: FreshworksError.self) { try await world.registry.add(bad) }
        #expect(error?.fieldErrors.map(\.field) == ["name", "tags"])
        bad = try world.chat()
        bad.credential = .freshdesk(apiKey: "abcdefghij1234567890")
        #expect(await code { try await world.registry.add(bad) } == .credentialWrongProduct)
        #expect(world.sandbox.requests.isEmpty && world.store.changes == 0)
    }

    @Test("keeps names unique whatever the letter case, and sends nothing for one that is taken")
    func names() async throws {
        let world = try World()
        let first = try await world.registry.add(draft("Acme"), verifies: false)
        let second = try await world.registry.add(draft("Other"), verifies: false)
        let sent = world.sandbox.requests.count
        #expect(await code { try await world.registry.add(world.chat("aCME")) } == .connectionNameTaken)
        #expect(world.sandbox.requests.count == sent)
        #expect(
            await code { try await world.registry.rename(second.connection.id, to: "ACME") } == .connectionNameTaken)
        #expect(try await world.registry.rename(first.connection.id, to: "ACME").name == "ACME")
        #expect(try await world.registry.rename(first.connection.id, to: "Fresh").name == "Fresh")
        #expect(try await world.registry.find(name: "Acme") == nil)
        #expect(try await world.registry.rename(second.connection.id, to: "Acme").name == "Acme")
        try await world.registry.delete(second.connection.id)
        _ = try await world.registry.add(draft("acme"), verifies: false)
    }

    @Test("lists by tag in the order of creation, in pages that read no other record")
    func lists() async throws {
        let world = try World()
        var ids: [String] = []
        for number in 1...7 {
            let tags = number.isMultiple(of: 2) ? ["even", "all"] : ["all"]
            let draft = try draft("Number \(number)", tags: tags)
            ids.append(try await world.registry.add(draft, verifies: false).connection.id)
            world.clock.advance(by: .seconds(1))
        }
        let before = (world.store.loads, world.store.keys)
        let page = try await world.registry.page(tag: "even", limit: 2)
        #expect(page.connections.map(\.id) == [ids[1], ids[3]])
        #expect(world.store.loads == before.0 + 2 && world.store.keys == before.1 + 3)
        #expect(try await world.registry.page(tag: "all", limit: 2).connections.map(\.id) == Array(ids[..<2]))
        #expect(world.store.loads == before.0 + 4 && world.store.keys == before.1 + 6)
        let rest = try await world.registry.page(tag: "even", after: page.next, limit: 2)
        #expect(rest.connections.map(\.id) == [ids[5]] && rest.next == nil)
        var all: [String] = []
        for try await connection in world.registry.list() { all.append(connection.id) }
        #expect(all == ids)

        try await world.registry.retag(ids[1], ["odd"])
        try await world.registry.delete(ids[3])
        #expect(try await world.registry.page(tag: "even").connections.map(\.id) == [ids[5]])
        #expect(try await world.registry.page(tag: "odd").connections.map(\.id) == [ids[1]])
        #expect(try await world.registry.page(tag: "even", limit: 1).next == nil)
    }

    @Test("fills a page of a tag although many of the tag's entries do not count any more")
    func staleEntries() async throws {
        let world = try World()
        var ids: [String] = []
        for number in 1...9 {
            let added = try await world.registry.add(draft("Number \(number)", tags: ["a"]), verifies: false)
            ids.append(added.connection.id)
            world.clock.advance(by: .seconds(1))
        }
        // As whoever died while it cleared up leaves them.
        let store = world.store.store
        for id in ids[1...5] {
            let key = "connections/record/\(id)"
            let value = try #require(try await store.load(key))
            guard case .done = try await store.delete(key, expecting: value.version) else {
                Issue.record("a conflict over nothing")
                return
            }
        }
        let page = try await world.registry.page(tag: "a", limit: 3)
        #expect(page.connections.map(\.id) == [ids[0], ids[6], ids[7]] && page.next == ids[7])
        let rest = try await world.registry.page(tag: "a", after: page.next, limit: 3)
        #expect(rest.connections.map(\.id) == [ids[8]] && rest.next == nil)
        #expect(try await world.registry.page(tag: "a", limit: 4).next == nil)
        let one = try await world.registry.page(tag: "a", after: ids[2], limit: 1)
        #expect(one.connections.map(\.id) == [ids[6]] && one.next == ids[6])
    }

    @Test("changes notes, settings and the instance token, and leaves nothing behind of what it deletes")
    func changes() async throws {
        let world = try World()
        let added = try await world.registry.add(world.desk(tags: ["eu"]))
        let id = added.connection.id
        #expect(try await world.registry.describe(id, as: "Support").description == "Support")
        #expect(try await world.registry.setOptions(of: id, to: ["filter.response.nulls": true]).options.count == 1)
        let token = try await world.registry.replaceToken(of: id)
        #expect(try await world.registry.find(token: added.instanceToken) == nil)
        let found = try #require(try await world.registry.find(token: token))
        #expect(found.description == "Support" && found.options["filter.response.nulls"] == true)
        #expect(found.verdict == .valid)
        #expect(try await world.registry.delete(id))
        #expect(try await world.registry.delete(id) == false)
        #expect(try await world.store.keys(prefix: "") == [])
        #expect(await code { try await world.registry.rename(id, to: "New") } == .connectionNotFound)
    }

    @Test("verifies all that are enabled, no more at once than asked, and reports each")
    func verifyAll() async throws {
        let world = try World()
        for number in 1...6 { _ = try await world.registry.add(world.desk("Good \(number)", tags: ["a"])) }
        _ = try await world.registry.add(draft("Bad", tags: ["a"]), verifies: false)
        let off = try await world.registry.add(draft("Off", tags: ["a"]), verifies: false)
        _ = try await world.registry.add(draft("Untagged"), verifies: false)
        try await world.registry.disable(off.connection.id)

        let running = Mutex((now: 0, most: 0))
        let transport = world.sandbox.transport
        let counting = ScriptedTransport { request in
            running.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            // Long enough that all who may come are here.
            for _ in 0..<50 { await Task.yield() }
            defer { running.withLock { $0.now -= 1 } }
            return try await transport.send(request)
        }
        let registry = try ConnectionRegistry(
            store: world.store, runtime: FreshworksRuntime(.quiet, transport: counting, clock: world.clock))
        var done: [Int] = []
        let counts = try await registry.verifyAll(tag: "a", atOnce: 3) { step in
            done.append(step.done)
            #expect(step.total == 8)
        }
        #expect(counts == [.valid: 6, .invalidCredential: 1])
        #expect(done.count == 7 && done == done.sorted() && done.last ?? 0 <= 8)
        #expect((2...3).contains(running.withLock(\.most)))
        #expect(try await registry.find(name: "Bad")?.verdict == .invalidCredential)
        #expect(try await registry.find(name: "Untagged")?.verdict == nil)
    }

    @Test("replaces the secret of every kind of credential, and nothing else of it")
    func secrets() async throws {
        let registry = try World().registry
        let cases: [(Credential, field: String, sent: String)] = [
            (.freshdesk(apiKey: "old-key-0123456789"), "Authorization", "Basic " + base64("new-key-0123456789:X")),
            (
                .freshdesk(email: "ines@example.com", password: "p@ss: w0rd"), "Authorization",
                "Basic " + base64("ines@example.com:n3w: p@ss")
            ),
            (
                .header(field: "X-Key", prefix: .bearer, username: "", password: "old-key-0123456789"), "X-Key",
                "Bearer new-key-0123456789"
            ),
            (
                .header(field: "X-Key", prefix: .token, username: "old-key-0123456789", password: ""), "X-Key",
                "Token new-key-0123456789"
            ),
            (
                .header(prefix: .basic, username: "old-key-0123456789", password: "X"), "Authorization",
                "Basic " + base64("new-key-0123456789:X")
            ),
            (
                .header(prefix: .basic, username: "ines@example.com", password: "p@ss: w0rd"), "Authorization",
                "Basic " + base64("ines@example.com:n3w: p@ss")
            ),
        ]
        for (number, (credential, field, sent)) in cases.enumerated() {
            let account = try FreshworksAccount.freshdesk("acme")
            let added = try await registry.add(
                ConnectionDraft(name: "\(number)", account: account, credential: credential), verifies: false)
            let kind = added.connection.kind
            // A key for a key, a password for a password.
            let secret = number == 1 || number == 5 ? "n3w: p@ss" : "new-key-0123456789"
            let changed = try await registry.replaceSecret(
                of: added.connection.id, with: Secret(secret), verifies: false)
            #expect(changed.kind == kind)
            let signer = try RequestSigner(account: account, provider: changed.credentialProvider)
            #expect(try await signer.headers(for: account.url("tickets"))[field] == sent, "\(number)")
        }
    }

    private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    @Test("keeps an own check, a foreign host and every kind of credential")
    func roundTrip() async throws {
        let world = try World()
        let probed = try FreshworksAccount.freshsales("acme").verifying(
            at: "https://{tenant}.myfreshworks.com/crm/sales/api/contacts/filters", expects: [["filters"]])
        let proxy = try FreshworksAccount(
            .freshchat, baseURL: "https://proxy.example.com/chat/v2", allowsForeignHost: true)
        let drafts = [
            ConnectionDraft(
                name: "1", account: probed, credential: .freshsales(apiKey: "Token token=sfg999666t673t7t82")),
            ConnectionDraft(name: "2", account: proxy, credential: .oauth(accessToken: "access-token-value")),
            ConnectionDraft(
                name: "3", account: try .freshdesk("acme"),
                credential: .freshdesk(email: "ines@example.com", password: "p@ss: w0rd")),
            ConnectionDraft(
                name: "4", account: try .freshdesk("acme"),
                credential: .header(field: "X-Key", prefix: .none, username: "", password: "whole value")),
        ]
        for draft in drafts {
            let id = try await world.registry.add(draft, verifies: false).connection.id
            let found = try await world.other().get(id)
            #expect(found.account.baseURL == draft.account.baseURL)
            #expect(found.account.probes.preferred.expects == draft.account.probes.preferred.expects)
            let kept = try await found.credentialProvider.credential()
            let wanted = try draft.credential.normalized(for: draft.account)
            #expect(kept.keepingRevision(of: wanted).revision == wanted.revision)
        }
        let found = try #require(try await world.registry.find(name: "1"))
        let url = try found.account.url(for: found.account.probes.preferred)
        #expect(url.absoluteString == "https://acme.myfreshworks.com/crm/sales/api/contacts/filters")
    }
}
