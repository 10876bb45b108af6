import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension OwnedDescriptor {
    /// Goes through the bytes of the names in this folder, in no order.
    ///
    /// A store may have hundreds of thousands of files, so no text is made of any.
    /// - Returns: `false`, with `errno` set, if the folder cannot be listed to its end.
    func forEachName(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows -> Bool {
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
            try withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                try body(UnsafeRawBufferPointer(rebasing: bytes.prefix { $0 != 0 }))
            }
            errno = 0
        }
        code = errno
        return code == 0
    }
}
