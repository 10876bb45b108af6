package import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new file of random name that only this user can read, for data on its way to somewhere else.
package struct PrivateFile: Sendable {
    /// Where it is.
    package let url: URL
    private let handle: FileHandle

    /// Creates the file with mode 0600.
    /// - Parameter prefix: What the name starts with.
    /// - Throws: ``FreshworksError/Code/fileUnavailable`` when the folder does not take it.
    package init(in folder: URL, prefix: String) throws {
        url = folder.appendingPathComponent("\(prefix)\(RandomName.make())", isDirectory: false)
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw FreshworksError.fileUnavailable(url.deletingLastPathComponent(), "no file can be created in", errno)
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Appends bytes.
    package func write(_ data: Data) throws {
        do {
            try handle.write(contentsOf: data)
        } catch {
            throw FreshworksError(
                .fileUnavailable, "the file \(url.path) could not be written", advice: "Check the space on the disk.",
                underlying: error)
        }
    }

    /// Ends writing.
    package func close() throws { try handle.close() }

    /// Gives the file its final place, replacing what was there.
    /// - Throws: ``FreshworksError/Code/fileUnavailable``.
    package func move(to target: URL) throws {
        try close()
        guard rename(url.path, target.path) == 0 else {
            throw FreshworksError.fileUnavailable(target, "a file cannot be moved to", errno)
        }
    }

    /// Deletes the file.
    package func remove() {
        try? handle.close()
        _ = unlink(url.path)
    }
}

extension FreshworksError.Code {
    /// A file to send cannot be read, or one to receive cannot be written.
    public static let fileUnavailable = Self(rawValue: "file_unavailable")
}

extension FreshworksError {
    static func fileUnavailable(_ url: URL, _ what: String, _ code: Int32) -> FreshworksError {
        FreshworksError(
            .fileUnavailable, "\(what) \(url.path): \(String(cString: strerror(code)))",
            advice: "Check that the path exists and that this process may use it.")
    }
}
