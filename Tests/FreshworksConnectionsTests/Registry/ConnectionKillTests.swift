import Dispatch
import Foundation
import FreshworksConnections
import TestSupport
import Testing

/// What `CrashTests` shows for each write of a store in memory, with real processes, files and `kill -9`.
@Suite("A registry whose process is killed", .inTurn)
struct ConnectionKillTests {
    @Test(
        "has connections whole in some form, none without its secret, and no secret without its connection",
        .endsIfItHangs)
    func kills() async throws {
        let kills = ProcessInfo.processInfo.environment["FRESHWORKS_KILLS"].flatMap { Int($0) }.map { $0 / 5 } ?? 25
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        let queue = DispatchQueue(label: "killing")
        var changes = 0
        let other = try FileStore(directory: directory)
        for round in 1...kills { _ = try await other.save(Data(), for: "other/\(round)", expecting: .absent) }
        for round in 1...kills {
            changes += try await queue.run {
                let worker = try SpawnedProcess("ProcessWorker", ["connections", directory.path, String(round)])
                let before = Int.random(in: 1...5)
                for _ in 1...before { _ = worker.nextLine() }
                usleep(.random(in: 0...6000))
                return before - 1 + worker.end().count
            }
            try await check(directory, round)
        }
        #expect(changes > kills)
    }

    private func check(_ directory: URL, _ round: Int) async throws {
        let store = try FileStore(directory: directory)
        let registry = try ConnectionRegistry(store: store)
        // What a killed write left in a file of its own goes with the next change, whatever that is.
        let key = "other/\(round)"
        _ =
            round.isMultiple(of: 2)
            ? try await store.save(Data([1]), for: key, expecting: store.load(key)?.version ?? .absent)
            : try await store.delete(key, expecting: store.load(key)?.version ?? .absent)
        var keys: Set<String> = []
        var ids: Set<String> = []
        for try await connection in registry.list() {
            let place: Comment = "round \(round), \(connection)"
            #expect(try await registry.find(name: connection.name)?.id == connection.id, place)
            for tag in ["a", "b", "c"] {
                let page = try await registry.page(tag: tag).connections
                #expect(page.contains { $0.id == connection.id } == connection.tags.contains(tag), place)
            }
            guard case .key(let key) = try await connection.credentialProvider.credential().form else { continue }
            // The worker writes host and key together.
            #expect(key.reveal().hasSuffix("-\(connection.account.name)"), place)
            keys.insert(key.reveal())
            ids.insert(connection.id)
        }
        #expect(ids.count <= 2)
        for file in try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil) {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            for match in text.matches(of: /secret-\d+-\w+/) {
                #expect(keys.contains(String(match.output)), "round \(round): an orphan in \(file.lastPathComponent)")
            }
        }
    }
}
