import Foundation
import FreshworksCore

/// The package's transports side by side, over loopback.
func runTransportBenchmark() async {
    #if os(Linux)
        do {
            guard let curl = CurlTransport() else { return print("Transports: libcurl cannot be loaded") }
            let server = try BenchmarkServerProcess()
            defer { server.stop() }
            let bench = TransportBenchmark(curl: curl, urlSession: URLSessionTransport(), port: server.port)
            try await bench.compareRates()
            try await bench.compareDownloads()
            try await bench.measureGrowth()
            try await bench.measureFairness()
            try await bench.compareWaiting()
            await curl.shutdown()
        } catch {
            fail(error)
        }
    #endif
}

#if os(Linux)
    struct TransportBenchmark {
        let curl: CurlTransport
        let urlSession: URLSessionTransport
        let port: UInt16

        private func request(
            _ method: TransportRequest.Method, _ path: String, to destination: TransportRequest.Destination = .memory()
        ) throws -> TransportRequest {
            struct NotAnAddress: Error {}
            guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw NotAnAddress() }
            let body: TransportRequest.Body = method == .post ? .bytes(Data(count: 300)) : .none
            return TransportRequest(method, url, body: body, destination: destination)
        }

        /// Calls a second, the better of three turns.
        private func rate(
            _ transport: any HTTPTransport, _ request: TransportRequest, calls: Int, workers: Int
        ) async throws -> Double {
            var best = 0.0
            for _ in 0..<3 {
                let elapsed = try await ContinuousClock().measure {
                    try await withThrowingTaskGroup { group in
                        for _ in 0..<workers {
                            group.addTask { for _ in 0..<calls / workers { _ = try await transport.send(request) } }
                        }
                        try await group.waitForAll()
                    }
                }
                best = max(best, Double(calls) / (elapsed / .seconds(1)))
            }
            return best
        }

        func compareRates() async throws {
            print("Transports: calls a second over loopback, libcurl and URLSession")
            for method in [TransportRequest.Method.get, .post] {
                for workers in [1, 16] {
                    let request = try request(method, "/small")
                    let ours = try await rate(curl, request, calls: 8_000, workers: workers)
                    let other = try await rate(urlSession, request, calls: 1_600, workers: workers)
                    let name = "\(method), \(workers) at once".padding(toLength: 36, withPad: " ", startingAt: 0)
                    let verdict = judged(ours / other, atLeast: 5)
                    print("  \(name)\(Int(ours)) and \(Int(other)), ratio \(ratio(ours, other))\(verdict)")
                    // On a machine whose processors sleep between two calls it may be less than five times URLSession.
                    if workers == 1 {
                        let bare = try bareRate(method, calls: 8_000)
                        print("    a blocking socket of its own      \(Int(bare)), ratio \(ratio(bare, other))")
                    }
                }
            }
        }

        /// Calls a second over a socket and nothing else, the better of three turns.
        private func bareRate(_ method: TransportRequest.Method, calls: Int) throws -> Double {
            let socket = try BareSocket(port: port)
            let body = method == .post ? [UInt8](repeating: 0, count: 300) : []
            let fields = "Host: 127.0.0.1\r\nAccept: */*\r\nContent-Length: \(body.count)\r\n"
            let request = Array("\(method) /small HTTP/1.1\r\n\(fields)\r\n".utf8) + body
            return try (0..<3).map { _ in
                let elapsed = try ContinuousClock().measure {
                    for _ in 0..<calls { try socket.exchange(request, for: BenchmarkServer.smallAnswer.count) }
                }
                return Double(calls) / (elapsed / .seconds(1))
            }.max() ?? 0
        }

        func compareDownloads() async throws {
            print("Transports: downloads, MB a second, libcurl and URLSession")
            let file = FileManager.default.temporaryDirectory.appending(
                path: "download-\(ProcessInfo.processInfo.processIdentifier)")
            defer { try? FileManager.default.removeItem(at: file) }
            for (path, size, calls) in [("/3MB", 3.0, 40), ("/20MB", 20.0, 12)] {
                for (place, destination) in [
                    ("memory", TransportRequest.Destination.memory()), ("a file", .file(file)),
                ] {
                    let request = try request(.get, path, to: destination)
                    let ours = try await rate(curl, request, calls: calls, workers: 1) * size
                    let other = try await rate(urlSession, request, calls: calls, workers: 1) * size
                    let name = "\(Int(size)) MB to \(place)".padding(toLength: 36, withPad: " ", startingAt: 0)
                    let verdict = judged(ours / other, atLeast: 1)
                    print("  \(name)\(Int(ours)) and \(Int(other)), ratio \(ratio(ours, other))\(verdict)")
                }
            }
        }

        func measureGrowth() async throws {
            let request = try request(.get, "/small")
            _ = try await rate(curl, request, calls: 10_000, workers: 4)
            let before = residentMemory()
            for _ in 0..<4 { _ = try await rate(curl, request, calls: 8_400, workers: 4) }
            let grown = Double(residentMemory() - before) / 1e6
            let verdict = judged(grown, atMost: 1)
            let figure = String(format: "%.2f", grown)
            print("Memory: resident growth over 100,000 calls of libcurl   \(figure) MB\(verdict)")
        }

        /// Of the memory, most is what they may keep until their deadline: 32 MiB of one body, 4 MB of chunks, 1 MiB of a
        /// redirect.
        func measureFairness() async throws {
            print("Fairness of libcurl: a good tenant's calls, without and with five hostile answers running")
            let alone = try await goodCalls(for: .seconds(4))
            // Otherwise what calls before have left would serve these, or not, as it happens.
            returnFreedMemory()
            forgetPeak()
            let before = residentMemory()
            let paths = ["chunks", "body", "redirect", "header", "length"]
            let hostile = Task {
                try await withThrowingTaskGroup(of: String.self) { group in
                    for path in paths {
                        group.addTask {
                            var codes: Set<String> = []
                            var longest = Duration.zero
                            // A hostile service is called again and again.
                            while !Task.isCancelled {
                                var hostile = try self.request(.get, "/hostile/\(path)")
                                hostile.timeout = .seconds(2)
                                let start = ContinuousClock.now
                                do {
                                    codes.insert("answered with \(try await curl.send(hostile).status)")
                                } catch let error as FreshworksError {
                                    codes.insert(error.code.rawValue)
                                } catch { break }
                                longest = max(longest, start.duration(to: .now))
                            }
                            let seconds = longest / .seconds(1)
                            // Its deadline is 2 s.
                            let verdict = judged(seconds, atMost: 2.5) + judged(Double(codes.count), atMost: 1)
                            return "\(path): \(codes.sorted().joined(separator: ", ")), "
                                + "\(String(format: "%.2f", seconds)) s at the most\(verdict)"
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            try await Task.sleep(for: .milliseconds(500))
            let beset = try await goodCalls(for: .seconds(7))
            let grown = Double(residentMemoryPeak() - before) / 1e6
            hostile.cancel()
            for (name, alone, beset, bound) in [
                ("median         ", alone.median, beset.median, 5.0), ("95th percentile", alone.late, beset.late, 25),
            ] {
                let times = "\(milliseconds(alone)) and \(milliseconds(beset)) ms"
                let verdict = judged(beset / alone, atMost: bound)
                print("  \(name)                     \(times), ratio \(ratio(beset, alone))\(verdict)")
            }
            let figure = String(format: "%.1f", grown)
            print("  growth of the resident peak         \(figure) MB\(judged(grown, atMost: 40))")
            for line in try await hostile.value.sorted() { print("  \(line)") }
        }

        /// The times of calls, one every five milliseconds.
        private func goodCalls(for time: Duration) async throws -> (median: Double, late: Double) {
            let request = try request(.get, "/small")
            let clock = ContinuousClock()
            var times: [Double] = []
            let end = clock.now + time
            while clock.now < end {
                times.append(try await clock.measure { _ = try await curl.send(request) } / .seconds(1))
                try await Task.sleep(for: .milliseconds(5))
            }
            times.sort()
            return (times[times.count / 2], times[times.count * 95 / 100])
        }

        func compareWaiting() async throws {
            print("Waiting: CPU seconds while writes wait five seconds for their answers, libcurl and URLSession")
            for writes in [1, 4, 16] {
                for state in ["cold", "warm"] {
                    guard let fresh = CurlTransport() else { return }
                    let other = URLSessionTransport()
                    if state == "warm" {
                        for transport in [fresh, other] as [any HTTPTransport] {
                            for _ in 0..<50 { _ = try await transport.send(request(.get, "/small")) }
                        }
                    }
                    let ours = try await processorTime(of: writes, over: fresh)
                    let theirs = try await processorTime(of: writes, over: other)
                    let name = "\(writes) at once, \(state)".padding(toLength: 36, withPad: " ", startingAt: 0)
                    print("  \(name)\(String(format: "%.3f and %.3f", ours, theirs))\(judged(ours, atMost: 0.05))")
                    await fresh.shutdown()
                    other.shutdown()
                }
            }
        }

        private func processorTime(of writes: Int, over transport: any HTTPTransport) async throws -> Double {
            let request = try request(.post, "/slow")
            let before = processorSeconds()
            try await withThrowingTaskGroup { group in
                for _ in 0..<writes { group.addTask { _ = try await transport.send(request) } }
                try await group.waitForAll()
            }
            return processorSeconds() - before
        }
    }

    /// What this process has used of all processors.
    private func processorSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
#endif
