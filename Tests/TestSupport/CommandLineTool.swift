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
        /// What it exited with, or the signal that ended it.
        package var status: Int32
        package var output: String
        package var diagnostics: String

        package init(status: Int32, output: String, diagnostics: String) {
            self.status = status
            self.output = output
            self.diagnostics = diagnostics
        }
    }

    /// Runs it to its end.
    /// - Parameters:
    ///   - environment: All variables that the child gets; none is inherited, but what a sanitizer goes by.
    ///   - output: A file that gets its standard output, instead of the result.
    package func run(
        _ arguments: [String], environment: [String: String] = [:], input: String = "", output: String? = nil
    ) async throws -> Result {
        try await start(arguments, environment: environment, input: input, output: output).result()
    }

    /// Starts it and returns at once. It ends with the last user of what is returned.
    /// - Parameters:
    ///   - input: All that it reads; `nil` leaves its standard input open for ``RunningTool/closeInput()``.
    ///   - output: A file that gets its standard output, instead of the result.
    ///   - limit: After this it is killed, so that a child that hangs does not hang the tests.
    package func start(
        _ arguments: [String], environment: [String: String] = [:], input: String? = "", output: String? = nil,
        limit: Duration = .seconds(600)
    ) throws -> RunningTool {
        // A child that has ended must not end this process.
        signal(SIGPIPE, SIG_IGN)
        let (stdin, stdout, stderr) = (try Descriptor.pipe(), try Descriptor.pipe(), try Descriptor.pipe())
        let sanitizers = ProcessInfo.processInfo.environment.filter {
            ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
        }
        let processID = try Spawn(
            executable: executable.path, arguments: arguments,
            environment: environment.merging(sanitizers) { own, _ in own }, input: stdin.reading,
            output: try output.map(Self.file) ?? stdout.writing, diagnostics: stderr.writing
        ).start()
        for end in [stdin.reading, stdout.writing, stderr.writing] { end.close() }
        let tool = RunningTool(
            processID: processID, input: stdin.writing, output: stdout.reading, diagnostics: stderr.reading,
            limit: limit)
        if let input {
            // It may end without having read all of it.
            try? stdin.writing.write(Data(input.utf8))
            stdin.writing.close()
        }
        return tool
    }

    private static func file(_ path: String) throws -> Descriptor {
        let number = open(path, O_WRONLY | O_CLOEXEC)
        guard number >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ENOENT) }
        return Descriptor(number)
    }
}
