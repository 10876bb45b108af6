#if os(Linux)
    import Foundation
    import FreshworksCore

    /// Storms of calls, half of them canceled at random instants. Arguments: the port of a server, and how many storms.
    /// Prints how many calls still waited, and the open descriptors before the first call and after the last.
    enum StormWork {
        static func run(_ arguments: [String]) async throws {
            guard arguments.count == 2, let url = URL(string: "http://127.0.0.1:\(arguments[0])/"),
                let rounds = Int(arguments[1])
            else { exit(64) }
            let request = TransportRequest(.get, url)
            // What the language and the libraries open for good.
            try await storm(request, calls: 2, rounds: 1)
            let before = try openDescriptors()
            let left = try await storm(request, calls: 400, rounds: rounds)
            print("waiting \(left) descriptors \(try openDescriptors() - before)")
        }

        /// - Returns: How many calls waited when each had its outcome.
        @discardableResult
        private static func storm(_ request: TransportRequest, calls: Int, rounds: Int) async throws -> Int {
            guard let transport = CurlTransport() else { exit(64) }
            for _ in 0..<rounds {
                try await withThrowingTaskGroup { group in
                    for _ in 0..<16 {
                        group.addTask { for number in 0..<calls { try await call(transport, request, number) } }
                    }
                    try await group.waitForAll()
                }
            }
            let left = transport.pendingCount
            await transport.shutdown()
            return left
        }

        private static func call(_ transport: CurlTransport, _ request: TransportRequest, _ number: Int) async throws {
            let call = Task { try await transport.send(request).status }
            if number.isMultiple(of: 2) {
                for _ in 0..<Int.random(in: 0..<40) { await Task.yield() }
                call.cancel()
            }
            do { _ = try await call.value } catch is CancellationError {}
        }

        private static func openDescriptors() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        }
    }
#endif
