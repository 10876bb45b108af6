import Foundation

/// Where a store's keys lie among all keys of the cluster.
struct EtcdKeySpace: Sendable {
    /// What all keys begin with: ends with a slash, so that `app` is not the beginning of `apple`.
    let prefix: String

    /// - Throws: ``FreshworksError/Code/invalidArgument``.
    init(prefix: String) throws {
        self.prefix = prefix.hasSuffix("/") ? prefix : prefix + "/"
        guard self.prefix != "/", (try? StoreKey(self.prefix)) != nil else {
            throw FreshworksError(
                .invalidArgument, "the prefix is empty, longer than 200 bytes or has control characters",
                advice: "Use a short name, such as the app's.")
        }
    }

    /// The name in etcd.
    func place(of key: StoreKey) -> Data { Data((prefix + key.text).utf8) }

    /// The key of a name in etcd; `nil` for what other programs put there.
    func key(at place: Data) -> StoreKey? {
        guard let text = String(data: place.dropFirst(prefix.utf8.count), encoding: .utf8) else { return nil }
        return try? StoreKey(text)
    }

    /// All names of keys that start with a text and come after another one; `nil` where there can be none.
    func range(of text: String, after key: String?) -> EtcdRange? {
        var start = Data((prefix + text).utf8)
        // The first name behind all that start so. UTF-8 has no byte of 255.
        let end = start.dropLast() + start.suffix(1).map { $0 + 1 }
        if let key {
            let next = Data((prefix + key).utf8) + [0]
            if start.lexicographicallyPrecedes(next) { start = next }
        }
        return start.lexicographicallyPrecedes(end) ? EtcdRange(start: start, end: end) : nil
    }
}

/// Names in etcd from one on and before another one.
struct EtcdRange: Sendable {
    let start: Data
    let end: Data

    /// Asks for the names alone. etcd answers in the order of their bytes by itself; told to sort, it would read the whole
    /// range before it counts to the limit.
    func request(limit: Int) -> JSONValue {
        [
            "key": .bytes(start), "range_end": .bytes(end), "keys_only": true,
            "limit": .string(String(limit)),
        ]
    }
}

/// Some of the names in a range.
struct EtcdKeyPage: Sendable {
    let keys: [Data]
    /// Where the next page begins; `nil` behind the last one.
    let next: Data?

    init(_ answer: JSONObject, within range: EtcdRange) throws {
        keys = try (answer["kvs"]?.arrayValue ?? []).map { try $0.bytes("key") }
        // Pages that do not advance would never end.
        var last = range.start
        for key in keys {
            guard !key.lexicographicallyPrecedes(last), key.lexicographicallyPrecedes(range.end) else {
                throw EtcdFailure.unreadable
            }
            last = key + [0]
        }
        let hasMore: Bool? = answer["more"]
        guard hasMore != true || !keys.isEmpty else { throw EtcdFailure.unreadable }
        next = hasMore == true ? last : nil
    }
}

extension JSONValue {
    /// Bytes as the gateway spells them.
    static func bytes(_ data: Data) -> JSONValue { .string(data.base64EncodedString()) }

    /// The bytes that a member spells; none if it is absent, as the gateway leaves out what is empty.
    func bytes(_ key: String) throws -> Data {
        switch self[key] {
        case nil: return Data()
        case .string(let text):
            guard let data = Data(base64Encoded: text) else { throw EtcdFailure.unreadable }
            return data
        default: throw EtcdFailure.unreadable
        }
    }
}
