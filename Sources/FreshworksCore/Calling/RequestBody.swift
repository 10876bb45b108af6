public import Foundation

/// What a call sends after the head, with its content type.
public struct RequestBody: Sendable {
    let content: TransportRequest.Body
    let contentType: String?

    /// Nothing.
    public static let none = RequestBody(content: .none, contentType: nil)

    /// A value as JSON: dates as ISO 8601 in UTC, `Patch` properties left out, null or set.
    /// - Throws: What the value's `encode(to:)` throws.
    public static func json(_ value: some Encodable) throws -> RequestBody {
        RequestBody(content: .bytes(try JSONBody.encode(value)), contentType: "application/json")
    }

    /// JSON as it is, key order and number spelling kept.
    public static func json(_ value: JSONValue) -> RequestBody {
        RequestBody(content: .bytes(value.serialized()), contentType: "application/json")
    }

    /// Bytes of any content type.
    public static func bytes(_ data: Data, contentType: String) -> RequestBody {
        RequestBody(content: .bytes(data), contentType: contentType)
    }

    /// The content of a file, streamed from disk. The file must not change until the call has ended.
    public static func file(_ url: URL, contentType: String) -> RequestBody {
        RequestBody(content: .file(url), contentType: contentType)
    }
}
