import Foundation
import FreshworksConnections
import Synchronization

/// What a registry of many connections costs: finding one by its token, a page of a tag, and memory.
func runConnectionBenchmark() async {
    do {
        print("Connections: a registry of 1,000 and of 100,000 of them")
        try await compare("in memory") { InMemoryStore() }
        guard CommandLine.arguments.contains("connections") else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "connections-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await compare("in files") { try FileStore(directory: folder.appending(path: UUID().uuidString)) }
    } catch {
        fail(error)
    }
}

private func compare(_ place: String, _ make: () throws -> any VersionedStore) async throws {
    let few = try await ConnectionFigures(1000, in: make())
    let many = try await ConnectionFigures(100_000, in: make())
    print("  \(place)")
    let times = many.find / few.find
    print(
        "    finding one by its token          \(microseconds(few.find)) and \(microseconds(many.find)) µs,",
        terminator: "")
    print(" ratio \(ratio(many.find, few.find))\(judged(times, atMost: 2))")
    print("    a page of a tag of 100            \(milliseconds(few.rare)) and \(milliseconds(many.rare)) ms")
    print("    a page of 100 of a tag of all     \(milliseconds(few.common)) and \(milliseconds(many.common)) ms")
    print(
        "    records read for that page        \(few.reads) and \(many.reads)\(judged(Double(many.reads), atMost: 100))"
    )
    print("    keys that the store gave for it   \(few.keys) and \(many.keys)\(judged(Double(many.keys), atMost: 101))")
    print("    adding one, unverified            \(microseconds(few.add)) and \(microseconds(many.add)) µs")
    print("    the registry's memory once it has given each connection's client its credential")
    print(
        "                                      \(few.memory / 1024) and \(many.memory / 1024) KiB\(judged(Double(many.memory), atMost: 64e6))"
    )
}

private struct ConnectionFigures {
    private(set) var find = 0.0
    private(set) var rare = 0.0
    private(set) var common = 0.0
    private(set) var reads = 0
    private(set) var keys = 0
    private(set) var add = 0.0
    private(set) var memory = 0

    init(_ count: Int, in inner: any VersionedStore) async throws {
        let store = ReadCounter(inner)
        let registry = try ConnectionRegistry(store: store)
        let account = try FreshworksAccount.freshdesk("acme")
        var tokens: [Secret] = []
        let start = ContinuousClock.now
        for number in 0..<count {
            let isTagged = number % (count / 100) == 0
            let draft = ConnectionDraft(
                name: "Number \(number)", account: account,
                credential: .freshdesk(apiKey: "FAKEkey0123456789\(number)"),
                tags: isTagged ? ["common", "rare"] : ["common"])
            let added = try await registry.add(draft, verifies: false)
            if isTagged { tokens.append(added.instanceToken) }
        }
        add = (ContinuousClock.now - start) / .seconds(count)
        find =
            try await best(of: 1) {
                for token in tokens {
                    guard try await registry.find(token: token) != nil else { throw CocoaError(.fileNoSuchFile) }
                }
            } / Double(tokens.count)
        func page(of tag: String) async throws -> Double {
            try await best(of: 1) {
                guard try await registry.page(tag: tag).connections.count == 100 else {
                    throw CocoaError(.featureUnsupported)
                }
            }
        }
        rare = try await page(of: "rare")
        common = try await page(of: "common")
        let before = (store.count, store.keyCount)
        _ = try await registry.page(tag: "common")
        (reads, keys) = (store.count - before.0, store.keyCount - before.1)
        let ids = try await store.keys(prefix: "connections/record/").map {
            String($0.dropFirst("connections/record/".count))
        }
        let fresh = try ConnectionRegistry(store: store)
        // What was freed before must not pay for what comes.
        returnFreedMemory()
        let resident = residentMemory()
        for id in ids { _ = try await fresh.get(id).credentialProvider.credential() }
        memory = max(0, residentMemory() - resident)
    }
}

/// A store that counts what is read, values and keys.
private final class ReadCounter: VersionedStore {
    private let store: any VersionedStore
    private let reads = Atomic(0)
    private let keys = Atomic(0)

    init(_ store: any VersionedStore) { self.store = store }

    var count: Int { reads.load(ordering: .relaxed) }

    var keyCount: Int { keys.load(ordering: .relaxed) }

    func load(_ key: String) async throws -> StoredValue? {
        reads.add(1, ordering: .relaxed)
        return try await store.load(key)
    }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.save(data, for: key, expecting: version)
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] { counted(try await store.keys(prefix: prefix)) }

    func keys(prefix: String, after key: String?, limit: Int) async throws -> [String] {
        counted(try await store.keys(prefix: prefix, after: key, limit: limit))
    }

    private func counted(_ found: [String]) -> [String] {
        keys.add(found.count, ordering: .relaxed)
        return found
    }
}
