/// What a session object remembers between calls: a pure value that is told the time.
struct SessionState: Sendable {
    /// The newest pair, with what signs calls.
    private(set) var record: SessionRecord
    private(set) var credential: Credential
    private var life: TokenLife
    /// Whether ``record`` is in the store.
    private(set) var saving = Saving.saved
    /// Whether somebody writes ``record`` until the store has it.
    private var isWriting = false
    private(set) var refusal: FreshworksError?
    private var failures = 0
    private var notBefore = Duration.zero
    private var enforced: [Duration] = []

    init(_ record: SessionRecord, _ life: TokenLife) {
        self.record = record
        self.life = life
        credential = .oauth(accessToken: record.tokens.accessToken)
        if let reason = record.refusal { refusal = .needsReauthorization(reason) }
    }

    enum Saving: Sendable {
        case saved
        case notSaved
        /// The store did not say. Other processes may have the pair.
        case unknown
    }

    /// The pair that has to be written.
    var unsaved: SessionRecord? { saving == .saved ? nil : record }

    /// Whether somebody has to begin to write, because nobody does.
    mutating func beginsWriting() -> Bool {
        defer { isWriting = true }
        return !isWriting
    }

    /// Whether there is more to write. In one step with the end of the writing, so that what comes later begins anew.
    mutating func goesOnWriting() -> Bool {
        if unsaved == nil { isWriting = false }
        return isWriting
    }

    enum Answer: Sendable {
        case use(Credential)
        /// Use it, and start to obtain a newer one.
        case useAndRefresh(Credential)
        case refresh
        case refuse(FreshworksError)
    }

    /// What a caller gets who needs a credential now.
    func answer(at now: Duration) -> Answer {
        if let refusal { return now < notBefore ? .refuse(refusal) : .refresh }
        switch life.state(at: now) {
        case .fresh: return .use(credential)
        case .stale: return now < notBefore ? .use(credential) : .useAndRefresh(credential)
        case .expired: return .refresh
        }
    }

    /// Takes over a pair, unless the one it was meant to follow has already been replaced by another. After a removal only
    /// the pair of a new consent counts.
    /// - Returns: Whether it was taken over.
    mutating func hold(
        _ record: SessionRecord, _ life: TokenLife, _ saving: Saving, after former: SessionRecord?
    ) -> Bool {
        if let former, !self.record.holdsSamePair(as: former) { return false }
        if refusal?.code == .sessionRemoved, record.family == self.record.family { return false }
        if self.record.isNewer(than: record) { return false }
        // Its revision says which token a service rejected, so it stays as long as the token does.
        if record.tokens.accessToken != self.record.tokens.accessToken {
            credential = .oauth(accessToken: record.tokens.accessToken)
        }
        self.record = record
        self.life = life
        self.saving = saving
        refusal = nil
        failures = 0
        notBefore = .zero
        return true
    }

    /// The pair could not be written this time either.
    mutating func notSaved(_ error: FreshworksError) {
        if error.mayHaveBeenExecuted { saving = .unknown }
    }

    /// No newer pair could be had. The first repetition may follow at once; then they become rarer.
    mutating func failed(_ error: FreshworksError, at now: Duration, jitter: Double) {
        failures += 1
        var wait = Duration.zero
        if error.endsSession {
            refusal = error
            saving = .saved  // There is nothing left that is worth writing.
            wait = .seconds(1)  // Then look whether another process stored a new consent.
        } else if failures > 1 {
            wait = min(.seconds(30), .seconds(1) * (1 << min(failures - 2, 5))) * (0.5 + jitter / 2)
        }
        notBefore = now + max(wait, min(error.retryAfter ?? .zero, .seconds(300)))
    }

    /// How long the next request to the token endpoint has to wait.
    func wait(at now: Duration) -> Duration { refusal == nil ? max(.zero, notBefore - now) : .zero }

    /// What makes a refresh needless that a caller decided on a moment ago.
    mutating func isReady(rejected: Credential?, at now: Duration) -> Bool {
        guard refusal == nil else { return false }
        guard rejected?.revision == credential.revision else { return life.state(at: now) == .fresh }
        // A service that takes none of the tokens would otherwise cause a refresh with every call.
        enforced.removeAll { now - $0 >= .seconds(60) }
        guard enforced.count < 3 else { return true }
        enforced.append(now)
        return false
    }
}
