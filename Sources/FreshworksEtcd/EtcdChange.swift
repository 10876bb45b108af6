import Foundation

/// A change of one key, made if the key is still in the expected state.
struct EtcdChange: Sendable {
    enum Kind: Sendable {
        case put(Data, Data, EtcdMark)
        case delete(Data)
    }

    private let kind: Kind
    private let place: Data
    /// The revision that the key was read in; 0 for none.
    private let expected: Int64

    init(_ kind: Kind, of place: Data, expecting revision: Int64) {
        self.kind = kind
        self.place = place
        expected = revision
    }

    /// Whether there is nothing to do where the expectation holds.
    var changesNothing: Bool {
        if case .delete = kind { expected == 0 } else { false }
    }

    /// Makes the change.
    /// - Parameter mayHaveHappened: Whether it was sent before and no answer came. Then it is looked for first, and sent
    ///   again only if the key is as it was before: of the two, etcd carries out one at most, since each needs that state.
    func carryOut(at member: EtcdMember, mayHaveHappened: Bool) async throws -> StoreOutcome {
        if mayHaveHappened {
            let current = try await member.record(of: place)
            if current?.revision ?? 0 != expected { return try await outcome(given: current, at: member) }
        }
        let answer = try await member.call("kv/txn", request)
        if answer["succeeded"] == true {
            let header: JSONObject? = answer["header"]
            guard let revision: Int64 = header?["revision"], revision > expected else { throw EtcdFailure.unreadable }
            return .done(version(writtenIn: revision))
        }
        guard let read: JSONObject = answer["responses"]?.arrayValue?.first?["response_range"] else {
            throw EtcdFailure.unreadable
        }
        let current = try EtcdRecord.only(in: read)
        return mayHaveHappened ? try await outcome(given: current, at: member) : .conflict(current?.value)
    }

    private func version(writtenIn revision: Int64) -> StoreVersion {
        if case .put = kind { StoreVersion(rawValue: String(revision)) } else { .absent }
    }

    private var request: JSONValue {
        let compare: JSONValue =
            expected == 0
            ? ["key": .bytes(place), "target": "CREATE", "result": "EQUAL", "create_revision": "0"]
            : [
                "key": .bytes(place), "target": "MOD", "result": "EQUAL", "mod_revision": .string(String(expected)),
            ]
        let success: JSONValue =
            switch kind {
            case .put(_, let value, _): ["request_put": ["key": .bytes(place), "value": .bytes(value)]]
            case .delete: ["request_delete_range": ["key": .bytes(place)]]
            }
        return [
            "compare": [compare], "success": [success],
            "failure": [["request_range": ["key": .bytes(place)]]],
        ]
    }

    // MARK: - After a lost answer

    /// What became of the change, where the key is no longer as it was expected.
    private func outcome(given current: EtcdRecord?, at member: EtcdMember) async throws -> StoreOutcome {
        switch kind {
        case .delete: try deletion(given: current)
        case .put(_, _, let mark): try await put(mark, given: current, at: member)
        }
    }

    private func deletion(given current: EtcdRecord?) throws -> StoreOutcome {
        guard let current else { return .done(.absent) }
        // It was deleted, by whomever, and created again.
        guard current.createdIn <= expected else { throw EtcdFailure.undecidable }
        return .conflict(current.value)
    }

    /// Looks for the mark in what the key has been since, from the newest value back.
    private func put(_ mark: EtcdMark, given current: EtcdRecord?, at member: EtcdMember) async throws -> StoreOutcome {
        guard let current else { throw EtcdFailure.undecidable }
        var record = current
        for _ in 0..<Self.historyLimit {
            if record.mark == mark { return .done(record.value.version) }
            guard let former = try await member.record(of: place, in: record.revision - 1) else {
                // The first value since there was none. Where none was expected, somebody else was faster.
                guard expected == 0 else { throw EtcdFailure.undecidable }
                return .conflict(current.value)
            }
            if former.revision <= expected { return .conflict(current.value) }
            record = former
        }
        throw EtcdFailure.undecidable
    }

    /// How many values are looked through. They came within the time of one call.
    private static let historyLimit = 50
}
