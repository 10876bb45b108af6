import Foundation

/// The place of one session in a store of bytes.
struct SessionStore: Sendable {
    let store: any VersionedStore
    let key: String
    let server: SessionRecord.Server
    let runtime: FreshworksRuntime

    /// A record with the version to expect when it is changed.
    struct Kept: Sendable {
        var record: SessionRecord
        var version: StoreVersion
    }

    enum Outcome: Sendable {
        case done(StoreVersion)
        case conflict(Kept?)
    }

    /// How long a store may take for one answer. A store that hangs counts as one that fails.
    private static let patience = Duration.seconds(10)

    /// - Throws: What the store throws; ``FreshworksError/Code/malformedSession``;
    ///   ``FreshworksError/Code/otherSession`` for tokens that another server or client owns.
    func load() async throws -> Kept? {
        try await answer(changes: false) { try await $0.load(key) }.map(read)
    }

    func save(_ record: SessionRecord, expecting version: StoreVersion) async throws -> Outcome {
        let data = record.data
        switch try await answer({ try await $0.save(data, for: key, expecting: version) }) {
        case .done(let version): return .done(version)
        case .conflict(let current): return .conflict(try current.map(read))
        }
    }

    /// Sees to it that a pair which this process holds, or a newer one, is in the store.
    /// - Returns: What is there now; `nil` when the session was removed.
    func put(_ record: SessionRecord) async throws -> Kept? {
        var record = record
        record.claim = nil
        var kept = try await load()
        while let current = kept, record.isNewer(than: current.record) {
            switch try await save(record, expecting: current.version) {
            case .done(let version): return Kept(record: record, version: version)
            case .conflict(let other): kept = other
            }
        }
        return kept
    }

    /// Replaces whatever stands there, also what cannot be read.
    func replace(_ make: @Sendable (SessionRecord?) -> SessionRecord) async throws -> SessionRecord {
        var current = try await answer(changes: false) { try await $0.load(key) }
        while true {
            let new = make(current.flatMap { try? SessionRecord(data: $0.data) })
            let (data, version) = (new.data, current?.version ?? .absent)
            switch try await answer({ try await $0.save(data, for: key, expecting: version) }) {
            case .done: return new
            case .conflict(let other): current = other
            }
            try Task.checkCancellation()
        }
    }

    /// Removes whatever stands there.
    func remove() async throws {
        var version = try await answer(changes: false) { try await $0.load(key) }?.version ?? .absent
        while case .conflict(let other) = try await answer({ [version] in
            try await $0.delete(key, expecting: version)
        }) {
            version = other?.version ?? .absent
            try Task.checkCancellation()
        }
    }

    private func read(_ value: StoredValue) throws -> Kept {
        let record = try SessionRecord(data: value.data)
        guard record.server == server else {
            throw FreshworksError(
                .otherSession, "the stored session belongs to another authorization server or client",
                advice: "Use the configuration it was made with, or another name for this session.")
        }
        return Kept(record: record, version: value.version)
    }

    private func answer<Value: Sendable>(
        changes: Bool = true, _ question: @escaping @Sendable (any VersionedStore) async throws -> Value
    ) async throws -> Value {
        let late = FreshworksError(
            .storeFailed, "the store gave no answer in \(Int(Self.patience / .seconds(1))) seconds",
            advice: "Look at what it waits for.", mayHaveBeenExecuted: changes)
        let deadline = runtime.clock.monotonicNow + Self.patience
        return try await runtime.timer.within(deadline, orElse: late) { [store] in try await question(store) }
    }
}

extension FreshworksError.Code {
    /// A stored session was made with another authorization server or client.
    public static let otherSession = Self(rawValue: "other_session")
}
