import Foundation
import FreshworksCore

extension StoreLaw {
    static let keys = [
        StoreLaw(name: "keys that differ in a byte are different keys") { trial in
            var values: [(key: String, value: StoredValue)] = []
            for key in alike.map({ trial.key("alike/\($0)") }) + longest(in: trial) + relative(in: trial) {
                if [".", ".."].contains(key), try await trial.store.load(key) != nil { continue }
                values.append((key, try await trial.save("value of \(key)", trial.using(key))))
            }
            for (key, value) in values {
                try await trial.expect(key, holds: value, in: trial.other, "after similar keys got values")
            }
            for (key, value) in values { try await trial.delete(key, expecting: value.version) }
        },
        StoreLaw(name: "keys are listed exactly, in the order of their bytes") { trial in
            let keys = (alike + ["ab", "abc"]).map { trial.key("list/\($0)") } + longest(in: trial)
            for (number, key) in keys.enumerated() {
                let value = try await trial.save("one", key)
                // A key that was deleted is none.
                if number == 0 { try await trial.delete(key, expecting: value.version) }
            }
            let present = try keys.dropFirst().map(StoreKey.init).sorted()
            let prefixes =
                ["", "list/", "list/a", "list/ab", "list/e", "list/A", "list/%", "list/*", "list/[", "list/none"]
                .map { "\(trial.word)/\($0)" } + [trial.word]
            for prefix in prefixes {
                try await expect(
                    trial.other.keys(prefix: prefix), present.filter { $0.hasPrefix(prefix) }, prefix, trial)
            }
            let everything = try await trial.store.keys(prefix: "").filter { try StoreKey($0).hasPrefix(trial.word) }
            try expect(everything, present, "", trial)
        },
        StoreLaw(name: "a page has the first keys behind another one, in the order of their bytes") { trial in
            let keys = (alike + ["ab", "abc"]).map { trial.key("page/\($0)") } + longest(in: trial)
            for key in keys { _ = try await trial.save("one", key) }
            let sorted = try keys.map(StoreKey.init).sorted()
            for prefix in [trial.word, "\(trial.word)/page/a", "\(trial.word)/page/e", "\(trial.word)/none"] {
                try await walk(sorted.filter { $0.hasPrefix(prefix) }, prefix, trial)
            }
            // A page may begin behind what is no key: one that was deleted meanwhile, what comes before the prefix or behind it.
            let gone = sorted[sorted.count / 2]
            guard let value = try await trial.store.load(gone.text) else {
                throw StoreBreach("\(trial.show(gone.text)) has no value after it was saved")
            }
            try await trial.delete(gone.text, expecting: value.version)
            let prefix = "\(trial.word)/page/"
            let present = sorted.filter { $0 != gone && $0.hasPrefix(prefix) }
            for key in [
                gone.text, "", "\(trial.word)/", "\(trial.word)/page/a\u{E9}", "\(trial.word)/paged", "\u{FFFD}",
            ] {
                for limit in [2, .max] {
                    try await expect(pageOf: present, prefix, after: key, limit, trial)
                }
            }
        },
        StoreLaw(name: "keys that are empty, too long or have control characters are refused") { trial in
            let long = String(repeating: "k", count: 201)
            for key in ["", long, "\(trial.word)\n", "\(trial.word)\0", "\u{1B}\(trial.word)", "\(trial.word)\u{7F}"] {
                try await refuses(key) { _ = try await trial.store.load(key) }
                try await refuses(key) { _ = try await trial.store.save(Data(), for: key, expecting: .absent) }
                try await refuses(key) { _ = try await trial.store.delete(key, expecting: .absent) }
            }
        },
    ]

    /// What careless stores take for one another: by case, accent, path, pattern or escape, or by trimming.
    private static let alike = [
        "a", "A", "ß", "SS", "\u{E9}", "e\u{301}", "e", "\u{212B}", "\u{C5}", "a/b", "a//b", "a/b/", "/a/b", "a%2Fb",
        "a%2fb", "a+b", "a b", " a", "a ", ".", "..", "...", ".a", "a.", "a/./b", "a/../b", "b", "~", "=", "%", "%%",
        "*",
        "?", "[a]", "\\", "a\\b", "'", "\"", "$a", "-a", "a:b", "a,b", "a;b", "a_b", "a-b", "con", ".lock", "\u{FF5E}",
        "\u{1F600}", "\u{1F468}\u{200D}\u{1F469}", "a\u{200B}", "\u{202E}a",
    ]

    /// The longest keys there are. They differ at the end.
    private static func longest(in trial: StoreTrial) -> [String] {
        let room = 200 - "\(trial.word)/long/".utf8.count
        let smileys = String(repeating: "\u{1F600}", count: room / 4 - 1)
        return [
            String(repeating: "k", count: room), String(repeating: "k", count: room - 1) + "K",
            smileys + String(repeating: "~", count: room - smileys.utf8.count),
            smileys + String(repeating: "^", count: room - smileys.utf8.count),
        ].map { trial.key("long/\($0)") }
    }

    private static func relative(in trial: StoreTrial) -> [String] {
        [".", "..", "../\(trial.word)", "./\(trial.word)", "/\(trial.word)", ".\(trial.word)"]
    }

    /// Goes through keys in pages of several sizes.
    private static func walk(_ keys: [StoreKey], _ prefix: String, _ trial: StoreTrial) async throws {
        for limit in [-1, 0, 1, 7, keys.count, keys.count + 1, .max] {
            var key: String?
            repeat { key = try await expect(pageOf: keys, prefix, after: key, limit, trial) } while key != nil
        }
    }

    /// - Returns: What the next page begins behind; `nil` if there is none.
    @discardableResult
    private static func expect(
        pageOf keys: [StoreKey], _ prefix: String, after key: String?, _ limit: Int, _ trial: StoreTrial
    ) async throws -> String? {
        let listed = try await trial.other.keys(prefix: prefix, after: key, limit: limit).map(StoreKey.init)
        let expected = keys.filter { $0.isBehind(key ?? "") }.prefix(max(0, limit))
        guard listed == Array(expected) else {
            let asked =
                "the page of \(limit) keys with the prefix \(trial.show(prefix)) behind \(trial.show(key ?? ""))"
            throw StoreBreach("\(asked) has \(listed.count) keys, or others, instead of the first \(expected.count)")
        }
        return limit > 0 && listed.count == limit ? listed.last?.text : nil
    }

    private static func expect(_ keys: [String], _ expected: [StoreKey], _ prefix: String, _ trial: StoreTrial) throws {
        let listed = try keys.map(StoreKey.init)
        guard listed != expected else { return }
        let asked = "listing the keys with the prefix \(trial.show(prefix))"
        if let missing = expected.first(where: { !listed.contains($0) }) {
            throw StoreBreach("\(asked) leaves out \(trial.show(missing.text))")
        }
        if let wrong = listed.first(where: { !expected.contains($0) }) {
            throw StoreBreach("\(asked) shows \(trial.show(wrong.text)), which is deleted or starts otherwise")
        }
        throw StoreBreach("\(asked) repeats keys or has them in another order")
    }

    private static func refuses(_ key: String, _ call: () async throws -> Void) async throws {
        do {
            try await call()
        } catch let error as FreshworksError where error.code == .invalidStoreKey {
            return
        }
        throw StoreBreach("a key of \(key.utf8.count) bytes was taken that should have failed with invalid_store_key")
    }
}
