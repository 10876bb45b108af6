import Foundation

if CommandLine.arguments.contains("fields") {
    runFieldBenchmark()
    exit(0)
}
// First: it looks at the peak of the process's memory.
await runUploadBenchmark()
if CommandLine.arguments.contains("upload") { exit(0) }
await runTransportBenchmark()
if CommandLine.arguments.contains("transport") { exit(0) }
runJSONBenchmark()
runFieldBenchmark()
await runSigningBenchmark()
await runCallBenchmark()
runClientBenchmark()
