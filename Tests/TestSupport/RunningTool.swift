import Foundation
import Synchronization

/// A child process that was started. It is killed when nobody has this any more.
package final class RunningTool: Sendable {
    package let processID: Int32
    /// The lines of standard output that nobody has read yet. For one reader at a time.
    package let lines: AsyncStream<String>
    private let diagnostics: AsyncStream<String>
    private let statuses: AsyncStream<Int32>
    private let input: Descriptor
    private let life: ChildLife

    init(processID: Int32, input: Descriptor, output: Descriptor, diagnostics: Descriptor, limit: Duration) {
        self.processID = processID
        self.input = input
        let life = ChildLife(processID: processID)
        self.life = life
        let (lines, line) = AsyncStream.makeStream(of: String.self)
        let (remarks, remark) = AsyncStream.makeStream(of: String.self)
        let (statuses, ended) = AsyncStream.makeStream(of: Int32.self)
        (self.lines, self.diagnostics, self.statuses) = (lines, remarks, statuses)
        // A thread of its own, because reading blocks.
        Thread.detachNewThread {
            let end = ContinuousClock.now + limit
            life.read([ChildStream(output, line), ChildStream(diagnostics, remark)], until: end)
            ended.yield(life.reap(killingAt: end))
            ended.finish()
        }
    }

    deinit { life.signal(SIGKILL) }

    /// The first line of standard output, as soon as it is there.
    package func firstLine() async -> String? {
        for await line in lines { return line }
        return nil
    }

    /// Sends a signal to the child, if it has not ended.
    package func signal(_ number: Int32) { life.signal(number) }

    /// Writes a line to the child's standard input, if it was left open. The child must still run.
    package func send(_ line: String) throws { try input.write(Data("\(line)\n".utf8)) }

    /// Ends the child's standard input, if it was left open.
    package func closeInput() { input.close() }

    /// Waits for the end. Lines that were read before are not repeated.
    package func result() async -> CommandLineTool.Result {
        var status: Int32 = -1
        for await number in statuses { status = number }
        input.close()
        return CommandLineTool.Result(
            status: status, output: await Self.text(of: lines), diagnostics: await Self.text(of: diagnostics))
    }

    private static func text(of lines: AsyncStream<String>) async -> String {
        var text = ""
        for await line in lines { text += line + "\n" }
        return text
    }
}

/// One of the streams that a child writes to.
private struct ChildStream {
    let descriptor: Descriptor
    private let reader: AsyncStream<String>.Continuation
    private var buffer = LineBuffer()

    init(_ descriptor: Descriptor, _ reader: AsyncStream<String>.Continuation) {
        self.descriptor = descriptor
        self.reader = reader
    }

    /// Passes on what has come.
    /// - Returns: Whether there may be more.
    mutating func passOn() -> Bool {
        if let bytes = descriptor.read() {
            for line in buffer.lines(after: bytes) { reader.yield(line) }
            return true
        }
        if let rest = buffer.rest { reader.yield(rest) }
        reader.finish()
        descriptor.close()
        return false
    }
}

/// Keeps signals from reaching another process that got the number of one that has ended.
private final class ChildLife: Sendable {
    private let processID: Int32
    private let hasEnded = Mutex(false)

    init(processID: Int32) { self.processID = processID }

    func signal(_ number: Int32) {
        hasEnded.withLock { if !$0 { _ = kill(processID, number) } }
    }

    /// Passes on what a child writes until it has closed all its streams, and kills it when its time is over.
    func read(_ streams: [ChildStream], until end: ContinuousClock.Instant) {
        var streams = streams
        while !streams.isEmpty {
            var waiting = streams.map { pollfd(fd: $0.descriptor.number, events: Int16(POLLIN), revents: 0) }
            let left = max(.zero, ContinuousClock.now.duration(to: end))
            let count = poll(&waiting, nfds_t(waiting.count), Int32(min(left / .milliseconds(1) + 1, 60_000)))
            if left == .zero { signal(SIGKILL) }
            guard count > 0 else { continue }
            for index in streams.indices.reversed() where waiting[index].revents != 0 {
                if !streams[index].passOn() { streams.remove(at: index) }
            }
        }
    }

    /// Waits for the end of a child that has closed its streams.
    /// - Returns: What it exited with, or the signal that ended it.
    func reap(killingAt end: ContinuousClock.Instant) -> Int32 {
        while true {
            let status = hasEnded.withLock { hasEnded -> Int32? in
                var status: Int32 = 0
                guard waitpid(processID, &status, WNOHANG) == processID else { return nil }
                hasEnded = true
                return status & 0x7F == 0 ? status >> 8 & 0xFF : status & 0x7F
            }
            if let status { return status }
            if ContinuousClock.now >= end { signal(SIGKILL) }
            usleep(500)
        }
    }
}
