import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("Which calls run and which wait")
struct OriginQueueTests {
    @Test("a call to one origin never waits for those to another")
    func origins() {
        var queue = OriginQueue<Int>(limit: 1)
        let runs = (1...9).map { queue.add($0, to: "a") } + (10...11).map { queue.add($0, to: "b") }
        #expect(runs.filter { $0 }.count == 2)
        #expect(runs[0] && runs[9])
        let next = ["b", "b", "a"].map { queue.end(at: $0) }
        #expect(next == [11, nil, 2])
    }

    @Test("at random: never more than the limit, none lost, each in its turn", arguments: 0..<40 as Range<UInt64>)
    func random(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let limit = Int.random(in: 1...4, using: &random)
        var queue = OriginQueue<Int>(limit: limit)
        var (running, waiting): ([String: Set<Int>], [String: [Int]]) = ([:], [:])
        var next = 0
        for _ in 0..<2_000 {
            let origin = ["a", "b", "c"].randomElement(using: &random) ?? "a"
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1:
                if queue.add(next, to: origin) {
                    running[origin, default: []].insert(next)
                } else {
                    waiting[origin, default: []].append(next)
                }
                next += 1
            case 2, 3:
                guard let done = running[origin]?.sorted().randomElement(using: &random) else { continue }
                running[origin]?.remove(done)
                let follower = waiting[origin, default: []].isEmpty ? nil : waiting[origin]?.removeFirst()
                let next = queue.end(at: origin)
                #expect(next == follower)
                if let follower { running[origin, default: []].insert(follower) }
            default:
                let gone = Int.random(in: 0...next, using: &random)
                queue.forget { $0 == gone }
                for origin in waiting.keys { waiting[origin]?.removeAll { $0 == gone } }
            }
            for origin in ["a", "b", "c"] {
                let count = running[origin, default: []].count
                #expect(count <= limit)
                // Nobody waits while there is room.
                #expect(count == limit || waiting[origin, default: []].isEmpty)
            }
        }
    }
}
