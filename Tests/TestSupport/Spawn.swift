import Foundation
import Synchronization

/// Starts a program as a child of this process.
///
/// Not with Foundation's `Process`: that lists the descriptors of this process, and where there are more than some 1,350 it
/// reads past the end of the list (`findMaximumOpenFromProcSelfFD` in swift-corelibs-foundation, still so in Swift 6.3).
struct Spawn {
    let executable: String
    var arguments: [String] = []
    /// All variables that the child gets.
    var environment: [String: String] = [:]
    /// What becomes the child's standard streams, all its descriptors; the null device where there is none.
    var input: Descriptor?
    var output: Descriptor?
    var diagnostics: Descriptor?

    private typealias CloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// Closes all other descriptors in the child. Swift does not see this function, which is the GNU library's own.
    private static let closeFrom = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
        unsafeBitCast($0, to: CloseFrom.self)
    }

    /// - Throws: `POSIXError` when the system refuses.
    func start() throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in [input, output, diagnostics].enumerated() {
            if let stream {
                posix_spawn_file_actions_adddup2(&actions, stream.number, Int32(number))
            } else {
                posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
            }
        }
        _ = Self.closeFrom?(&actions, 3)

        // A thread of the language's runtime blocks signals, and this process ignores one.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for number in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var words = ([executable] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, executable, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        return child
    }
}

/// A file descriptor that is closed with its last user, or before.
final class Descriptor: Sendable {
    private let open: Mutex<Int32?>

    init(_ number: Int32) { open = Mutex(number) }

    deinit { close() }

    /// -1 once closed.
    var number: Int32 { open.withLock { $0 ?? -1 } }

    func close() {
        open.withLock {
            if let number = $0 { _ = Foundation.close(number) }
            $0 = nil
        }
    }

    /// Writes everything, which blocks as long as nobody reads.
    func write(_ data: Data) throws {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
        }
    }

    /// Reads what there is, and waits if there is nothing; `nil` at the end.
    func read() -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, Foundation.read(number, buffer.baseAddress, buffer.count))
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// The two ends of a new pipe.
    static func pipe() throws -> (reading: Descriptor, writing: Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard systemPipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (Descriptor(ends[0]), Descriptor(ends[1]))
    }
}

private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

/// Cuts bytes into lines.
struct LineBuffer {
    private var bytes: [UInt8] = []

    /// Adds bytes and takes out the lines that are whole.
    mutating func lines(after more: [UInt8]) -> [String] {
        bytes += more
        let parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        bytes = Array(parts.last ?? [])
        return parts.dropLast().map { String(decoding: $0, as: UTF8.self) }
    }

    /// A last line that was not ended; `nil` if there is none.
    var rest: String? { bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
}
