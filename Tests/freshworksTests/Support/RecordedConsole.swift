import Foundation
import Synchronization

@testable import freshworks

/// A console whose input a test has written, and whose outputs it reads.
final class RecordedConsole: Console {
    private let input: Data
    private let written = Mutex((output: Data(), diagnostics: ""))

    /// Whether somebody reads what is written.
    let hasReader: Bool

    /// Whether that is a person.
    let isTerminal: Bool

    init(input: String = "", hasReader: Bool = true, isTerminal: Bool = false) {
        self.input = Data(input.utf8)
        self.hasReader = hasReader
        self.isTerminal = isTerminal
    }

    var output: String { written.withLock { String(decoding: $0.output, as: UTF8.self) } }
    var diagnostics: String { written.withLock { $0.diagnostics } }

    func readInput() throws -> Data { input }

    func write(_ data: Data) { written.withLock { $0.output += data } }

    func diagnose(_ text: String) { written.withLock { $0.diagnostics += text + "\n" } }

    func checkOutput() throws {}
}
