public import Foundation

/// A picture at a web address: an avatar or an icon.
public struct Picture: JSONReadable, JSONWritable, Sendable, Hashable {
    /// Where the picture is; the service sends `{}` for none.
    public var url: URL?

    /// Makes a picture at an address.
    public init(url: URL) { self.url = url }

    /// Reads an object with or without an address.
    public init?(json: JSONValue) {
        guard case .object(let object) = json else { return nil }
        url = object["url"]
    }

    /// An object with or without an address.
    public var jsonValue: JSONValue { .object(JSONObject(url.map { [("url", $0.jsonValue)] } ?? [])) }
}
