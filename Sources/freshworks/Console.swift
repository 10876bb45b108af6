import Foundation

/// Data goes to standard output, everything said about it to standard error.
enum Console {
    static func print(_ text: String) {
        write(Data((text + "\n").utf8))
    }

    /// Writes bytes as they are. A reader that has gone away ends the output quietly.
    static func write(_ data: Data) {
        try? FileHandle.standardOutput.write(contentsOf: data)
    }

    static func diagnose(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
