import Foundation

if CommandLine.arguments.contains("serve") {
    runBenchmarkServer()
    exit(0)
}
if CommandLine.arguments.contains("fields") {
    runFieldBenchmark()
    exit(0)
}
if let place = CommandLine.arguments.firstIndex(of: "pages"), place + 1 < CommandLine.arguments.count {
    runPagesBenchmark(directory: CommandLine.arguments[place + 1])
    exit(0)
}
if CommandLine.arguments.contains("json") {
    runJSONBenchmark()
    finish()
}
if CommandLine.arguments.contains("connections") {
    await runConnectionBenchmark()
    finish()
}
// The long ones, and those of other programs, by name alone.
let named: [String: @Sendable () async -> Void] = [
    "calls": runCallBenchmark, "signing": runSigningBenchmark, "listing": runListingBenchmark,
    "export": runExportBenchmark, "refresh": runRefreshBenchmark, "instructions": runInstructionBenchmark,
    "tenants": runTenantBenchmark,
]
if let place = CommandLine.arguments.firstIndex(of: "counted"), place + 1 < CommandLine.arguments.count {
    await runCountedCalls(Int(CommandLine.arguments[place + 1]) ?? 0)
    exit(0)
}
let wanted = CommandLine.arguments.dropFirst().compactMap { named[$0] }
if !wanted.isEmpty {
    for benchmark in wanted { await benchmark() }
    finish()
}
// First: it looks at the peak of the process's memory.
await runUploadBenchmark()
if CommandLine.arguments.contains("upload") { finish() }
// Before the transports, which leave memory in pieces: both sides of the figures are those of a fresh process.
if !CommandLine.arguments.contains("transport") {
    runJSONBenchmark()
    runFieldBenchmark()
}
await runTransportBenchmark()
if CommandLine.arguments.contains("transport") { finish() }
await runSigningBenchmark()
await runCallBenchmark()
runClientBenchmark()
await runTenantBenchmark()
await runConnectionBenchmark()
finish()
