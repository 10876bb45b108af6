import Foundation
import Synchronization
import TestSupport
import Testing

extension CommandTests {
    @Suite("api, with pipes and disks that fail")
    struct LostOutput {
        @Test("says so, and does not exit 0, when standard output takes nothing more")
        func fullDisk() async throws {
            let server = try RawServer { _ in [.json(200, #"{"id":1}"#)] }
            let result = try await CommandLineTool("freshworks").run(
                ["api", "freshdesk", "GET", "tickets/1"],
                environment: Service.freshdesk.environment(port: server.port), output: "/dev/full")
            #expect(result.status == 3)
            #expect(
                result.diagnostics.hasPrefix(
                    "freshworks: standard output could not be written: No space left on device."))
        }

        @Test("ends on SIGTERM while it waits for a body on standard input")
        func waitingForInput() async throws {
            let tool = try CommandLineTool("freshworks").start(
                ["api", "freshdesk", "POST", "tickets", "--body", "-"],
                environment: Service.freshdesk.environment(port: 9), input: nil)
            // More than a pipe holds: when this is written, it reads.
            try tool.send(String(repeating: " ", count: 1 << 20))
            tool.signal(SIGTERM)
            #expect(await tool.result().status == SIGTERM)
        }

        @Test("ends on the second signal while whoever reads its output does not", arguments: [SIGINT, SIGTERM])
        func stalledReader(number: Int32) async throws {
            let folder = try TemporaryFolder()
            let path = folder.url.appending(path: "pipe").path
            try #require(mkfifo(path, 0o600) == 0)
            let pipe = open(path, O_RDWR | O_CLOEXEC)
            try #require(pipe >= 0)
            defer { close(pipe) }
            let server = try RawServer { _ in [.json(200, "[\"\(String(repeating: "x", count: 1_000_000))\"]")] }
            let tool = try CommandLineTool("freshworks").start(
                ["api", "freshdesk", "GET", "tickets"],
                environment: Service.freshdesk.environment(port: server.port), output: path)
            // What a pipe takes on Linux before it makes its writer wait.
            try await eventually {
                var count: Int32 = 0
                return ioctl(pipe, UInt(FIONREAD), &count) == 0 && count >= 65_536
            }
            let ended = Mutex(false)
            let result = Task {
                defer { ended.withLock { $0 = true } }
                return await tool.result()
            }
            // Two that come at once are one.
            try await eventually {
                tool.signal(number)
                return ended.withLock { $0 }
            }
            #expect(await result.value.status == number)
        }
    }
}
