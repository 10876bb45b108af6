import Synchronization
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A rejected credential")
struct CredentialHealingTests {
    /// A provider of one's own, without any memory; it answers when it is told to.
    private final class Source: CredentialProvider {
        let asked = Mutex<[Credential.Revision]>([])
        private let answer: @Sendable (Credential) async throws -> Credential?

        init(_ answer: @escaping @Sendable (Credential) async throws -> Credential?) { self.answer = answer }

        func credential() async throws -> Credential { throw CancellationError() }

        func credential(replacing rejected: Credential) async throws -> Credential? {
            asked.withLock { $0.append(rejected.revision) }
            return try await answer(rejected)
        }
    }

    private let healing = CredentialHealing()

    private func key(_ number: Int) -> Credential { .freshdesk(apiKey: "FAKEkey\(number)23456789abcd") }

    private func newer(
        than rejected: Credential, from source: any CredentialProvider, at now: Duration = .zero,
        rejecting others: [Credential] = []
    ) async throws -> Credential.Revision? {
        let known = Set(others.map(\.revision))
        return try await healing.newer(than: rejected, from: source, now: now) {
            known.contains($0.revision)
        } asking: {
            try await $0.credential(replacing: $1)
        }?.revision
    }

    @Test("is asked about once by a hundred calls at once, and by none that comes later")
    func once() async throws {
        let (old, new, gate) = (key(1), key(2), Door())
        let source = Source { _ in
            await gate.wait()
            return new
        }
        try await withThrowingTaskGroup(of: Credential.Revision?.self) { group in
            for _ in 0..<100 { group.addTask { try await newer(than: old, from: source) } }
            gate.open()
            for try await found in group { #expect(found == new.revision) }
        }
        #expect(try await newer(than: old, from: source) == new.revision)
        #expect(source.asked.withLock(\.count) == 1)
    }

    @Test("is asked about once however the calls fall between one another")
    func storm() async throws {
        for round in 0..<2000 {
            let (old, new) = (key(round), key(round + 10_000))
            let source = Source { _ in new }
            let found = try await withThrowingTaskGroup(of: Credential.Revision?.self) { group in
                for _ in 0..<8 { group.addTask { try await newer(than: old, from: source) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(found.allSatisfy { $0 == new.revision })
            #expect(source.asked.withLock(\.count) == 1, "in round \(round)")
        }
    }

    @Test("leads to the latest one, and to a question about that where it was rejected too")
    func chain() async throws {
        let keys = (1...3).map { key($0) }
        let source = Source { rejected in
            keys.firstIndex { $0.revision == rejected.revision }.map { keys[$0 + 1] }
        }
        #expect(try await newer(than: keys[0], from: source) == keys[1].revision)
        #expect(try await newer(than: keys[0], from: source, rejecting: [keys[1]]) == keys[2].revision)
        #expect(try await newer(than: keys[0], from: source, rejecting: [keys[1]]) == keys[2].revision)
        #expect(try await newer(than: keys[1], from: source) == keys[2].revision)
        #expect(source.asked.withLock { $0 } == keys.prefix(2).map(\.revision))
    }

    @Test("is asked about again where there was none, and where asking failed")
    func notRemembered() async throws {
        let (old, new) = (key(1), key(2))
        let answers = Mutex<[Result<Credential?, any Error>]>([
            .success(nil), .failure(FreshworksError(.notConfigured, "no", advice: "")), .success(new),
        ])
        let source = Source { _ in try answers.withLock { $0.removeFirst() }.get() }
        #expect(try await newer(than: old, from: source) == nil)
        await #expect(throws: FreshworksError.self) { try await newer(than: old, from: source) }
        #expect(try await newer(than: old, from: source) == new.revision)
    }

    @Test("is asked about again when a question has had no answer for half a minute")
    func hangs() async throws {
        let (old, new, gate) = (key(1), key(2), Door())
        let hasAsked = Door()
        let answers = Mutex(0)
        let source = Source { _ in
            let number = answers.withLock { number in
                number += 1
                return number
            }
            guard number == 1 else { return new }
            hasAsked.open()
            await gate.wait()
            return nil
        }
        async let first = newer(than: old, from: source)
        await hasAsked.wait()
        #expect(try await newer(than: old, from: source, at: .seconds(30)) == new.revision)
        gate.open()
        #expect(try await first == nil)
        // The late answer takes nothing back.
        #expect(try await newer(than: old, from: source, at: .seconds(30)) == new.revision)
    }

    /// A value, of which nobody can tell whether another one is the same provider.
    private struct Value: CredentialProvider {
        let newer: Credential

        func credential() async throws -> Credential { throw CancellationError() }

        func credential(replacing rejected: Credential) async throws -> Credential? { newer }
    }

    @Test("is not replaced by what another value of the same type has")
    func values() async throws {
        let (old, mine, other) = (key(1), key(2), key(3))
        #expect(try await newer(than: old, from: Value(newer: mine)) == mine.revision)
        #expect(try await newer(than: old, from: Value(newer: other)) == other.revision)
    }

    @Test("is not replaced by what another provider has")
    func otherProvider() async throws {
        let (old, mine, other) = (key(1), key(2), key(3))
        let (first, second) = (Source { _ in mine }, Source { _ in other })
        #expect(try await newer(than: old, from: first) == mine.revision)
        #expect(try await newer(than: old, from: second) == other.revision)
    }
}

/// Holds the one who waits at it until it is opened, which it then stays.
private struct Door {
    private let steps: AsyncStream<Never>
    private let opener: AsyncStream<Never>.Continuation

    init() { (steps, opener) = AsyncStream.makeStream() }

    func open() { opener.finish() }

    func wait() async { for await _ in steps {} }
}
