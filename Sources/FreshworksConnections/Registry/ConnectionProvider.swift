import Foundation
import Synchronization

/// What is known of a connection at an address. A registry has one for each that is in use, so what one client learns all
/// of the process know. It does not hold the registry, which holds it.
final class SharedCredential: Sendable {
    let state: Mutex<HeldCredential>
    /// One read of the store for all who wait for it.
    let reads = SingleFlight<Void>()
    /// One who looks now and then, for all who wait for a credential that is being obtained.
    let waits = SingleFlight<Void>()
    /// The connection's OAuth session, opened once.
    private let session = Mutex<(session: OAuthSession, tokenURL: URL, clientID: String)?>(nil)
    private let openings = SingleFlight<OAuthSession>()

    init(address: String) { state = Mutex(HeldCredential(address: address)) }

    /// Takes over what the connection has become; `nil` if it was deleted.
    func adopt(_ record: ConnectionRecord?, since: Int? = nil, at now: Duration) {
        state.withLock { $0.adopt(record, since: since, at: now) }
    }

    /// The session of a client, opened from the store the first time.
    func session(
        of client: OAuthConfiguration, _ open: @escaping @Sendable () async throws -> OAuthSession
    ) async throws -> OAuthSession {
        if let known = session.withLock({ $0 }), known.tokenURL == client.tokenURL, known.clientID == client.clientID {
            return known.session
        }
        return try await openings.run {
            let opened = try await open()
            self.session.withLock { $0 = (opened, client.tokenURL, client.clientID) }
            return opened
        }
    }
}

/// Gives the clients of one connection its credential, and looks into the store when it is rejected.
struct ConnectionProvider: IdentifiedProvider {
    private let id: String
    private let registry: ConnectionRegistry
    private let shared: SharedCredential

    var identity: ObjectIdentifier { ObjectIdentifier(shared) }

    init(of connection: Connection, _ shared: SharedCredential) {
        id = connection.id
        registry = connection.registry
        self.shared = shared
    }

    /// The credential: from memory, once it was read; now and then the store is asked beside it whether it is still the one.
    /// - Throws: ``FreshworksError/Code/connectionDisabled``, ``FreshworksError/Code/connectionDeleted``,
    ///   ``FreshworksError/Code/connectionMoved``; what the store throws as long as nothing was read.
    func credential() async throws -> Credential {
        let held = try await heldCredential()
        guard shared.state.withLock({ $0.client }) != nil else { return held }
        return try await session().credential()
    }

    /// The session that the credential is the access token of.
    func session() async throws -> OAuthSession {
        if shared.state.withLock({ $0.client }) == nil { _ = try await heldCredential() }
        guard let client = shared.state.withLock({ $0.client }) else { throw FreshworksError.connectionChanged }
        let (registry, id) = (registry, id)
        return try await shared.session(of: client) {
            try await OAuthSession(
                OAuthClient(client, runtime: registry.runtime), store: ConnectionSessionStore(of: id, in: registry),
                name: id)
        }
    }

    private func heldCredential() async throws -> Credential {
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
        if shared.state.withLock({ $0.client }) != nil {
            do {
                // A connection that was moved or disabled meanwhile has no token for this address.
                _ = try shared.state.withLock { try $0.value() }
                let newer = try await session().credential(replacing: rejected)
                _ = try shared.state.withLock { try $0.value() }
                return newer
            } catch let error as FreshworksError where error.code == .sessionRemoved {
                // The connection was deleted, or has a credential of another kind by now.
                try await shared.reads.run { try await self.read() }
            }
        }
        for _ in 1...2 {
            if let newer = try newer(than: rejected) { return newer }
            try await shared.reads.run { try await self.read(for: rejected) }
            // A read that others had begun before the rejection may have brought nothing.
        }
        if let newer = try newer(than: rejected) { return newer }
        guard rotationUnderWay != nil else { return nil }
        try await shared.waits.run { try await self.awaitSuccessor(of: rejected) }
        return try newer(than: rejected)
    }

    /// Another credential is being obtained: looks for it until it is there, or its time is over.
    private func awaitSuccessor(of rejected: Credential) async throws {
        let clock = registry.runtime.clock
        let start = clock.monotonicNow
        while try newer(than: rejected) == nil, let rotation = rotationUnderWay,
            clock.monotonicNow - start < rotation.lasts
        {
            try await clock.sleep(for: .milliseconds(250))
            // In this process whoever has it tells, so that nobody need look.
            guard try newer(than: rejected) == nil, rotationUnderWay != nil else { return }
            // A store that cannot be read now may be there the next time.
            do { try await shared.reads.run { try await self.read() } } catch is CancellationError {
                throw CancellationError()
            } catch {}
        }
    }

    private var rotationUnderWay: ConnectionRotation? {
        let rotation = shared.state.withLock(\.rotation)
        return rotation?.isUnderWay(at: registry.runtime.clock.wallNow) == true ? rotation : nil
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

    /// How long the store may take. One that hangs must not keep later looks from finding it well again.
    private static let patience = Duration.seconds(10)

    private func read() async throws {
        let before = shared.state.withLock { $0.adoptions }
        do {
            let kept = try await registry.runtime.within(Self.patience, orElse: .storeSilent) { [registry, id] in
                try await registry.kept(id)
            }
            if let record = kept?.record {
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

extension FreshworksError {
    fileprivate static let storeSilent = FreshworksError(
        .storeFailed, "the store of the connections gave no answer within ten seconds",
        advice: "Look at the store; the credential that is held is used meanwhile.")
}
