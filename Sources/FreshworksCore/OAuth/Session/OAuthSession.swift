import Foundation
import Synchronization

/// A credential with a life: refreshed in time, by exactly one of many tasks and processes, and stored before it is used.
///
/// ```swift
/// let session = try await OAuthSession(oauth, store: FileStore(directory: secrets), name: "acme", initial: tokens)
/// let freshsales = try FreshsalesClient(subdomain: "acme", credential: .oauth(session))
/// ```
///
/// All processes that share the store may use the session at once; their clocks need not agree. A server that rotates refresh
/// tokens spends the old one with its answer; the session is lost if that answer gets lost, if the process dies between it and
/// the write to the store, or if the process stalls for longer than ``Options/claimTime`` while its request is under way. Refresh
/// tokens end too (Freshworks: after 365 days), so use a session now and then.
public final class OAuthSession: CredentialProvider {
    /// The name under which the session is stored.
    public let name: String
    /// Whose session it is, where each agent authorizes on their own.
    public let agent: String?
    private let client: OAuthClient
    private let store: SessionStore
    private let options: Options
    private let owner = RandomName.make()
    private let state: Mutex<SessionState>
    private let renewals = SingleFlight<Credential>()
    /// One at a time: a write of what could not be written, or a refresh of it. The value: whether it was a refresh.
    private let writes = SingleFlight<Bool>()
    private let watchers = RefusalWatchers()

    /// How a session is set up. The defaults suit most programs.
    public struct Options: Sendable {
        /// How long other processes leave a refresh to the one that claimed it: from 0.1 to 600 seconds. The token endpoint is
        /// given two thirds of it.
        public var claimTime: Duration
        /// How long before its end an access token is refreshed in the background; at most a quarter of its life.
        public var margin: Duration

        /// Makes options.
        public init(claimTime: Duration = .seconds(30), margin: Duration = .seconds(300)) {
            self.claimTime = claimTime.withinClaimLimits
            self.margin = max(margin, .zero)
        }
    }

    /// Opens a session.
    /// - Parameters:
    ///   - name: Tells the sessions of a store apart, such as a tenant's name.
    ///   - agent: Whose session it is, where each agent authorizes on their own; `nil` where one session serves the account.
    ///   - initial: Tokens of a consent just given; they replace what is stored. Without them the session must be in the store.
    /// - Throws: ``FreshworksError/Code/notConfigured`` when there is none; ``FreshworksError/Code/otherSession`` when it is another
    ///   server's or client's; what the store throws, in which case `initial` is not stored.
    public init(
        _ client: OAuthClient, store: any VersionedStore, name: String, agent: String? = nil,
        initial: OAuthTokens? = nil, options: Options = Options()
    ) async throws {
        self.name = name
        self.agent = agent
        self.client = client
        self.options = options
        let store = SessionStore(
            store: store, key: try Self.key(name, agent, level: client.configuration.tokenLevel),
            server: SessionRecord.Server(client.configuration), runtime: client.runtime)
        self.store = store
        let record: SessionRecord
        if let initial {
            record = try await store.replace { SessionRecord(initial, server: store.server, after: $0) }
        } else if let kept = try await store.load() {
            record = kept.record
        } else {
            throw FreshworksError(
                .notConfigured, "there is no stored session named \(name)",
                advice: "Let the user give consent first, and open the session with the tokens.")
        }
        state = Mutex(SessionState(record, client.life(of: record.tokens, options)))
    }

    private static func key(_ name: String, _ agent: String?, level: OAuthConfiguration.TokenLevel) throws -> String {
        guard !name.isEmpty, (agent != nil) == (level == .agent), agent != "" else {
            throw FreshworksError(
                .invalidArgument,
                level == .agent
                    ? "tokens of this client belong to one agent each"
                    : "a session of the whole account has a name and no agent",
                advice: level == .agent
                    ? "Say whose session it is: agent:." : "Leave agent: out, or ask for tokens of the level agent.")
        }
        return (["oauth", name] + (agent.map { [$0] } ?? [])).map(PercentEncoding.encode).joined(separator: "/")
    }
}

// MARK: - Credentials

extension OAuthSession {
    /// The access token: from memory while it is fresh; while it is stale too, and a newer one is obtained in the background;
    /// afterwards callers wait for one refresh that they share.
    /// - Throws: ``FreshworksError/Code/needsReauthorization`` when only a new consent helps; why the refresh failed;
    ///   `CancellationError` when the calling task is cancelled, which does not cancel the refresh.
    public func credential() async throws -> Credential {
        switch state.withLock({ $0.answer(at: clock.monotonicNow) }) {
        case .use(let credential): return credential
        case .useAndRefresh(let credential):
            renewals.start { try await self.renew(rejected: nil) }
            return credential
        case .refresh: return try await renewals.run { try await self.renew(rejected: nil) }
        case .refuse(let error): throw error
        }
    }

    /// A token that is newer than the rejected one, refreshed once however many callers it failed for.
    public func credential(replacing rejected: Credential) async throws -> Credential? {
        for _ in 1...2 {
            let held = state.withLock { $0.credential }
            if held.revision != rejected.revision { return try await credential() }
            let newer = try await renewals.run { try await self.renew(rejected: rejected) }
            if newer.revision != rejected.revision { return newer }
            // It joined a refresh that had begun before the rejection was known, and that found nothing newer.
        }
        return nil
    }

    private var clock: any RuntimeClock { client.runtime.clock }

    private func renew(rejected: Credential?) async throws -> Credential {
        let (isReady, wait) = state.withLock { state in
            let now = clock.monotonicNow
            return (state.isReady(rejected: rejected, at: now), state.wait(at: now))
        }
        guard !isReady else { return held }
        guard wait <= .seconds(30) else { throw FreshworksError.refreshRests(wait) }
        if wait > .zero { try await clock.sleep(for: wait) }
        do {
            try await refresh(rejected: rejected)
            if let refusal = needsReauthorization { throw refusal }
            return held
        } catch {
            let error = FreshworksError(wrapping: error)
            note(error)
            throw error
        }
    }

    private func note(_ error: FreshworksError) {
        let jitter = client.runtime.configuration.jitter
        let isKnown = state.withLock { state in
            defer { state.failed(error, at: clock.monotonicNow, jitter: jitter) }
            return state.refusal?.code == error.code
        }
        if !isKnown { tell(error.endsSession ? .needsReauthorization : .refreshFailed, error) }
    }

    private func refresh(rejected: Credential?) async throws {
        do {
            try await flush()
        } catch {
            guard state.withLock({ $0.saving == .notSaved }) else { throw error }
            // Unless the store has got the pair by now, the refresh is done.
            if try await writes.run({ try await self.refreshAlone(after: error) }) { return }
        }
        let known = state.withLock { $0.record }
        let token = rejected?.revision == held.revision ? known.tokens.accessToken : nil
        let refresh = SessionRefresh(
            client: client, store: store, owner: owner, claimTime: options.claimTime,
            life: { [client, options] in
                client.life(of: $0, options, jitter: 0).state(at: client.runtime.clock.monotonicNow)
            })
        switch try await refresh.run(knowing: known, rejected: token) {
        case .adopted(let record): hold(record, after: known, .saved, .adopted)
        case .refreshed(let record): hold(record, after: known, .saved, .refreshed)
        case .unsaved(let record, let error):
            let error = FreshworksError(wrapping: error)
            hold(record, after: known, error.mayHaveBeenExecuted ? .unknown : .notSaved, .refreshed)
            tell(.storeFailed, error)
        }
    }

    /// The store does not answer, but it has not got this refresh token, so nobody else can be using it. It must not get it
    /// meanwhile either.
    private func refreshAlone(after error: any Error) async throws -> Bool {
        let (known, saving) = state.withLock { ($0.record, $0.saving) }
        guard saving == .notSaved else { throw error }
        let tokens = try await client.refresh(known.tokens)
        hold(known.next(tokens), after: known, .notSaved, .refreshed)
        return true
    }

    private var held: Credential { state.withLock { $0.credential } }

    private func hold(
        _ record: SessionRecord, after former: SessionRecord?, _ saving: SessionState.Saving, _ kind: SessionEvent.Kind
    ) {
        let life = client.life(of: record.tokens, options)
        guard state.withLock({ $0.hold(record, life, saving, after: former) }) else { return }
        tell(kind, nil)
        guard saving != .saved, state.withLock({ $0.beginsWriting() }) else { return }
        Task { await self.writeUntilStored() }
    }

    private func tell(_ kind: SessionEvent.Kind, _ error: FreshworksError?) {
        let observer = client.runtime.observer as? any SessionObserver
        observer?.sessionChanged(SessionEvent(kind, of: name, agent: agent, error: error?.code))
        if kind == .needsReauthorization, let error { watchers.tell(error) }
    }
}

// MARK: - Consent

extension OAuthSession {
    /// Why the user has to give consent again; `nil` as long as the session works.
    ///
    /// It is noticed when a token is needed. Another process's new consent is noticed then too.
    public var needsReauthorization: FreshworksError? { state.withLock { $0.refusal } }

    /// Waits until the user has to give consent again.
    /// - Returns: Why.
    /// - Throws: `CancellationError` when the calling task is cancelled.
    public func reauthorizationNeeded() async throws -> FreshworksError {
        let news = watchers.news()
        if let known = needsReauthorization { return known }
        for await error in news { return error }
        throw CancellationError()
    }

    /// Takes over the tokens of a new consent, in place of whatever is stored.
    /// - Throws: What the store throws; nothing has changed then.
    public func reauthorize(with tokens: OAuthTokens) async throws {
        let server = SessionRecord.Server(client.configuration)
        let record = try await store.replace { SessionRecord(tokens, server: server, after: $0) }
        hold(record, after: nil, .saved, .reauthorized)
    }

    /// Removes the session from its store, for good. The server keeps its consent; the user takes that back there.
    /// - Throws: What the store throws.
    public func remove() async throws {
        try await store.remove()
        note(.sessionRemoved)
    }

    /// The newest tokens, for their scopes and times.
    public var tokens: OAuthTokens { state.withLock { $0.record.tokens } }
}

// MARK: - Writing what could not be written

extension OAuthSession {
    /// Writes a pair that the store did not take before. Call it before the process ends; it does nothing if all is stored.
    /// - Throws: What the store throws.
    public func flush() async throws {
        while state.withLock({ $0.unsaved }) != nil {
            _ = try await writes.run {
                try await self.write()
                return false
            }
        }
    }

    private func write() async throws {
        while let record = state.withLock({ $0.unsaved }) {
            do {
                guard let kept = try await store.put(record) else { throw FreshworksError.sessionRemoved }
                let isOurs = kept.record.holdsSamePair(as: record)
                hold(kept.record, after: record, .saved, isOurs ? .stored : .adopted)
            } catch {
                let error = FreshworksError(wrapping: error)
                if error.endsSession { note(error) } else { state.withLock { $0.notSaved(error) } }
                throw error
            }
        }
    }

    private func writeUntilStored() async {
        var pause = Duration.milliseconds(100)
        while state.withLock({ $0.goesOnWriting() }) {
            do {
                try await clock.sleep(for: pause)
                try await flush()
            } catch {
                pause = min(pause * 2, .seconds(30))
            }
        }
    }
}

extension OAuthClient {
    fileprivate func life(of tokens: OAuthTokens, _ options: OAuthSession.Options, jitter: Double? = nil) -> TokenLife {
        TokenLife(
            of: tokens, margin: options.margin, jitter: jitter ?? runtime.configuration.jitter,
            now: runtime.clock.monotonicNow, wallNow: runtime.clock.wallNow)
    }
}

extension FreshworksError {
    fileprivate static func refreshRests(_ wait: Duration) -> FreshworksError {
        var error = FreshworksError(
            .rateLimited, "the authorization server asked not to be called yet", advice: .tryAgain(in: wait))
        error.status = 429
        error.wasDecidedLocally = true
        error.retryAfter = wait
        return error
    }
}
