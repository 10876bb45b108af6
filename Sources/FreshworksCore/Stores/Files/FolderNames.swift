import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension OwnedDescriptor {
    /// The names in this folder whose bytes are wanted, in no order; `nil`, with `errno` set, if it cannot be listed.
    ///
    /// A store may have hundreds of thousands of files, so that a text is made of those names alone that somebody wants.
    func names(_ isWanted: (UnsafeRawBufferPointer) -> Bool) -> [String]? {
        // An opening of its own: how far a folder was read is a matter of the opening, not of the descriptor.
        let opening = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opening >= 0 else { return nil }
        guard let stream = fdopendir(opening) else {
            let code = errno
            _ = close(opening)
            errno = code
            return nil
        }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                let name = UnsafeRawBufferPointer(rebasing: bytes.prefix { $0 != 0 })
                if isWanted(name) { names.append(String(decoding: name, as: UTF8.self)) }
            }
            errno = 0
        }
        let code = errno
        _ = closedir(stream)
        errno = code
        return code == 0 ? names : nil
    }
}
