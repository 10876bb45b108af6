#if os(Linux)
    import Foundation
    import FreshworksCore

    /// Storms of calls, half of them canceled at instants all over their lives. Arguments: the port of a server, and how many
    /// storms. Prints whether calls were answered and canceled, how many waited at the end, and how many descriptors were open
    /// more than at the start.
    enum StormWork {
        static func run(_ arguments: [String]) async throws {
            guard arguments.count == 2, let url = URL(string: "http://127.0.0.1:\(arguments[0])/"),
                let rounds = Int(arguments[1])
            else { exit(64) }
            let request = TransportRequest(.get, url)
            // What the language and the libraries open for good.
            try await storm(request, calls: 2, rounds: 1)
            let before = try openDescriptors()
            let tally = try await storm(request, calls: 400, rounds: rounds)
            print(tally.answered > 0 && tally.canceled > 0 && tally.answered + tally.canceled == 6_400 * rounds)
            print("waiting \(tally.left) descriptors \(try openDescriptors() - before)")
        }

        @discardableResult
        private static func storm(
            _ request: TransportRequest, calls: Int, rounds: Int
        ) async throws -> (answered: Int, canceled: Int, left: Int) {
            guard let transport = CurlTransport() else { exit(64) }
            var (answered, canceled) = (0, 0)
            for round in 0..<rounds {
                try await withThrowingTaskGroup(of: Int.self) { group in
                    for worker in 0..<16 {
                        group.addTask {
                            var answers = 0
                            for number in 0..<calls {
                                let wait = number % 2 == 0 ? nil : (number * 7 + round * 16 + worker) % 40
                                if try await isAnswered(transport, request, canceledAfter: wait) { answers += 1 }
                            }
                            return answers
                        }
                    }
                    for try await answers in group {
                        answered += answers
                        canceled += calls - answers
                    }
                }
            }
            let left = transport.pendingCount
            await transport.shutdown()
            return (answered, canceled, left)
        }

        private static func isAnswered(
            _ transport: CurlTransport, _ request: TransportRequest, canceledAfter yields: Int?
        ) async throws -> Bool {
            let call = Task { try await transport.send(request).status }
            if let yields {
                for _ in 0..<yields { await Task.yield() }
                call.cancel()
            }
            do { return try await call.value == 200 } catch is CancellationError { return false }
        }

        private static func openDescriptors() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        }
    }
#endif
