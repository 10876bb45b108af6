import Foundation
import TestSupport
import Testing

extension CommandTests {
    @Suite(
        "a prompt for a secret",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "Python makes the terminal"))
    struct SecretPrompt {
        /// Runs a command on a terminal of its own, types a line once it is asked, and says all that the terminal showed.
        private static let terminal = """
            import os, pty, sys
            child, terminal = pty.fork()
            if child == 0:
                os.execv(sys.argv[1], sys.argv[1:])
            shown = b""
            def more():
                global shown
                try:
                    data = os.read(terminal, 4096)
                except OSError:
                    return False
                shown += data
                return bool(data)
            while b"API key or token: " not in shown and more():
                pass
            os.write(terminal, os.environ["TYPED"].encode() + b"\\n")
            while more():
                pass
            sys.stdout.buffer.write(shown)
            sys.stdout.flush()
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """

        @Test("shows nothing of what is typed", .endsIfItHangs)
        func echo() async throws {
            let folder = try TemporaryFolder(inMemory: true)
            let words = ["add", "freshdesk", "--name", "Desk", "--subdomain", "acme", "--unverified"]
            let result = try await CommandLineTool(executable: URL(filePath: "/usr/bin/python3")).run(
                ["-c", Self.terminal, CommandLineTool("freshworks").executable.path, "connections"] + words,
                environment: [
                    "FRESHWORKS_CONNECTIONS_DIRECTORY": folder.url.appending(path: "store").path,
                    "TYPED": Invented.deskKey,
                ])
            #expect(result.status == 0, "\(result.diagnostics)")
            #expect(result.output.contains("API key or token: ") && result.output.contains("Desk"))
            expectNoSecret(in: result)
        }
    }
}
