import Dispatch
import Foundation
import FreshworksConnections
import TestSupport
import Testing

/// What `CrashTests` shows for each write of a store in memory, with real processes, files and `kill -9`.
@Suite("A registry whose process is killed", .inTurn)
struct ConnectionKillTests {
    /// How often a process is killed at any time. `.ci/soak` asks for two hundred.
    private static let kills =
        ProcessInfo.processInfo.environment["FRESHWORKS_KILLS"].flatMap { Int($0) }.map { $0 / 5 } ?? 25

    @Test(
        "has connections whole in some form, none without its secret, and no secret without its connection",
        .endsIfItHangs)
    func kills() async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        let queue = DispatchQueue(label: "killing")
        var changes = 0
        var hit: [String: Int] = [:]
        let other = try FileStore(directory: directory)
        for round in 1...Self.kills { _ = try await other.save(Data(), for: "other/\(round)", expecting: .absent) }
        for round in 1...Self.kills {
            let lines = try await queue.run {
                let worker = try SpawnedProcess("ProcessWorker", ["connections", directory.path, String(round)])
                let before = (1...Int.random(in: 1...5)).compactMap { _ in worker.nextLine() }
                usleep(.random(in: 0...6000))
                return before + worker.end()
            }
            changes += lines.count - 1
            hit[lines.last ?? "", default: 0] += 1
            try await check(directory, round, "round \(round)")
        }
        #expect(changes > Self.kills)
        let counts = hit.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        print("connections: \(Self.kills) kills, \(changes) changes; under way was \(counts)")
    }

    @Test(
        "before any write of a change is whole in its old or its new form, and lets the change be made again",
        .endsIfItHangs,
        arguments: [
            ("add", 5), ("replace", 1), ("changeHost", 1), ("delete", 4), ("importing", 8), ("rename", 4), ("retag", 4),
        ])
    func everyWrite(change: String, writes: Int) async throws {
        var deaths = 0
        for round in 1...max(1, Self.kills / 20) {
            deaths = 0
            while try await dies(in: change, after: deaths, round) {
                deaths += 1
                try #require(deaths < 20, "it never ends")
            }
            #expect(deaths == writes, "\(change)")
        }
        print("connections: \(max(1, Self.kills / 20)) times \(deaths) kills, one before each write of \(change)")
    }

    /// - Returns: Whether it died; otherwise there was no such write.
    private func dies(in change: String, after writes: Int, _ round: Int) async throws -> Bool {
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        let queue = DispatchQueue(label: "killing")
        func make(after limit: Int) async throws -> String? {
            try await queue.run {
                let worker = try SpawnedProcess(
                    "ProcessWorker", ["connections", directory.path, String(round), change, String(limit)])
                let line = worker.nextLine()
                _ = worker.end()
                return line
            }
        }
        let first = try await make(after: writes)
        if let first {
            #expect(first == "finished")
            return false
        }
        try await check(directory, round, "\(change) after \(writes)")
        let again = try await make(after: 1000)
        // Where the process died while it cleared up, the change has been made.
        let isDone = ["add", "rename"].contains(change) && again == "connection_name_taken"
        #expect(again == "finished" || isDone, "\(change) after \(writes): \(again ?? "nothing")")
        try await check(directory, round, "\(change) after \(writes) and again")
        let names = try await ConnectionRegistry(store: FileStore(directory: directory)).page().connections.map(\.name)
        switch change {
        case "delete": #expect(names == [])
        case "importing": #expect(names == ["Name \(round)a", "Name \(round)b"])
        case "rename": #expect(names.contains("Third"))
        default: #expect(names == ["First", "Second"].prefix(change == "add" ? 2 : 1).map(\.self))
        }
        return true
    }

    private func check(_ directory: URL, _ round: Int, _ place: String) async throws {
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
            let place: Comment = "\(place), \(connection)"
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
                #expect(keys.contains(String(match.output)), "\(place): an orphan in \(file.lastPathComponent)")
            }
        }
    }
}
