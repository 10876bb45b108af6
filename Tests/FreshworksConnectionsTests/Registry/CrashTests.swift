import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

/// A process that dies between any two writes, in every method that makes several.
@Suite("A registry whose process dies between two writes")
struct CrashTests {
    private static let old = "old-key-0123456789"
    private static let new = "new-key-0123456789"

    /// What a connection is before and after.
    private struct Form: Equatable {
        var name = "Old"
        var tags: [String]? = ["a", "b"]
        var host = "https://acme.freshdesk.com/api/v2"
        var key = old
    }

    private enum Change: CaseIterable {
        case add, rename, retag, replace, changeHost, disable, delete

        var outcome: Form? {
            switch self {
            case .add: Form(name: "New", key: new)
            case .rename: Form(name: "New")
            case .retag: Form(tags: ["b", "c", "d"])
            case .replace: Form(key: new)
            case .changeHost: Form(host: "http://127.0.0.1:9/api/v2", key: new)
            case .disable: Form()
            case .delete: nil
            }
        }
    }

    @Test("leaves the connection whole in its old or its new form, no other secret, and the way free to do it again")
    func everyWrite() async throws {
        for change in Change.allCases {
            var deaths = 0
            while try await dies(in: change, after: deaths) { deaths += 1 }
            // Otherwise the store was not watched.
            #expect(deaths >= 1, "\(change)")
            if change == .add || change == .retag { #expect(deaths >= 5, "\(change)") }
        }
    }

    /// - Returns: Whether it died.
    private func dies(in change: Change, after writes: Int) async throws -> Bool {
        let store = InMemoryStore()
        let survivor = try registry(over: store)
        let first = try await survivor.add(draft("Old", key: Self.old, tags: ["a", "b"]), verifies: false)
        let watched = WatchedStore(store)
        watched.die(after: writes)
        var died = false
        do {
            try await make(change, first.connection.id, registry(over: watched))
        } catch let error as FreshworksError {
            #expect(error.code == .storeFailed, "\(change) after \(writes): \(error)")
            died = true
        }
        let place: Comment = "\(change) after \(writes)"
        let fresh = try registry(over: store)
        let found = try await fresh.find(id: first.connection.id)
        let isOld = try await form(of: found, fresh) == (found == nil ? nil : Form())
        if change == .add {
            #expect(found != nil && isOld, place)
            let second = try await fresh.find(name: "New")
            let added = try await form(of: second, fresh)
            #expect(added == nil || added == change.outcome, place)
            try await checkSecrets(in: store, [Self.old] + (second == nil ? [] : [Self.new]), place)
            // The name is not blocked.
            #expect(
                await code { try await make(.add, "", fresh) } == (second == nil ? nil : .connectionNameTaken), place)
        } else {
            let seen = try await form(of: found, fresh)
            #expect(seen == Form() || seen == change.outcome, place)
            if !died { #expect(seen == change.outcome, place) }
            #expect(try await fresh.find(token: first.instanceToken)?.id == found?.id, place)
            try await checkSecrets(in: store, seen.map { [$0.key] } ?? [], place)
            _ = try await make(change, first.connection.id, fresh)
            let again = try await fresh.find(id: first.connection.id)
            #expect(try await form(of: again, fresh) == change.outcome, place)
        }
        // Where the process dies while it clears up, the change has been made.
        return watched.isDead
    }

    /// The registry verifies by a service that takes everything.
    private func registry(over store: any VersionedStore) throws -> ConnectionRegistry {
        try ConnectionRegistry(
            store: store, runtime: FreshworksRuntime(.quiet, transport: AgreeableTransport(), clock: ManualClock()))
    }

    private func make(_ change: Change, _ id: String, _ registry: ConnectionRegistry) async throws {
        switch change {
        case .add: _ = try await registry.add(draft("New", key: Self.new, tags: ["a", "b"]))
        case .rename: try await registry.rename(id, to: "New")
        case .retag: try await registry.retag(id, ["b", "c", "d"])
        case .replace: try await registry.replaceCredential(of: id, with: .freshdesk(apiKey: Self.new))
        case .changeHost:
            try await registry.changeHost(
                of: id, to: try FreshworksAccount(.freshdesk, baseURL: "http://127.0.0.1:9/api/v2"),
                credential: .freshdesk(apiKey: Self.new))
        case .disable: try await registry.disable(id)
        case .delete: try await registry.delete(id)
        }
    }

    /// What a connection shows from all sides; `nil` if there is none.
    private func form(of connection: Connection?, _ registry: ConnectionRegistry) async throws -> Form? {
        guard let connection else { return nil }
        var listed: [String] = []
        for tag in ["a", "b", "c", "d"] {
            let ids = try await registry.page(tag: tag).connections.map(\.id)
            if ids.contains(connection.id) { listed.append(tag) }
        }
        #expect(listed == connection.tags)
        #expect(try await registry.find(name: connection.name)?.id == connection.id)
        #expect(try await registry.page().connections.map(\.id).contains(connection.id))
        var form = Form(name: connection.name, tags: listed, host: connection.account.baseURL)
        if connection.isEnabled {
            guard case .key(let key) = try await connection.credentialProvider.credential().form else { return nil }
            form.key = key.reveal()
        }
        return form
    }

    /// The keys in the store are these and no others.
    private func checkSecrets(in store: InMemoryStore, _ keys: [String], _ place: Comment) async throws {
        let bytes = try await WatchedStore(store).contents()
        for key in [Self.old, Self.new] {
            #expect((bytes.range(of: Data(key.utf8)) != nil) == keys.contains(key), place)
        }
    }
}
