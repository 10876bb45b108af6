import Foundation
import FreshworksSandbox
import TestSupport

@testable import FreshworksCore

/// A service's list in the order of changes, and its records, which change while it is read. Time is in milliseconds.
struct ChangingList {
    struct Record: Hashable {
        let id: Int
        var time: Int
        /// Counts the record's changes, which need not show in its second.
        var version: Int

        var second: Int { time / 1000 }

        var row: ChangedRow {
            ChangedRow(
                id: String(id), second: Int64(second), json: ["id": .string(String(id)), "v": .string(String(version))])
        }
    }

    private(set) var records: [Int: Record] = [:]
    var now: Int
    var random: SeededGenerator
    let lastPage: Int
    private(set) var calls = 0

    init(now: Int, lastPage: Int, seed: UInt64) {
        self.now = now
        self.lastPage = lastPage
        random = SeededGenerator(seed: seed)
    }

    mutating func add(_ id: Int, at time: Int) { records[id] = Record(id: id, time: time, version: 0) }

    /// Changes so many records now, whichever; some of them are removed instead, some are new.
    mutating func change(_ count: Int) {
        for _ in 0..<count {
            guard let id = records.keys.sorted().randomElement(using: &random) else { return }
            switch Int.random(in: 0..<10, using: &random) {
            case 0: records[id] = nil
            case 1: add(10_000 + records.count + calls * 100, at: now)
            default:
                records[id]?.time = now
                records[id]?.version += 1
            }
        }
    }

    mutating func page(_ request: ChangeReader.Request) -> (rows: [Record], hasMore: Bool) {
        calls += 1
        precondition(request.page <= lastPage)
        let list = records.values.filter { $0.second >= request.since }.sorted {
            ($0.second, $0.id) < ($1.second, $1.id)
        }
        let ordered = request.isDescending ? list.reversed() : list
        let rest = ordered.dropFirst((request.page - 1) * request.size)
        return (Array(rest.prefix(request.size)), rest.count > request.size)
    }
}
