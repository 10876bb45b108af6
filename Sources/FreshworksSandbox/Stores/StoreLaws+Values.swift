import Foundation
import FreshworksCore

extension StoreLaw {
    static let values = [
        StoreLaw(name: "a key without a value loads as nil") { trial in
            try await trial.expect(trial.key("absent"), holds: nil, "before anything was saved")
        },
        StoreLaw(name: "what was saved is what loads") { trial in
            let key = trial.key("bytes")
            var value = try await trial.save(Data(), key)
            try await trial.expect(key, holds: value, "after empty data was saved")
            let all = Data((0..<64 * 1024).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
            value = try await trial.save(all, key, expecting: value.version)
            try await trial.expect(key, holds: value, "after 64 KiB of all byte values were saved")
        },
        StoreLaw(name: "two handles see each other's changes") { trial in
            let key = trial.key("handles")
            try await trial.expect(key, holds: nil, in: trial.other, "before anything was saved")
            let first = try await trial.save("one", key)
            try await trial.expect(key, holds: first, in: trial.other, "in the second handle, after a creation")
            let second = try await trial.save("two", key, expecting: first.version, in: trial.other)
            try await trial.expect(key, holds: second, "in the first handle, after a change by the second")
            let stale = try await trial.store.save(Data("three".utf8), for: key, expecting: first.version)
            try trial.expect(stale, conflictWith: second, "saving after the other handle did")
            try await trial.delete(key, expecting: second.version, in: trial.other)
            try await trial.expect(key, holds: nil, "in the first handle, after a deletion by the second")
        },
    ]
}
