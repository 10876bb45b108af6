import Synchronization

/// A provider that remembers what a slow one answered.
///
/// While the value is fresh it answers from memory; while it is stale it still does and reloads in the background; once it
/// expired, callers wait for one load that they share. A failed load is forgotten: the next caller tries again.
public final class CachedCredential: CredentialProvider {
    private let source: any CredentialProvider
    private let freshFor: Duration
    private let staleFor: Duration
    private let clock: any RuntimeClock
    private let cache = Mutex(CredentialCache())
    private let loads = SingleFlight<Credential>()
    private let replacements = SingleFlight<Credential?>()

    /// Remembers what a provider answers.
    /// - Parameters:
    ///   - freshFor: How long an answer is used without a thought.
    ///   - staleFor: How long after that it is still used while a newer one is loaded.
    public init(
        _ source: any CredentialProvider, freshFor: Duration, staleFor: Duration,
        clock: any RuntimeClock = SystemClock()
    ) {
        self.source = source
        self.freshFor = freshFor
        self.staleFor = staleFor
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

extension CredentialProvider where Self == CachedCredential {
    /// Remembers what another provider answers.
    /// - Parameters:
    ///   - freshFor: How long an answer is used without a thought.
    ///   - staleFor: How long after that it is still used while a newer one is loaded.
    public static func cached(
        _ source: any CredentialProvider, freshFor: Duration, staleFor: Duration,
        clock: any RuntimeClock = SystemClock()
    ) -> Self {
        CachedCredential(source, freshFor: freshFor, staleFor: staleFor, clock: clock)
    }
}
