import Foundation

/// A record in a list of changes: what tells it apart, and when it was changed.
struct ChangedRow {
    /// The id as JSON.
    let id: String
    /// The second, counted from 1970, of the last change.
    let second: Int64
    let json: JSONObject

    /// What the record says, in short.
    var digest: String { Base64URL.encode(SHA256.hash(Array(JSONValue.object(json).serialized())).prefix(9)) }

    /// The record in this version.
    var version: String { "\(second) \(id)" }
}

extension ChangedRow {
    /// - Throws: ``FreshworksError/Code/unreadableResponse`` for a record without an id or a time: it could be lost, or read twice.
    init(_ json: JSONObject, changedKey: String) throws {
        guard let id = json["id"], id.stringValue != nil || id.int64Value != nil else {
            throw JSONObject.unreadable("id", as: String.self)
        }
        let time: Date = try json.require(changedKey)
        self.init(
            id: String(decoding: id.serialized(), as: UTF8.self),
            second: Int64(time.timeIntervalSince1970.rounded(.down)), json: json)
    }
}
