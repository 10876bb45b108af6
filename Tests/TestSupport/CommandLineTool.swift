package import Foundation

/// Runs an executable, as a rule a product of this package, as a child process and collects what it says.
package struct CommandLineTool: Sendable {
    package let executable: URL

    /// The product of that name, as built beside the running tests.
    package init(_ name: String) {
        // The test bundle lies in the folder of the built products, on Linux as on macOS.
        let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
        let folder = bundle ?? URL(filePath: CommandLine.arguments[0])
        executable = folder.deletingLastPathComponent().appending(path: name)
    }

    package init(executable: URL) { self.executable = executable }

    package struct Result: Sendable {
        package var status: Int32
        package var output: String
        package var diagnostics: String
    }

    /// Runs it to its end.
    /// - Parameter environment: All variables that the child gets; none is inherited.
    package func run(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) async throws -> Result {
        let process = try start(arguments, environment: environment, input: input)
        return await process.result()
    }

    /// Starts it and returns at once.
    /// - Parameters:
    ///   - input: All that it reads; `nil` leaves its standard input open for ``RunningTool/closeInput()``.
    ///   - limit: The seconds after which it is killed.
    package func start(
        _ arguments: [String], environment: [String: String] = [:], input: String? = "", limit: TimeInterval = 60
    ) throws -> RunningTool {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        let (ended, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = {
            end.yield($0.terminationStatus)
            end.finish()
        }
        try process.run()
        // A child that hangs must not hang the tests.
        DispatchQueue.global().asyncAfter(deadline: .now() + limit) {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
        if let input {
            try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try stdin.fileHandleForWriting.close()
        }
        return RunningTool(
            processID: process.processIdentifier, ended: ended, input: stdin.fileHandleForWriting,
            output: Lines(stdout.fileHandleForReading), diagnostics: Lines(stderr.fileHandleForReading))
    }
}

/// A child process that was started.
package struct RunningTool: Sendable {
    package let processID: Int32
    fileprivate let ended: AsyncStream<Int32>
    fileprivate let input: FileHandle
    fileprivate let output: Lines
    fileprivate let diagnostics: Lines

    /// The lines of standard output that nobody has read yet. For one reader at a time.
    package var lines: AsyncStream<String> { output.lines }

    /// The first line of standard output, as soon as it is there.
    package func firstLine() async -> String? {
        for await line in output.lines { return line }
        return nil
    }

    /// Sends a signal to the child.
    package func signal(_ number: Int32) {
        kill(processID, number)
    }

    /// Writes a line to the child's standard input, if it was left open. The child must still run.
    package func send(_ line: String) throws {
        try input.write(contentsOf: Data("\(line)\n".utf8))
    }

    /// Ends the child's standard input, if it was left open.
    package func closeInput() {
        try? input.close()
    }

    /// Waits for the end. Lines that were read before are not repeated.
    package func result() async -> CommandLineTool.Result {
        var status: Int32 = -1
        for await number in ended { status = number }
        return CommandLineTool.Result(
            status: status, output: await output.rest(), diagnostics: await diagnostics.rest())
    }
}

/// The lines of a pipe, read by a thread of its own, because reading blocks.
private struct Lines: Sendable {
    let lines: AsyncStream<String>

    init(_ handle: FileHandle) {
        let descriptor = dup(handle.fileDescriptor)
        lines = AsyncStream { continuation in
            Thread.detachNewThread {
                let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
                var buffer = Data()
                // `read(upToCount:)` would wait for all that it was asked for.
                while case let chunk = handle.availableData, !chunk.isEmpty {
                    buffer += chunk
                    while let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                        continuation.yield(String(decoding: buffer[..<end], as: UTF8.self))
                        buffer = Data(buffer[buffer.index(after: end)...])
                    }
                }
                if !buffer.isEmpty { continuation.yield(String(decoding: buffer, as: UTF8.self)) }
                continuation.finish()
            }
        }
    }

    func rest() async -> String {
        var text = ""
        for await line in lines { text += line + "\n" }
        return text
    }
}
