import Foundation
import FreshworksCore

/// Where the command reads and writes: data to standard output, everything said about it to standard error.
protocol Console: Sendable {
    /// All of standard input.
    func readInput() throws -> Data

    /// A secret: asked for on the terminal without echo, or all of standard input without the line break at its end.
    func readSecret(_ prompt: String) throws -> Secret

    /// Writes bytes to standard output as they are. A reader that has gone away ends the output quietly; any other failure
    /// is kept for ``checkOutput()``.
    func write(_ data: Data)

    /// Whether the reader of standard output is still there; who writes on for long stops without one.
    var hasReader: Bool { get }

    /// Whether somebody looks at standard output, so that it may be laid out for reading.
    var isTerminal: Bool { get }

    /// Writes a line to standard error.
    func diagnose(_ text: String)

    /// Whether somebody looks at standard error, for whom to show how far it is.
    var showsProgress: Bool { get }

    /// Shows a line on standard error in the place of the one before; an empty one takes it away.
    func progress(_ text: String)

    /// - Throws: ``OutputLost`` when something that was written did not arrive.
    func checkOutput() throws
}

extension Console {
    var showsProgress: Bool { false }

    var isTerminal: Bool { false }

    func progress(_ text: String) {}

    /// All of standard input as a secret, without the line break at its end.
    func readSecret(_ prompt: String) throws -> Secret { Self.secret(in: try readInput()) }

    static func secret(in input: Data) -> Secret {
        let text = String(decoding: input, as: UTF8.self)
        return Secret(String(text.hasSuffix("\r\n") || text.hasSuffix("\n") ? text.dropLast() : text[...]))
    }

    /// Writes a line to standard output.
    func print(_ text: String) {
        write(Data((text + "\n").utf8))
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
