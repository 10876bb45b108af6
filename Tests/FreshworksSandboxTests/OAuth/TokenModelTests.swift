import Foundation
import FreshworksCore
import FreshworksSandbox
import TestSupport
import Testing

@Suite("Random lives of the sandbox's tokens", .serialized, .inTurn)
struct TokenModelTests {
    /// What RFC 6749 and RFC 9700 say of one token.
    private struct Model {
        struct Access {
            let text: String
            let family: Int
            var end: Int
        }

        struct Refresh {
            let text: String
            let family: Int
            let end: Int
            var isSpent = false
        }

        var now = 0
        var revoked: Set<Int> = []
        var access: [Access] = []
        var refresh: [Refresh] = []
        var families = 0

        mutating func issue(_ tokens: OAuthCaller.Tokens, family: Int) {
            access.append(Access(text: tokens.access, family: family, end: now + 100))
            if let text = tokens.refresh { refresh.append(Refresh(text: text, family: family, end: now + 400)) }
        }

        func isAlive(_ token: Access) -> Bool { now < token.end && !revoked.contains(token.family) }
        func isGood(_ token: Refresh) -> Bool { now < token.end && !token.isSpent && !revoked.contains(token.family) }
    }

    @Test(
        "issue, refresh, reuse, expiry and revocation end as a small model says",
        arguments: 0..<12 as Range<UInt64>, [(true, true), (true, false), (false, true)])
    func lives(seed: UInt64, options: (rotates: Bool, detects: Bool)) async throws {
        let caller = OAuthCaller(
            Sandbox.OAuthOptions(
                accessTokenLifetime: .seconds(100), refreshTokenLifetime: .seconds(400),
                rotatesRefreshTokens: options.rotates, detectsReuse: options.detects))
        var dice = SeededGenerator(seed: seed)
        var model = Model()
        var codes: [(text: String, family: Int)] = []
        for _ in 0..<120 {
            switch dice.below(20) {
            case 0...3:
                let code = try caller.code()
                model.families += 1
                model.issue(
                    try await OAuthCaller.Tokens(caller.token(caller.redemption(code))), family: model.families)
                codes.append((code, model.families))
            case 4...13 where !model.refresh.isEmpty:
                // Mostly a recent one, sometimes any, so that reuse happens but does not end everything.
                let back = dice.below(4) == 0 ? model.refresh.count : min(3, model.refresh.count)
                let index = model.refresh.count - 1 - dice.below(back)
                let token = model.refresh[index]
                let answer = try await caller.token(caller.refresh(token.text))
                #expect(answer.status == (model.isGood(token) ? 200 : 400))
                if model.isGood(token) {
                    model.refresh[index].isSpent = options.rotates
                    let tokens = try OAuthCaller.Tokens(answer)
                    #expect((tokens.refresh != nil) == options.rotates)
                    model.issue(tokens, family: token.family)
                } else if token.isSpent, options.detects {
                    model.revoked.insert(token.family)
                }
            case 14...16:
                let seconds = dice.below(60)
                model.now += seconds
                caller.clock.advance(by: .seconds(seconds))
            case 17 where !codes.isEmpty:
                let code = codes[dice.below(codes.count)]
                try expectTokenError(try await caller.token(caller.redemption(code.text)), "invalid_grant")
                model.revoked.insert(code.family)
            case 18 where dice.below(4) == 0:
                caller.sandbox.oauth.expireAccessTokens()
                for index in model.access.indices { model.access[index].end = 0 }
            case 19 where dice.below(8) == 0:
                caller.sandbox.oauth.revokeAll()
                model.revoked.formUnion(1...max(1, model.families))
            default: break
            }
            for token in model.access.suffix(6) {
                #expect(try await caller.isAlive(token.text) == model.isAlive(token))
            }
        }
        for token in model.access { #expect(try await caller.isAlive(token.text) == model.isAlive(token)) }
        let texts = model.access.map(\.text) + model.refresh.map(\.text) + codes.map(\.text)
        #expect(Set(texts).count == texts.count)
    }
}
