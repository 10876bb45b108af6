/// A word of the service that it spells in upper or lower case as it likes: `ASSIGNED` equals `assigned`.
///
/// The spelling is kept, so what was read is written back as it was.
public protocol CaselessEnum: OpenEnum where RawValue == String {}

extension CaselessEnum {
    /// Whether both are the same word in whatever case.
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue.lowercased() == right.rawValue.lowercased()
    }

    /// Whether both are different words.
    public static func != (left: Self, right: Self) -> Bool { !(left == right) }

    /// Hashes the word regardless of its case.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue.lowercased()) }
}
