import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Registries over one store")
struct RaceTests {
    @Test("that add one name at once: one wins, and the others get a conflict that says so", arguments: 1...40)
    func oneName(seed: UInt64) async throws {
        let store = try interleaving(seed)
        let results = await withTaskGroup(of: Result<String, any Error>.self) { group in
            for number in 1...4 {
                group.addTask {
                    do {
                        let registry = try ConnectionRegistry(store: store)
                        let draft = try draft("Acme", key: "key-number-\(number)-0123", tags: ["a"])
                        return .success(try await registry.add(draft, verifies: false).connection.id)
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let winners = results.compactMap { try? $0.get() }
        #expect(winners.count == 1)
        for case .failure(let error) in results {
            #expect((error as? FreshworksError)?.code == .connectionNameTaken)
        }
        store.onStep(nil)
        let registry = try ConnectionRegistry(store: store)
        #expect(try await registry.find(name: "Acme")?.id == winners.first)
        #expect(try await registry.page(tag: "a").connections.map(\.id) == winners)
        // Record, name and tag: the losers have left nothing.
        #expect(try await store.keys(prefix: "").count == 3)
    }

    @Test("that rename, retag, add and delete at once: every name and tag finds whom it should", arguments: 1...40)
    func everything(seed: UInt64) async throws {
        let store = try interleaving(seed)
        let setup = try ConnectionRegistry(store: store)
        var ids: [String] = []
        for number in 1...3 {
            ids.append(try await setup.add(draft("Name \(number)", tags: ["a"]), verifies: false).connection.id)
        }
        await withTaskGroup(of: Void.self) { [ids] group in
            for worker in 0..<4 {
                group.addTask {
                    var random = SeededGenerator(seed: seed * 100 + UInt64(worker))
                    for _ in 0..<12 {
                        guard let registry = try? ConnectionRegistry(store: store),
                            let id = ids.randomElement(using: &random)
                        else { return }
                        let name = "Name \(Int.random(in: 1...4, using: &random))"
                        let tags = ["a", "b", "c"].filter { _ in Bool.random(using: &random) }
                        switch Int.random(in: 0..<8, using: &random) {
                        case 0...2: _ = try? await registry.rename(id, to: name)
                        case 3...5: _ = try? await registry.retag(id, tags)
                        case 6: _ = try? await registry.add(draft(name, tags: tags), verifies: false)
                        default:
                            if let found = try? await registry.find(name: name), !ids.contains(found.id) {
                                _ = try? await registry.delete(found.id)
                            }
                        }
                    }
                }
            }
        }
        store.onStep(nil)
        let registry = try ConnectionRegistry(store: store)
        let all = try await registry.page().connections
        #expect(Set(all.map { $0.name.lowercased() }).count == all.count)
        for connection in all {
            #expect(try await registry.find(name: connection.name)?.id == connection.id)
            for tag in ["a", "b", "c"] {
                let isListed = try await registry.page(tag: tag).connections.contains { $0.id == connection.id }
                #expect(isListed == connection.tags.contains(tag), "\(connection.name) \(tag)")
            }
        }
        for number in 1...4 where !all.contains(where: { $0.name == "Name \(number)" }) {
            _ = try await registry.add(draft("Name \(number)"), verifies: false)
        }
    }

    /// A store whose users take turns at every step, in an order that the seed decides.
    private func interleaving(_ seed: UInt64) throws -> WatchedStore {
        let store = WatchedStore(InMemoryStore())
        let random = SharedRandom(seed: seed)
        store.onStep { for _ in 0..<random.next(upTo: 6) { await Task.yield() } }
        return store
    }
}
