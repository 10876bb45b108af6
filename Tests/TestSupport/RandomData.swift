package import Foundation
import FreshworksSandbox

extension Data {
    /// Bytes that are the same for the same seed, and that no byte at a wrong place goes unseen in.
    package static func random(_ count: Int, seed: UInt64) -> Data {
        var random = SeededGenerator(seed: seed)
        var bytes = Data(capacity: count + 8)
        while bytes.count < count { Swift.withUnsafeBytes(of: random.next()) { bytes.append(contentsOf: $0) } }
        return bytes.prefix(count)
    }
}
