import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open file or folder, closed when nobody holds it any more.
///
/// The functions set `errno` when they fail, as the system's own do.
struct OwnedDescriptor: ~Copyable {
    let number: Int32

    init?(_ number: Int32) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit { _ = close(number) }

    /// Type, owner, permissions and identity.
    func status() -> stat? {
        var status = stat()
        return fstat(number, &status) == 0 ? status : nil
    }

    /// Writes all of the bytes.
    func write(_ data: Data) -> Bool {
        data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = retrying { platformWrite(number, UnsafeRawBufferPointer(rebasing: rest)) }
                guard count >= 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// Reads to the end, or one byte more than a limit.
    func read(limit: Int) -> Data? {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while data.count <= limit {
            let count = retrying { buffer.withUnsafeMutableBytes { platformRead(number, $0) } }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            data += buffer.prefix(min(count, limit + 1 - data.count))
        }
        return data
    }

    /// Waits until the storage has everything.
    func synchronize() -> Bool {
        #if canImport(Darwin)
            // There `fsync` alone leaves the data in the drive's cache. Not every file system knows the command.
            if fcntl(number, F_FULLFSYNC) == 0 { return true }
        #endif
        return retrying { Int(fsync(number)) } == 0
    }

    /// Closes it now, to learn of errors that the system held back.
    consuming func end() -> Bool {
        let number = number
        discard self
        return close(number) == 0
    }
}

private func platformWrite(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(number, bytes.baseAddress, bytes.count)
}

private func platformRead(_ number: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(number, buffer.baseAddress, buffer.count)
}

/// Repeats a system call that a signal interrupted.
private func retrying(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        guard result < 0, errno == EINTR else { return result }
    }
}
