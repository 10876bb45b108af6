import Testing

@testable import FreshworksCore

@Suite("What a pacer learns")
struct LearnedLimitTests {
    @Test("windows that are seen to begin sooner are shorter, and more of them tell the length more precisely")
    func shorter() {
        var length = WindowLength(assumed: .seconds(60))
        #expect(!length.hasLearned)
        length.began(between: .seconds(10), and: .seconds(11))
        length.began(between: .seconds(30), and: .seconds(31))
        #expect(length.estimate == .seconds(21))
        #expect(length.hasLearned)
        length.began(between: .seconds(50), and: .seconds(51))
        #expect(length.estimate == .milliseconds(20_500))
    }

    @Test("what was assumed stays while what is seen agrees")
    func agrees() {
        var length = WindowLength(assumed: .seconds(60))
        for minute in [0, 1, 2, 5] {
            length.began(between: .seconds(60 * minute), and: .seconds(60 * minute + 1))
            #expect(length.estimate == .seconds(60))
        }
    }

    @Test("a beginning that is hardly known tells nothing")
    func vague() {
        var length = WindowLength(assumed: .seconds(60))
        length.began(between: .seconds(0), and: .seconds(8))
        length.began(between: .seconds(20), and: .seconds(28))
        #expect(length.estimate == .seconds(60))
    }

    @Test("one that goes on, or is said to, is longer")
    func longer() {
        var length = WindowLength(assumed: .seconds(60))
        length.goesOn(for: .seconds(61))
        #expect(length.estimate == .seconds(120))
        length.isAtLeast(.seconds(100))
        #expect(length.estimate == .seconds(120))
        length.isAtLeast(.seconds(3000))
        #expect(length.estimate == .seconds(3000))
    }

    @Test("a window whose numbers fall on where a new one should have begun goes on")
    func goesOn() {
        var window = RateWindow(period: .seconds(60))
        func reading(_ remaining: Int) -> RateReading { RateReading(total: 100, remaining: remaining) }
        window.answered(reading(20), cost: 1, sent: .seconds(10), received: .seconds(11))
        window.advance(to: .seconds(71))
        #expect(window.remaining == 100)
        window.answered(reading(19), cost: 1, sent: .seconds(71), received: .seconds(72))
        #expect(window.remaining == 19)
        #expect(window.nextStart == .seconds(131))
    }

    @Test("a greater limit in the middle of a window is no new window")
    func otherPlan() {
        var window = RateWindow(period: .seconds(60))
        window.answered(RateReading(total: 200, remaining: 50), cost: 1, sent: .seconds(10), received: .seconds(11))
        window.answered(RateReading(total: 400, remaining: 249), cost: 1, sent: .seconds(20), received: .seconds(21))
        #expect(window.remaining == 249)
        #expect(window.nextStart == .seconds(71))
    }

    @Test("the part of the calls that is this program's own, the window before counting half")
    func others() {
        var others = OtherCallers()
        #expect(others.ownPart == 1)
        others.spent(9)
        others.counted(19)
        #expect(others.ownPart == 0.5)
        #expect(others.expected(in: .seconds(2), elapsed: .seconds(10)) == 2)
        others.begin(after: .seconds(60))
        #expect(others.ownPart == 5.5 / 10.5)
        others.counted(1000)
        #expect(others.ownPart == 0.125)
    }

    @Test("what calls of an operation cost, until they cost what was thought again")
    func costs() {
        var costs = CallCosts()
        let call = PacedCall(id: 1, operation: "o", group: .general, cost: 1, priority: .batch, share: .whole)
        let other = PacedCall(id: 2, operation: "p", group: .general, cost: 1, priority: .batch, share: .whole)
        costs.learn(call, cost: 5)
        #expect(costs.cost(of: call) == 5)
        #expect(costs.cost(of: other) == 1)
        costs.learn(call, cost: 1)
        #expect(costs.cost(of: call) == 1)
        #expect(costs.isEmpty)
    }

    @Test("a sub-limit counts its calls from the first answer on, and a share's apart")
    func subLimit() {
        var limit = SubLimit(limit: 10, period: .seconds(60))
        let half = CallShare.part(0.5)
        for _ in 0..<5 { limit.spend(half) }
        #expect(limit.left(for: half) == 0)
        #expect(limit.left(for: .whole) == 5)
        #expect(limit.nextStart == nil)
        limit.answered(now: .seconds(3))
        limit.answered(now: .seconds(4))
        #expect(limit.nextStart == .seconds(63))
        limit.giveBack(half)
        #expect(limit.left(for: half) == 1)
        limit.advance(to: .seconds(63))
        #expect(limit.left(for: half) == 5)
    }
}
