import Synchronization

/// What is known of a connection at an address. A registry has one for each that is in use, so what one client learns all
/// of the process know. It does not hold the registry, which holds it.
final class SharedCredential: Sendable {
    let state: Mutex<HeldCredential>
    /// One read of the store for all who wait for it.
    let reads = SingleFlight<Void>()

    init(address: String) { state = Mutex(HeldCredential(address: address)) }

    /// Takes over what the connection has become; `nil` if it was deleted.
    func adopt(_ record: ConnectionRecord?, since: Int? = nil, at now: Duration) {
        state.withLock { $0.adopt(record, since: since, at: now) }
    }
}

/// Gives the clients of one connection its credential, and looks into the store when it is rejected.
struct ConnectionProvider: CredentialProvider {
    private let id: String
    private let registry: ConnectionRegistry
    private let shared: SharedCredential

    init(of connection: Connection, _ shared: SharedCredential) {
        id = connection.id
        registry = connection.registry
        self.shared = shared
    }

    /// The credential: from memory, once it was read; now and then the store is asked beside it whether it is still the one.
    /// - Throws: ``FreshworksError/Code/connectionDisabled``, ``FreshworksError/Code/connectionDeleted``,
    ///   ``FreshworksError/Code/connectionMoved``; what the store throws as long as nothing was read.
    func credential() async throws -> Credential {
        let now = registry.runtime.clock.monotonicNow
        switch shared.state.withLock({ $0.answer(at: now, rereadsAfter: registry.rereadsAfter) }) {
        case .use(let credential): return credential
        case .useAndRead(let credential):
            shared.reads.start { try await self.read() }
            return credential
        case .readOrUse(let credential):
            do {
                try await shared.reads.run { try await self.read() }
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                return credential
            }
        case .refuse(let error): throw error
        case .read: try await shared.reads.run { try await self.read() }
        }
        return try shared.state.withLock { try $0.value() }
    }

    /// Another credential than the rejected one: one that is here already, or what a look into the store brings.
    func credential(replacing rejected: Credential) async throws -> Credential? {
        for _ in 1...2 {
            if let newer = try newer(than: rejected) { return newer }
            try await shared.reads.run { try await self.read(for: rejected) }
            // A read that others had begun before the rejection may have brought nothing.
        }
        return try newer(than: rejected)
    }

    private func newer(than rejected: Credential) throws -> Credential? {
        try shared.state.withLock { state in
            let held = try state.value()
            return held.revision == rejected.revision ? nil : held
        }
    }

    /// Reads the record, unless that was done for this rejected credential a moment ago.
    private func read(for rejected: Credential) async throws {
        let now = registry.runtime.clock.monotonicNow
        guard shared.state.withLock({ $0.mayLook(for: rejected.revision, at: now) }) else { return }
        try await read()
    }

    private func read() async throws {
        let before = shared.state.withLock { $0.adoptions }
        do {
            if let record = try await registry.kept(id)?.record {
                return shared.adopt(record, since: before, at: registry.runtime.clock.monotonicNow)
            }
            let now = registry.runtime.clock.monotonicNow
            shared.state.withLock { $0.lose(at: now) }
        } catch {
            let now = registry.runtime.clock.monotonicNow
            shared.state.withLock { $0.looked(at: now) }
            throw error
        }
    }
}
