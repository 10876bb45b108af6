import Foundation
import Synchronization

/// Data goes to standard output, everything said about it to standard error.
enum Console {
    private static let lost = Mutex<OutputLost?>(nil)

    static func print(_ text: String) {
        write(Data((text + "\n").utf8))
    }

    /// Writes bytes as they are. A reader that has gone away ends the output quietly; any other failure is kept for
    /// ``checkOutput()``.
    static func write(_ data: Data) {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                let code = errno
                if code != EPIPE { lost.withLock { $0 = OutputLost(code: code) } }
                return
            }
        }
    }

    static func diagnose(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// - Throws: ``OutputLost`` when something that was written did not arrive.
    static func checkOutput() throws {
        if let lost = lost.withLock({ $0 }) { throw lost }
    }
}

/// The disk behind standard output is full, or there is no standard output.
struct OutputLost: Error, CustomStringConvertible {
    let code: Int32

    var description: String {
        """
        standard output could not be written: \(String(cString: strerror(code))). The output is not complete, but calls \
        were made; look before you repeat one that changes something.
        """
    }
}
