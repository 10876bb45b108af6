import Foundation
import Testing

@testable import FreshworksCore

@Suite("The life of an access token")
struct TokenLifeTests {
    private let start = Date(timeIntervalSince1970: 1_750_000_000)

    /// When the token becomes stale and when it ends, in milliseconds of monotonic time, looked for among all of a day.
    private func turns(
        of life: TimeInterval?, margin: Duration = .seconds(300), jitter: Double = 0, now: Duration = .zero,
        age: TimeInterval = 0
    ) -> [Int] {
        let tokens = OAuthTokens(
            accessToken: Secret("FAKE"), refreshToken: Secret("FAKE"), obtainedAt: start,
            expiresAt: life.map(start.addingTimeInterval))
        let life = TokenLife(of: tokens, margin: margin, jitter: jitter, now: now, wallNow: start + age)
        return [
            firstMillisecond { life.state(at: $0) != .fresh }, firstMillisecond { life.state(at: $0) == .expired },
        ]
    }

    private func firstMillisecond(_ holds: (Duration) -> Bool) -> Int {
        var (low, high) = (0, 86_400_000)
        while low < high {
            let middle = (low + high) / 2
            if holds(.milliseconds(middle)) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    @Test("of half an hour is stale five minutes before its end, and not used in the last ten seconds")
    func halfAnHour() {
        #expect(turns(of: 1800) == [1_500_000, 1_790_000])
    }

    @Test(
        "that is short is stale in its last quarter, and not used in its last twentieth",
        arguments: [(1200, [900_000, 1_190_000]), (100, [75_000, 95_000]), (20, [15_000, 19_000])])
    func short(seconds: Int, expected: [Int]) {
        #expect(turns(of: TimeInterval(seconds)) == expected)
    }

    @Test("has the margin that was asked for, up to a quarter; without a margin it is never stale")
    func margin() {
        #expect(turns(of: 1800, margin: .seconds(60)) == [1_740_000, 1_790_000])
        #expect(turns(of: 1800, margin: .seconds(86_400)) == [1_350_000, 1_790_000])
        #expect(turns(of: 1800, margin: .zero) == [1_790_000, 1_790_000])
    }

    @Test("is stale up to half a minute later by chance, within the first half of the margin")
    func jitter() {
        #expect(turns(of: 1800, jitter: 0.5) == [1_515_000, 1_790_000])
        #expect(turns(of: 1800, jitter: 1) == [1_530_000, 1_790_000])
        #expect(turns(of: 40, jitter: 1) == [35_000, 38_000])
        #expect(turns(of: 1800, jitter: 7) == [1_530_000, 1_790_000])
        #expect(turns(of: 1800, jitter: -7) == [1_500_000, 1_790_000])
    }

    @Test("that was stored a while ago has the rest of its life, by the clock that starts anew with each process")
    func stored() {
        #expect(turns(of: 1800, now: .seconds(5000), age: 600) == [5_900_000, 6_190_000])
        #expect(turns(of: 1800, now: .seconds(5000), age: 1800)[1] <= 5_000_000)
        #expect(turns(of: 1800, now: .seconds(5000), age: 86_400)[1] <= 5_000_000)
    }

    @Test("of no or unknown length is over at once", arguments: [nil, 0, -5] as [TimeInterval?])
    func none(life: TimeInterval?) {
        #expect(turns(of: life) == [0, 0])
    }
}
