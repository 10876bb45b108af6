runJSONBenchmark()
await runSigningBenchmark()
await runCallBenchmark()
