import Dispatch
public import Foundation

/// A store in a folder of its own: one file per key, shared by all processes of one user on one machine.
///
/// The folder has mode 0700 and the files 0600. Whatever others than the user can read or write is refused, as is a
/// symbolic link in the place of a file or of the folder's parent, and a folder on the way there that everyone can
/// write to, unless it is sticky as `/tmp` is. The values are as they were given: wrap the store in a ``SealedStore``
/// to encrypt them.
///
/// A change takes a lock on the file `.lock` while it reads, compares and renames. That is no lock in the sense of
/// ``VersionedStore``, which has none: it covers one call, and the system frees it when the process ends, even by `kill -9`.
/// A process that is stopped meanwhile keeps it, and the changes of others fail after five seconds. Leave the file alone.
///
/// A value is replaced by renaming a new file over it once that has reached the storage, and a change is acknowledged
/// once the folder has too. A process that dies loses nothing that was acknowledged and leaves no half-written value. The
/// same holds when the power fails if the file system and the drive keep what they promise about `fsync`. Use a local
/// file system: network file systems differ in what their locks and renames mean.
public struct FileStore: VersionedStore {
    /// The folder.
    public let directory: URL
    private let path: String
    private let clock: any RuntimeClock
    /// How long a change waits for the lock.
    private let patience: Duration
    private let queue = DispatchQueue(label: "FileStore")

    /// A store in a folder. It is created at the first change, with missing parents.
    /// - Throws: ``FreshworksError/Code/invalidArgument`` if the URL is not that of a file.
    public init(directory: URL) throws {
        try self.init(directory: directory, clock: SystemClock())
    }

    package init(directory: URL, clock: any RuntimeClock, patience: Duration = .seconds(5)) throws {
        path = directory.absoluteURL.path
        guard directory.isFileURL, path.hasPrefix("/") else {
            throw FreshworksError(
                .invalidArgument, "the folder of a file store is not a file URL",
                advice: "Make it with URL(filePath:).")
        }
        self.directory = directory
        self.clock = clock
        self.patience = patience
    }

    /// The value under a key; `nil` if there is none.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``, and ``FreshworksError/Code/storeFailed`` if the folder or the
    ///   file cannot be read, is open to others or is damaged.
    public func load(_ key: String) async throws -> StoredValue? {
        let key = try StoreKey(key)
        return try await queue.run { [path] in
            try StoreFolder(existing: path)?.value(of: key)
        }
    }

    /// Writes a value of at most 1 MiB if the key's version is still the expected one.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey``, ``FreshworksError/Code/invalidArgument`` for a larger value, and
    ///   ``FreshworksError/Code/storeFailed``: then the old value stands, unless
    ///   ``FreshworksError/mayHaveBeenExecuted`` is set.
    public func save(
        _ data: Data, for key: String, expecting version: StoreVersion
    ) async throws -> StoreOutcome {
        guard data.count <= StoreFileContent.valueLimit else {
            throw FreshworksError(
                .invalidArgument, "the value has \(data.count) bytes, and a file store takes 1 MiB",
                advice: "Keep large data elsewhere.")
        }
        let content = try StoreFileContent(key: StoreKey(key), data: data)
        return try await change(content.key, expecting: version) { folder, check in
            try folder.write(content, check: check)
            return content.value.version
        }
    }

    /// Removes a value if its version is still the expected one.
    /// - Throws: ``FreshworksError/Code/invalidStoreKey`` and ``FreshworksError/Code/storeFailed``.
    public func delete(_ key: String, expecting version: StoreVersion) async throws -> StoreOutcome {
        let key = try StoreKey(key)
        return try await change(key, expecting: version) { folder, check in
            if version != .absent { try folder.remove(key, check: check) }
            return .absent
        }
    }

    /// All keys that have a value and start with a prefix, in the order of their bytes. Files of other origin in the folder
    /// are left alone.
    /// - Throws: ``FreshworksError/Code/storeFailed``.
    public func keys(prefix: String) async throws -> [String] {
        try await keys(prefix: prefix, after: nil, limit: .max)
    }

    /// The first keys behind another one. Goes through the names of all files, and holds no more keys than two pages have.
    /// - Throws: ``FreshworksError/Code/storeFailed``.
    public func keys(prefix: String, after key: String?, limit: Int) async throws -> [String] {
        guard try await queue.run({ [path] in try StoreFolder(existing: path) != nil }) else { return [] }
        // A folder that changes while it is read may show a name twice or not at all.
        return try await locked { folder, _ in
            var page = KeyPage(prefix: prefix, after: key, limit: limit)
            try folder.forEachKey(prefix: prefix) { page.add($0) }
            return page.texts
        }
    }

    private func change(
        _ key: StoreKey, expecting version: StoreVersion,
        _ apply: @escaping @Sendable (borrowing StoreFolder, _ check: () throws -> Void) throws -> StoreVersion
    ) async throws -> StoreOutcome {
        let conflict = { @Sendable (folder: borrowing StoreFolder) throws -> StoreOutcome? in
            let current = try folder.value(of: key)
            return version == current?.version ?? .absent ? nil : .conflict(current)
        }
        // Versions never come back, so whoever has lost already need not wait for the lock to hear of it.
        return try await locked(unless: conflict) { folder, check in
            try conflict(folder) ?? .done(apply(folder, check))
        }
    }

    /// Works with the lock held, as soon as no other process holds it, unless there is an answer without.
    private func locked<T: Sendable>(
        unless answer: @escaping @Sendable (borrowing StoreFolder) throws -> T? = { _ in nil },
        _ work: @escaping @Sendable (borrowing StoreFolder, _ check: () throws -> Void) throws -> T
    ) async throws -> T {
        let deadline = clock.monotonicNow + patience
        var pause = Duration.milliseconds(2)
        while true {
            let result = try await queue.run { [path] in
                let folder = try StoreFolder(path)
                return try answer(folder) ?? folder.locked { check in try work(folder, check) }
            }
            if let result { return result }
            guard clock.monotonicNow < deadline else {
                throw FreshworksError(
                    .storeFailed, "\(path) has been locked by another process for \(patience)",
                    advice: "A process that uses the store may be stopped; continue or end it.")
            }
            try await clock.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(20))
        }
    }
}

extension FileStore: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The folder.
    public var description: String { "FileStore(\(path))" }

    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
