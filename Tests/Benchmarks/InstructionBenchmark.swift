import Foundation
import FreshworksCore

/// Instructions that a call costs beside its transport: counted by `perf` or valgrind, where they can.
func runInstructionBenchmark() async {
    print("Instructions: calls over a transport that answers at once")
    guard let none = instructions(calls: 500), let many = instructions(calls: 2500), many > none else {
        return print("  not counted: there is neither a perf that may count nor valgrind")
    }
    let each = Double(many - none) / 2000
    figure("calls.instructions", each)
    print("  APIClient, read into a record       \(String(format: "%.0f", each)) per call")
}

/// The calls themselves, in the process that is counted.
func runCountedCalls(_ count: Int) async {
    do {
        let client = try APIClient(
            account: .freshdesk("acme"), credential: .fixed(.freshdesk(apiKey: "FAKEkey0123456789abcd")),
            runtime: FreshworksRuntime(transport: InstantTransport()))
        let endpoint = Endpoint<BenchmarkTicket>("tickets.view", .get, "tickets/\(1)")
        for _ in 0..<count { _ = try await client.send(endpoint) }
    } catch {
        fail(error)
    }
}

private struct InstantTransport: HTTPTransport {
    private let answer = TransportResponse(
        status: 200, headers: HeaderFields(received: [(name: "Content-Type", value: "application/json")]),
        body: Data(BenchmarkServer.small.utf8))

    func send(_ request: TransportRequest) async throws -> TransportResponse { answer }
}

/// What `perf` counts of a run of this program, or else valgrind; `nil` where there is neither.
private func instructions(calls: Int) -> Int? {
    let program = [CommandLine.arguments[0], "counted", String(calls)]
    let perf = output(of: ["perf", "stat", "-x", ",", "-e", "instructions:u"] + program)
    let counted = perf?.split(separator: "\n").first { $0.contains("instructions") }
    if let count = counted?.split(separator: ",").first.flatMap({ Int($0) }) { return count }
    let valgrind = output(of: ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"] + program)
    return valgrind?.firstMatch(of: /Collected : (\d+)/).flatMap { Int($0.output.1) }
}

/// What a command writes to standard error; `nil` if it fails.
private func output(of words: [String]) -> String? {
    let command = Process()
    command.executableURL = URL(filePath: "/usr/bin/env")
    command.arguments = words
    let errors = Pipe()
    (command.standardOutput, command.standardError) = (FileHandle.nullDevice, errors)
    guard (try? command.run()) != nil else { return nil }
    let data = (try? errors.fileHandleForReading.readToEnd()) ?? Data()
    command.waitUntilExit()
    return command.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
}
