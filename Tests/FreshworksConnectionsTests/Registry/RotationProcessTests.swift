import Foundation
import FreshworksConnections
import FreshworksSandbox
import TestSupport
import Testing

/// The service, the operator who rotates, and two processes that call.
@Suite("A Freshchat token that is rotated in the registry under the calls of two processes", .inTurn)
struct RotationProcessTests {
    @Test(
        "fails none of 500 calls if it is there first; each process reads the store once for each token that was rejected",
        .endsIfItHangs)
    func registryFirst() async throws {
        let place = try await Place()
        for _ in 1...3 {
            // The same seed invents the same tokens, so the second sandbox knows the first one's next.
            let (before, after) = try await place.round {
                place.prophet.freshchat.rotateToken()
                try await place.registry.replaceCredential(
                    of: place.id, with: .freshchat(token: place.prophet.freshchat.apiToken), verifies: false)
                place.sandbox.freshchat.rotateToken()
                #expect(place.sandbox.freshchat.apiToken == place.prophet.freshchat.apiToken)
            }
            #expect(zip(before, after).map { $1.loads - $0.loads } == [1, 1])
        }
        for end in try await place.stop() { #expect(end.loads == 3) }
    }

    @Test(
        "fails none of 500 calls if it was announced; each process looks for it four times a second until it is there",
        .endsIfItHangs)
    func announced() async throws {
        let place = try await Place()
        let rounds = 3
        var gap = Duration.zero
        for _ in 1...rounds {
            _ = try await place.round {
                let start = ContinuousClock.now
                try await place.registry.rotateCredential(of: place.id) {
                    let sent = place.sandbox.requests.count
                    place.sandbox.freshchat.rotateToken()
                    // Calls meet the dead token before the registry has the next.
                    try await eventually { place.sandbox.requests.dropFirst(sent).count { $0.status == 401 } > 1 }
                    return .freshchat(token: place.sandbox.freshchat.apiToken)
                }
                gap += ContinuousClock.now - start
            }
        }
        let most = Int(gap / .milliseconds(250)) + 2 * rounds
        for end in try await place.stop() {
            #expect((rounds...most).contains(end.loads), "\(end.loads) reads in \(gap)")
        }
    }
}

/// A service, a registry in files with a connection to it, and two processes that call with it.
private final class Place {
    let sandbox: Sandbox
    /// Another service, whose tokens are the same.
    let prophet: Sandbox
    let registry: ConnectionRegistry
    let id: String
    private let server: SandboxServer
    private let folder: TemporaryFolder
    private let callers: [Caller]

    init() async throws {
        var options = Sandbox.Options()
        options.freshchatCallsPerMinute = 100_000_000
        (sandbox, prophet) = (Sandbox(options), Sandbox(options))
        server = try await sandbox.serve()
        folder = try TemporaryFolder(inMemory: true)
        let directory = folder.url.appending(path: "store")
        registry = try ConnectionRegistry(store: FileStore(directory: directory))
        let draft = ConnectionDraft(
            name: "Chat", account: try FreshworksAccount(.freshchat, baseURL: server.freshchatBaseURL.absoluteString),
            credential: .freshchat(token: sandbox.freshchat.apiToken))
        id = try await registry.add(draft).connection.id
        callers = [try await Caller(directory, id), try await Caller(directory, id)]
    }

    deinit { server.stop() }

    /// Rotates while all calls are under way, and lets them go on.
    /// - Returns: What each process had done before and after.
    func round(_ rotate: () async throws -> Void) async throws -> (before: [Caller.Tally], after: [Caller.Tally]) {
        let before = try await progress(answers: 50)
        try await rotate()
        // A healed call stands behind all that wait for their turn.
        let after = try await progress(answers: 400)
        // Each process has met the dead token.
        for (before, after) in zip(before, after) { #expect(after.rejections > before.rejections) }
        return (before, after)
    }

    /// Ends the processes, none of whose calls has failed.
    func stop() async throws -> [Caller.Tally] {
        var ends: [Caller.Tally] = []
        for caller in callers {
            let end = try await caller.stop()
            #expect(end.failures == [:])
            #expect(end.answered >= 500)
            ends.append(end)
        }
        return ends
    }

    /// What the processes have done once each of them has answered so many calls more.
    private func progress(answers: Int64) async throws -> [Caller.Tally] {
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
