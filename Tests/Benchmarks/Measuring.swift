import Foundation

/// The best of 15 runs in seconds per call, each a mean of several.
func best(of count: Int = 10, _ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<15 {
        let elapsed = try clock.measure { for _ in 0..<count { try body() } }
        best = min(best, elapsed / .seconds(count))
    }
    return best
}

/// The best of 15 runs in seconds per call, each a mean of several.
func best(of count: Int = 10, _ body: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<15 {
        let elapsed = try await clock.measure { for _ in 0..<count { try await body() } }
        best = min(best, elapsed / .seconds(count))
    }
    return best
}

/// Bytes of this process in memory; 0 where there is no `/proc`.
func residentMemory() -> Int {
    let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return statm.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4096 } ?? 0
}

func milliseconds(_ seconds: Double) -> String { String(format: "%.2f", seconds * 1e3) }

func microseconds(_ seconds: Double) -> String { String(format: "%.2f", seconds * 1e6) }

func ratio(_ left: Double, _ right: Double) -> String { String(format: "%.2f", left / right) }
