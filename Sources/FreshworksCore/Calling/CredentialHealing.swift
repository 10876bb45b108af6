import Synchronization

/// One question for each rejected credential, however many calls it was rejected for.
///
/// A rotation under load rejects hundreds of calls at once. The first of them asks the provider, those that come while it
/// asks wait for its answer, and those that come later are given what it found.
final class CredentialHealing: Sendable {
    private let state = Mutex(State())

    /// The rejected credential and who is to replace it: two providers that hold the same credential may part ways.
    private struct Question: Hashable {
        let rejected: Credential.Revision
        let provider: ObjectIdentifier

        init(_ rejected: Credential.Revision, to provider: any CredentialProvider) {
            self.rejected = rejected
            let type = type(of: provider)
            self.provider = type is AnyClass ? ObjectIdentifier(provider as AnyObject) : ObjectIdentifier(type)
        }
    }

    private struct State {
        var asking: [Question: (flight: SingleFlight<Credential?>, since: Duration)] = [:]
        /// The latest answers, oldest first.
        var found: [(question: Question, newer: Credential)] = []
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
        let latest = latest(after: rejected, from: provider)
        if latest.revision != rejected.revision, !isRejected(latest) { return latest }
        let question = Question(latest.revision, to: provider)
        let flight = state.withLock { state in
            if let running = state.asking[question], now - running.since < Self.patience { return running.flight }
            let flight = SingleFlight<Credential?>()
            state.asking[question] = (flight, now)
            return flight
        }
        return try await flight.run { [self] in
            defer { forget(question, flight) }
            let newer = try await ask(provider, latest)
            if let newer { remember(newer, for: question) }
            return newer
        }
    }

    /// The end of the chain of replacements that begins with a credential.
    private func latest(after rejected: Credential, from provider: any CredentialProvider) -> Credential {
        state.withLock { state in
            var latest = rejected
            // Bounded: a provider may have gone back to an older one.
            for _ in 0..<Self.memory {
                let question = Question(latest.revision, to: provider)
                guard let next = state.found.last(where: { $0.question == question }) else { break }
                latest = next.newer
            }
            return latest
        }
    }

    private func remember(_ newer: Credential, for question: Question) {
        guard newer.revision != question.rejected else { return }
        state.withLock { state in
            state.found.removeAll { $0.question == question }
            state.found.append((question, newer))
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
