import TestSupport
import Testing

/// Makes one call in a process of its own, whose environment this is.
/// - Parameter isSigned: Whether it has a credential.
/// - Returns: `status` and its number, or the code of its error, `sent` or `unsent`, and the message.
func callElsewhere(
    _ method: String, _ url: String, _ environment: [String: String], transport: String = "libcurl",
    isSigned: Bool = true
) async throws -> String {
    try await lines(of: [transport, method, url] + (isSigned ? [] : ["unsigned"]), environment)[0]
}

/// Makes a write in a process of its own, over libcurl.
/// - Returns: How it ended, and how many seconds of processor time it took.
func writeElsewhere(
    _ url: String, bytes: Int, timeout seconds: Int, _ environment: [String: String]
) async throws -> (outcome: String, processorTime: Double) {
    let lines = try await lines(of: ["libcurl", "PUT", url, "\(bytes)", "\(seconds)"], environment)
    return (lines[0], try #require(Double(lines[1])))
}

private func lines(of arguments: [String], _ environment: [String: String]) async throws -> [String] {
    let result = try await CommandLineTool("ProcessWorker").run(["call"] + arguments, environment: environment)
    let lines = result.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 2, "\(result)")
    return lines
}
