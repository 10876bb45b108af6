import Foundation

/// The way of one call, step by step: pace, authorize, send, and after a failure re-authorize or retry.
struct CallPipeline {
    /// Held for as long as the call runs, so that nobody forgets it meanwhile.
    let state: AccountState
    let provider: any CredentialProvider
    let signer: RequestSigner
    let runtime: FreshworksRuntime
    let share: CallShare
    let call: ObservedCall
    /// What ends the call from outside, whatever it waits for.
    let ending: CallEnding
    let group: RateGroup
    let cost: Int
    let isSafeToRepeat: Bool
    let priority: CallOptions.Priority
    var time: CallTime
    /// Whether a credential that was just rejected is sent all the same, because sending it is the question.
    let triesRejectedCredentials: Bool
    var outcome = ObservedOutcome()
    /// Why the provider could not say whether it has a newer credential.
    private(set) var healingFailure: (any Error)?
    /// Whether any attempt, and not only the last one, may have had its effect.
    private(set) var mayHaveBeenExecuted = false
    /// What the last attempt was signed with.
    private(set) var sent: Credential?
    /// The last attempt, until the observer has been told of it.
    private(set) var untold: ObservedAttempt?

    /// How often a call is repeated because a newer credential was had: a token may be replaced again while the call with
    /// the one before is under way.
    private static let mostHealings = 3

    private var clock: any RuntimeClock { runtime.clock }
    private var method: TransportRequest.Method { call.method }
    private var deadline: Duration { time.deadline }

    /// Sends a request until it is answered or given up.
    /// - Returns: The last answer, whatever its status.
    mutating func run(_ request: TransportRequest) async throws -> TransportResponse {
        var healed: [Credential] = []
        var previous: Result<TransportResponse, any Error>?
        defer { tell(repeatingAfter: nil) }
        while true {
            let result: Result<TransportResponse, any Error>
            do {
                result = try await attempt(request, with: healed.last)
            } catch let error as FreshworksError where [.timedOut, .rateLimited].contains(error.code) {
                // A repetition for which no time was left tells less than the failure before it.
                guard let previous else { throw error }
                return try previous.get()
            }
            let failure: FreshworksError
            switch result {
            case .success(let response) where response.status == 401 && healed.count < Self.mostHealings:
                guard let sent, let newer = try await newerCredential(than: sent) else { return response }
                healed.append(newer)
                tell(repeatingAfter: .zero)
                continue
            case .success(let response) where finds(response, whatItDeleted: method):
                outcome.decisions.append("the record is gone: an attempt before had deleted it")
                return TransportResponse(status: 204, headers: response.headers)
            case .success(let response):
                guard response.status == 429 || response.status >= 500 else { return response }
                failure = response.failure(at: clock.wallNow)
            case .failure(let error as FreshworksError):
                failure = error.carrying(previous, at: clock.wallNow)
            case .failure(let error):
                throw error
            }
            previous = result
            if failure.mayHaveBeenExecuted { mayHaveBeenExecuted = true }
            let decision = decide(about: failure)
            guard let wait = decision.wait else {
                if case .success(let response) = result { return response }
                throw failure
            }
            tell(repeatingAfter: wait)
            if wait > .zero {
                outcome.waited += wait
                if failure.code == .rateLimited {
                    runtime.observer?.callWaits(call, ObservedWait(expected: wait, group: group))
                    time.waited(wait)
                }
                try await ending.run { [clock] in try await clock.sleep(for: wait) }
            }
        }
    }

    /// Whether a repeated deletion is told that there is nothing left to delete: the attempt whose answer was lost has
    /// worked.
    private func finds(_ response: TransportResponse, whatItDeleted method: TransportRequest.Method) -> Bool {
        method == .delete && mayHaveBeenExecuted && [404, 405, 410].contains(response.status)
    }

    /// One attempt: wait for the limit, sign, send.
    /// - Parameter healed: The credential that took the place of a rejected one; without it the provider is asked.
    /// - Throws: What kept the request from being sent; repeating would not help.
    private mutating func attempt(
        _ unsigned: TransportRequest, with healed: Credential?
    ) async throws -> Result<TransportResponse, any Error> {
        var request = unsigned
        let early: Credential
        do {
            // Before there is a turn to hold: a provider may take long, such as one that refreshes a token, and the account's
            // other callers shall not wait for it.
            if let healed { early = healed } else { early = try await current() }
        } catch let rejection as RejectedBefore {
            return try await attempt(unsigned, with: try await successor(of: rejection))
        }
        let asked = clock.monotonicNow
        let admission = try await state.pacer?.admit(
            operation: call.operation, group: group, cost: cost, priority: priority, share: share,
            deadline: time.limitDeadline, ending: ending
        ) { [runtime, call, group] in runtime.observer?.callWaits(call, ObservedWait(expected: $0, group: group)) }
        let ticket = admission?.id
        let begun = clock.monotonicNow
        outcome.waited += begun - asked
        time.waited(begun - asked)
        let credential: Credential
        do {
            // Whoever was let go may be over by now.
            try ending.check()
            // During the wait a credential may have been replaced or rejected.
            if healed == nil, admission?.hasWaited == true {
                credential = try await current()
            } else {
                credential = early
                if healed == nil { try expectNotRejected(early) }
            }
            try signer.authorize(&request, with: credential)
            request.timeout = deadline - clock.monotonicNow
            guard request.timeout > .zero else { throw FreshworksError.deadlinePassed }
        } catch let rejection as RejectedBefore {
            // Whoever waits for a newer one stands in nobody's way, such as that of the call that is to verify it.
            if let ticket { state.pacer?.leave(ticket, .notSent) }
            return try await attempt(unsigned, with: try await successor(of: rejection))
        } catch {
            if let ticket { state.pacer?.leave(ticket, .notSent) }
            throw error
        }
        sent = credential
        outcome.attempts += 1
        let isObserved = runtime.observer != nil
        if isObserved { untold = ObservedAttempt(number: outcome.attempts) }
        let sentAt = isObserved ? clock.monotonicNow : begun
        do {
            let response = try await runtime.send(request, endedBy: ending)
            let wallNow = clock.wallNow
            let reading = RateReading(response.headers, now: wallNow)
            state.note(response, reading, for: credential, now: clock.monotonicNow, wallNow: wallNow)
            outcome.status = response.status
            outcome.bytesReceived = response.body.count
            if isObserved {
                let span = clock.monotonicNow - sentAt
                outcome.requestID = try requestID(of: response, to: credential)
                untold?.note(response, named: outcome.requestID, at: wallNow, after: span)
            }
            if let ticket { state.pacer?.leave(ticket, paced(response, reading)) }
            if response.status == 429 { time.waited(clock.monotonicNow - begun) }
            // Gateways quote what they refuse, and an error's text ends up in logs.
            return .success(response.isSuccess ? response : response.hiding(try signer.secrets(of: credential)))
        } catch {
            // What the transport would not send was no attempt.
            if let error = error as? FreshworksError, error.wasRefusedUnsent {
                outcome.attempts -= 1
                untold = nil
            }
            if isObserved {
                let span = clock.monotonicNow - sentAt
                untold?.note(error, after: span)
            }
            let arrived = (error as? FreshworksError)?.mayHaveBeenExecuted ?? true
            if let ticket { state.pacer?.leave(ticket, arrived ? .lost : .notSent) }
            if error is CancellationError { mayHaveBeenExecuted = true }
            if error is CancellationError || error is FreshworksError { return .failure(error) }
            return .failure(
                FreshworksError(
                    .callFailed, "the transport failed with an error of its own", advice: "See the underlying error.",
                    mayHaveBeenExecuted: true, underlying: error))
        }
    }

    /// Without what was sent: whatever a service sends may be that.
    private func requestID(of response: TransportResponse, to credential: Credential) throws -> String? {
        guard response.requestID != nil else { return nil }
        let head = TransportResponse(status: response.status, headers: response.headers)
        return head.hiding(try signer.secrets(of: credential)).requestID
    }

    /// Tells the observer of the attempt that is over, if it was not told yet.
    private mutating func tell(repeatingAfter wait: Duration?) {
        guard var attempt = untold else { return }
        untold = nil
        attempt.repeatsAfter = wait
        runtime.observer?.attemptEnded(call, attempt)
    }

    private func paced(_ response: TransportResponse, _ reading: RateReading) -> PacedOutcome {
        guard response.status == 429 else { return .answered(reading) }
        // There is no window to wait for.
        guard !response.allowsNoCalls else { return .notSent }
        return .refused(reading, retryAfter: RetryAfter.wait(response.headers, now: clock.wallNow))
    }

    /// A credential that was not sent, because the service has just rejected it.
    private struct RejectedBefore: Error {
        let credential: Credential
        let wait: Duration
    }

    /// What the provider has now.
    /// - Throws: ``RejectedBefore``; what the provider throws.
    private func current() async throws -> Credential {
        // What is known without waiting needs no watch.
        let current = try await answer(isKnown: provider.fixedCredential != nil) { try await $0.credential() }
        try expectNotRejected(current)
        return current
    }

    private func expectNotRejected(_ credential: Credential) throws {
        if let wait = coolDown(of: credential) { throw RejectedBefore(credential: credential, wait: wait) }
    }

    private func coolDown(of credential: Credential) -> Duration? {
        triesRejectedCredentials ? nil : state.coolDown(of: credential, now: clock.monotonicNow)
    }

    /// What to send instead.
    private mutating func successor(of rejection: RejectedBefore) async throws -> Credential {
        if let newer = try await newerCredential(than: rejection.credential) { return newer }
        var error = FreshworksError(
            .invalidCredential, "the service has just rejected this credential, so it was not sent again",
            advice: "Replace the credential. \(String.tryAgain(in: rejection.wait))")
        error.status = 401
        error.wasDecidedLocally = true
        error.retryAfter = rejection.wait
        throw error
    }

    /// A provider that fails here must not hide that the service rejected what it had.
    private mutating func newerCredential(than rejected: Credential) async throws -> Credential? {
        do {
            let newer = try await answer { [state, clock] provider in
                let now = clock.monotonicNow
                return try await state.healing.newer(than: rejected, from: provider, now: now) {
                    state.coolDown(of: $0, now: now) != nil
                } asking: {
                    try await $0.credential(replacing: $1)
                }
            }
            // What says the same was just rejected, whatever its revision.
            return newer?.saysTheSame(as: rejected) == true ? nil : newer
        } catch let error as CancellationError {
            throw error
        } catch let error as FreshworksError where error.endsCredential {
            // Says what to do, which a rejected token does not.
            throw error
        } catch {
            healingFailure = error
            return nil
        }
    }

    /// Asks the provider, which is somebody else's code, no longer than the call may take.
    private func answer<Value: Sendable>(
        isKnown: Bool = false, _ question: @escaping @Sendable (any CredentialProvider) async throws -> Value
    ) async throws -> Value {
        let late = FreshworksError(
            .timedOut, "the credential provider gave no answer before the call's deadline",
            advice: "Look at what the provider waits for, or allow more time.")
        do {
            if isKnown { return try await question(provider) }
            return try await runtime.timer.within(deadline, orElse: late, endedBy: ending) { [provider] in
                try await question(provider)
            }
        } catch var error as FreshworksError {
            // The provider's own call may have had its effect, but not this one, which was not sent.
            error.mayHaveBeenExecuted = false
            throw error
        } catch let error as CancellationError where Task.isCancelled || ending.hasEnded {
            throw error
        } catch {
            throw FreshworksError(
                .callFailed, "the credential provider failed with an error of its own",
                advice: "See the underlying error.", underlying: error)
        }
    }

    private mutating func decide(about failure: FreshworksError) -> RetryDecision {
        let now = clock.monotonicNow
        let timeLeft = (failure.code == .rateLimited ? time.limitDeadline : deadline) - now
        let attempts = time.countedAttempts(outcome.attempts, after: failure, isPaced: state.pacer != nil, now: now)
        let jitter = runtime.configuration.jitter
        let decision = state.withRetryBudget { budget in
            runtime.configuration.retry.decision(
                about: failure, attempts: attempts, isSafeToRepeat: isSafeToRepeat,
                isPaced: state.pacer != nil, timeLeft: timeLeft, budget: &budget, jitter: jitter)
        }
        outcome.decisions.append(decision.reason)
        return decision
    }
}

extension ObservedAttempt {
    /// An answer came.
    fileprivate mutating func note(
        _ response: TransportResponse, named requestID: String?, at now: Date, after span: Duration
    ) {
        status = response.status
        self.requestID = requestID
        bytesReceived = response.body.count
        duration = span
        guard !response.isSuccess else { return }
        let failure = response.failure(at: now)
        error = failure.code
        mayHaveBeenExecuted = failure.mayHaveBeenExecuted
    }

    /// None came.
    fileprivate mutating func note(_ failure: any Error, after span: Duration) {
        duration = span
        wasCancelled = failure is CancellationError
        mayHaveBeenExecuted = (failure as? FreshworksError)?.mayHaveBeenExecuted ?? true
        if !wasCancelled { error = FreshworksError(wrapping: failure).code }
    }
}

extension FreshworksError {
    /// The error of a deadline with the failure of the attempt before, which is why there was another one that took too
    /// long.
    fileprivate func carrying(
        _ previous: Result<TransportResponse, any Error>?, at now: Date
    ) -> FreshworksError {
        guard code == .timedOut, underlying == nil, let previous else { return self }
        var error = self
        switch previous {
        case .failure(let cause): error.underlying = cause
        case .success(let response): error.underlying = response.failure(at: now)
        }
        return error
    }

    static var deadlinePassed: FreshworksError {
        FreshworksError(.timedOut, "the call's deadline passed before it could be sent", advice: "Allow more time.")
    }
}
