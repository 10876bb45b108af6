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
        return (record, kept.value)
    }

    // MARK: - Clients

    /// What gives a connection's clients their credential: one for all of them.
    func provider(for connection: Connection) -> ConnectionProvider {
        providers.withLock { table in
            table.provider(of: connection.id, at: connection.account.baseURL) {
                ConnectionProvider(of: connection)
            }
        }
    }

    /// Tells running clients of this process what has become of a connection.
    func tellClients(of id: String, _ record: ConnectionRecord?) {
        for provider in providers.withLock({ $0.providers(of: id) }) { provider.adopt(record) }
    }
}

/// The providers that some client still holds.
private struct ProviderTable {
    private struct Entry {
        let address: String
        weak var provider: ConnectionProvider?
    }

    private var entries: [String: [Entry]] = [:]
    private var additions = 0

    mutating func provider(
        of id: String, at address: String, _ make: () -> ConnectionProvider
    ) -> ConnectionProvider {
        if let known = entries[id]?.first(where: { $0.address == address })?.provider { return known }
        let new = make()
        entries[id] = (entries[id] ?? []).filter { $0.provider != nil } + [Entry(address: address, provider: new)]
        additions += 1
        // Now and then, so that the table does not outgrow those in use.
        if additions > 2 * entries.count + 64 || additions > 1024 { prune() }
        return new
    }

    func providers(of id: String) -> [ConnectionProvider] { (entries[id] ?? []).compactMap(\.provider) }

    private mutating func prune() {
        entries = entries.mapValues { $0.filter { $0.provider != nil } }.filter { !$0.value.isEmpty }
        additions = 0
    }
}
