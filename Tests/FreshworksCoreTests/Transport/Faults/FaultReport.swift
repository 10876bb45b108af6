#if os(Linux)
    import Foundation
    import TestSupport
    import Testing

    /// What a process said of the calls that it made.
    struct FaultReport {
        /// How a call ended, and how often it was sent.
        struct Ending: Sendable {
            let end: String
            let attempts: Int
        }

        private(set) var endings: [Int: Ending] = [:]
        private(set) var isEachCallOnce = true
        /// Calls that waited for an answer when all had ended.
        private(set) var pending = -1
        /// Descriptors that were open beyond those before the first call.
        private(set) var descriptors = -1
        /// What observers saw: calls that began, that ended, that did not, and that ended twice.
        private(set) var observed: [Int] = []
        /// Bytes in memory at the end beyond those after a fifth of the calls.
        private(set) var growth = Int.max

        /// Makes the calls of a mix.
        init(of mix: FaultMix, over kind: TransportKind, on servers: FaultServers) async throws {
            let folder = try TemporaryFolder(inMemory: true)
            let worker = try CommandLineTool("ProcessWorker").start(
                ["faults", kind == .urlSession ? "urlsession" : "libcurl"]
                    + [servers.sandbox.key, servers.sandbox.baseURL],
                // What a sanitizer keeps is no growth.
                environment: ["TMPDIR": folder.url.path, "ASAN_OPTIONS": "detect_leaks=0:quarantine_size_mb=1"],
                input: mix.calls.map { $0.line + "\n" }.joined(),
                limit: .seconds(900 + mix.calls.count / 25))
            for await line in worker.lines { read(line) }
            let result = await worker.result()
            try #require(result.status == 0, "\(result.diagnostics)")
        }

        private mutating func read(_ line: String) {
            let words = line.split(separator: " ").map(String.init)
            let numbers = words.dropFirst().compactMap { Int($0) }
            switch words.first {
            case "pending": pending = numbers.first ?? -1
            case "descriptors": descriptors = numbers.first ?? -1
            case "observed": observed = numbers
            case "growth": growth = numbers.first ?? .max
            default:
                guard words.count == 3, let number = Int(words[0]), let attempts = Int(words[2]) else {
                    return isEachCallOnce = false
                }
                if endings.updateValue(Ending(end: words[1], attempts: attempts), forKey: number) != nil {
                    isEachCallOnce = false
                }
            }
        }

        /// Calls that ended as they may not, at most ten.
        ///
        /// URLSession loses an answer now and then: five of 10,000 were seen to end late or as a broken connection. Two
        /// in a thousand are let pass, and always one.
        func strangeEnds(of mix: FaultMix, over kind: TransportKind) -> [String] {
            var strange = mix.calls.indices.filter { index in
                endings[index].map { !mix.calls[index].ends.contains($0.end) } ?? true
            }
            if kind == .urlSession {
                let lost = strange.filter { Self.losses.contains(endings[$0]?.end ?? "") }
                if lost.count <= max(1, mix.calls.count / 500) { strange.removeAll { lost.contains($0) } }
            }
            return strange.prefix(10).map { index in
                "\(mix.calls[index].method) \(mix.calls[index].name): \(endings[index]?.end ?? "no end")"
            }
        }

        /// Writes that arrived more often than they may, and writes that arrived although their callers were told that
        /// nothing was done, at most ten of each.
        func faultyWrites(
            of mix: FaultMix, over kind: TransportKind, arrivals: [Int: FaultServers.Arrivals]
        ) -> (repeated: [String], disowned: [String]) {
            var (repeated, disowned): ([String], [String]) = ([], [])
            for (index, call) in mix.calls.enumerated() where call.method != "GET" {
                guard let ending = endings[index], let arrived = arrivals[index] else { continue }
                let described = "\(call.method) \(call.name): \(ending.end), \(arrived), sent \(ending.attempts)"
                // What does no harm the library below URLSession may repeat too.
                let mostHarmless = kind == .urlSession ? Self.mostArrivals : Self.mostExecutions
                let most = call.method == "POST" ? 1 : mostHarmless
                if arrived.executed > most || arrived.all > Self.mostArrivals { repeated.append(described) }
                let isOwned = ending.end == "ok" || ending.end.hasSuffix("?")
                if arrived.executed > 0 && !isOwned { disowned.append(described) }
            }
            return (Array(repeated.prefix(10)), Array(disowned.prefix(10)))
        }

        /// How a call ends whose answer was lost on the way.
        private static let losses: Set = ["timed_out", "timed_out?", "connection_failed", "connection_failed?"]

        /// What the worker's runtime does at the most: three attempts, and three more for rejected keys.
        private static let mostExecutions = 3
        private static let mostArrivals = 6

        /// Prints the figures.
        func show(_ kind: TransportKind, seed: UInt64) {
            let ends = Dictionary(grouping: endings.values, by: \.end).mapValues(\.count)
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            print(
                "faults: \(endings.count) calls, seed \(seed): \(kind.rawValue),",
                "sent \(endings.values.map(\.attempts).reduce(0, +)) times;",
                "pending \(pending), descriptors \(descriptors), growth \(growth / 1024) KiB;",
                ends.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
    }
#endif
