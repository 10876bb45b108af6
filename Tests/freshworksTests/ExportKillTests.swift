import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

extension CommandTests {
    /// In the suite with few tickets and kills; the soak says how many kills, and takes a hundred thousand tickets.
    @Suite("export, killed", .endsIfItHangs)
    struct ExportKills {
        private static let rounds = ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"].flatMap(Int.init)
        private static var kills: Int { rounds ?? 6 }
        private static var tickets: Int { rounds == nil ? 3_000 : 100_000 }

        private let folder: TemporaryFolder
        private let tool = CommandLineTool("freshworks")

        init() throws { folder = try TemporaryFolder(inMemory: true) }

        private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

        /// A sandbox over loopback, and what the command needs to find it.
        private func serve(tickets: Int) async throws -> (Sandbox, SandboxServer, environment: [String: String]) {
            let sandbox = Sandbox(Sandbox.Options(tickets: tickets, freshdeskCallsPerMinute: 100_000_000))
            let server = try await sandbox.serve()
            return (
                sandbox, server,
                [
                    "FRESHDESK_BASE_URL": server.freshdeskBaseURL.absoluteString,
                    "FRESHDESK_API_KEY": sandbox.freshdesk.apiKey,
                ]
            )
        }

        @Test("at random moments and gone on with each time, it writes the file that an undisturbed run writes")
        func kills() async throws {
            let (sandbox, server, environment) = try await serve(tickets: Self.tickets)
            defer { server.stop() }
            func words(_ name: String) -> [String] {
                ["export", "freshdesk", "tickets", "--to", path(name), "--resume"]
            }
            let whole = try await tool.run(words("whole"), environment: environment)
            #expect(whole.status == 0, "\(whole.diagnostics)")
            var random = SeededGenerator(seed: 7)
            let pages = Self.tickets / 100
            var (killed, finished) = (0, 0)
            while killed < Self.kills {
                let calls = sandbox.requests.count + Int.random(in: 0...max(1, 2 * pages / Self.kills), using: &random)
                let run = try tool.start(words("parts"), environment: environment)
                let result = Task { await run.result() }
                try await eventually { sandbox.requests.count >= calls || kill(run.processID, 0) != 0 }
                // Somewhere between the answer, the page and the checkpoint.
                usleep(UInt32.random(in: 0...8_000, using: &random))
                run.signal(SIGKILL)
                if await result.value.status == SIGKILL { killed += 1 } else { finished += 1 }
                if finished > 0 {
                    try compare()
                    for name in ["parts", "parts.checkpoint"] { try FileManager.default.removeItem(atPath: path(name)) }
                    finished = 0
                }
            }
            let last = try await tool.run(words("parts"), environment: environment)
            #expect(last.status == 0, "\(last.diagnostics)")
            try compare()
            print("\(Self.tickets) tickets, \(killed) kills, \(sandbox.requests.count) calls")
        }

        private func compare() throws {
            let whole = try Data(contentsOf: URL(filePath: path("whole")))
            #expect(whole.split(separator: UInt8(ascii: "\n")).count == Self.tickets)
            #expect(try Data(contentsOf: URL(filePath: path("parts"))) == whole)
        }

        @Test("by Ctrl-C it says how to go on, and can")
        func interrupted() async throws {
            let (sandbox, server, environment) = try await serve(tickets: 3_000)
            defer { server.stop() }
            let words = ["export", "freshdesk", "tickets", "--to", path("rows")]
            // After a few pages one takes longer than the test.
            sandbox.inject(.delay(.zero), times: 6)
            sandbox.inject(.delay(.seconds(600)), times: .max)
            let run = try tool.start(words, environment: environment)
            try await eventually { sandbox.requests.count > 6 }
            run.signal(SIGINT)
            let result = await run.result()
            #expect(result.status == 130)
            #expect(result.diagnostics.contains("interrupted after"))
            #expect(result.diagnostics.contains("--resume"))
            #expect(!result.diagnostics.contains("\r"))
            sandbox.removeFaults()
            let rest = try await tool.run(words + ["--resume"], environment: environment)
            #expect(rest.status == 0, "\(rest.diagnostics)")
            #expect(rest.output.hasPrefix("\(path("rows")): 3000 records ("))
        }

        @Test("memory does not grow with the list")
        func memory() async throws {
            var peaks: [Int] = []
            for count in [1_000, Self.rounds == nil ? 5_000 : 100_000] {
                let (_, server, environment) = try await serve(tickets: count)
                defer { server.stop() }
                let run = try tool.start(
                    ["export", "freshdesk", "tickets", "--to", path("\(count)")], environment: environment)
                async let result = run.result()
                let peak = await Self.peak(of: run.processID)
                #expect(await result.status == 0)
                print("export of \(count) tickets: at most \(peak / 1024) MB")
                peaks.append(peak)
            }
            #expect(peaks[0] > 0)
            #expect(peaks[1] - peaks[0] < 20 * 1024)
        }

        /// The most memory that a process has had at its end, in KB.
        ///
        /// By a thread of its own, since a busy pool might look once and never again. What `wait4` tells begins with the
        /// memory of this process.
        private static func peak(of processID: Int32) async -> Int {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    var peak = 0
                    while let now = peakSoFar(of: processID) {
                        peak = max(peak, now)
                        usleep(1000)
                    }
                    continuation.resume(returning: peak)
                }
            }
        }

        /// `nil` when it has ended.
        private static func peakSoFar(of processID: Int32) -> Int? {
            let status = try? String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)
            let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            return line?.split(separator: " ").dropLast().last.flatMap { Int($0) }
        }
    }
}
