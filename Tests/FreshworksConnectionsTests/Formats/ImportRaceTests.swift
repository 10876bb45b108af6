import Foundation
import FreshworksConnections
import Synchronization
import TestSupport
import Testing

@Suite("Imports over one store")
struct ImportRaceTests {
    private let file = ThreeEntries.file
    private let keys = ThreeEntries.keys

    @Test("that add the same at once: one adds it all, and the others get a conflict that says so", arguments: 1...30)
    func same(seed: UInt64) async throws {
        let inner = InMemoryStore()
        try await checkSame(
            interleaving(inner, seed), interleaving(inner, seed + 100), interleaving(inner, seed + 200), over: inner)
    }

    @Test("that was overtaken changes nothing any more, wherever it was held up")
    func overtaken() async throws {
        for step in 1... {
            let inner = InMemoryStore()
            let dying = WatchedStore(inner)
            // One entry is made by then.
            dying.die(after: 6)
            _ = try? await ConnectionRegistry(store: dying).add(ConnectionImport(file))
            let held = AsyncStream.makeStream(of: Void.self)
            let steps = Mutex(0)
            let slow = WatchedStore(inner)
            slow.onStep {
                let isHeld = steps.withLock { count in
                    count += 1
                    return count == step
                }
                if isHeld { for await _ in held.stream {} }
            }
            let late = Watched { [file] in try await ConnectionRegistry(store: slow).add(ConnectionImport(file)) }
            try await eventually { late.isOver || steps.withLock { $0 == step } }
            guard !late.isOver else { return #expect(step > 12) }
            let registry = try ConnectionRegistry(store: inner)
            let winner = try await registry.add(ConnectionImport(file))
            held.continuation.finish()
            #expect(await code { try await late.value } == .connectionNameTaken, "held before step \(step)")
            for (number, added) in winner.enumerated() {
                let found = try await registry.find(token: added.instanceToken)
                #expect(found?.name == "Entry \(number)", "held before step \(step)")
            }
            try await checkWhole(registry, inner, count: 3, drafts: 1)
        }
    }

    @Test("that add the same files at once: one adds it all, and the others get a conflict", arguments: 1...4)
    func sameFiles(round: Int) async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        let stores = try (1...3).map { _ in try FileStore(directory: directory) }
        try await checkSame(stores[0], stores[1], stores[2], over: stores[0])
    }

    @Test("one of which died before, are no exception", arguments: 1...30)
    func afterDeath(seed: UInt64) async throws {
        let inner = InMemoryStore()
        let dying = WatchedStore(inner)
        dying.die(after: Int(seed) % 11)
        _ = try? await ConnectionRegistry(store: dying).add(ConnectionImport(file))
        try await checkSame(
            interleaving(inner, seed), interleaving(inner, seed + 100), interleaving(inner, seed + 200), over: inner,
            drafts: 1)
    }

    @Test(
        "beside one that adds a connection of the same name: all of the import is there or nothing", arguments: 1...30)
    func besideAdd(seed: UInt64) async throws {
        let inner = InMemoryStore()
        try await checkBesideAdd(interleaving(inner, seed), interleaving(inner, seed + 100), over: inner)
    }

    @Test("of files beside one that adds a connection of the same name: all is there or nothing", arguments: 1...4)
    func filesBesideAdd(round: Int) async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        let (one, other) = (try FileStore(directory: directory), try FileStore(directory: directory))
        try await checkBesideAdd(one, other, over: one)
    }

    // MARK: - Checks

    private func checkSame(
        _ stores: any VersionedStore..., over store: any VersionedStore, drafts: Int = 0
    ) async throws {
        let results = await withTaskGroup(of: Result<[AddedConnection], any Error>.self) { [file] group in
            for store in stores {
                group.addTask {
                    do {
                        return .success(try await ConnectionRegistry(store: store).add(ConnectionImport(file)))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let winners = results.compactMap { try? $0.get() }
        #expect(winners.count == 1, "\(results)")
        for case .failure(let error) in results {
            let error = error as? FreshworksError
            #expect(error?.code == .connectionNameTaken && error?.mayHaveBeenExecuted == false, "\(results)")
        }
        let registry = try ConnectionRegistry(store: store)
        // The winner's tokens are the ones that count.
        for (number, added) in try #require(winners.first).enumerated() {
            #expect(try await registry.find(token: added.instanceToken)?.name == "Entry \(number)")
        }
        try await checkWhole(registry, store, count: 3, drafts: drafts)
    }

    private func checkBesideAdd(
        _ one: any VersionedStore, _ other: any VersionedStore, over store: any VersionedStore
    ) async throws {
        let file = file
        async let imported: FreshworksError.Code? = code {
            try await ConnectionRegistry(store: one).add(ConnectionImport(file))
        }
        async let added: FreshworksError.Code? = code {
            try await ConnectionRegistry(store: other).add(
                draft("entry 1", key: "another-key-0123", tags: []), verifies: false)
        }
        let outcome = await (imported, added)
        let registry = try ConnectionRegistry(store: store)
        if outcome.0 == nil {
            #expect(outcome.1 == .connectionNameTaken)
            try await checkWhole(registry, store, count: 3)
        } else {
            #expect(outcome.0 == .connectionNameTaken && outcome.1 == nil)
            #expect(try await registry.find(name: "Entry 1")?.name == "entry 1")
            try await checkWhole(registry, store, count: 1)
        }
    }

    /// Nothing is half there: a record and a name for each connection, and no mark and no other secret.
    /// - Parameter drafts: How many of those that have no credential may be left.
    private func checkWhole(
        _ registry: ConnectionRegistry, _ store: any VersionedStore, count: Int, drafts: Int = 0
    ) async throws {
        let all = try await registry.page().connections
        #expect(all.count == count)
        for connection in all { #expect(try await registry.find(name: connection.name)?.id == connection.id) }
        #expect(try await (0...drafts).contains(store.keys(prefix: "").count - 2 * count))
        #expect(try await store.keys(prefix: "connections/import/") == [])
        let bytes = try await WatchedStore(store).contents()
        let isImport = count == keys.count
        for key in keys { #expect((bytes.range(of: Data(key.utf8)) != nil) == isImport) }
    }

    /// The same store as one process sees it, which takes turns with others in an order that the seed decides.
    private func interleaving(_ store: any VersionedStore, _ seed: UInt64) -> WatchedStore {
        let watched = WatchedStore(store)
        let random = SharedRandom(seed: seed)
        watched.onStep { for _ in 0..<random.next(upTo: 6) { await Task.yield() } }
        return watched
    }
}
