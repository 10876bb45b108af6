import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A page of keys that come in no order")
struct KeyPageTests {
    @Test("has the first ones of many, and holds no more than two pages on the way", arguments: [1, 3, 100])
    func bounded(limit: Int) throws {
        var random = SeededGenerator(seed: UInt64(limit))
        let all = try (0..<20_000).map { try StoreKey("k/\($0)") }
        let first = all.sorted().prefix(limit).map(\.text)
        var page = KeyPage(prefix: "k/", after: nil, limit: limit)
        var most = 0
        for key in all.shuffled(using: &random) {
            page.add(key)
            most = max(most, page.keys.count)
        }
        #expect(page.texts == first)
        #expect((limit...2 * limit).contains(most))
    }
}
