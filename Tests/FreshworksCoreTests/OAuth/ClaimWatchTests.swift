import Foundation
import Testing

@testable import FreshworksCore

@Suite("Watching somebody else's claim")
struct ClaimWatchTests {
    private let end = Date(timeIntervalSince1970: 1_750_000_030)

    /// Looks at claims of thirty seconds, one after the other.
    /// - Returns: Which of them had run out.
    private func watch(
        _ looks: [(owner: String, until: TimeInterval, at: Duration, calendar: TimeInterval)]
    ) -> [Bool] {
        var watch = ClaimWatch()
        return looks.map { look in
            watch.hasRunOut(
                SessionRecord.Claim(owner: look.owner, lasts: .seconds(30), until: end + look.until),
                now: look.at, wallNow: end + look.calendar)
        }
    }

    @Test(
        "it runs out when it was seen for as long as it lasts, whatever the calendar says", arguments: [-86_400, 290])
    func seen(calendar: TimeInterval) {
        let looks = [7000, 20_000, 36_999, 37_000].map { ("other", 0.0, Duration.milliseconds($0), calendar) }
        #expect(watch(looks) == [false, false, false, true])
    }

    @Test("its own end counts only when it is further back than two calendars are apart")
    func longAgo() {
        #expect(watch([("other", 0, .zero, 300), ("other", 0, .zero, 301)]) == [false, true])
        #expect(watch([("other", 0, .zero, 301)]) == [true])
    }

    @Test("another claim is watched from its own beginning, also one by the same owner")
    func renewed() {
        let ran = watch([
            ("other", 0, .zero, 0), ("third", 0, .seconds(29), 0), ("third", 0, .seconds(58), 0),
            ("third", 60, .seconds(59), 0), ("third", 60, .seconds(88), 0), ("third", 60, .seconds(89), 0),
        ])
        #expect(ran == [false, false, false, false, false, true])
    }
}
