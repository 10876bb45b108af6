import Foundation
import Synchronization

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

/// Gives memory that was freed back to the system, where that can be asked for.
func returnFreedMemory() {
    // glibc's, which its module leaves out.
    guard let trim = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> Int32).self)(0)
}

/// The most bytes of this process in memory since the last ``forgetPeak()``; 0 where there is no `/proc`.
func residentMemoryPeak() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1024 } ?? 0
}

func forgetPeak() { try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }

private let misses = Atomic(0)

private let figures = Mutex<[(name: String, value: Double)]>([])

/// Notes a figure for the line of JSON at the end, which programs read where people read the tables.
func figure(_ name: String, _ value: Double) { figures.withLock { $0.append((name, value)) } }

/// Says so where a figure misses what is asked of it.
func judged(_ figure: Double, atLeast bound: Double) -> String { verdict(figure >= bound, "at least \(bound)") }

/// Says so where a figure misses what is asked of it.
func judged(_ figure: Double, atMost bound: Double) -> String { verdict(figure <= bound, "at most \(bound)") }

private func verdict(_ isMet: Bool, _ asked: String) -> String {
    if !isMet { misses.add(1, ordering: .relaxed) }
    return isMet ? "" : "  MISSED: \(asked) asked"
}

/// Ends the program. With `FRESHWORKS_STRICT` in the environment a missed figure is a failure: not on a machine that does
/// something else besides.
func finish() -> Never {
    let members = figures.withLock { $0.map { "\"\($0.name)\":\(String(format: "%.4g", $0.value))" } }
    print("{" + members.joined(separator: ",") + "}")
    let missed = misses.load(ordering: .relaxed)
    if missed > 0 { print("\(missed) figures missed what is asked of them") }
    exit(missed > 0 && ProcessInfo.processInfo.environment["FRESHWORKS_STRICT"] != nil ? 1 : 0)
}

/// Ends the program because something did not work at all.
func fail(_ error: any Error) -> Never {
    print("  failed: \(error)")
    exit(1)
}

func milliseconds(_ seconds: Double) -> String { String(format: "%.2f", seconds * 1e3) }

func microseconds(_ seconds: Double) -> String { String(format: "%.2f", seconds * 1e6) }

func ratio(_ left: Double, _ right: Double) -> String { String(format: "%.2f", left / right) }
