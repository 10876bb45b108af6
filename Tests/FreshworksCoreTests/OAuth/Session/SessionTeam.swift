import Foundation
import FreshworksCore
import TestSupport
import Testing

/// Processes that share one session in one ``FileStore``.
struct SessionTeam {
    let server: any RefreshServer
    private(set) var workers: [SessionWorker] = []
    private let folder: TemporaryFolder
    private let store: FileStore
    private let task: SessionTask

    /// - Parameter claimMilliseconds: How long a claim lasts. Short ones run out on a busy machine, too.
    init(of count: Int, at server: any RefreshServer, claimMilliseconds: Int = 1000) async throws {
        self.server = server
        folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        store = try FileStore(directory: directory)
        task = SessionTask(
            folder: directory.path, tokenURL: server.oauthURL.appending(path: "token"), clientID: server.clientID,
            clientSecret: server.clientSecret, claimMilliseconds: claimMilliseconds)
        try await consent()
        do {
            for _ in 0..<count { workers.append(try SessionWorker(task)) }
            for worker in workers { _ = try await worker.report("ready", in: 0) }
        } catch {
            end()
            throw error
        }
    }

    /// Ends all processes.
    func end() {
        for worker in workers { worker.kill() }
    }

    /// Stores the tokens of a new consent.
    func consent() async throws {
        let client = try server.client()
        let tokens = try await client.tokens(username: server.username, password: Secret(server.password))
        _ = try await OAuthSession(client, store: store, name: task.session, initial: tokens)
    }

    /// Has all processes want a credential at once.
    /// - Parameter first: The first one that does.
    func begin(_ round: Int, from first: Int = 0) throws {
        for worker in workers.dropFirst(first) { try worker.begin(round) }
    }

    /// What the processes got in a round; nothing from one that was killed before.
    /// - Parameter first: The first process that is waited for.
    func results(of round: Int, from first: Int = 0) async throws -> [SessionReport] {
        var results: [SessionReport] = []
        for worker in workers.dropFirst(first) {
            if let result = try await worker.report("done", in: round) { results.append(result) }
        }
        return results
    }

    /// Starts a process in place of one that was killed.
    mutating func replace(_ number: Int, in round: Int) async throws {
        var task = task
        task.round = round
        workers[number] = try SessionWorker(task)
        _ = try await workers[number].report("ready", in: round)
    }

    /// All that was reported in a round, in the order of time, with the process that reported it.
    func reports(of round: Int) -> [(process: Int, report: SessionReport)] {
        workers.enumerated().flatMap { number, worker in
            worker.reports.filter { $0.round == round }.map { (number, $0) }
        }.sorted { $0.report.nanoseconds < $1.report.nanoseconds }
    }

    /// The same as text, for a test that fails.
    func story(of round: Int) -> String {
        reports(of: round).filter { $0.report.event != "seen" }.map { process, report in
            let details = [report.error, report.token, report.refreshToken].compactMap { $0?.prefix(8) }
            return "\(report.nanoseconds / 1000) µs, process \(process): \(report.event) "
                + details.joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// What is stored.
    func record() async throws -> StoredSession {
        let value = try #require(try await store.load("oauth/\(task.session)"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(StoredSession.self, from: value.data)
    }
}

/// What the store's record says, read apart from the code under test.
struct StoredSession: Decodable {
    let generation: Int
    let refusal: String?
    private let tokens: Tokens
    private let claim: Claim?

    private struct Tokens: Decodable {
        let accessToken, refreshToken: String
    }

    private struct Claim: Decodable {
        let owner: String
    }

    var isClaimed: Bool { claim != nil }
    var accessToken: String { Self.digest(tokens.accessToken) }
    var refreshToken: String { Self.digest(tokens.refreshToken) }

    private static func digest(_ token: String) -> String {
        SHA256.hash(token.utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
