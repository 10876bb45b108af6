import Foundation
import Testing

@testable import FreshworksCore

@Suite("What a session remembers between calls")
struct SessionStateTests {
    private let start = Date(timeIntervalSince1970: 1_750_000_000)
    private let failure = FreshworksError(.serviceFailed, "no")

    private func record(_ number: Int, family: String = "family") -> SessionRecord {
        SessionRecord(
            family: family, generation: number,
            tokens: OAuthTokens(
                accessToken: Secret("access-\(number)"), refreshToken: Secret("refresh-\(number)"), obtainedAt: start,
                expiresAt: start + 1800),
            server: .init(tokenURL: "https://acme.example/token", clientID: "fw_ext_1"))
    }

    /// Stale from 1500 seconds on, over at 1790.
    private func life(_ record: SessionRecord) -> TokenLife {
        TokenLife(of: record.tokens, margin: .seconds(300), jitter: 0, now: .zero, wallNow: start)
    }

    private func state(_ number: Int = 1) -> SessionState { SessionState(record(number), life(record(number))) }

    private func word(_ answer: SessionState.Answer) -> String {
        switch answer {
        case .use: "use"
        case .useAndRefresh: "use and refresh"
        case .refresh: "refresh"
        case .refuse(let error): "refuse: \(error.code.rawValue)"
        }
    }

    @Test("a fresh pair is used, a stale one too while another is obtained, one that is over is not")
    func life() {
        let state = state()
        let answers = [0, 1499, 1500, 1789, 1790].map { word(state.answer(at: .seconds($0))) }
        #expect(answers == ["use", "use", "use and refresh", "use and refresh", "refresh"])
    }

    @Test("one writes until nothing is left, and whoever leaves something later has to begin anew")
    func writing() {
        var state = state()
        var answers: [Bool] = []
        for (number, saving) in [(2, .notSaved), (3, .notSaved), (3, .saved), (4, .unknown)]
            as [(Int, SessionState.Saving)]
        {
            answers.append(state.hold(record(number), life(record(number)), saving, after: nil))
            if saving != .saved { answers.append(state.beginsWriting()) }
            answers.append(state.goesOnWriting())
        }
        // Taken over, whether to begin, and whether to go on: nobody begins beside another, and not all is over unseen.
        #expect(answers == [true, true, true, true, false, true, true, false, true, true, true])
    }

    @Test("after a failure a stale pair is used without another attempt until its time has come")
    func staleAfterFailures() {
        var state = state()
        for _ in 1...2 { state.failed(failure, at: .seconds(1500), jitter: 1) }
        let answers = [1500, 1500.999, 1501].map { word(state.answer(at: .seconds($0))) }
        #expect(answers == ["use", "use", "use and refresh"])
    }

    @Test(
        "the first repetition may follow at once, the next ones ever later, up to half a minute, by chance half of it")
    func spacing() {
        for (jitter, expected) in [
            (1.0, [0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]),
            (0.0, [0, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]),
        ] {
            var state = state()
            let waits = expected.map { _ in
                state.failed(failure, at: .seconds(2000), jitter: jitter)
                return state.wait(at: .seconds(2000))
            }
            #expect(waits == expected.map { .milliseconds($0) })
        }
    }

    @Test("Retry-After is kept to, up to five minutes; a pair ends all waiting")
    func retryAfter() {
        var state = state()
        var error = failure
        for (said, expected) in [(7, 7), (300, 300), (999_999_999, 300)] {
            error.retryAfter = .seconds(said)
            state.failed(error, at: .seconds(2000), jitter: 0)
            #expect(state.wait(at: .seconds(2000)) == .seconds(expected))
        }
        let taken = state.hold(record(2), life(record(2)), .saved, after: record(1))
        #expect(taken)
        #expect(state.wait(at: .seconds(2000)) == .zero)
    }

    @Test("who has to consent is told so for a second, then the store is looked at again; nothing is left to write")
    func refusal() {
        var state = state()
        _ = state.hold(record(2), life(record(2)), .notSaved, after: record(1))
        state.failed(.needsReauthorization("invalid_grant"), at: .seconds(10), jitter: 0)
        #expect(word(state.answer(at: .seconds(10.999))) == "refuse: needs_reauthorization")
        #expect(word(state.answer(at: .seconds(11))) == "refresh")
        #expect(state.unsaved == nil)
    }

    @Test("a pair is taken over only in place of the one that it follows, and none after the session was removed")
    func order() {
        var state = state()
        let taken = [(3, 2), (2, 1), (2, 1), (3, 2)].map { new, former in
            state.hold(record(new), life(record(new)), .saved, after: record(former))
        }
        #expect(taken == [false, true, false, true])
        state.failed(.sessionRemoved, at: .zero, jitter: 0)
        let late = state.hold(record(4), life(record(4)), .saved, after: record(3))
        #expect(!late)
        let consent = state.hold(record(1, family: "other"), life(record(1)), .saved, after: nil)
        #expect(consent)
    }

    @Test("a credential stays the same as long as its token does, since a service's rejection names it")
    func identity() {
        var state = state()
        let former = state.credential.revision
        _ = state.hold(record(1), life(record(1)), .saved, after: nil)
        let same = state.credential.revision
        _ = state.hold(record(2), life(record(2)), .saved, after: nil)
        #expect(same == former)
        #expect(state.credential.revision != former)
    }

    @Test("a write that may have taken place is never again taken for one that did not")
    func ambiguousWrite() {
        var state = state()
        _ = state.hold(record(2), life(record(2)), .notSaved, after: nil)
        state.notSaved(FreshworksError(.storeFailed, "no", mayHaveBeenExecuted: true))
        state.notSaved(FreshworksError(.storeFailed, "no"))
        #expect(state.saving == .unknown)
        #expect(state.unsaved?.generation == 2)
    }

    @Test("a rejected token is replaced three times a minute at the most, and counts only while it is the one in use")
    func rejections() {
        var state = state()
        let old = state.credential
        let looks = [0, 10, 20, 30, 59.999, 60, 61, 70].map { state.isReady(rejected: old, at: .seconds($0)) }
        #expect(looks == [false, false, false, true, true, false, true, false])
        _ = state.hold(record(2), life(record(2)), .saved, after: nil)
        let replaced = [1499, 1500].map { state.isReady(rejected: old, at: .seconds($0)) }
        #expect(replaced == [true, false])
    }
}
