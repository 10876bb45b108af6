import Foundation
import FreshworksCore
import FreshworksEtcd

/// Uses an ``OAuthSession`` as one process of several.
///
/// The first line of standard input is a ``SessionTask``; its secrets are nothing for arguments. Then follow commands:
/// `round N` obtains a credential when the tokens of all former rounds have expired, `halt claim` and `halt pair` stop
/// the process as `SIGSTOP` does when it has claimed the next refresh, or has its result and not stored it yet.
/// What happens is reported on standard output. It ends with its standard input.
enum SessionWork {
    static func run() async throws {
        var commands = standardInput.makeAsyncIterator()
        guard let line = await commands.next() else { exit(64) }
        let task = try JSONDecoder().decode(SessionTask.self, from: Data(line.utf8))
        let clock = OffsetClock()
        clock.move(to: task.offset(of: task.round))
        let reporter = SessionReporter(round: task.round)
        let watch = StallWatch()
        let store = try WatchedStore(task.openStore(), reporter, clock)
        let client = try OAuthClient(
            task.configuration, runtime: FreshworksRuntime(clock: clock, observer: reporter))
        let session = try await OAuthSession(
            client, store: store, name: task.session,
            options: OAuthSession.Options(claimTime: .milliseconds(task.claimMilliseconds)))
        reporter.say("ready")
        while let command = await commands.next() {
            let words = command.split(separator: " ").map(String.init)
            switch (words.first, words.last) {
            case ("round", let number?):
                guard let round = Int(number) else { exit(64) }
                clock.move(to: task.offset(of: round))
                reporter.begin(round)
                _ = watch.take()
                await obtain(from: session, reporter, watch)
            case ("halt", "claim"): store.halt(at: .claim)
            case ("halt", "pair"): store.halt(at: .pair)
            default: exit(64)
            }
        }
    }

    /// A caller who tries again when a refresh failed, as long as there is a session.
    private static func obtain(
        from session: OAuthSession, _ reporter: SessionReporter, _ watch: StallWatch
    ) async {
        for attempt in 1... {
            do {
                guard case .accessToken(let token) = try await session.credential().form else { exit(70) }
                return reporter.say("done", token: token.reveal(), attempts: attempt, stoodStill: watch.take())
            } catch {
                let code = (error as? FreshworksError)?.code
                guard attempt < 3, code != .needsReauthorization else {
                    return reporter.say(
                        "done", error: code?.rawValue ?? "\(error)", attempts: attempt, stoodStill: watch.take())
                }
            }
        }
    }

    /// The lines, read by a thread of its own, which ends the process when there are no more.
    private static let standardInput = AsyncStream<String> { continuation in
        Thread.detachNewThread {
            while let line = readLine() { continuation.yield(line) }
            exit(0)
        }
    }
}

/// What a process is to do.
struct SessionTask: Decodable {
    /// A folder, or the address of an ``EtcdStore``.
    let store: String
    let tokenURL: URL
    let clientID: String
    let clientSecret: String
    let claimMilliseconds: Int
    let session: String
    /// The round that the process starts in.
    let round: Int

    /// Longer than any access token lives.
    func offset(of round: Int) -> Duration { .seconds(7200) * round }

    func openStore() throws -> any VersionedStore {
        store.hasPrefix("etcd://")
            ? try EtcdStore(address: store, variables: [:]) : try FileStore(directory: URL(filePath: store))
    }

    var configuration: OAuthConfiguration {
        // Nobody is asked for consent here.
        OAuthConfiguration(
            authorizeURL: tokenURL, tokenURL: tokenURL, clientID: clientID, clientSecret: Secret(clientSecret),
            redirectURI: tokenURL)
    }
}
