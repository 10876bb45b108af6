import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The open folder of a ``FileStore``. All its functions block.
///
/// A value is replaced by renaming a new file over it. Changes take a lock on a file beside the values; the system frees
/// it when the process ends, however that happens. Reading needs no lock.
struct StoreFolder: ~Copyable {
    private let path: String
    private let folder: OwnedDescriptor

    private static let lockName = ".lock"
    /// One name is enough, since only the holder of the lock writes. What a killed process left is in its successor's way.
    private static let newName = ".new"

    /// Opens a folder, which is created with its parents if it is missing.
    /// - Throws: ``FreshworksError/Code/storeFailed``, also when others than this user can use it.
    init(_ path: String) throws {
        if let folder = try Self.open(path) {
            self.folder = folder
        } else {
            try Self.create(path)
            guard let folder = try Self.open(path) else { throw Self.failure(ENOENT, "opened", path) }
            self.folder = folder
        }
        self.path = path
    }

    /// Opens a folder; `nil` if it is missing.
    /// - Throws: ``FreshworksError/Code/storeFailed``, also when others than this user can use it.
    init?(existing path: String) throws {
        guard let folder = try Self.open(path) else { return nil }
        self.folder = folder
        self.path = path
    }

    private static func open(_ path: String) throws -> OwnedDescriptor? {
        try StoreFolderWay.check(path)
        guard let folder = OwnedDescriptor(systemOpen(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
            if errno == ENOENT { return nil }
            throw failure(errno, "opened", path)
        }
        try folder.checkPrivate(.folder, at: path)
        return folder
    }

    private static func create(_ path: String) throws {
        let parent = (path as NSString).deletingLastPathComponent
        if mkdir(path, 0o700) != 0 {
            if errno == EEXIST { return }
            guard errno == ENOENT, parent != path else { throw failure(errno, "created", path) }
            try create(parent)
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(errno, "created", path) }
        }
        // A parent that lets this user through without letting it look is not the store's to make last.
        guard let folder = OwnedDescriptor(systemOpen(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else { return }
        guard folder.synchronize() else { throw failure(errno, "made to last", path) }
    }

    private static func failure(_ code: Int32, _ participle: String, _ path: String) -> FreshworksError {
        .store(code, "the store's folder \(path) cannot be \(participle)")
    }

    /// The value of a key.
    func value(of key: StoreKey) throws -> StoredValue? {
        guard let content = try content(of: StoreFileName.name(of: key)) else { return nil }
        guard content.key == key else { throw damaged(StoreFileName.name(of: key)) }
        return content.value
    }

    /// Goes through the keys that may start with a prefix, in no order.
    func forEachKey(prefix: String, _ body: (StoreKey) -> Void) throws {
        let start = StoreFileName.start(ofKeysWith: prefix)
        let isListed = try folder.forEachName { name in
            guard name.starts(with: start) || name.first == UInt8(ascii: "=") else { return }
            switch StoreFileName.read(name) {
            case .key(let key): body(key)
            case .hash: if let key = try content(of: String(decoding: name, as: UTF8.self))?.key { body(key) }
            case .foreign: break
            }
        }
        guard isListed else { throw Self.failure(errno, "listed", path) }
    }

    /// Does something that no other holder of the lock does at the same time.
    /// - Parameter work: Gets a check to make just before the change: the lock may have been lost.
    /// - Returns: `nil` if another holds the lock.
    func locked<T>(_ work: (_ check: () throws -> Void) throws -> T) throws -> T? {
        guard let lock = try open(Self.lockName, O_RDWR | O_CREAT) else { return nil }
        while flock(lock.number, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return nil }
            guard errno == EINTR else { throw FreshworksError.store(errno, "\(path)/.lock cannot be locked") }
        }
        // Closing would do, but a child process that is being started may have the descriptor for a moment.
        defer { flock(lock.number, LOCK_UN) }
        // Someone may have removed the file that this lock is on; then others lock its successor.
        guard isInPlace(lock) else { return nil }
        return try work {
            guard isInPlace(lock) else {
                throw FreshworksError(
                    .storeFailed, "\(path)/.lock was removed during a change, which was given up",
                    advice: "Leave the file alone: its lock ends with the process that holds it.")
            }
        }
    }

    /// Replaces a value. Needs the lock.
    func write(_ content: StoreFileContent, check: () throws -> Void) throws {
        try removeLeftover()
        let name = StoreFileName.name(of: content.key)
        do {
            try create(Self.newName, content.bytes)
            try check()
            guard renameat(folder.number, Self.newName, folder.number, name) == 0 else {
                throw FreshworksError.store(errno, "\(path)/\(name) cannot be replaced")
            }
        } catch {
            _ = unlinkat(folder.number, Self.newName, 0)
            throw error
        }
        try synchronize(after: name)
    }

    /// Removes a value. Needs the lock.
    func remove(_ key: StoreKey, check: () throws -> Void) throws {
        try removeLeftover()
        let name = StoreFileName.name(of: key)
        try check()
        guard unlinkat(folder.number, name, 0) == 0 else {
            throw FreshworksError.store(errno, "\(path)/\(name) cannot be removed")
        }
        try synchronize(after: name)
    }

    /// Removes what a killed process has not put into place: it may be a secret.
    private func removeLeftover() throws {
        guard unlinkat(folder.number, Self.newName, 0) == 0 || errno == ENOENT else {
            throw FreshworksError.store(errno, "\(path)/\(Self.newName) cannot be removed")
        }
    }

    private func create(_ name: String, _ bytes: Data) throws {
        guard let file = try open(name, O_WRONLY | O_CREAT | O_EXCL) else {
            throw FreshworksError.store(ENOENT, "\(path)/\(name) cannot be created")
        }
        guard file.write(bytes), file.synchronize(), file.end() else {
            throw FreshworksError.store(errno, "\(path)/\(name) cannot be written")
        }
    }

    private func content(of name: String) throws -> StoreFileContent? {
        guard let file = try open(name, O_RDONLY) else { return nil }
        guard let bytes = file.read(limit: StoreFileContent.fileLimit) else {
            throw FreshworksError.store(errno, "\(path)/\(name) cannot be read")
        }
        guard bytes.count <= StoreFileContent.fileLimit, let content = StoreFileContent(bytes) else {
            throw damaged(name)
        }
        return content
    }

    /// Opens a file; `nil` if it is missing.
    private func open(_ name: String, _ flags: Int32) throws -> OwnedDescriptor? {
        // Without O_NONBLOCK a named pipe in the file's place would block the thread.
        let flags = flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        guard let file = OwnedDescriptor(openat(folder.number, name, flags, 0o600)) else {
            if errno == ENOENT { return nil }
            throw FreshworksError.store(errno, "\(path)/\(name) cannot be opened")
        }
        try file.checkPrivate(.file, at: "\(path)/\(name)")
        return file
    }

    private func isInPlace(_ lock: borrowing OwnedDescriptor) -> Bool {
        var current = stat()
        guard fstatat(folder.number, Self.lockName, &current, AT_SYMLINK_NOFOLLOW) == 0, let mine = lock.status() else {
            return false
        }
        return mine.st_ino == current.st_ino && mine.st_dev == current.st_dev
    }

    private func synchronize(after name: String) throws {
        guard folder.synchronize() else {
            throw FreshworksError.store(
                errno, "\(path)/\(name) was changed, but the change may not last", mayHaveBeenExecuted: true)
        }
    }

    private func damaged(_ name: String) -> FreshworksError {
        FreshworksError(
            .storeFailed, "\(path)/\(name) is not a whole file of this store",
            advice: "Move it away; what it held has to be obtained anew.")
    }
}

/// The system's function, beside the methods of the same name.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
