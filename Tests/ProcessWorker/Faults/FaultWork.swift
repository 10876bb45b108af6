#if os(Linux)
    import Foundation
    import FreshworksCore
    import Synchronization

    /// Makes the calls that standard input names, many at a time, and says how each ended. Arguments: `libcurl` or
    /// `urlsession`, a Freshdesk key for the first account, and its base URL; all other accounts take any key.
    ///
    /// A line for each call: its number, `ok` or the error's code or `canceled`, with a question mark where the
    /// service may have carried it out, and how often it was sent. Then what was left over.
    enum FaultWork {
        private static let workers = 32

        static func run(_ arguments: [String]) async throws {
            guard arguments.count == 3 else { exit(64) }
            var calls: [MixedCall] = []
            while let line = readLine() {
                guard let call = MixedCall(line) else { exit(65) }
                calls.append(call)
            }
            let choice = arguments[0] == "urlsession" ? TransportChoice.urlSession : .automatic
            try await openForGood(choice, calls)
            let descriptors = try openDescriptors()
            let mix = try CallMix(choice, key: arguments[1], of: arguments[2])
            let run = Run()
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<workers {
                    group.addTask { [calls] in
                        while case let index = run.next(), index < calls.count {
                            // By then caches and pools have what they keep.
                            if index == calls.count / 5 { run.memory.store(residentMemory, ordering: .relaxed) }
                            print(calls[index].number, await mix.make(calls[index]))
                        }
                    }
                }
            }
            let growth = residentMemory - run.memory.load(ordering: .relaxed)
            print("pending", await mix.end())
            print("observed", mix.watch.summary)
            print("descriptors", try await descriptorsLeft(beyond: descriptors))
            print("growth", growth)
        }

        /// How far the calls are.
        private final class Run: Sendable {
            let memory = Atomic(0)
            private let count = Atomic(0)

            func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
        }

        /// What the language and the libraries open with the first call, and keep.
        private static func openForGood(_ choice: TransportChoice, _ calls: [MixedCall]) async throws {
            let transport = choice.make(maximumConnections: 1, certificateAuthorities: nil, clock: SystemClock())
            if let url = calls.first?.url { _ = try? await transport.send(TransportRequest(.get, url)) }
            await transport.shutdown()
            // That is for reading the folder itself, and for a timer.
            try await SystemClock().sleep(for: .milliseconds(200))
            _ = try openDescriptors()
        }

        /// Sessions close their sockets some time after they have said that they have ended.
        private static func descriptorsLeft(beyond before: Int) async throws -> Int {
            for _ in 0..<100 where try openDescriptors() > before {
                try await SystemClock().sleep(for: .milliseconds(100))
            }
            return try openDescriptors() - before
        }

        private static func openDescriptors() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        }

        private static var residentMemory: Int {
            let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
            return statm.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4096 } ?? 0
        }
    }
#endif
