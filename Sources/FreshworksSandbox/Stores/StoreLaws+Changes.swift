import Foundation
import FreshworksCore

extension StoreLaw {
    static let changes = [
        StoreLaw(name: "a key is created once") { trial in
            let key = trial.key("create")
            let value = try await trial.save("one", key)
            try await trial.expect(key, holds: value, "after its creation")
            let again = try await trial.store.save(Data("two".utf8), for: key, expecting: .absent)
            try trial.expect(again, conflictWith: value, "a second creation")
            try await trial.expect(key, holds: value, "after a second creation")
        },
        StoreLaw(name: "a save replaces the expected version and no other") { trial in
            let key = trial.key("replace")
            let first = try await trial.save("one", key)
            let second = try await trial.save("two", key, expecting: first.version)
            try await trial.expect(key, holds: second, "after a change")
            let stale = try await trial.store.save(Data("three".utf8), for: key, expecting: first.version)
            try trial.expect(stale, conflictWith: second, "saving with a version that is past")
            try await trial.expect(key, holds: second, "after a conflict")
            let never = trial.key("never")
            let missing = try await trial.store.save(Data("one".utf8), for: never, expecting: first.version)
            try trial.expect(missing, conflictWith: nil, "saving with a version where there is no value")
            try await trial.expect(never, holds: nil, "after a conflict")
        },
        StoreLaw(name: "a version never comes back") { trial in
            let key = trial.key("versions")
            var value = try await trial.save("one", key)
            var versions: Set = [value.version]
            for text in ["two", "one", "one"] {
                value = try await trial.save(text, key, expecting: value.version)
                guard versions.insert(value.version).inserted else {
                    throw StoreBreach("saving what was there before brought back its version")
                }
            }
            for text in ["one", "two", "one"] {
                try await trial.delete(key, expecting: value.version)
                value = try await trial.save(text, key)
                guard versions.insert(value.version).inserted else {
                    throw StoreBreach("a key that was deleted and created again has a version that it had before")
                }
            }
        },
        StoreLaw(name: "a deletion removes the expected version and no other") { trial in
            let key = trial.key("delete")
            try await trial.delete(key, expecting: .absent)
            let first = try await trial.save("one", key)
            let second = try await trial.save("two", key, expecting: first.version)
            for (version, what) in [(first.version, "a version that is past"), (.absent, "an absent value")] {
                let outcome = try await trial.store.delete(key, expecting: version)
                try trial.expect(outcome, conflictWith: second, "deleting while expecting \(what)")
                try await trial.expect(key, holds: second, "after a conflict")
            }
            try await trial.delete(key, expecting: second.version)
            try await trial.expect(key, holds: nil, "after its deletion")
            let again = try await trial.store.delete(key, expecting: second.version)
            try trial.expect(again, conflictWith: nil, "deleting a second time")
            let late = try await trial.store.save(Data("three".utf8), for: key, expecting: second.version)
            try trial.expect(late, conflictWith: nil, "saving over a deleted value")
            let third = try await trial.save("three", key)
            try await trial.expect(key, holds: third, "after it was created again")
        },
    ]
}
