import Foundation

/// One way from "I need a newer pair" to a stored pair, shared fairly with other processes.
///
/// Read the record; take over what somebody else stored; otherwise claim the refresh by changing the record, ask the server, and
/// change the record again. Every change names the version it is based on, so whoever is late changes nothing.
///
/// Two windows remain in which a session is lost, because a server that rotates refresh tokens has already spent the old one: a
/// process dies after the token endpoint answered and before the pair is stored; or it stalls for longer than its claim lasts,
/// there or in the moment between its last look at the clock and the request's way out, and two ask with the same token.
/// The network can lose it too: an answer that never arrives holds a pair that nobody has.
struct SessionRefresh: Sendable {
    let client: OAuthClient
    let store: SessionStore
    /// Who claims: unique to one session object of one process.
    let owner: String
    let claimTime: Duration
    /// How stale a pair must be to be worth replacing.
    let life: @Sendable (OAuthTokens) -> TokenLife.State

    enum Outcome: Sendable {
        /// Somebody else had stored a usable pair.
        case adopted(SessionRecord)
        case refreshed(SessionRecord)
        /// A new pair that the store did not take, or did not say whether it took.
        case unsaved(SessionRecord, any Error)
    }

    private var clock: any RuntimeClock { client.runtime.clock }

    /// - Parameters:
    ///   - known: The newest pair that this process has seen.
    ///   - rejected: An access token that a service did not accept.
    func run(knowing known: SessionRecord, rejected: Secret?) async throws -> Outcome {
        var watch = ClaimWatch()
        let start = clock.monotonicNow
        var longestClaim = claimTime
        var pause = Duration.milliseconds(20)
        var kept = try await store.load()
        while true {
            guard let current = kept else { throw FreshworksError.sessionRemoved }
            let record = current.record
            if known.isNewer(than: record) {
                // The store went back, as it does when a backup is restored. What it says is spent.
                kept = try await store.put(known)
                continue
            }
            if let refusal = record.refusal { throw FreshworksError.needsReauthorization(refusal) }
            if isUsable(record, knowing: known, rejected: rejected) { return .adopted(record) }
            longestClaim = max(longestClaim, record.claim?.lasts ?? .zero)
            guard clock.monotonicNow - start < longestClaim * 4 else { throw FreshworksError.refreshTakesTooLong }
            if let claim = record.claim, claim.owner != owner,
                !watch.hasRunOut(claim, now: clock.monotonicNow)
            {
                try await clock.sleep(for: pause)
                pause = min(pause * 2, .milliseconds(500), claimTime / 10)
                kept = try await store.load()
                continue
            }
            // The runtime does not shut down between the server's answer and the store's.
            let id = try client.runtime.callBegan()
            defer { client.runtime.callEnded(id) }
            switch try await claim(current) {
            case .lost(let other): kept = other
            case .won(let claimed, let begun):
                if let outcome = try await refresh(claimed, begun: begun) { return outcome }
                kept = try await store.load()
            }
        }
    }

    private func isUsable(_ record: SessionRecord, knowing known: SessionRecord, rejected: Secret?) -> Bool {
        guard record.tokens.accessToken != rejected else { return false }
        switch life(record.tokens) {
        case .fresh: return true
        case .stale: return !record.holdsSamePair(as: known)
        case .expired: return false
        }
    }

    private enum Claiming {
        case won(SessionStore.Kept, begun: Duration)
        case lost(SessionStore.Kept?)
    }

    private func claim(_ current: SessionStore.Kept) async throws -> Claiming {
        // Taken before the claim is written: nobody can have seen it for longer.
        let begun = clock.monotonicNow
        var record = current.record
        let until = clock.wallNow + claimTime / .seconds(1)
        record.claim = SessionRecord.Claim(owner: owner, lasts: claimTime, until: until)
        switch try await store.save(record, expecting: current.version) {
        case .done(let version): return .won(.init(record: record, version: version), begun: begun)
        case .conflict(let other): return .lost(other)
        }
    }

    /// Asks the server for the next pair and stores it.
    /// - Returns: `nil` when the record has to be looked at again.
    private func refresh(_ claimed: SessionStore.Kept, begun: Duration) async throws -> Outcome? {
        let used = clock.monotonicNow - begun
        // Whoever stalls this long must not send: the claim could run out while the answer is on its way.
        guard used < claimTime / 3 else { return nil }
        let tokens: OAuthTokens
        do {
            tokens = try await client.refresh(claimed.record.tokens, deadline: claimTime * 2 / 3 - used)
        } catch let error as FreshworksError where error.isRefusedGrant {
            return try await refused(claimed, error)
        } catch var error as FreshworksError where error.mayHaveBeenExecuted {
            await release(claimed)
            let hint = "If the server replaced the refresh token all the same, a new consent is needed next."
            error.advice = error.advice.map { "\($0) \(hint)" } ?? hint
            throw error
        } catch {
            await release(claimed)
            throw error
        }
        return try await save(claimed.record.next(tokens), over: claimed)
    }

    private func save(_ record: SessionRecord, over claimed: SessionStore.Kept) async throws -> Outcome? {
        var expected = claimed.version
        do {
            while true {
                switch try await store.save(record, expecting: expected) {
                case .done: return .refreshed(record)
                // The claim ran out and somebody else made one, or the store went back. This pair is still the newest.
                case .conflict(let other?) where record.isNewer(than: other.record):
                    expected = other.version
                case .conflict(_?): return nil
                case .conflict(nil): throw FreshworksError.sessionRemoved
                }
            }
        } catch let error as FreshworksError where error.code == .sessionRemoved {
            throw error
        } catch {
            return .unsaved(record, error)
        }
    }

    /// The server knows this refresh token no longer.
    private func refused(_ claimed: SessionStore.Kept, _ error: FreshworksError) async throws -> Outcome? {
        guard let current = try await store.load() else { throw FreshworksError.sessionRemoved }
        // Otherwise somebody else has stored a pair, or has taken over and may be about to.
        guard current.version == claimed.version else { return nil }
        var record = current.record
        record.claim = nil
        record.refusal = error.code.rawValue
        guard case .done = try await store.save(record, expecting: current.version) else { return nil }
        throw FreshworksError.needsReauthorization(error.code.rawValue, underlying: error)
    }

    /// Lets others try at once. If that fails, they try when the claim has run out.
    private func release(_ claimed: SessionStore.Kept) async {
        var record = claimed.record
        record.claim = nil
        _ = try? await store.save(record, expecting: claimed.version)
    }
}

extension FreshworksError {
    /// Whether the server knows the refresh token no longer, or there is none.
    fileprivate var isRefusedGrant: Bool { code == .invalidGrant || code == .noRefreshToken }

    static let sessionRemoved = FreshworksError(
        .sessionRemoved, "the session is no longer in its store", advice: "Ask the user for consent again."
    ).asFinal

    static let refreshTakesTooLong = FreshworksError(
        .timedOut, "other processes keep refreshing this session without storing a result",
        advice: "Look at what their observers say; try again later.")

    static func needsReauthorization(_ reason: String, underlying: (any Error)? = nil) -> FreshworksError {
        FreshworksError(
            .needsReauthorization, "the authorization server took the session back (\(reason))",
            advice: "Send the user to give consent again, then hand the new tokens to the session.",
            underlying: underlying
        ).asFinal
    }

    private var asFinal: FreshworksError {
        var error = self
        error.isFinal = true
        return error
    }
}
