import Synchronization

/// One question for each rejected credential, however many calls it was rejected for.
///
/// A rotation under load rejects hundreds of calls at once. The first of them asks the provider, those that come while it
/// asks wait for its answer, and those that come later are given what it found. A provider that is a value of somebody
/// else's type is asked by each call: nothing tells which values of the type are the same provider.
final class CredentialHealing: Sendable {
    private let state = Mutex(State())

    /// The rejected credential and who is to replace it: two providers that hold the same credential may part ways.
    private struct Question: Hashable {
        let rejected: Credential.Revision
        let provider: ObjectIdentifier

        /// `nil` for a provider that cannot be told from others.
        init?(_ rejected: Credential.Revision, to provider: any CredentialProvider) {
            self.rejected = rejected
            if let provider = provider as? any IdentifiedProvider {
                self.provider = provider.identity
            } else if type(of: provider) is AnyClass {
                self.provider = ObjectIdentifier(provider as AnyObject)
            } else {
                return nil
            }
        }
    }

    private struct State {
        var asking: [Question: (flight: SingleFlight<Credential?>, since: Duration)] = [:]
        /// The latest answers, oldest first. The provider is kept, so that no other one gets its identity.
        var found: [(question: Question, provider: any CredentialProvider, newer: Credential)] = []

        func newer(for question: Question) -> Credential? { found.last { $0.question == question }?.newer }
    }

    /// After this time a question that has no answer keeps no later call from asking again.
    static let patience = Duration.seconds(30)
    /// How many answers are kept: more than a token is replaced while calls with an older one are under way.
    private static let memory = 4

    /// What takes the place of a rejected credential.
    /// - Parameters:
    ///   - isRejected: Whether the service has just rejected a credential; what was found and rejected since is replaced
    ///     in turn.
    ///   - ask: Asks the provider.
    /// - Throws: What the provider throws, or `CancellationError`.
    func newer(
        than rejected: Credential, from provider: any CredentialProvider, now: Duration,
        isRejected: (Credential) -> Bool,
        asking ask: @escaping @Sendable (any CredentialProvider, Credential) async throws -> Credential?
    ) async throws -> Credential? {
        let (latest, earlier) = latest(after: rejected, from: provider)
        if latest.revision != rejected.revision, !isRejected(latest) { return latest }
        guard let question = Question(latest.revision, to: provider) else { return try await ask(provider, rejected) }
        let flight = state.withLock { state in
            if let running = state.asking[question], now - running.since < Self.patience { return running.flight }
            let flight = SingleFlight<Credential?>()
            state.asking[question] = (flight, now)
            return flight
        }
        return try await flight.run { [self] in
            defer { forget(question, flight) }
            // Another flight may have landed since this call looked for what was found.
            if let newer = state.withLock({ $0.newer(for: question) }), newer.revision != earlier { return newer }
            let newer = try await ask(provider, latest)
            if let newer { remember(newer, of: provider, for: question) }
            return newer
        }
    }

    /// The end of the chain of replacements that begins with a credential, and what is known to follow it all the same.
    private func latest(
        after rejected: Credential, from provider: any CredentialProvider
    ) -> (latest: Credential, next: Credential.Revision?) {
        state.withLock { state in
            var latest = rejected
            func next() -> Credential? {
                Question(latest.revision, to: provider).flatMap { state.newer(for: $0) }
            }
            // Bounded: a provider may have gone back to an older one.
            for _ in 0..<Self.memory {
                guard let next = next() else { return (latest, nil) }
                latest = next
            }
            return (latest, next()?.revision)
        }
    }

    private func remember(
        _ newer: Credential, of provider: any CredentialProvider, for question: Question
    ) {
        guard newer.revision != question.rejected else { return }
        state.withLock { state in
            state.found.removeAll { $0.question == question }
            state.found.append((question, provider, newer))
            if state.found.count > Self.memory { state.found.removeFirst() }
        }
    }

    private func forget(_ question: Question, _ flight: SingleFlight<Credential?>) {
        state.withLock { state in
            // A later question may have taken its place.
            if state.asking[question]?.flight === flight { state.asking[question] = nil }
        }
    }
}
