import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("A session's record that somebody else wrote")
struct SessionRecordTests: OAuthSessionSuite {
    let fixture = OAuthSessionFixture()

    @Test("is refused if it counts more pairs than there can be, and replaced by a new consent")
    func absurdGeneration() async throws {
        let session = try await open(initial: first)
        try await change { $0["generation"] = 9_223_372_036_854_775_807 }
        clock.advance(by: .seconds(3600))
        await #expect { try await session.token } throws: { ($0 as? FreshworksError)?.code == .malformedSession }
        await #expect { try await open() } throws: { ($0 as? FreshworksError)?.code == .malformedSession }
        #expect(try await open(initial: first).token == "access-1")
    }

    @Test("gives no reason for its end that is not an error's code")
    func absurdRefusal() async throws {
        _ = try await open(initial: first)
        try await change { $0["refusal"] = "a\u{1B}[2J\nFAKEsecret 1" }
        let error = try #require(try await open().needsReauthorization)
        #expect(error.message == "the authorization server took the session back (unknown)")
    }

    @Test("and one's own claim for ever are no crash")
    func endlessClaim() async throws {
        let client = try OAuthClient(.example, runtime: FreshworksRuntime(transport: server, clock: clock))
        let session = try await OAuthSession(
            client, store: store, name: "acme", initial: first, options: .init(claimTime: .seconds(Int64.max)))
        clock.advance(by: .seconds(3600))
        #expect(try await session.token == "access-2")
    }

    @Test(
        "or tokens that a caller brings, may end at any time",
        arguments: [Double.infinity, -.infinity, .nan, .greatestFiniteMagnitude, -1e300, 1e30])
    func absurdTimes(seconds: Double) async throws {
        let tokens = OAuthTokens(
            accessToken: Secret("access-1"), refreshToken: Secret("refresh-1"), obtainedAt: clock.wallNow,
            expiresAt: Date(timeIntervalSince1970: seconds))
        let token = try await open(initial: tokens).token
        #expect(token == (seconds > 0 ? "access-1" : "access-2"))
    }
}
