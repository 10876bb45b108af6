import Foundation
import FreshworksEtcd
import FreshworksSandbox
import TestSupport
import Testing

@Suite(
    "A store in a real etcd", .inTurn, .endsIfItHangs, .enabled(if: EtcdServers.canRun, "\(EtcdServers.reason)"))
struct EtcdConformanceTests {
    @Test("keeps all laws of stores", arguments: [1, 3])
    func laws(members: Int) async throws {
        let servers = try await EtcdServers.start(members)
        try await checkConformance {
            try EtcdStore(address: servers.address(prefix: "laws"), variables: [:])
        }
        // Another order of the members, as another process may have.
        let order = servers.endpoints.reversed().map(\.self)
        let count = Counter()
        try await checkConformance {
            try EtcdStore(endpoints: count.next() == 1 ? servers.endpoints : order, prefix: "laws")
        }
    }

    @Test("keeps the connections of the command, which leaves no file and no key behind")
    func command() async throws {
        let servers = try await EtcdServers.start()
        let folder = try TemporaryFolder()
        let key = "FAKEkey0123456789abcd"
        let address = servers.address(prefix: "command")
        let environment = [
            "FRESHWORKS_CONNECTIONS_DIRECTORY": folder.url.appending(path: "store").path, "SECRET": key,
        ]
        func run(_ words: String...) async throws -> CommandLineTool.Result {
            try await CommandLineTool("freshworks").run(
                ["connections"] + words + ["--store", address], environment: environment)
        }
        let added = try await run(
            "add", "freshdesk", "--name", "Desk", "--subdomain", "acme", "--unverified", "--secret-env", "SECRET")
        #expect(added.status == 0, "\(added.diagnostics)")
        let listed = try await run("list", "--json")
        #expect(listed.status == 0 && listed.output == added.output)
        let store = try EtcdStore(address: address, variables: [:])
        #expect(try await store.keys(prefix: "").isEmpty == false)
        #expect(try await run("remove", "desk").status == 0)
        for name in try await store.keys(prefix: "") {
            let value = try await store.load(name)
            #expect(value.map { String(decoding: $0.data, as: UTF8.self).contains(key) } == false)
        }
        #expect(folder.names.isEmpty)
    }

    @Test(
        "lists more keys than a page holds, a page of them without the others, and leaves alone what lies beside them")
    func pages() async throws {
        let servers = try await EtcdServers.start()
        let store = try EtcdStore(address: servers.address(prefix: "app"), variables: [:])
        for place in [
            "app", "app.x", "app/", "app0", "apple/x", "app/\u{1}", "aa/x", "app/" + String(repeating: "k", count: 201),
        ] {
            _ = try await servers.call("kv/put", ["key": .base64(place), "value": .base64("x")])
        }
        let keys = (0..<1_203).map { "k/\(10_000 + $0)" }
        for start in stride(from: 0, to: keys.count, by: 100) {
            let puts = keys[start..<min(start + 100, keys.count)].map { key -> JSONValue in
                ["request_put": ["key": .base64("app/\(key)"), "value": .base64("x")]]
            }
            _ = try await servers.call("kv/txn", ["success": .array(puts)])
        }
        #expect(try await store.keys(prefix: "") == keys)
        #expect(try await store.keys(prefix: "k/1000") == Array(keys[..<10]))
        #expect(try await store.keys(prefix: "k/10500") == ["k/10500"])
        #expect(try await store.keys(prefix: "l").isEmpty)

        let asked = Counter()
        let transport = TransportChoice.automatic.make(
            maximumConnections: 4, certificateAuthorities: nil, clock: SystemClock())
        let watched = ScriptedTransport { request in
            let response = try await transport.send(request)
            for _ in try JSONValue(parsing: response.body)["kvs"]?.arrayValue ?? [] { asked.next() }
            return response
        }
        let watchedStore = try EtcdStore(
            address: servers.address(prefix: "app"), variables: [:], runtime: FreshworksRuntime(transport: watched))
        #expect(try await watchedStore.keys(prefix: "k/", after: keys[699], limit: 50) == Array(keys[700..<750]))
        #expect(asked.value == 50)
        #expect(try await watchedStore.keys(prefix: "k/", after: keys[99], limit: 600) == Array(keys[100..<700]))
        #expect(asked.value == 650)
        // What is no key takes nobody's place.
        #expect(try await store.keys(prefix: "", after: "\u{1}", limit: 2) == Array(keys[..<2]))
        #expect(try await store.keys(prefix: "", after: nil, limit: 2) == Array(keys[..<2]))
    }

    @Test("has the bytes behind a line that tells who wrote them, and reads what others put there as it is")
    func stored() async throws {
        let servers = try await EtcdServers.start()
        let store = try EtcdStore(address: servers.address(prefix: "app"), variables: [:])
        guard case .done(let version) = try await store.save(Data("hello".utf8), for: "a/b", expecting: .absent) else {
            Issue.record("a conflict over nothing")
            return
        }
        let answer = try await servers.call("kv/range", ["key": .base64("app/a/b")])
        let record = try #require(answer["kvs"]?.arrayValue?.first)
        let text = String(
            decoding: try #require(Data(base64Encoded: record["value"]?.stringValue ?? "")), as: UTF8.self)
        #expect(text.wholeMatch(of: /freshworks\/1 [0-9a-f]{32}\nhello/) != nil)
        #expect(record["mod_revision"]?.stringValue == version.rawValue)

        _ = try await servers.call("kv/put", ["key": .base64("app/other"), "value": .base64("as it is")])
        let other = try #require(try await store.load("other"))
        #expect(other.data == Data("as it is".utf8))
        guard case .done = try await store.save(Data("new".utf8), for: "other", expecting: other.version) else {
            Issue.record("what another program wrote cannot be replaced")
            return
        }
        #expect(try await store.load("other")?.data == Data("new".utf8))
        // A version of another kind of store is none of this one's.
        let foreign = try await store.save(Data(), for: "other", expecting: StoreVersion(rawValue: "sha-1"))
        #expect(foreign == .conflict(try await store.load("other")))
    }

    @Test("takes values of 1 MiB and refuses larger ones before it asks")
    func sizes() async throws {
        let servers = try await EtcdServers.start()
        let store = try EtcdStore(address: servers.address(prefix: "app"), variables: [:])
        let most = Data(repeating: 0xFF, count: 1 << 20)
        guard case .done = try await store.save(most, for: "large", expecting: .absent) else {
            Issue.record("a conflict over nothing")
            return
        }
        #expect(try await store.load("large")?.data == most)
        servers.stop()
        let error = try await #require(throws: FreshworksError.self) {
            _ = try await store.save(most + [0], for: "larger", expecting: .absent)
        }
        #expect(error.code == .invalidArgument)
    }
}
