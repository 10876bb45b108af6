import Foundation
import FreshworksEtcd
import Synchronization

extension JSONValue {
    /// A text as the gateway spells bytes.
    static func base64(_ text: String) -> JSONValue { .string(Data(text.utf8).base64EncodedString()) }
}

/// Counts calls.
final class Counter: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .sequentiallyConsistent) }

    @discardableResult
    func next() -> Int { count.add(1, ordering: .sequentiallyConsistent).newValue }
}
