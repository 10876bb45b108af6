/// A record of a service: a value over the JSON object that was read, with one typed accessor per documented field and nothing lost.
///
/// ```swift
/// public struct Ticket: Resource {
///     public let json: JSONObject
///     public let id: Int64
///     public init(json: JSONObject) throws { self.json = json; id = try json.require("id") }
///     public var subject: String? { json["subject"] }
/// }
/// ```
///
/// Everything else has a default: `Codable` is the plain object, equality is that of the object, and the debug text is the
/// type and the id, so that logs hold no customer data. Never conform a record to `CustomStringConvertible`: the services
/// have fields called `description`. A record that is a field of another also conforms to ``JSONReadable``, without a body.
public protocol Resource: Sendable, Hashable, Codable, CustomDebugStringConvertible, CustomReflectable {
    /// The object as it was read.
    var json: JSONObject { get }

    /// Reads a record.
    /// - Throws: `FreshworksError` with the code `unreadable_response`, naming the key that is missing or of another kind.
    init(json: JSONObject) throws
}

extension Resource {
    /// Reads a record from the plain object.
    public init(from decoder: any Decoder) throws { try self.init(json: JSONObject(from: decoder)) }

    /// Writes the plain object.
    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

    /// Whether both were read from equal objects.
    public static func == (left: Self, right: Self) -> Bool { left.json == right.json }

    /// Hashes the object.
    public func hash(into hasher: inout Hasher) { hasher.combine(json) }

    /// Type and id, such as `Ticket(id: 7)`; no customer data.
    public var debugDescription: String {
        let id: String? = json["id"]
        return id.map { "\(Self.self)(id: \($0))" } ?? "\(Self.self)"
    }

    /// Shows the id alone, so that `dump` prints no customer data.
    public var customMirror: Mirror {
        let id: String? = json["id"]
        return Mirror(self, children: id.map { ["id": $0] } ?? [:])
    }
}

extension JSONReadable where Self: Resource {
    /// Reads a record that is a field of another; `nil` when a key that it cannot do without is missing.
    public init?(json: JSONValue) {
        guard case .object(let object) = json, let record = try? Self(json: object) else { return nil }
        self = record
    }
}
