import TestSupport
import Testing

@Suite("Memory of uploads", .inTurn)
struct UploadMemoryTests {
    @Test("20 MB of files grow a process by less than 8 MB, measured in one of its own")
    func upload() async throws {
        var growths: [Double] = []
        // A machine under load adds some; files held in memory would show every time.
        for _ in 1...3 where growths.allSatisfy({ $0 >= 8 }) {
            // The environment is empty, so no proxy stands between the process and loopback.
            let result = try await CommandLineTool("Benchmarks").run(["upload"])
            let line = try #require(result.output.split(separator: "\n").first { $0.contains("MB for 20 MiB") })
            growths.append(try #require(line.split(separator: " ").compactMap { Double($0) }.dropFirst().first))
        }
        let least = try #require(growths.min())
        #expect(least < 8, "\(growths)")
    }
}
