package import FreshworksCore
package import FreshworksSandbox
import Synchronization
import Testing

/// Where a provider that is held to the laws gets its credential from: it has `FAKEtoken.one.1` at first.
package protocol CredentialSource: Sendable {
    /// The time that the provider goes by.
    var clock: ManualClock { get }

    /// Puts another token there; `nil` takes it away, or makes it unreachable.
    func set(_ token: String?) async throws
}

/// The laws of ``CredentialProvider`` that every one of them keeps, each with a provider and a source of its own.
package struct ProviderLaws<Source: CredentialSource>: Sendable {
    private let source: Source
    private let holds: Bool
    private let make: @Sendable (Source) async throws -> any CredentialProvider

    /// - Parameter holds: Whether it goes on with what it has while its source is down.
    package init(
        _ source: Source, holds: Bool, make: @escaping @Sendable (Source) async throws -> any CredentialProvider
    ) {
        self.source = source
        self.holds = holds
        self.make = make
    }

    /// It says the same credential as long as it is the same, also when it is asked to replace it.
    package func saysTheSameAgain() async throws {
        let provider = try await make(source)
        let first = try await provider.credential()
        #expect(try await provider.credential().revision == first.revision)
        #expect(try await provider.credential(replacing: first) == nil)
        #expect(provider.fixedCredential == nil)
    }

    /// It has the newer one when the old one is rejected.
    package func hasTheNewerOne() async throws {
        let provider = try await make(source)
        let first = try await provider.credential()
        try await source.set("FAKEtoken.two.2")
        let newer = try await provider.credential(replacing: first)
        #expect(newer?.text == "FAKEtoken.two.2")
        #expect(newer?.revision != first.revision)
        #expect(try await provider.credential().text == "FAKEtoken.two.2")
    }

    /// It is asked again after it failed, and is not stuck.
    package func isAskedAgain() async throws {
        try await source.set(nil)
        let provider = try await make(source)
        for _ in 0..<3 {
            await #expect(throws: (any Error).self) { try await patiently { try await provider.credential() } }
        }
        try await source.set("FAKEtoken.three.3")
        #expect(try await patiently { try await provider.credential() }.text == "FAKEtoken.three.3")
    }

    /// The same where it failed to replace a rejected one.
    package func isAskedAgainForANewerOne() async throws {
        let provider = try await make(source)
        let first = try await provider.credential()
        try await source.set(nil)
        await #expect(throws: (any Error).self) {
            try await patiently { try await provider.credential(replacing: first) }
        }
        try await source.set("FAKEtoken.four.4")
        // A failure may be remembered for a moment, and no longer.
        source.clock.advance(by: .seconds(1))
        let newer = try await patiently { try await provider.credential(replacing: first) }
        #expect(newer?.text == "FAKEtoken.four.4")
    }

    /// A credential that is still valid is used while the source is down, if it is kept.
    package func goesOnWhileTheSourceIsDown() async throws {
        let provider = try await make(source)
        let first = try await provider.credential()
        try await source.set(nil)
        if holds {
            for _ in 0..<3 {
                #expect(try await provider.credential().revision == first.revision)
                // Longer than a source is left alone by those that look into it now and then.
                source.clock.advance(by: .seconds(61))
            }
        } else {
            await #expect(throws: (any Error).self) { _ = try await provider.credential() }
        }
        try await source.set("FAKEtoken.five.5")
        for _ in 0..<10_000 {
            // Time, which makes what is kept end, goes on while it is being replaced, and may be too fast for that once.
            if let revision = try? await provider.credential().revision, revision != first.revision { break }
            try await Task.sleep(for: .milliseconds(1))
            source.clock.advance(by: .seconds(5))
        }
        #expect(try await provider.credential().text == "FAKEtoken.five.5")
    }

    /// A caller that is cancelled leaves, and the next one is served.
    package func letsTheCancelledGo() async throws {
        let provider = try await make(source)
        let task = Task { try await provider.credential() }
        task.cancel()
        _ = try? await task.value
        #expect(try await provider.credential().text == "FAKEtoken.one.1")
    }

    /// Lets short waits end at once while something is done.
    private func patiently<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let isDone = Mutex(false)
        let task = Task {
            defer { isDone.withLock { $0 = true } }
            return try await work()
        }
        while !isDone.withLock({ $0 }) {
            try await VirtualTime.step(source.clock)
        }
        return try await task.value
    }
}

extension Credential {
    /// What is sent of it, whether it is a key or an access token.
    fileprivate var text: String {
        switch form {
        case .key(let secret), .accessToken(let secret): secret.reveal()
        default: ""
        }
    }
}
