import Foundation
import TestSupport
import Testing

extension CommandTests {
    @Suite("api, with pipes and disks that fail")
    struct LostOutput {
        @Test("says so, and does not exit 0, when standard output takes nothing more")
        func fullDisk() async throws {
            let server = try RawServer { _ in [.json(200, #"{"id":1}"#)] }
            let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
            let (status, diagnostics) = try await run(
                ["api", "freshdesk", "GET", "tickets/1"], port: server.port, output: full)
            #expect(status == 3)
            #expect(diagnostics.hasPrefix("freshworks: standard output could not be written: No space left on device."))
        }

        @Test("ends on SIGTERM while it waits for a body on standard input")
        func waitingForInput() async throws {
            let input = Pipe()
            let (status, _) = try await run(
                ["api", "freshdesk", "POST", "tickets", "--body", "-"], port: 9, input: input, endAfter: .seconds(1))
            #expect(status == SIGTERM)
        }

        /// Starts the command, ends it with SIGTERM after a while if that is asked, and with SIGKILL after ten seconds.
        private func run(
            _ arguments: [String], port: Int, input: Pipe = Pipe(), output: FileHandle = .nullDevice,
            endAfter: DispatchTimeInterval? = nil
        ) async throws -> (status: Int32, diagnostics: String) {
            let process = Process()
            process.executableURL = CommandLineTool("freshworks").executable
            process.arguments = arguments
            process.environment = Service.freshdesk.environment(port: port)
            let diagnostics = Pipe()
            (process.standardInput, process.standardOutput, process.standardError) = (input, output, diagnostics)
            let (ended, end) = AsyncStream.makeStream(of: Int32.self)
            process.terminationHandler = {
                end.yield($0.terminationStatus)
                end.finish()
            }
            try process.run()
            for (wait, signal) in [(endAfter, SIGTERM), (.seconds(10), SIGKILL)] {
                guard let wait else { continue }
                DispatchQueue.global().asyncAfter(deadline: .now() + wait) {
                    if process.isRunning { kill(process.processIdentifier, signal) }
                }
            }
            var status: Int32 = -1
            for await number in ended { status = number }
            let said = try diagnostics.fileHandleForReading.readToEnd() ?? Data()
            return (status, String(decoding: said, as: UTF8.self))
        }
    }
}
