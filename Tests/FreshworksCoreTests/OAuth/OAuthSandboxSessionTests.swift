import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Calls of a product with a session of the sandbox")
struct OAuthSandboxSessionTests {
    private let world = OAuthSandboxFixture()

    @Test("are signed with the session's token, and go on with the next one when that was revoked or has ended")
    func healed() async throws {
        let freshdesk = try world.freshdesk(await world.session())
        #expect(try await freshdesk.call(.get, "tickets").status == 200)
        world.sandbox.oauth.revokeAccessTokens()
        #expect(try await freshdesk.call(.get, "tickets").status == 200)
        #expect(world.statuses.freshdesk == [200, 401, 200])
        #expect(world.statuses.refreshes == [200])
        // By the clock's word this time: no call fails.
        world.clock.advance(by: .seconds(1800))
        #expect(try await freshdesk.call(.get, "tickets").status == 200)
        #expect(world.statuses.freshdesk == [200, 401, 200, 200])
        #expect(world.statuses.refreshes == [200, 200])
    }

    @Test("share one refresh when their token is revoked under them")
    func healedTogether() async throws {
        let freshdesk = try world.freshdesk(await world.session())
        world.sandbox.oauth.revokeAccessTokens()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await freshdesk.call(.get, "tickets").status } }
            for try await status in group { #expect(status == 200) }
        }
        #expect(world.statuses.refreshes == [200])
    }

    @Test("are refused, and not healed, where the token has no scope of the product")
    func foreignScope() async throws {
        let session = try await world.session { $0.scopes = ["freshchat.conversation.create"] }
        let error = await #expect(throws: FreshworksError.self) {
            try await world.freshdesk(session).call(.get, "tickets")
        }
        #expect(error?.code == .forbidden)
        #expect(world.statuses.freshdesk == [403])
        #expect(world.statuses.refreshes == [])
        let chat = try APIClient(account: .freshchat("acme"), credential: session, runtime: world.sandbox.runtime)
        #expect(try await chat.call(.get, "accounts/configuration").status == 200)
    }

    @Test("say that consent is needed once the user has taken it back")
    func revoked() async throws {
        let session = try await world.session()
        world.sandbox.oauth.revokeAll()
        for _ in 0..<2 {
            await expectRefusal(.needsReauthorization) {
                _ = try await world.freshdesk(session).call(.get, "tickets")
            }
        }
        #expect(world.statuses.freshdesk == [401])
        #expect(world.statuses.refreshes == [400])
        try await session.reauthorize(with: world.consent(to: world.client()))
        #expect(try await world.freshdesk(session).call(.get, "tickets").status == 200)
    }

    @Test("go on where the server keeps the refresh token, which stays while the generation counts")
    func withoutRotation() async throws {
        let world = OAuthSandboxFixture(.init(rotatesRefreshTokens: false))
        let store = InMemoryStore()
        let session = try await world.session(in: store)
        let first = session.tokens
        for generation in 2...4 as ClosedRange<Int64> {
            world.clock.advance(by: .seconds(1800))
            _ = try await session.credential()
            #expect(session.tokens.refreshToken == first.refreshToken)
            let stored = try JSONValue(parsing: try #require(try await store.load("oauth/acme")).data)
            #expect(stored["generation"]?.int64Value == generation)
            #expect(stored.value(at: ["tokens", "refresh_token"])?.stringValue == first.refreshToken?.reveal())
        }
        #expect(world.statuses.refreshes == [200, 200, 200])
    }

    @Test("work with an imported token that cannot be refreshed, until the product refuses it")
    func importedWithoutRefreshToken() async throws {
        let client = try world.client()
        let token = try await world.consent(to: client).accessToken.reveal()
        let file = try FDKLocalStore(
            json: Data(#"{"app_101_101_oauth": {"access_token": "\#(token)"}}"#.utf8), at: world.clock.wallNow)
        let session = try await OAuthSession(
            client, store: InMemoryStore(), name: "acme", initial: file.entries.first?.tokens)
        let freshdesk = try world.freshdesk(session)
        #expect(try await freshdesk.call(.get, "tickets").status == 200)
        #expect(session.needsReauthorization == nil)
        world.clock.advance(by: .seconds(1800))
        await expectRefusal(.needsReauthorization) { _ = try await freshdesk.call(.get, "tickets") }
        #expect(session.needsReauthorization?.code == .needsReauthorization)
        #expect(world.statuses.freshdesk == [200, 401])
        #expect(world.statuses.refreshes == [])
    }
}
