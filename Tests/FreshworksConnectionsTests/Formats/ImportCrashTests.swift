import Foundation
import FreshworksConnections
import TestSupport
import Testing

@Suite("An import whose process dies between two writes")
struct ImportCrashTests {
    private let file = ThreeEntries.file
    private let keys = ThreeEntries.keys

    @Test("leaves whole entries, each with its secret and no other, and the same import then adds the rest")
    func everyWrite() async throws {
        var deaths = 0
        while try await dies(after: deaths) { deaths += 1 }
        // A mark, and for each entry a draft, a name and a record.
        #expect(deaths >= 10)
    }

    private func dies(after writes: Int) async throws -> Bool {
        let store = InMemoryStore()
        let watched = WatchedStore(store)
        watched.die(after: writes)
        _ = try? await ConnectionRegistry(store: watched).add(ConnectionImport(file))
        let registry = try ConnectionRegistry(store: store)
        let left = try await whole(in: registry)
        let bytes = try await WatchedStore(store).contents()
        for key in keys {
            #expect((bytes.range(of: Data(key.utf8)) != nil) == left.values.contains(key), "after \(writes)")
        }
        guard watched.isDead else {
            #expect(left.count == 3)
            return false
        }
        // Where all that was lost is the removal of the mark, the import has said so to whoever asked for it.
        let again = try await registry.add(ConnectionImport(file))
        let all = try await whole(in: registry)
        #expect(all.values.sorted() == keys && Set(again.map(\.connection.id)) == Set(all.keys))
        for (id, key) in left { #expect(all[id] == key) }
        for one in again { #expect(try await registry.find(token: one.instanceToken)?.id == one.connection.id) }
        #expect(try await store.keys(prefix: "connections/import/") == [])
        #expect(await code { try await registry.add(ConnectionImport(file)) } == .connectionNameTaken)
        return true
    }

    /// The keys of all connections by their ids.
    private func whole(in registry: ConnectionRegistry) async throws -> [String: String] {
        var found: [String: String] = [:]
        for try await connection in registry.list() {
            #expect(try await registry.find(name: connection.name)?.id == connection.id)
            guard case .key(let key) = try await connection.credentialProvider.credential().form else { continue }
            found[connection.id] = key.reveal()
        }
        return found
    }

    @Test("does not go on with an entry that has another secret by now")
    func changed() async throws {
        let store = InMemoryStore()
        let watched = WatchedStore(store)
        // The mark, the first entry, and the draft of the second.
        watched.die(after: 5)
        _ = try? await ConnectionRegistry(store: watched).add(ConnectionImport(file))
        let registry = try ConnectionRegistry(store: store)
        let first = try #require(try await registry.find(name: "Entry 0"))
        try await registry.replaceCredential(
            of: first.id, with: .freshdesk(apiKey: "another-key-0123"), verifies: false)
        #expect(await code { try await registry.add(ConnectionImport(file)) } == .connectionNameTaken)
        #expect(try await whole(in: registry) == [first.id: "another-key-0123"])
    }
}
