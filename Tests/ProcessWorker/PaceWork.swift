import Foundation
import FreshworksCore
import Synchronization

/// Makes batch calls without a pause, four at a time, and counts how they are answered. Arguments: the base URL of a Freshdesk,
/// its API key, the milliseconds since 1970 between which to count, and the folder of a store to share or `-`.
///
/// Prints how many calls were answered, how many refused, and how many were refused before.
enum PaceWork {
    static func run(_ arguments: [String]) async throws {
        guard arguments.count == 5, let begin = Int(arguments[2]), let end = Int(arguments[3]) else { exit(64) }
        let counting = CountingTransport(begin: Double(begin) / 1000, end: Double(end) / 1000)
        var configuration = FreshworksRuntime.Configuration()
        if arguments[4] != "-" {
            configuration.sharedLimits = SharedLimits(
                in: try FileStore(directory: URL(filePath: arguments[4], directoryHint: .isDirectory)))
        }
        let client = try APIClient(
            account: FreshworksAccount(.freshdesk, baseURL: arguments[0]),
            credential: .fixed(.freshdesk(apiKey: arguments[1])),
            runtime: FreshworksRuntime(configuration, transport: counting))
        let options = CallOptions(priority: .batch, limitPatience: .seconds(600))
        let work = (0..<4).map { _ in
            Task { @Sendable in
                while !Task.isCancelled { _ = try await client.call(.get, "agents/me", options: options) }
            }
        }
        try await SystemClock().sleep(for: .milliseconds(end - Int(Date().timeIntervalSince1970 * 1000)))
        for task in work { task.cancel() }
        for task in work {
            if case .failure(let error) = await task.result, !(error is CancellationError) { print(error) }
        }
        print(counting.counts)
    }
}

/// Counts the answers that come between two moments.
private final class CountingTransport: HTTPTransport {
    private let begin: Double
    private let end: Double
    private let inner = TransportChoice.automatic.make(
        maximumConnections: 16, certificateAuthorities: nil, clock: SystemClock())
    private let answers = Mutex((accepted: 0, refused: 0, refusedBefore: 0))

    init(begin: Double, end: Double) {
        self.begin = begin
        self.end = end
    }

    var counts: String { answers.withLock { "\($0.accepted) \($0.refused) \($0.refusedBefore)" } }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        let response = try await inner.send(request)
        let now = Date().timeIntervalSince1970
        answers.withLock {
            let isRefused = response.status == 429
            if now < begin {
                $0.refusedBefore += isRefused ? 1 : 0
            } else if now <= end {
                if isRefused { $0.refused += 1 } else { $0.accepted += 1 }
            }
        }
        return response
    }
}
