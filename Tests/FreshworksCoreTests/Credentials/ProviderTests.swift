import FreshworksCore
import Synchronization
import Testing

@Suite("Providers")
struct ProviderTests {
    private struct Unconfigured: CredentialProvider {
        func credential() async throws -> Credential {
            throw FreshworksError(.notConfigured, "this one is not configured")
        }
    }

    private struct Failure: Error, CredentialProvider {
        func credential() async throws -> Credential { throw self }
    }

    @Test("a fixed credential is known at once and has no successor")
    func fixed() async throws {
        let credential = Credential.oauth(accessToken: "a")
        let provider = FixedProvider(credential)
        #expect(provider.fixedCredential?.revision == credential.revision)
        #expect(try await provider.credential(replacing: credential) == nil)
    }

    @Test("a chain uses the first that is configured and stays with it")
    func chain() async throws {
        let asked = Mutex(0)
        let late: CustomProvider = .custom {
            asked.withLock { $0 += 1 }
            return .freshchat(token: "late")
        }
        let chain = ChainProvider([Unconfigured(), late, Failure()])
        let first = try await chain.credential()
        #expect(first.key == "late")
        #expect(try await chain.credential().revision == first.revision)
        #expect(try await chain.credential(replacing: first) == nil)
        #expect(asked.withLock { $0 } == 3)
    }

    @Test("a chain is not bound to a provider that failed: the one that has a credential is asked for the newer one")
    func chainAfterFailure() async throws {
        let state = Mutex((isDown: true, token: "one"))
        let own: CustomProvider = .custom {
            let (isDown, token) = state.withLock { $0 }
            if isDown { throw FreshworksError(.storeFailed, "down") }
            return .freshchat(token: token)
        }
        let chain = ChainProvider([Unconfigured(), own, .fixed(.freshchat(token: "last"))])
        // Nothing was chosen, so there is nothing to replace.
        #expect(try await chain.credential(replacing: .freshchat(token: "zero")) == nil)
        let failure = await #expect(throws: FreshworksError.self) { _ = try await chain.credential() }
        #expect(failure?.code == .storeFailed)
        #expect(try await chain.credential(replacing: .freshchat(token: "zero")) == nil)
        state.withLock { $0.isDown = false }
        let first = try await chain.credential()
        #expect(first.key == "one")
        state.withLock { $0.token = "two" }
        #expect(try await chain.credential(replacing: first)?.key == "two")
    }

    @Test("a chain stops at a provider that fails, and says so when none is configured")
    func chainFailure() async throws {
        await #expect(throws: Failure.self) {
            try await ChainProvider([Failure(), .fixed(.oauth(accessToken: "a"))]).credential()
        }
        let error = await #expect(throws: FreshworksError.self) {
            try await ChainProvider([Unconfigured()]).credential()
        }
        #expect(error?.code == .notConfigured)
        #expect(error?.message == "this one is not configured")
        #expect(try await ChainProvider([Unconfigured()]).credential(replacing: .oauth(accessToken: "a")) == nil)
    }

    @Test("a closure that returns the same value keeps the revision")
    func custom() async throws {
        let token = Mutex("one")
        let provider: CustomProvider = .custom { .freshchat(token: token.withLock { $0 }) }
        let first = try await provider.credential()
        #expect(try await provider.credential(replacing: first) == nil)
        token.withLock { $0 = "two" }
        #expect(try await provider.credential(replacing: first)?.key == "two")
    }
}
