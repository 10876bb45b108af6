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
