import FreshworksCore
import Testing

@Suite("Spent states")
struct SpentStatesTests {
    @Test("are known for longer than an authorization is good for, and each for itself")
    func memory() {
        var states = SpentStates()
        let first = states.spend(Secret("a"), now: .seconds(890))
        #expect(first)
        for now in [890, 900, 1_500] as [Int64] {
            let again = states.spend(Secret("a"), now: .seconds(now))
            #expect(!again, "at \(now)")
            let other = states.spend(Secret("b\(now)"), now: .seconds(now))
            #expect(other)
        }
    }

    @Test("are forgotten when they cannot come back, and the oldest when there are too many")
    func bounds() {
        var states = SpentStates(limit: 3)
        for number in 0..<7 {
            let isNew = states.spend(Secret("\(number)"), now: .zero)
            #expect(isNew)
        }
        let latest = (3..<7).map { states.spend(Secret("\($0)"), now: .zero) }
        #expect(latest == [false, false, false, false])
        let oldest = states.spend(Secret("0"), now: .zero)
        #expect(oldest)

        var aging = SpentStates()
        _ = aging.spend(Secret("a"), now: .zero)
        _ = aging.spend(Secret("b"), now: .seconds(1_000))
        _ = aging.spend(Secret("c"), now: .seconds(2_000))
        let later = aging.spend(Secret("a"), now: .seconds(2_000))
        #expect(later)
    }
}
