import Synchronization

/// Keeps connections in a store that many processes may share, and gives clients their credentials.
///
/// ```swift
/// let registry = try ConnectionRegistry(store: FileStore(directory: folder))
/// let added = try await registry.add(draft)                 // verified first, then stored
/// let freshchat = try FreshchatClient(added.connection)
/// try await registry.replaceCredential(of: added.connection.id, with: .freshchat(token: next))
/// ```
/// Secrets lie in the store as they are: wrap it in a `SealedStore` to encrypt them. A process that dies in any of the
/// methods leaves the connection whole, as it was or as it was to be.
public final class ConnectionRegistry: Sendable {
    /// The products whose connections it keeps.
    public let products: [FreshworksProduct]
    /// What verifies credentials.
    public let runtime: FreshworksRuntime
    /// How old a credential in use may get before the store is asked in the background whether it still is the one.
    let rereadsAfter: Duration
    let shelf: ConnectionShelf
    private let providers = Mutex(ProviderTable())

    /// Keeps connections in a store.
    /// - Parameters:
    ///   - store: Shared with whatever else has other keys.
    ///   - namespace: What all keys of this registry start with, at most 80 bytes.
    ///   - products: Those whose connections it keeps; add the ones that you describe yourself.
    ///   - rereadsAfter: How soon a client notices that another process has disabled, deleted or moved its connection. A
    ///     credential that the service rejects is looked up at once.
    ///   - runtime: What verifies credentials, and the source of time.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey`` for a namespace that no key may start with.
    public init(
        store: any VersionedStore, namespace: String = "connections",
        products: [FreshworksProduct] = [.freshdesk, .freshchat, .freshsales], rereadsAfter: Duration = .seconds(60),
        runtime: FreshworksRuntime = .shared
    ) throws {
        shelf = ConnectionShelf(store: store, layout: try ConnectionLayout(namespace: namespace))
        self.products = products
        self.rereadsAfter = rereadsAfter
        self.runtime = runtime
    }

    /// A connection's record and the value that it was read from.
    func kept(_ id: String) async throws -> (record: ConnectionRecord, value: StoredValue)? {
        guard ConnectionID.isOne(id), let kept = try await shelf.load(id, of: self), let record = kept.record else {
            return nil
        }
        // What was just read is news to clients too: nobody finds a connection disabled that still sends.
        tellClients(of: id, record)
        return (record, kept.value)
    }

    // MARK: - Clients

    /// What gives a connection's clients their credential: all of them share what is known.
    func provider(for connection: Connection) -> ConnectionProvider {
        let shared = providers.withLock { $0.credential(of: connection.id, at: connection.account.baseURL) }
        return ConnectionProvider(of: connection, shared)
    }

    /// Tells running clients of this process what has become of a connection.
    func tellClients(of id: String, _ record: ConnectionRecord?) {
        let now = runtime.clock.monotonicNow
        for shared in providers.withLock({ $0.credentials(of: id) }) { shared.adopt(record, at: now) }
    }
}

/// What some client still holds, and what was asked for lately: an app may make a client for each request.
private struct ProviderTable {
    private struct Entry {
        let address: String
        weak var shared: SharedCredential?
    }

    private var entries: [String: [Entry]] = [:]
    private var additions = 0
    /// The last ones asked for, in turn.
    private var recent: [SharedCredential] = []
    private var turn = 0
    private static let most = 1024

    mutating func credential(of id: String, at address: String) -> SharedCredential {
        if let known = entries[id]?.first(where: { $0.address == address })?.shared { return known }
        let new = SharedCredential(address: address)
        if recent.count < Self.most {
            recent.append(new)
        } else {
            recent[turn] = new
            turn = (turn + 1) % Self.most
        }
        entries[id] = (entries[id] ?? []).filter { $0.shared != nil } + [Entry(address: address, shared: new)]
        additions += 1
        // Now and then, so that the table does not outgrow those in use.
        if additions > 2 * entries.count + 64 || additions > 1024 { prune() }
        return new
    }

    func credentials(of id: String) -> [SharedCredential] { (entries[id] ?? []).compactMap(\.shared) }

    private mutating func prune() {
        entries = entries.mapValues { $0.filter { $0.shared != nil } }.filter { !$0.value.isEmpty }
        additions = 0
    }
}
