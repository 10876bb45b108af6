import FreshworksSandbox
import Synchronization
import TestSupport

/// Seeded randomness that many tasks draw from.
final class SharedRandom: Sendable {
    private let random: Mutex<SeededGenerator>

    init(seed: UInt64) { random = Mutex(SeededGenerator(seed: seed)) }

    func next(upTo limit: Int) -> Int { random.withLock { Int.random(in: 0...limit, using: &$0) } }
}
