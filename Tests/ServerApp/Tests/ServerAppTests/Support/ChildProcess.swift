import Foundation

/// A program that runs beside the tests, and the lines that it has said so far.
final class ChildProcess: Sendable {
    private let identifier: Int32
    private let ended: AsyncStream<Int32>
    private let output: Output
    private let diagnostics: Output

    /// Starts a program with these environment variables and no others, and ends it at the latest after ten minutes.
    init(_ executable: URL, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        let (ended, end) = AsyncStream.makeStream(of: Int32.self)
        self.ended = ended
        process.terminationHandler = {
            end.yield($0.terminationStatus)
            end.finish()
        }
        let (stdout, stderr) = (Pipe(), Pipe())
        process.standardOutput = stdout
        process.standardError = stderr
        process.standardInput = FileHandle.nullDevice
        try process.run()
        identifier = process.processIdentifier
        output = Output(stdout)
        diagnostics = Output(stderr)
        DispatchQueue.global().asyncAfter(deadline: .now() + 600) {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
    }

    /// The first line of standard output that a function finds something in.
    func firstOutput<Found>(_ find: (String) -> Found?) async -> Found? { await output.first(find) }

    /// The first line of standard error that a function finds something in.
    func firstDiagnostic<Found>(_ find: (String) -> Found?) async -> Found? { await diagnostics.first(find) }

    /// Asks the program to end.
    func terminate() { kill(identifier, SIGTERM) }

    /// Waits for the end.
    /// - Returns: The exit status, and all lines of standard error but those that were read before.
    func result() async -> (status: Int32, diagnostics: [String]) {
        var status: Int32 = -1
        for await number in ended { status = number }
        var lines: [String] = []
        for await line in diagnostics.lines { lines.append(line) }
        return (status, lines)
    }
}

/// The lines of a pipe, read by a thread of its own, because reading blocks.
private struct Output: Sendable {
    let lines: AsyncStream<String>

    init(_ pipe: Pipe) {
        let descriptor = dup(pipe.fileHandleForReading.fileDescriptor)
        lines = AsyncStream { continuation in
            Thread.detachNewThread {
                let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
                var rest = Data()
                while case let chunk = handle.availableData, !chunk.isEmpty {
                    rest += chunk
                    var parts = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                    rest = parts.popLast().map { Data($0) } ?? Data()
                    for part in parts { continuation.yield(String(decoding: part, as: UTF8.self)) }
                }
                continuation.finish()
            }
        }
    }

    func first<Found>(_ find: (String) -> Found?) async -> Found? {
        for await line in lines {
            if let found = find(line) { return found }
        }
        return nil
    }
}
