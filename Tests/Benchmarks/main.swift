runJSONBenchmark()
await runSigningBenchmark()
await runCallBenchmark()
runClientBenchmark()
