import Foundation
import Freshchat
import FreshworksSandbox
import Synchronization
import TestSupport
import Testing

@Suite("Rotating Freshchat's one live token", .inTurn)
struct TokenRotationTests {
    /// Where an operator puts the new token; it counts how often somebody looks.
    private final class Shelf: CredentialProvider {
        private struct State {
            var token: String
            var credential: Credential
            var looks = 0
        }

        private let sandbox: Sandbox
        private let state: Mutex<State>

        init(_ sandbox: Sandbox) {
            self.sandbox = sandbox
            let token = sandbox.freshchat.apiToken
            state = Mutex(State(token: token, credential: .freshchat(token: token)))
        }

        var looks: Int { state.withLock { $0.looks } }

        func credential() async throws -> Credential { state.withLock { $0.credential } }

        func credential(replacing rejected: Credential) async throws -> Credential? {
            // Slow enough for others to be rejected meanwhile.
            for _ in 0..<1000 { await Task.yield() }
            let token = sandbox.freshchat.apiToken
            return state.withLock { state in
                state.looks += 1
                if state.token != token {
                    state.token = token
                    state.credential = .freshchat(token: token)
                }
                return state.credential.revision == rejected.revision ? nil : state.credential
            }
        }
    }

    @Test("500 calls in flight outlive three rotations, with one look for each token that was rejected")
    func underLoad() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock(), freshchatCallsPerMinute: 100_000))
        let accepted = Mutex(0)
        let wire = ScriptedTransport { request in
            await Task.yield()
            let response = try await sandbox.transport.send(request)
            guard response.isSuccess else { return response }
            let number = accepted.withLock { number in
                number += 1
                return number
            }
            if [100, 250, 400].contains(number) { sandbox.freshchat.rotateToken() }
            return response
        }
        let shelf = Shelf(sandbox)
        let runtime = FreshworksRuntime(
            FreshworksRuntime.Configuration(paces: false), transport: wire, clock: StillClock())
        let client = try FreshchatClient(subdomain: "acme", credential: .provider(shelf), runtime: runtime)
        let answered = try await withThrowingTaskGroup(of: Int64.self) { group in
            for _ in 0..<500 { group.addTask { try await client.configuration().accountID } }
            return try await group.reduce(into: 0) { count, _ in count += 1 }
        }
        #expect(answered == 500)
        #expect(shelf.looks == 3)
        let rejected = sandbox.requests.filter { $0.status == 401 }.count
        #expect(wire.requests.count == 500 + rejected)
    }

    @Test("verification names a regenerated token as the likely cause of a rejection")
    func advice() async throws {
        let sandbox = Sandbox(Sandbox.Options(clock: ManualClock()))
        let client = try FreshchatClient(
            subdomain: "acme", credential: .token(sandbox.freshchat.apiToken), runtime: sandbox.runtime)
        #expect(try await client.verify().verdict == .valid)
        sandbox.freshchat.rotateToken()
        let result = try await client.verify()
        #expect(result.verdict == .invalidCredential)
        #expect(result.advice.contains("one live token"))
    }
}
