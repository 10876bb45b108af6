import Synchronization

/// A provider that remembers what a slow one answered.
///
/// While the value is fresh it answers from memory; while it is stale it still does and reloads in the background; once
/// it expired, callers wait for one load that they share. A failed load is forgotten: the next caller tries again. So
/// is one that takes too long: who comes then begins another.
public final class CachedProvider: CredentialProvider {
    private let source: any CredentialProvider
    private let freshFor: Duration
    private let staleFor: Duration
    private let patience: Duration
    private let clock: any RuntimeClock
    private let cache = Mutex(CredentialCache())
    private let loading = Mutex(Flight<Credential>())
    private let replacing = Mutex(Flight<Credential?>())

    /// The load that callers share, and since when.
    private struct Flight<Value: Sendable> {
        private var shared = SingleFlight<Value>()
        private var since: Duration = .zero

        /// The load to join or to start. One that hangs is left to itself, with those who wait for it.
        mutating func current(now: Duration, patience: Duration) -> SingleFlight<Value> {
            if shared.isLoading {
                guard now - since >= patience else { return shared }
                shared = SingleFlight()
            }
            since = now
            return shared
        }
    }

    /// Remembers what a provider answers.
    /// - Parameters:
    ///   - freshFor: How long an answer is used without a thought.
    ///   - staleFor: How long after that it is still used while a newer one is loaded.
    ///   - patience: How long a load may take before the next caller begins another.
    public init(
        _ source: any CredentialProvider, freshFor: Duration, staleFor: Duration, patience: Duration = .seconds(30),
        clock: any RuntimeClock = SystemClock()
    ) {
        self.source = source
        self.freshFor = freshFor
        self.staleFor = staleFor
        self.patience = patience
        self.clock = clock
    }

    /// The remembered credential, or a loaded one.
    /// - Throws: What the source throws, if there is no usable value; `CancellationError` when the calling task is cancelled.
    public func credential() async throws -> Credential {
        switch state {
        case .fresh(let credential): return credential
        case .stale(let credential):
            loads.start { try await self.load() }
            return credential
        case .expired:
            return try await loads.run { try await self.load() }
        }
    }

    /// Asks the source for a newer credential, once for all callers.
    public func credential(replacing rejected: Credential) async throws -> Credential? {
        for _ in 1...2 {
            let newer = try await replacement(of: rejected)
            if newer?.revision != rejected.revision { return newer }
            // It joined the search for an older value's successor, which is what was rejected here.
        }
        return nil
    }

    private func replacement(of rejected: Credential) async throws -> Credential? {
        if let newer = held(otherThan: rejected) { return newer }
        let replacements = replacing.withLock { $0.current(now: clock.monotonicNow, patience: patience) }
        return try await replacements.run {
            if let newer = self.held(otherThan: rejected) { return newer }
            guard let newer = try await self.source.credential(replacing: rejected) else { return nil }
            self.remember(newer)
            return newer
        }
    }

    /// What the source knows for good.
    public var fixedCredential: Credential? { source.fixedCredential }

    private var state: CredentialCache.State { cache.withLock { $0.state(at: clock.monotonicNow) } }

    private var loads: SingleFlight<Credential> {
        loading.withLock { $0.current(now: clock.monotonicNow, patience: patience) }
    }

    private func load() async throws -> Credential {
        // A caller may have seen an expired value just before another one's load ended.
        if case .fresh(let credential) = state { return credential }
        let before = cache.withLock { $0.revision }
        let credential = try await source.credential()
        // A rejected value may have been replaced meanwhile; what was asked for earlier may be older than that.
        if cache.withLock({ $0.revision }) == before { remember(credential) }
        return credential
    }

    private func held(otherThan rejected: Credential) -> Credential? {
        switch state {
        case .fresh(let held), .stale(let held): held.revision == rejected.revision ? nil : held
        case .expired: nil
        }
    }

    private func remember(_ credential: Credential) {
        let now = clock.monotonicNow
        cache.withLock { $0.store(credential, freshUntil: now + freshFor, staleUntil: now + freshFor + staleFor) }
    }
}

extension CredentialProvider where Self == CachedProvider {
    /// Remembers what another provider answers.
    /// - Parameters:
    ///   - freshFor: How long an answer is used without a thought.
    ///   - staleFor: How long after that it is still used while a newer one is loaded.
    ///   - patience: How long a load may take before the next caller begins another.
    public static func cached(
        _ source: any CredentialProvider, freshFor: Duration, staleFor: Duration, patience: Duration = .seconds(30),
        clock: any RuntimeClock = SystemClock()
    ) -> Self {
        CachedProvider(source, freshFor: freshFor, staleFor: staleFor, patience: patience, clock: clock)
    }
}
