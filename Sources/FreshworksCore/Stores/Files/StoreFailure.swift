import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension FreshworksError {
    /// A failed system call on a store's file or folder.
    /// - Parameter code: `errno`; first, so that it is read before anything else happens.
    static func store(_ code: Int32, _ what: String, mayHaveBeenExecuted: Bool = false) -> FreshworksError {
        let advice =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: "Make room on the disk, or raise the limit on its use."
            case ELOOP: "Remove the symbolic link; a store keeps regular files only."
            case EACCES, EPERM, EROFS: "Give this process's user a folder of its own to write to."
            default: "Check the path and the file system."
            }
        return FreshworksError(
            .storeFailed, "\(what): \(String(cString: strerror(code)))", advice: advice,
            mayHaveBeenExecuted: mayHaveBeenExecuted)
    }
}

extension OwnedDescriptor {
    /// What a store opens.
    enum Kind {
        case file, folder

        fileprivate var type: mode_t { self == .file ? S_IFREG : S_IFDIR }
        fileprivate var name: String { self == .file ? "regular file" : "folder" }
        fileprivate var command: String { self == .file ? "chmod 600" : "chmod 700" }
    }

    /// Refuses what others than this process's user can read or write.
    /// - Throws: ``FreshworksError/Code/storeFailed`` with what is wrong and the command that mends it.
    func checkPrivate(_ kind: Kind, at path: String) throws {
        guard let status = status() else { throw FreshworksError.store(errno, "\(path) cannot be examined") }
        guard status.st_mode & S_IFMT == kind.type else {
            throw FreshworksError(
                .storeFailed, "\(path) is not a \(kind.name)", advice: "Remove it, or give the store another folder.")
        }
        guard status.st_uid == geteuid() else {
            throw FreshworksError(
                .storeFailed, "\(path) belongs to user \(status.st_uid), and this process is run by \(geteuid())",
                advice: "Give the store a folder of this process's user.")
        }
        guard status.st_mode & 0o077 == 0 else {
            let mode = String(status.st_mode & 0o7777, radix: 8)
            throw FreshworksError(
                .storeFailed, "\(path) has mode 0\(mode), so others than its owner can use it",
                advice: "Run: \(kind.command) \(path.quotedForShell)")
        }
    }
}
