import Foundation
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("A list in the order of changes")
struct ChangeReaderTests {
    private static let size = 10
    private static let lastPage = 30

    /// What somebody has who reads a list, stops at any page and goes on from a stored checkpoint.
    private struct Copy {
        var delivered: [ChangingList.Record] = []
        var position = ChangePosition(second: 0)
        /// How far the reader's clock is from the service's, in seconds.
        var skew = 0

        var latest: [Int: ChangingList.Record] { Dictionary(delivered.map { ($0.id, $0) }) { $1 } }

        /// Reads to the end.
        /// - Parameter between: What happens between two pages.
        mutating func read(
            _ list: inout ChangingList, stops: Bool = true, between: (inout ChangingList) -> Void = { _ in }
        ) throws {
            var reader = ChangeReader(from: position, pageSize: size, lastPage: lastPage)
            while !reader.isAtEnd {
                let request = try reader.request()
                let now = Int64(list.now / 1000 + skew)
                let (rows, hasMore) = list.page(request)
                delivered += try reader.take(rows.map(\.row), hasMore: hasMore, now: now).map { rows[$0] }
                position = try JSONDecoder().decode(ChangePosition.self, from: JSONEncoder().encode(reader.position))
                between(&list)
                if stops, !reader.isAtEnd, Int.random(in: 0..<8, using: &list.random) == 0 {
                    reader = ChangeReader(from: position, pageSize: size, lastPage: lastPage)
                }
            }
        }
    }

    private static func list(_ seed: UInt64) -> ChangingList {
        ChangingList(now: 1_750_000_000_000, lastPage: lastPage, seed: seed)
    }

    @Test(
        "loses nothing and repeats no version while records change, with stops, whatever the clocks", arguments: 1...3)
    func changing(seed: UInt64) async throws {
        try await HeavyWork.run { [self] in
            var list = Self.list(seed)
            var time = list.now - 4_000_000
            for id in 1...1200 {
                time += Int.random(in: 0...6000, using: &list.random)
                list.add(id, at: time)
            }
            list.now = time + 1
            let before = Set(list.records.keys)
            var copy = Copy(skew: Int(seed % 3) * 2 - 2)
            try copy.read(&list) { list in
                list.now += Int.random(in: 0...900, using: &list.random)
                list.change(Int.random(in: 0...2, using: &list.random))
            }
            expectNothingTwice(copy)
            #expect(before.intersection(list.records.keys).isSubset(of: copy.delivered.map(\.id)))
            // What changed behind the last page is the next run's.
            list.now += 60_000
            try copy.read(&list, stops: false)
            expectNothingTwice(copy)
            #expect(list.records.allSatisfy { copy.latest[$0.key] == $0.value })
        }
    }

    private func expectNothingTwice(_ copy: Copy) {
        #expect(Set(copy.delivered).count == copy.delivered.count)
    }

    @Test("reads a second with more records than one end of the list shows from both ends", arguments: 1...3)
    func crowded(seed: UInt64) async throws {
        try await HeavyWork.run { [self] in
            var list = Self.list(seed)
            for id in 1...340 { list.add(id, at: list.now) }
            for id in 451...500 { list.add(id, at: list.now - 60_000 + id * 100) }
            for id in 501...520 { list.add(id, at: list.now + id * 100) }
            list.now += 100_000
            let before = Set(list.records.keys)
            var copy = Copy()
            try copy.read(&list) { list in
                list.now += Int.random(in: 0...900, using: &list.random)
                list.change(Int.random(in: 0...1, using: &list.random))
            }
            expectNothingTwice(copy)
            #expect(before.intersection(list.records.keys).isSubset(of: copy.delivered.map(\.id)))
            list.now += 60_000
            try copy.read(&list, stops: false)
            expectNothingTwice(copy)
            #expect(list.records.allSatisfy { copy.latest[$0.key] == $0.value })
        }
    }

    @Test("reads a second that fills up under it again until it is over", arguments: 1...2)
    func filling(seed: UInt64) async throws {
        try await HeavyWork.run { [self] in
            var list = Self.list(seed)
            for id in 1...300 { list.add(id, at: list.now - 1_000_000 + id * 2000) }
            var left = Array(list.records.keys).sorted()
            var copy = Copy()
            // A call that changes all records takes half a second, in which pages are read.
            try copy.read(&list, stops: false) { list in
                for _ in 0..<12 where !left.isEmpty {
                    let id = left.remove(at: Int.random(in: 0..<left.count, using: &list.random))
                    list.add(id, at: list.now)
                }
                list.now += left.isEmpty ? 1000 : 3
            }
            #expect(left.isEmpty)
            expectNothingTwice(copy)
            list.now += 60_000
            try copy.read(&list, stops: false)
            #expect(list.records.allSatisfy { copy.latest[$0.key] == $0.value })
        }
    }

    @Test("is an error with the time where more were changed in one second than both ends show")
    func overcrowded() throws {
        var list = Self.list(1)
        for id in 1...700 { list.add(id, at: list.now) }
        list.now += 100_000
        var copy = Copy()
        let error = #expect(throws: FreshworksError.self) { try copy.read(&list, stops: false) }
        #expect(error?.code == .pageCeiling)
        #expect(error?.message.contains("2025-06-15T15:06:40Z") == true)
        #expect(error?.advice?.isEmpty == false)
        // All that can be read was delivered before.
        #expect(Set(copy.delivered.map(\.id)).count >= 520)
        expectNothingTwice(copy)
    }

    @Test("costs hardly more calls than there are pages")
    func calls() throws {
        var list = Self.list(1)
        for id in 1...1000 { list.add(id, at: list.now - 5_000_000 + id * 1000) }
        var copy = Copy()
        try copy.read(&list, stops: false)
        #expect(list.calls <= 112)
        var crowd = Self.list(1)
        for id in 1...200 { crowd.add(id, at: list.now - 100_000) }
        copy = Copy()
        try copy.read(&crowd, stops: false)
        #expect(copy.delivered.count == 200)
        #expect(crowd.calls <= 36)
    }

    @Test("is an error where the service does not keep the order or the time")
    func disorder() throws {
        func row(_ id: Int, _ second: Int64) -> ChangedRow {
            ChangedRow(id: String(id), second: second, json: [:])
        }
        for rows in [[row(1, 8), row(2, 7)], [row(1, 4), row(2, 6)]] {
            var reader = ChangeReader(from: ChangePosition(second: 5), pageSize: 2, lastPage: 9)
            let error = #expect(throws: FreshworksError.self) { try reader.take(rows, hasMore: true, now: 100) }
            #expect(error?.code == .unreadableResponse)
        }
        #expect(throws: FreshworksError.self) {
            try ChangedRow(["updated_at": "2025-01-01T00:00:00Z"], changedKey: "updated_at")
        }
        #expect(throws: FreshworksError.self) { try ChangedRow(["id": 7], changedKey: "updated_at") }
    }

    @Test("has a record again that changed twice in one second, when it was read between")
    func twiceInASecond() throws {
        func row(_ version: JSONValue) -> ChangedRow { ChangedRow(id: "1", second: 100, json: ["v": version]) }
        func read(_ row: ChangedRow, from position: ChangePosition, now: Int64) throws -> (count: Int, ChangePosition) {
            var reader = ChangeReader(from: position, pageSize: 10, lastPage: 30)
            return (try reader.take([row], hasMore: false, now: now).count, reader.position)
        }
        let (first, between) = try read(row(1), from: ChangePosition(second: 0), now: 100)
        let (second, after) = try read(row(2), from: between, now: 200)
        let (third, _) = try read(row(2), from: after, now: 201)
        // What was read when the second was over is told by its time alone.
        let (fourth, _) = try read(row(3), from: after, now: 202)
        let counts: [Int] = [first, second, third, fourth]
        #expect(counts == [1, 1, 0, 0])
    }

    @Test("does not go on for ever where the records of a second come in another order each time")
    func random() throws {
        var list = Self.list(1)
        var reader = ChangeReader(from: ChangePosition(second: 0), pageSize: 10, lastPage: 30)
        var calls = 0
        let error = #expect(throws: FreshworksError.self) {
            while !reader.isAtEnd {
                calls += 1
                _ = try reader.request()
                let first = Int.random(in: 0..<1_000_000, using: &list.random) * 10
                let rows = (first..<first + 10).map { ChangedRow(id: String($0), second: 50, json: [:]) }
                _ = try reader.take(rows, hasMore: true, now: 1000)
            }
        }
        #expect(error?.code == .repeatedPage)
        #expect(calls < 3000)
    }
}
