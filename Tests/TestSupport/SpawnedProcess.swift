import Foundation

/// A child process that is started as cheaply as the system can and read by whoever calls. All its functions block.
package final class SpawnedProcess {
    package let processID: Int32
    private let output: Int32
    private var buffer = Data()

    /// Starts an executable product of this package with an empty environment.
    package init(_ name: String, _ arguments: [String]) throws {
        let path = CommandLineTool(name).executable.path
        var pipe: [Int32] = [-1, -1]
        guard systemPipe(&pipe) == 0 else { throw POSIXError(.EMFILE) }
        for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var child: pid_t = 0
        let code = posix_spawn(&child, path, &actions, nil, &words, &environment)
        _ = close(pipe[1])
        (processID, output) = (child, pipe[0])
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
    }

    deinit { _ = close(output) }

    /// The next whole line of output; `nil` at its end.
    package func nextLine() -> String? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer = Data(buffer[buffer.index(after: end)...]) }
                return String(decoding: buffer[..<end], as: UTF8.self)
            }
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = read(output, &chunk, chunk.count)
            guard count > 0 else { return nil }
            buffer += chunk.prefix(count)
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
        // All it wrote is here now. The end of the pipe may be late: a child that was started meanwhile can have it too.
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
        var lines: [String] = []
        while let line = nextLine() { lines.append(line) }
        return lines
    }
}

private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
