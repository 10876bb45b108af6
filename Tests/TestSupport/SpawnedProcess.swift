import Foundation

/// A child process that is started as cheaply as the system can and read by whoever calls. All its functions block.
package final class SpawnedProcess {
    package let processID: Int32
    private let output: Descriptor
    private var buffer = LineBuffer()
    private var lines: ArraySlice<String> = []

    /// Starts an executable product of this package with an empty environment.
    package init(_ name: String, _ arguments: [String]) throws {
        let pipe = try Descriptor.pipe()
        processID = try Spawn(
            executable: CommandLineTool(name).executable.path, arguments: arguments, output: pipe.writing
        ).start()
        output = pipe.reading
    }

    /// The next whole line of output; `nil` at its end.
    package func nextLine() -> String? {
        while true {
            if let line = lines.popFirst() { return line }
            guard let bytes = output.read() else { return nil }
            lines = buffer.lines(after: bytes)[...]
        }
    }

    /// Sends a signal.
    package func signal(_ number: Int32) { kill(processID, number) }

    /// Kills it and waits until it is gone.
    /// - Returns: The whole lines that it had put out and nobody had read.
    package func end() -> [String] {
        signal(SIGKILL)
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0, errno == EINTR {}
        // All it wrote is here now. The end of the pipe may be late: a child that is just being started has a copy.
        _ = fcntl(output.number, F_SETFL, O_NONBLOCK)
        var lines: [String] = []
        while let line = nextLine() { lines.append(line) }
        return lines
    }
}
