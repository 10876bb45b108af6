import Foundation

/// A change of one key, made if the key is still in the expected state.
struct EtcdChange: Sendable {
    enum Kind: Sendable {
        /// With the mark that the value begins with.
        case put(Data, EtcdMark)
        case delete
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
            let reading = try await member.read(place)
            if reading.record?.revision ?? 0 != expected { return try await outcome(given: reading, at: member) }
        }
        let answer = try await member.call("kv/txn", request)
        let reading = try EtcdReading(ofTransaction: answer)
        if answer["succeeded"] == true {
            guard reading.revision > expected else { throw EtcdFailure.unreadable }
            return .done(version(writtenIn: reading.revision))
        }
        return mayHaveHappened ? try await outcome(given: reading, at: member) : .conflict(reading.record?.value)
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
            case .put(let value, _): ["request_put": ["key": .bytes(place), "value": .bytes(value)]]
            case .delete: ["request_delete_range": ["key": .bytes(place)]]
            }
        return [
            "compare": [compare], "success": [success],
            "failure": [["request_range": ["key": .bytes(place)]]],
        ]
    }

    // MARK: - After a lost answer

    /// What became of the change, where the key is no longer as it was expected.
    private func outcome(given current: EtcdReading, at member: EtcdMember) async throws -> StoreOutcome {
        let first = try await firstChange(before: current, at: member)
        switch kind {
        case .put(_, let mark):
            if let first, first.mark == mark { return .done(first.value.version) }
        case .delete:
            if first == nil { return .done(.absent) }
        }
        return .conflict(current.record?.value)
    }

    /// What stood under the key after the first change since the expected state: no other can have been this one.
    ///
    /// etcd knows what every key was at every revision, until that is compacted. A search takes some twenty readings.
    private func firstChange(before current: EtcdReading, at member: EtcdMember) async throws -> EtcdRecord? {
        guard expected > 0 else {
            // There was no value, and nothing tells when. The first one since is taken for the first ever.
            guard let created = current.record?.createdIn else { return nil }
            return try await member.read(place, in: created).record
        }
        var (before, after) = (expected, current.record?.revision ?? current.revision)
        var found = current.record
        while after - before > 1 {
            let middle = before + (after - before) / 2
            let record = try await member.read(place, in: middle).record
            if let record, record.revision <= expected {
                before = middle
            } else {
                found = record
                after = record?.revision ?? middle
            }
        }
        return found
    }
}
