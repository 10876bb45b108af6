import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that grows by whole pages, and its checkpoint beside it, which is replaced after each. All functions block.
///
/// The page is on the disk before the checkpoint counts it; a process that is killed between the two leaves bytes that the
/// checkpoint does not count, and the next one cuts them off. A lock on the file, which ends with its process, keeps two exports
/// from writing to it.
struct ExportFile: ~Copyable {
    private let url: URL
    private let file: OwnedDescriptor
    private let folder: OwnedDescriptor

    static func checkpoint(of url: URL) -> URL { URL(filePath: url.path + ".checkpoint", directoryHint: .notDirectory) }

    /// Opens the file.
    /// - Parameter isNew: Whether nothing must be in it.
    init(_ url: URL, isNew: Bool) throws {
        guard let file = OwnedDescriptor(open(url.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)) else {
            throw FreshworksError.fileUnavailable(url, "the file cannot be opened:", errno)
        }
        guard let status = file.status(), status.st_mode & S_IFMT == S_IFREG else {
            throw FreshworksError.fileUnavailable(url, "exports go to regular files, and not to", EINVAL)
        }
        let parent = url.deletingLastPathComponent()
        guard let folder = OwnedDescriptor(open(parent.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
            throw FreshworksError.fileUnavailable(parent, "the folder cannot be opened:", errno)
        }
        while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else {
                throw FreshworksError.fileUnavailable(url, "the file cannot be locked:", errno)
            }
            throw FreshworksError(
                .fileUnavailable, "another export writes to \(url.path)", advice: "Wait for it, or end it.")
        }
        // An empty one may be what a call left that could not begin.
        if isNew, file.status()?.st_size != 0 {
            flock(file.number, LOCK_UN)
            throw FreshworksError(
                .fileUnavailable, "\(url.path) is there already",
                advice: "Go on with it by resuming, remove it, or export to another file.")
        }
        self.url = url
        self.file = file
        self.folder = folder
    }

    /// Lets others write to the file. Closing it would do, but a child process that is being started may have the descriptor
    /// for a moment, and the queue of the last write its reference to this.
    func unlock() { flock(file.number, LOCK_UN) }

    deinit { unlock() }

    /// The bytes of the checkpoint beside a file; `nil` if there is none.
    static func readCheckpoint(of url: URL) throws -> Data? {
        let place = checkpoint(of: url)
        guard let file = OwnedDescriptor(open(place.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) else {
            if errno == ENOENT { return nil }
            throw FreshworksError.fileUnavailable(place, "the checkpoint cannot be opened:", errno)
        }
        guard let data = file.read(limit: 1 << 30) else {
            throw FreshworksError.fileUnavailable(place, "the checkpoint cannot be read:", errno)
        }
        return data
    }

    /// How many bytes the file has.
    var size: Int64 { file.status().map { Int64($0.st_size) } ?? 0 }

    /// Cuts off what the checkpoint does not count.
    func truncate(to size: Int64) throws {
        guard self.size >= size else {
            throw FreshworksError(
                .fileUnavailable, "\(url.path) is shorter than its checkpoint says",
                advice: "Put the file back, or remove \(Self.checkpoint(of: url).path) to begin again.")
        }
        guard ftruncate(file.number, off_t(size)) == 0, lseek(file.number, off_t(size), SEEK_SET) == off_t(size) else {
            throw FreshworksError.fileUnavailable(url, "the file cannot be cut:", errno)
        }
    }

    /// Adds to the file, and makes it last.
    func append(_ data: Data) throws {
        guard file.write(data), file.synchronize() else {
            throw FreshworksError.fileUnavailable(url, "the file cannot be written:", errno)
        }
    }

    /// Replaces the checkpoint, and makes it last.
    func keep(_ checkpoint: Data) throws {
        let place = Self.checkpoint(of: url)
        // One name is enough for the holder of the lock.
        let new = place.path + ".new"
        guard let next = OwnedDescriptor(open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)),
            next.write(checkpoint), next.synchronize(), rename(new, place.path) == 0, folder.synchronize()
        else { throw FreshworksError.fileUnavailable(place, "the checkpoint cannot be written:", errno) }
    }
}
