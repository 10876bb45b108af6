import Foundation

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
// First: it looks at the peak of the process's memory.
await runUploadBenchmark()
if CommandLine.arguments.contains("upload") { finish() }
await runTransportBenchmark()
if CommandLine.arguments.contains("transport") { finish() }
runJSONBenchmark()
runFieldBenchmark()
await runSigningBenchmark()
await runCallBenchmark()
runClientBenchmark()
await runConnectionBenchmark()
finish()
