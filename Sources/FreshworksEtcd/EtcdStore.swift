public import Foundation

/// A store in etcd: shared by the processes of any number of machines.
///
/// It speaks etcd's JSON gateway (`/v3/`, etcd 3.4 or later) through the runtime's transport. Any member of the cluster will
/// do; one that is down or cut off is passed over, and a change whose answer got lost is looked for before it is sent again,
/// so that it takes place once.
///
/// A value stands under its key, after the store's prefix. A first line, `freshworks/1` and a random word, tells who wrote
/// it; the bytes after it are as they were given. etcd does not encrypt what it keeps: wrap the store in a ``SealedStore``.
///
/// A runtime that is given must outlive the store's users, an ``OAuthSession`` that is flushed included. Do not give it
/// URLSession for a transport: etcd ends its error answers with trailers, which Foundation's URLSession on Linux does not survive.
public struct EtcdStore: VersionedStore {
    private let cluster: EtcdCluster
    private let space: EtcdKeySpace

    /// A store in a cluster.
    /// - Parameters:
    ///   - endpoints: The members' client addresses, such as `https://etcd-1.example:2379`; plain http on loopback alone. The
    ///     user's password and token are sent to these and to nothing else.
    ///   - prefix: What all keys begin with; a slash follows. Stores share nothing unless one's prefix is the other's with a
    ///     slash and more behind it.
    ///   - user: Who to be, where etcd has authentication enabled. The role needs to read and write the prefix.
    ///   - timeout: How long a call may take, over all members and attempts.
    ///   - runtime: What carries the calls. Its ``FreshworksRuntime/Configuration/certificateAuthorities`` are whom members'
    ///     certificates are trusted by, where that is not the system.
    /// - Throws: ``FreshworksError/Code/invalidArgument``, saying what is wrong with an address, the prefix or the user.
    public init(
        endpoints: [String], prefix: String = "freshworks", user: User? = nil, timeout: Duration = .seconds(8),
        runtime: FreshworksRuntime = .shared
    ) throws {
        try self.init(
            endpoints: endpoints.map { try EtcdEndpoint($0) }, space: EtcdKeySpace(prefix: prefix), user: user,
            timeout: timeout, runtime: runtime)
    }

    init(
        endpoints: [EtcdEndpoint], space: EtcdKeySpace, user: User?, timeout: Duration, runtime: FreshworksRuntime
    ) throws {
        self.space = space
        cluster = try EtcdCluster(
            endpoints: endpoints, gateway: EtcdGateway(user: user, runtime: runtime), timeout: timeout,
            clock: runtime.clock)
    }

    /// The value under a key; `nil` if there is none. What other programs put there is read as it is.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``, and ``FreshworksError/Code/storeFailed`` if no member answers or
    ///   etcd refuses.
    public func load(_ key: String) async throws -> StoredValue? {
        try await record(of: space.place(of: StoreKey(key)))?.value
    }

    /// Writes a value of at most 1 MiB if the key's version is still the expected one.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``, ``FreshworksError/Code/invalidArgument`` for a larger value, and
    ///   ``FreshworksError/Code/storeFailed``: then the old value stands, unless
    ///   ``FreshworksError/mayHaveBeenExecuted`` is set.
    public func save(
        _ data: Data, for key: String, expecting version: StoreVersion
    ) async throws -> StoreOutcome {
        guard data.count <= Self.valueLimit else {
            throw FreshworksError(
                .invalidArgument, "the value has \(data.count) bytes, and an etcd store takes 1 MiB",
                advice: "Keep large data elsewhere.")
        }
        let mark = EtcdMark()
        return try await change(key, expecting: version, .put(mark.framing(data), mark))
    }

    /// Removes a value if its version is still the expected one.
    ///
    /// Where the answer got lost and the value is gone, this counts as done, even if another process had removed it too.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey`` and ``FreshworksError/Code/storeFailed``.
    public func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        try await change(key, expecting: version, .delete)
    }

    /// All keys that have a value and start with a prefix, in the order of their bytes. Asks for 500 at a time, so keys that
    /// come or go meanwhile may be in it or not; what is no ``StoreKey`` is left alone.
    /// - Throws: ``FreshworksError/Code/storeFailed``.
    public func keys(prefix: String) async throws -> [String] {
        try await keys(prefix: prefix, after: nil, limit: .max)
    }

    /// The first keys behind another one. etcd looks at no others.
    /// - Throws: ``FreshworksError/Code/storeFailed``.
    public func keys(prefix: String, after key: String?, limit: Int) async throws -> [String] {
        var keys: [String] = []
        var next: EtcdRange? = space.range(of: prefix, after: key)
        while keys.count < limit, let range = next {
            let request = range.request(limit: min(limit - keys.count, Self.pageSize))
            let page = try await cluster.ask(changing: false) { member, _ in
                try EtcdKeyPage(try await member.call("kv/range", request), within: range)
            }
            keys += page.keys.compactMap(space.key).map(\.text)
            next = page.next.map { EtcdRange(start: $0, end: range.end) }
        }
        return keys
    }

    private func record(of place: Data) async throws -> EtcdRecord? {
        try await cluster.ask(changing: false) { member, _ in try await member.read(place).record }
    }

    private func change(
        _ key: String, expecting version: StoreVersion, _ kind: EtcdChange.Kind
    ) async throws -> StoreOutcome {
        let place = try space.place(of: StoreKey(key))
        guard let revision = version.revision else {
            // A version of another store.
            return .conflict(try await record(of: place)?.value)
        }
        let change = EtcdChange(kind, of: place, expecting: revision)
        if change.changesNothing {
            let current = try await record(of: place)
            return current == nil ? .done(.absent) : .conflict(current?.value)
        }
        return try await cluster.ask(changing: true) { member, mayHaveHappened in
            try await change.carryOut(at: member, mayHaveHappened: mayHaveHappened)
        }
    }

    /// etcd takes requests of 1.5 MiB.
    private static let valueLimit = 1 << 20
    private static let pageSize = 500
}

extension EtcdStore {
    /// A user of etcd.
    public struct User: Sendable {
        /// The name.
        public let name: String
        /// Sent to the store's endpoints alone, in exchange for a token.
        public let password: Secret

        /// Names a user.
        public init(name: String, password: Secret) {
            self.name = name
            self.password = password
        }
    }
}

extension EtcdStore: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Endpoints and prefix.
    public var description: String { "EtcdStore(\(cluster), \(space.prefix))" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension StoreVersion {
    /// The revision in which etcd last changed the key, 0 for a key without a value; `nil` for a version of another store.
    fileprivate var revision: Int64? {
        if self == .absent { return 0 }
        guard let revision = Int64(rawValue), revision > 0, String(revision) == rawValue else { return nil }
        return revision
    }
}
