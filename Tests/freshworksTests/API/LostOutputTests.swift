import Foundation
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
    }
}
