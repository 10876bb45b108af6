import Foundation

/// A key's value as etcd has it.
struct EtcdRecord: Sendable, Equatable {
    /// The revision of the whole cluster in which the value was written; no other change of any key has it.
    let revision: Int64
    /// The revision in which the key got a value after it had none.
    let createdIn: Int64
    let data: Data
    /// Who wrote it; `nil` for other programs.
    let mark: EtcdMark?

    init(_ json: JSONValue) throws {
        guard let revision: Int64 = json["mod_revision"], revision > 0,
            let createdIn: Int64 = json["create_revision"], createdIn > 0
        else { throw EtcdFailure.unreadable }
        self.revision = revision
        self.createdIn = createdIn
        let bytes = try json.bytes("value")
        mark = EtcdMark(framing: bytes)
        data = mark == nil ? bytes : Data(bytes.dropFirst(EtcdMark.length))
    }

    var value: StoredValue { StoredValue(data: data, version: StoreVersion(rawValue: String(revision))) }
}

/// A key's value at one moment, and which.
struct EtcdReading: Sendable {
    /// `nil` if the key had none.
    let record: EtcdRecord?
    /// The revision of the whole cluster.
    let revision: Int64

    /// Reads the answer to a range of one key.
    init(ofRange answer: JSONObject) throws {
        record = try answer["kvs"]?.arrayValue?.first.map(EtcdRecord.init)
        revision = try Self.revision(of: answer)
    }

    /// Reads the answer to a transaction that reads the key if it cannot change it.
    init(ofTransaction answer: JSONObject) throws {
        revision = try Self.revision(of: answer)
        if answer["succeeded"] == true {
            record = nil
            return
        }
        guard let read: JSONObject = answer["responses"]?.arrayValue?.first?["response_range"] else {
            throw EtcdFailure.unreadable
        }
        record = try read["kvs"]?.arrayValue?.first.map(EtcdRecord.init)
    }

    private static func revision(of answer: JSONObject) throws -> Int64 {
        guard let header: JSONObject = answer["header"], let revision: Int64 = header["revision"], revision > 0 else {
            throw EtcdFailure.unreadable
        }
        return revision
    }
}

/// Tells one write from all others, so that it is recognized when its answer got lost: two processes may write the same bytes.
struct EtcdMark: Sendable, Equatable {
    private let word: String

    init() { word = RandomName.make() }

    /// Reads the mark before a value; `nil` if there is none.
    init?(framing bytes: Data) {
        guard bytes.count >= Self.length, bytes.starts(with: Self.start) else { return nil }
        let rest = bytes.dropFirst(Self.start.count).prefix(33)
        guard rest.last == UInt8(ascii: "\n") else { return nil }
        word = String(decoding: rest.dropLast(), as: UTF8.self)
    }

    /// A value with this before it.
    func framing(_ data: Data) -> Data { Self.start + Data("\(word)\n".utf8) + data }

    private static let start = Data("freshworks/1 ".utf8)
    static let length = start.count + 33
}
