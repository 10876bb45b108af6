import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

/// The service, the operator who rotates, and two processes that call.
@Suite("A Freshchat token that is rotated in the registry under the calls of two processes", .inTurn)
struct RotationProcessTests {
    /// What happens first.
    enum Order: CaseIterable {
        /// The registry has the new token before the service ends the old one.
        case registryFirst
        /// The service ends the old token, and the registry gets the new one afterwards, as it has announced.
        case announced
    }

    @Test(
        "fails none of 500 running calls, and a process reads the store once for each rejected token",
        .endsIfItHangs, arguments: Order.allCases)
    func rotation(order: Order) async throws {
        var options = Sandbox.Options()
        options.freshchatCallsPerMinute = 100_000_000
        // The same seed invents the same tokens, so the second one knows the first one's next.
        let (sandbox, prophet) = (Sandbox(options), Sandbox(options))
        let server = try await sandbox.serve()
        defer { server.stop() }
        let folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        let registry = try ConnectionRegistry(store: FileStore(directory: directory))
        let draft = ConnectionDraft(
            name: "Chat", account: try FreshworksAccount(.freshchat, baseURL: server.freshchatBaseURL.absoluteString),
            credential: .freshchat(token: sandbox.freshchat.apiToken))
        let id = try await registry.add(draft).connection.id
        let callers = [try await Caller(directory, id), try await Caller(directory, id)]

        let rounds = 3
        var gap = Duration.zero
        for _ in 1...rounds {
            let before = try await progress(of: callers, answers: 50)
            let start = ContinuousClock.now
            switch order {
            case .registryFirst:
                prophet.freshchat.rotateToken()
                try await registry.replaceCredential(
                    of: id, with: .freshchat(token: prophet.freshchat.apiToken), verifies: false)
                sandbox.freshchat.rotateToken()
                #expect(sandbox.freshchat.apiToken == prophet.freshchat.apiToken)
            case .announced:
                try await registry.rotateCredential(of: id) {
                    let sent = sandbox.requests.count
                    sandbox.freshchat.rotateToken()
                    // Calls meet the dead token before the registry has the next.
                    try await eventually { sandbox.requests.dropFirst(sent).count { $0.status == 401 } > 1 }
                    return .freshchat(token: sandbox.freshchat.apiToken)
                }
            }
            gap += ContinuousClock.now - start
            // A healed call stands behind all that wait for their turn.
            let after = try await progress(of: callers, answers: 400)
            // Each process has met the dead token.
            for (before, after) in zip(before, after) { #expect(after.rejections > before.rejections) }
        }
        for caller in callers {
            let end = try await caller.stop()
            #expect(end.failures == [:])
            #expect(end.answered >= 500)
            // Who waits for an announced token looks four times a second.
            let looks = order == .announced ? Int(gap / .milliseconds(250)) + 2 * rounds : rounds
            #expect((rounds...looks).contains(end.loads), "\(order): \(end.loads) reads in \(gap)")
        }
    }

    /// What the processes have done once each of them has answered so many calls more.
    private func progress(of callers: [Caller], answers: Int64) async throws -> [Caller.Tally] {
        var tallies: [Caller.Tally] = []
        for caller in callers {
            let start = try await caller.tally().answered
            var tally = try await caller.tally()
            while tally.answered < start + answers { tally = try await caller.tally() }
            tallies.append(tally)
        }
        return tallies
    }
}

/// A process with 250 calls under way at any time.
private struct Caller {
    private let process: RunningTool

    struct Tally {
        let answered: Int64
        let rejections: Int64
        let loads: Int
        let failures: JSONObject
    }

    init(_ directory: URL, _ id: String) async throws {
        process = try CommandLineTool("ProcessWorker").start(["rotation", directory.path, id, "250"], input: nil)
        try #require(await process.firstLine() == "ready")
    }

    func tally() async throws -> Tally { try await ask("tally") }

    func stop() async throws -> Tally { try await ask("stop") }

    private func ask(_ command: String) async throws -> Tally {
        try process.send(command)
        let json = try JSONValue(parsing: Data(try #require(await process.firstLine()).utf8))
        let answered = try #require(json["answered"]?.int64Value)
        return Tally(
            answered: answered, rejections: try #require(json["attempts"]?.int64Value) - answered,
            loads: Int(try #require(json["loads"]?.int64Value)),
            failures: try #require(json["failures"]?.objectValue))
    }
}
