import Foundation

// First: it looks at the peak of the process's memory.
await runUploadBenchmark()
if CommandLine.arguments.contains("upload") { exit(0) }
await runTransportBenchmark()
if CommandLine.arguments.contains("transport") { exit(0) }
runJSONBenchmark()
await runSigningBenchmark()
await runCallBenchmark()
runClientBenchmark()
