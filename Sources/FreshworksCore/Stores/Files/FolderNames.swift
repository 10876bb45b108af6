import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension OwnedDescriptor {
    /// Goes through the names in this folder whose bytes are wanted, in no order.
    ///
    /// A store may have hundreds of thousands of files, so that a text is made of those names alone that somebody wants.
    /// - Returns: `false`, with `errno` set, if the folder cannot be listed to its end.
    func forEachName(
        where isWanted: (UnsafeRawBufferPointer) -> Bool, _ body: (String) throws -> Void
    ) rethrows -> Bool {
        // An opening of its own: how far a folder was read is a matter of the opening, not of the descriptor.
        let opening = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opening >= 0 else { return false }
        guard let stream = fdopendir(opening) else {
            let code = errno
            _ = close(opening)
            errno = code
            return false
        }
        var code: Int32 = 0
        defer {
            _ = closedir(stream)
            errno = code
        }
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes -> String? in
                let name = UnsafeRawBufferPointer(rebasing: bytes.prefix { $0 != 0 })
                return isWanted(name) ? String(decoding: name, as: UTF8.self) : nil
            }
            if let name { try body(name) }
            errno = 0
        }
        code = errno
        return code == 0
    }
}
