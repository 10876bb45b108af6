import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Every store keeps the laws", .serialized, .inTurn)
struct StoreConformanceTests {
    @Test("in memory")
    func inMemory() async throws {
        let store = InMemoryStore()
        try await checkConformance(of: { store })
        #expect(try await store.keys(prefix: "") == [])
    }

    @Test("in files, with two stores on one folder")
    func files() async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        try await checkConformance(of: { try FileStore(directory: directory) })
        #expect(try await FileStore(directory: directory).keys(prefix: "") == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [".lock"])
    }

    @Test("sealed, over memory")
    func sealed() async throws {
        let store = InMemoryStore()
        try await checkConformance(of: { SealedStore(store, seal: XORCipher.seal, open: XORCipher.open) })
    }

    @Test("where it was written before there were pages of keys")
    func withoutPages() async throws {
        let store = StoreOfOldTimes()
        try await checkConformance(of: { store })
    }
}

/// A store of somebody else's, with the four methods that every store has.
private struct StoreOfOldTimes: VersionedStore {
    private let store = InMemoryStore()

    func load(_ key: String) async throws -> StoredValue? { try await store.load(key) }

    func save(_ data: Data, for key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.save(data, for: key, expecting: version)
    }

    func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await store.delete(key, expecting: version)
    }

    func keys(prefix: String) async throws -> [String] { try await store.keys(prefix: prefix) }
}

/// No cipher, but one that notices a wrong key name, as an authenticated one does.
enum XORCipher {
    struct WrongKey: Error {}

    static func seal(_ data: Data, _ key: String) async throws -> Data {
        Data((data + Data(SHA256.hash(key.utf8))).map { $0 ^ 0x5A })
    }

    static func open(_ data: Data, _ key: String) async throws -> Data {
        let plain = Data(data.map { $0 ^ 0x5A })
        guard plain.suffix(32) == Data(SHA256.hash(key.utf8)) else { throw WrongKey() }
        return Data(plain.dropLast(32))
    }
}
