import Foundation
import FreshworksSandbox
import TestSupport
import Testing

/// In real time, against a window whose length the processes are not told: up to a minute and a half each, so only where
/// `FRESHWORKS_ROUNDS` is set.
@Suite(
    "Processes that call one account in real time", .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["FRESHWORKS_ROUNDS"] != nil))
struct PacingProcessTests {
    private static let limit = 300
    private static let window = 3.0
    private static let measured = 4

    struct Counts {
        var accepted = 0
        var refused = 0
        /// While they learnt how long the window is.
        var refusedBefore = 0
    }

    @Test("four of them use 95 % of the calls, and at most 1 % is refused")
    func headersAlone() async throws {
        let counts = try await Self.run(store: "-")
        #expect(counts.refused * 100 <= counts.accepted)
        #expect(counts.accepted * 100 >= 95 * Self.limit * Self.measured)
    }

    @Test("with a store none is refused")
    func store() async throws {
        let folder = try TemporaryFolder(inMemory: true)
        let counts = try await Self.run(store: folder.url.appending(path: "store").path)
        #expect(counts.refused == 0 && counts.refusedBefore == 0)
        // They take their turns at a file, for which a busy machine makes them wait.
        #expect(counts.accepted * 100 >= 80 * Self.limit * Self.measured)
    }

    private static func run(store: String) async throws -> Counts {
        let sandbox = Sandbox(
            .init(freshdeskCallsPerMinute: limit, freshdeskRateWindow: .seconds(window)))
        let server = try await sandbox.serve()
        // Four windows to learn their length; with a store the first is taken to be as long as documented.
        let warmUp = store == "-" ? 4 * window : 70
        let begin = Int((Date().timeIntervalSince1970 + warmUp) * 1000)
        let end = begin + Int(1000 * window) * measured
        let workers = try (0..<4).map { _ in
            try CommandLineTool("ProcessWorker").start([
                "pace", "http://127.0.0.1:\(server.port)/api/v2", sandbox.freshdesk.apiKey, "\(begin)", "\(end)", store,
            ])
        }
        var counts = Counts()
        for worker in workers {
            let output = await worker.result().output
            let numbers = output.split(separator: "\n").last?.split(separator: " ").compactMap { Int($0) } ?? []
            try #require(numbers.count == 3, Comment(rawValue: output))
            counts.accepted += numbers[0]
            counts.refused += numbers[1]
            counts.refusedBefore += numbers[2]
        }
        server.stop()
        print("pacing: 4 processes, \(store == "-" ? "headers alone" : "a store"): \(counts) of \(limit * measured)")
        return counts
    }
}
