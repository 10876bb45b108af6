/// A value from a list that the service may extend at any time: a known value has a static constant, an unknown one is kept.
///
/// ```swift
/// public struct TicketStatus: OpenEnum {
///     public let rawValue: Int
///     public init(rawValue: Int) { self.rawValue = rawValue }
///     public static let open = Self(rawValue: 2)
/// }
/// ```
public protocol OpenEnum: RawRepresentable, Hashable, Sendable, Codable, JSONReadable, JSONWritable
where RawValue: JSONReadable & JSONWritable & Hashable & Sendable & Codable {
    /// Makes a value, known or not.
    init(rawValue: RawValue)
}

extension OpenEnum {
    /// Reads whatever the raw value can be read from.
    @inlinable
    public init?(json: JSONValue) {
        guard let rawValue = RawValue(json: json) else { return nil }
        self.init(rawValue: rawValue)
    }
}
