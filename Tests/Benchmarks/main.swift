runJSONBenchmark()
