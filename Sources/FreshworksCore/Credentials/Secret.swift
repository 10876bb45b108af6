/// A key, token or password that cannot be printed by accident.
///
/// `print`, interpolation, `dump`, `Mirror` and `String(reflecting:)` show `<redacted>`. It is neither `Codable` nor
/// `Hashable`, so it cannot end up in an encoded value or a key by accident either. The memory is not wiped.
public struct Secret: Sendable {
    private let value: String

    /// Wraps a value. From here on only ``reveal()`` shows it.
    public init(_ value: String) {
        self.value = value
    }

    /// The plain value. This is the one door: search for it to find every place that reads secrets.
    public func reveal() -> String { value }

    /// Whether nothing is inside.
    public var isEmpty: Bool { value.isEmpty }
}

extension Secret: Equatable {
    /// Compares all bytes whatever they hold, so that the time taken tells nothing but the lengths.
    public static func == (left: Secret, right: Secret) -> Bool {
        let a = left.value.utf8
        let b = right.value.utf8
        guard a.count == b.count else { return false }
        var difference: UInt8 = 0
        for (x, y) in zip(a, b) { difference |= x ^ y }
        return difference == 0
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `<redacted>`.
    public var description: String { "<redacted>" }

    /// `<redacted>`.
    public var debugDescription: String { "<redacted>" }

    /// A mirror without children, for `dump` and debuggers.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
