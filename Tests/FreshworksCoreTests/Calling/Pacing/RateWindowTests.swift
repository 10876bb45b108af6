import Testing

@testable import FreshworksCore

@Suite("The window of a rate limit, as a client sees it")
struct RateWindowTests {
    private var window = RateWindow(period: .seconds(60))

    private mutating func answer(_ remaining: Int, sent: Int, received: Int, total: Int = 100) {
        window.answered(
            RateReading(total: total, remaining: remaining), cost: 1, sent: .seconds(sent), received: .seconds(received)
        )
    }

    @Test("knows nothing before the first answer")
    func unknown() {
        #expect(window.remaining == nil && window.total == nil && window.nextStart == nil)
    }

    @Test("ends a period after the first answer at the latest, and all calls are there again")
    mutating func firstWindow() {
        answer(30, sent: 10, received: 11)
        #expect(window.remaining == 30)
        #expect(window.nextStart == .seconds(71))
        window.advance(to: .seconds(70))
        #expect(window.remaining == 30)
        window.advance(to: .seconds(71))
        #expect(window.remaining == 100)
        #expect(window.nextStart == .seconds(131))
    }

    @Test("keeps the least number of answers that overtake each other")
    mutating func overtaking() {
        answer(50, sent: 1, received: 2)
        answer(47, sent: 3, received: 5)
        answer(48, sent: 3, received: 6)
        #expect(window.remaining == 47)
    }

    @Test("a number that rises from one call to a later one begins a window; an overtaken answer does not")
    mutating func rise() {
        answer(3, sent: 10, received: 11)
        answer(90, sent: 10, received: 12)
        #expect(window.remaining == 3)
        #expect(window.nextStart == .seconds(71))
        answer(99, sent: 12, received: 13)
        #expect(window.remaining == 99)
        #expect(window.nextStart == .seconds(73))
    }

    @Test("answers to calls of the window before do not speak for the new one")
    mutating func late() {
        answer(5, sent: 10, received: 11)
        window.advance(to: .seconds(71))
        answer(0, sent: 70, received: 72)
        #expect(window.remaining == 99)
        answer(97, sent: 72, received: 73)
        #expect(window.remaining == 97)
        #expect(window.nextStart == .seconds(133))
    }

    @Test("skips windows in which nothing happened")
    mutating func idle() {
        answer(0, sent: 10, received: 11)
        window.advance(to: .seconds(11 + 60 * 5 + 7))
        #expect(window.remaining == 100)
        #expect(window.nextStart == .seconds(11 + 60 * 6))
    }

    @Test("believes the service's own word about the end, in whole seconds")
    mutating func told() {
        window.answered(
            RateReading(total: 100, remaining: 9, resetsIn: .seconds(20)), cost: 1, sent: .seconds(1),
            received: .seconds(2))
        #expect(window.nextStart == .seconds(23))
    }

    @Test(
        "had begun before the answer came, whatever the whole seconds say, unless it is longer than was thought",
        arguments: [(resetsIn: 59, ends: 62), (60, 62), (61, 62), (62, 65), (90, 93)])
    func toldRounded(resetsIn: Int, ends: Int) {
        var window = RateWindow(period: .seconds(60))
        window.answered(
            RateReading(total: 100, remaining: 99, resetsIn: .seconds(resetsIn)), cost: 1, sent: .seconds(1),
            received: .seconds(2))
        #expect(window.nextStart == .seconds(ends))
    }

    @Test("a lost call counts, and never below zero")
    mutating func lost() {
        answer(2, sent: 1, received: 2)
        window.spent(1)
        #expect(window.remaining == 1)
        window.spent(5)
        #expect(window.remaining == 0)
    }

    @Test("after a refusal only calls sent since then are believed")
    mutating func forgets() {
        answer(50, sent: 1, received: 2)
        window.refused(now: .seconds(10), wait: nil)
        #expect(window.remaining == nil)
        answer(40, sent: 9, received: 11)
        #expect(window.remaining == nil)
        answer(99, sent: 12, received: 13)
        #expect(window.remaining == 99)
    }

    @Test("a limit that a refusal told and no answer does grows the faster the longer it is used up without another")
    func foundLimit() {
        var window = RateWindow(period: .seconds(3600))
        func call(_ count: Int, at now: Duration) {
            for _ in 0..<count { window.answered(RateReading(), cost: 1, sent: now, received: now) }
        }
        call(3, at: .seconds(10))
        window.refused(now: .seconds(10), wait: nil)
        // From its beginning this window is known; others have had all of it but one call.
        window.reopened(now: .seconds(3600))
        call(1, at: .seconds(3600))
        window.refused(now: .seconds(3601), wait: nil)
        #expect(window.total == 1)
        window.reopened(now: .seconds(7200))
        var seen: [Int?] = []
        for hour in 2..<9 {
            window.advance(to: .seconds(3600 * hour))
            seen.append(window.total)
            call(window.total ?? 0, at: .seconds(3600 * hour))
        }
        #expect(seen == [1, 2, 4, 8, 16, 32, 64])
        // What another refusal tells is held to again.
        window.refused(now: .seconds(3600 * 8), wait: nil)
        window.reopened(now: .seconds(3600 * 9))
        call(64, at: .seconds(3600 * 9))
        window.advance(to: .seconds(3600 * 10))
        #expect(window.total == 67)
    }
}
