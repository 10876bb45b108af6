import Foundation
import Testing

@testable import FreshworksCore

@Suite("Watching somebody else's claim")
struct ClaimWatchTests {
    private func claim(_ owner: String, until end: TimeInterval = 1_750_000_030) -> SessionRecord.Claim {
        SessionRecord.Claim(owner: owner, lasts: .seconds(30), until: Date(timeIntervalSince1970: end))
    }

    /// Looks at claims of thirty seconds, one after the other.
    /// - Returns: Which of them had run out.
    private func watch(_ looks: [(claim: SessionRecord.Claim, at: Duration)]) -> [Bool] {
        var watch = ClaimWatch()
        return looks.map { watch.hasRunOut($0.claim, now: $0.at) }
    }

    @Test("it runs out when it was seen for as long as it lasts")
    func seen() {
        let looks = [7000, 20_000, 36_999, 37_000].map { (claim("other"), Duration.milliseconds($0)) }
        #expect(watch(looks) == [false, false, false, true])
    }

    @Test("another claim is watched from its own beginning, also one by the same owner")
    func renewed() {
        let renewed = claim("third", until: 1_750_000_090)
        let ran = watch([
            (claim("other"), .zero), (claim("third"), .seconds(29)), (claim("third"), .seconds(58)),
            (renewed, .seconds(59)), (renewed, .seconds(88)), (renewed, .seconds(89)),
        ])
        #expect(ran == [false, false, false, false, false, true])
    }
}
