import Foundation
import FreshworksCore

extension StoreLaw {
    static let concurrency = [
        StoreLaw(name: "of concurrent changes none is lost") { trial in
            let key = trial.key("count")
            var value: StoredValue? = try await trial.save("0", key)
            let acknowledged = try await withThrowingTaskGroup(of: Int.self) { group in
                for handle in [trial.store, trial.other] {
                    for _ in 0..<50 { group.addTask { try await increment(key, in: handle) ? 1 : 0 } }
                }
                return try await group.reduce(0, +)
            }
            value = try await trial.store.load(key)
            guard acknowledged > 0 else { throw StoreBreach("all of 100 concurrent increments ended in conflicts") }
            guard try count(value) == acknowledged else {
                throw StoreBreach("\(acknowledged) increments were acknowledged, and the count is \(try count(value))")
            }
        },
        StoreLaw(name: "a canceled change takes place wholly or not at all") { trial in
            let key = trial.key("cancel")
            var current = try await trial.save("start", key)
            // What canceled changes would have written to the current version: over a network one may still arrive.
            var late: [Data] = []
            for round in 0..<20 {
                let (data, version) = (Data(repeating: UInt8(round), count: 64 * 1024), current.version)
                let change = Task { try await trial.store.save(data, for: key, expecting: version) }
                for _ in 0..<round { await Task.yield() }
                change.cancel()
                let result = await change.result
                guard let found = try await trial.other.load(key) else {
                    throw StoreBreach("a value was lost when its change was canceled")
                }
                switch result {
                case .success(.done(let version)):
                    guard found == StoredValue(data: data, version: version) else {
                        throw StoreBreach("a change was acknowledged, but not made")
                    }
                case .success(.conflict):
                    guard late.contains(found.data) else {
                        throw StoreBreach("a change to the current version was refused")
                    }
                case .failure:
                    late.append(data)
                    guard found == current || (late.contains(found.data) && found.version != version) else {
                        throw StoreBreach("a change that failed left neither the old value nor the new one")
                    }
                }
                if found.version != current.version { late = [] }
                current = found
            }
        },
    ]

    /// Adds one, unless others were faster ten times.
    private static func increment(_ key: String, in store: any VersionedStore) async throws -> Bool {
        var value = try await store.load(key)
        for _ in 0..<10 {
            let next = Data(String(try count(value) + 1).utf8)
            switch try await store.save(next, for: key, expecting: value?.version ?? .absent) {
            case .done: return true
            case .conflict(let current): value = current
            }
        }
        return false
    }

    private static func count(_ value: StoredValue?) throws -> Int {
        guard let value, let count = Int(String(decoding: value.data, as: UTF8.self)) else {
            throw StoreBreach("a count that was never deleted is lost or damaged")
        }
        return count
    }
}
