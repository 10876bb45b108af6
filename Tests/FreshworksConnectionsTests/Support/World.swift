import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

/// A registry over a store that is watched, and the services it verifies credentials with.
struct World {
    let sandbox: Sandbox
    let clock = ManualClock()
    let store: WatchedStore
    let registry: ConnectionRegistry

    init(over store: any VersionedStore = InMemoryStore()) throws {
        var options = Sandbox.Options(clock: clock)
        options.freshchatCallsPerMinute = 1_000_000
        options.freshdeskCallsPerMinute = 1_000_000
        sandbox = Sandbox(options)
        self.store = WatchedStore(store)
        registry = try ConnectionRegistry(store: self.store, runtime: sandbox.runtime)
    }

    /// Another process's registry over the same store.
    func other() throws -> ConnectionRegistry { try ConnectionRegistry(store: store, runtime: sandbox.runtime) }

    /// A connection as another process reads it, which sees the store through eyes of its own.
    func elsewhere(_ id: String) async throws -> (connection: Connection, store: WatchedStore) {
        let watched = WatchedStore(store.store)
        let registry = try ConnectionRegistry(store: watched, runtime: sandbox.runtime)
        return (try await registry.get(id), watched)
    }

    /// Lets time pass until the next one wakes, if that is so soon, and do what it does. Not faster than calls need it, or
    /// their deadlines pass.
    func pass(_ time: Duration) async throws {
        if let next = clock.nextDeadline, next - clock.monotonicNow <= time {
            clock.advance(by: next - clock.monotonicNow)
        }
        for _ in 0..<50 { await Task.yield() }
        // The machine may have stopped a thread that computes: time of the clock must not run past it.
        try await Task.sleep(for: .milliseconds(2))
    }

    func chat(_ name: String = "Chat", tags: [String] = []) throws -> ConnectionDraft {
        ConnectionDraft(
            name: name, account: try .freshchat("acme"), credential: .freshchat(token: sandbox.freshchat.apiToken),
            tags: tags)
    }

    func desk(_ name: String = "Desk", tags: [String] = []) throws -> ConnectionDraft {
        ConnectionDraft(
            name: name, account: try .freshdesk("acme"), credential: .freshdesk(apiKey: sandbox.freshdesk.apiKey),
            tags: tags)
    }
}

/// A draft that no service is asked about.
func draft(_ name: String, key: String = "key-0123456789", tags: [String] = []) throws -> ConnectionDraft {
    ConnectionDraft(name: name, account: try .freshdesk("acme"), credential: .freshdesk(apiKey: key), tags: tags)
}

/// The code of the error that something throws; `nil` if it throws none of the library's.
func code(of work: () async throws -> some Any) async -> FreshworksError.Code? {
    do {
        _ = try await work()
        return nil
    } catch {
        return (error as? FreshworksError)?.code
    }
}
