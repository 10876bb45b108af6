import FreshworksCore
import Synchronization
import Testing

@Suite("Cached credentials")
struct CachedProviderTests {
    /// A source that counts its loads and waits for the test to let them end.
    private final class Source: CredentialProvider {
        private struct State {
            var loads = 0
            var isOpen = true
            var fails = false
            var waiting: [CheckedContinuation<Void, Never>] = []
        }

        private let state = Mutex(State())

        var loads: Int { state.withLock { $0.loads } }

        func close() { state.withLock { $0.isOpen = false } }

        func open(failing: Bool = false) {
            let waiting = state.withLock { state in
                defer { state.waiting = [] }
                state.isOpen = true
                state.fails = failing
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }

        func credential() async throws -> Credential {
            let number = state.withLock { state in
                state.loads += 1
                return state.loads
            }
            await withCheckedContinuation { continuation in
                let isOpen = state.withLock { state in
                    if !state.isOpen { state.waiting.append(continuation) }
                    return state.isOpen
                }
                if isOpen { continuation.resume() }
            }
            if state.withLock({ $0.fails }) { throw Failure() }
            return .freshchat(token: "token\(number)")
        }
    }

    private struct Failure: Error {}

    private let source = Source()
    private let clock = SteppedClock()

    private func cached() -> CachedProvider {
        CachedProvider(source, freshFor: .seconds(60), staleFor: .seconds(30), clock: clock)
    }

    @Test("a fresh value answers from memory")
    func fresh() async throws {
        let cached = cached()
        #expect(try await cached.credential().key == "token1")
        clock.advance(by: .seconds(59))
        #expect(try await cached.credential().key == "token1")
        #expect(source.loads == 1)
    }

    @Test("a stale value answers at once while one load runs behind it")
    func stale() async throws {
        let cached = cached()
        _ = try await cached.credential()
        clock.advance(by: .seconds(60))
        source.close()
        for _ in 0..<10 { #expect(try await cached.credential().key == "token1") }
        source.open()
        try await until { try await cached.credential().key == "token2" }
        #expect(source.loads == 2)
    }

    @Test("an expired value is waited for")
    func expired() async throws {
        let cached = cached()
        _ = try await cached.credential()
        clock.advance(by: .seconds(90))
        #expect(try await cached.credential().key == "token2")
    }

    @Test("10,000 callers of an expired value share one load")
    func manyCallers() async throws {
        let cached = cached()
        source.close()
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<10_000 { group.addTask { try await cached.credential().key } }
            try await until { source.loads == 1 }
            source.open()
            for try await key in group { #expect(key == "token1") }
        }
        #expect(source.loads == 1)
    }

    @Test("a cancelled waiter leaves at once and the load goes on for the others")
    func cancelledWaiter() async throws {
        let cached = cached()
        source.close()
        let impatient = Task { try await cached.credential() }
        try await until { source.loads == 1 }
        let patient = Task { try await cached.credential().key }
        impatient.cancel()
        await #expect(throws: CancellationError.self) { try await impatient.value }
        source.open()
        #expect(try await patient.value == "token1")
        #expect(source.loads == 1)
    }

    @Test("a failure is not remembered")
    func failure() async throws {
        let cached = cached()
        source.open(failing: true)
        await #expect(throws: Failure.self) { try await cached.credential() }
        source.open()
        #expect(try await cached.credential().key == "token2")
    }

    @Test("a failed reload leaves the stale value in use")
    func failedReload() async throws {
        let cached = cached()
        _ = try await cached.credential()
        clock.advance(by: .seconds(60))
        source.open(failing: true)
        #expect(try await cached.credential().key == "token1")
        try await until { source.loads == 2 }
        #expect(try await cached.credential().key == "token1")
    }

    @Test("a rejected value is replaced once for all who were rejected")
    func rejected() async throws {
        let cached = cached()
        let old = try await cached.credential()
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<100 { group.addTask { try await cached.credential(replacing: old)?.key } }
            for try await key in group { #expect(key == "token2") }
        }
        #expect(try await cached.credential().key == "token2")
        #expect(source.loads == 2)
    }

    @Test("who joins the search for an older value's successor is not given what it had rejected itself")
    func rejectedSuccessor() async throws {
        let (first, second) = (Credential.freshchat(token: "token1"), Credential.freshchat(token: "token2"))
        let source = Joined(second: second, third: .freshchat(token: "token3"))
        let cached = CachedProvider(source, freshFor: .seconds(60), staleFor: .seconds(30), clock: clock)
        let slow = Task { try await cached.credential(replacing: first) }
        try await until { source.questions == 1 }
        let newer = Task { try await cached.credential(replacing: second) }
        for _ in 0..<1000 { await Task.yield() }
        source.goOn()
        #expect(try await newer.value?.key == "token3")
        #expect(try await slow.value?.key == "token2")
    }

    /// Does not find the second value before it is told, when asked for the first time, and has the third afterwards.
    private final class Joined: CredentialProvider {
        private let answers: Mutex<[Credential]>
        private let (gate, opening) = AsyncStream.makeStream(of: Never.self)

        var questions: Int { answers.withLock { 2 - $0.count } }

        init(second: Credential, third: Credential) { answers = Mutex([third, second]) }

        func credential() async throws -> Credential {
            let answer = answers.withLock { $0.count > 1 ? $0.removeLast() : $0[0] }
            for await _ in gate {}
            return answer
        }

        func goOn() { opening.finish() }
    }

    /// Lets other tasks run until something holds.
    private func until(_ condition: () async throws -> Bool) async throws {
        while try await !condition() { await Task.yield() }
    }
}
