import Foundation
import FreshworksCore
import Synchronization

/// The standard streams of this process.
final class ProcessConsole: Console {
    private let lost = Mutex<OutputLost?>(nil)
    private let readerLeft = Mutex(false)

    var hasReader: Bool { readerLeft.withLock { !$0 } }

    func readInput() throws -> Data { try FileHandle.standardInput.readToEnd() ?? Data() }

    func readSecret(_ prompt: String) throws -> Secret {
        guard isatty(STDIN_FILENO) == 1 else { return Self.secret(in: try readInput()) }
        // Takes the echo away and puts it back, also when the user interrupts.
        guard let typed = getpass(prompt) else { throw Misuse("the terminal cannot be read") }
        defer { memset(typed, 0, strlen(typed)) }
        return Secret(String(cString: typed))
    }

    func write(_ data: Data) {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                let code = errno
                if code == EPIPE {
                    readerLeft.withLock { $0 = true }
                } else {
                    lost.withLock { $0 = OutputLost(code: code) }
                }
                return
            }
        }
    }

    func diagnose(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    func progress(_ text: String) {
        // To the beginning of the line, and what was there is erased.
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
    }

    func checkOutput() throws {
        if let lost = lost.withLock({ $0 }) { throw lost }
    }
}
