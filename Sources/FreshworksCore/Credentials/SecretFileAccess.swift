import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What tells one state of a file from the next without reading it. Times are nanoseconds since 1970.
package struct FileStamp: Sendable, Equatable {
    package var device: UInt64
    package var inode: UInt64
    package var size: Int64
    package var modified: Int64
    package var changed: Int64

    package init(device: UInt64 = 0, inode: UInt64 = 0, size: Int64, modified: Int64, changed: Int64 = 0) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }
}

/// How a secret's file is looked at and read; replaced in tests to count.
package struct SecretFileAccess: Sendable {
    /// The state of the file behind any symlinks.
    package var stamp: @Sendable (_ path: String) throws -> FileStamp
    /// The file's bytes, one more than the limit at most, and its state at that time.
    package var read: @Sendable (_ path: String) throws -> (bytes: [UInt8], stamp: FileStamp)

    package init(
        stamp: @escaping @Sendable (String) throws -> FileStamp,
        read: @escaping @Sendable (String) throws -> (bytes: [UInt8], stamp: FileStamp)
    ) {
        self.stamp = stamp
        self.read = read
    }

    /// How many bytes a secret may have.
    package static let limit = 64 * 1024

    /// The machine's files.
    package static let system = SecretFileAccess(
        stamp: { path in
            var status = stat()
            guard fstatat(AT_FDCWD, path, &status, 0) == 0 else { throw failure() }
            return FileStamp(status)
        },
        read: { path in
            // Without O_NONBLOCK a named pipe in the file's place would block the thread.
            let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard file >= 0 else { throw failure() }
            defer { _ = close(file) }
            var status = stat()
            guard fstat(file, &status) == 0 else { throw failure() }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw FreshworksError(
                    .credentialFile, "the file of a credential is not a regular file", advice: "Check the path.")
            }
            do {
                let bytes = try FileHandle(fileDescriptor: file).read(upToCount: limit + 1) ?? Data()
                return (Array(bytes), FileStamp(status))
            } catch {
                throw FreshworksError(
                    .credentialFile, "the file of a credential cannot be read", advice: "Check the file system.",
                    underlying: error)
            }
        })

    private static func failure() -> FreshworksError {
        // A missing file means that this way was not configured, so that a chain goes on.
        if errno == ENOENT || errno == ENOTDIR {
            return FreshworksError(
                .notConfigured, "the file of a credential does not exist", advice: "Check the path and the mount.")
        }
        return FreshworksError(
            .credentialFile, "the file of a credential cannot be read: \(String(cString: strerror(errno)))",
            advice: "Check that the process may read it.")
    }
}

extension FileStamp {
    fileprivate init(_ status: stat) {
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.init(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino),
            size: Int64(status.st_size),
            modified: Self.nanoseconds(modified), changed: Self.nanoseconds(changed))
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

extension FreshworksError.Code {
    /// The file of a credential is there but cannot be used.
    public static let credentialFile = Self(rawValue: "credential_file")
}
