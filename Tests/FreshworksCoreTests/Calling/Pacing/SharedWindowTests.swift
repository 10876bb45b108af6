import Testing

@testable import FreshworksCore

@Suite("A window that programs share through a store")
struct SharedWindowTests {
    @Test(
        "is opened by one program, which learns what is left, and claimed by all, who leave what they were told to leave"
    )
    func claims() {
        var window = SharedWindow()
        #expect(window.claim(5, leaving: 0, by: "a", now: 1000) == .opens)
        #expect(window.claim(5, leaving: 0, by: "b", now: 1001) == .waits(until: 1101, isUsedUp: false))
        window.opened(by: "b", left: 900, ends: 9000, margin: 0)
        #expect(window.left == 0)
        window.opened(by: "a", left: 10, ends: 61_000, margin: 1000)
        #expect(window.claim(4, leaving: 2, by: "b", now: 2000) == .granted(4, until: 60_000))
        #expect(window.claim(9, leaving: 2, by: "a", now: 2000) == .granted(4, until: 60_000))
        #expect(window.claim(1, leaving: 2, by: "a", now: 2000) == .waits(until: 61_000, isUsedUp: true))
        #expect(window.claim(1, leaving: 0, by: "a", now: 2000) == .granted(1, until: 60_000))
        #expect(window.claim(1, leaving: 0, by: "a", now: 60_000) == .waits(until: 61_000, isUsedUp: true))
        #expect(window.claim(1, leaving: 0, by: "a", now: 61_000) == .opens)
    }

    @Test("is opened by another when the one that was to do it is gone or gave up")
    func openers() {
        var window = SharedWindow()
        #expect(window.claim(1, leaving: 0, by: "a", now: 0) == .opens)
        #expect(window.claim(1, leaving: 0, by: "b", now: 30_000) == .opens)
        window.gaveUp("a")
        #expect(window.claim(1, leaving: 0, by: "c", now: 30_001) == .waits(until: 30_101, isUsedUp: false))
        window.gaveUp("b")
        #expect(window.claim(1, leaving: 0, by: "c", now: 30_002) == .opens)
    }

    @Test("is closed for all by a refusal")
    func refusal() {
        var window = SharedWindow(ends: 5000, left: 100)
        window.refused(until: 7000)
        #expect(window.claim(1, leaving: 0, by: "a", now: 1000) == .waits(until: 7000, isUsedUp: true))
        #expect(window.claim(1, leaving: 0, by: "a", now: 7000) == .opens)
    }

    @Test(
        "is stored as text, and what is none is an empty one",
        arguments: ["", "2 1 1 1 1 a", "1 1 1 -1 1 a", "1 x 1 1 1 a"])
    func stored(text: String) {
        let window = SharedWindow(ends: 5000, margin: 7, left: 100, opener: "a", openerUntil: 9)
        #expect(window.stored == "1 5000 7 100 9 a")
        #expect(SharedWindow(stored: window.stored) == window)
        #expect(SharedWindow(stored: SharedWindow().stored) == SharedWindow())
        #expect(SharedWindow(stored: text) == SharedWindow())
    }
}
