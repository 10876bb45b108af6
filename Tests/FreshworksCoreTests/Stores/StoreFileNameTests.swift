import Foundation
import FreshworksSandbox
import TestSupport
import Testing

@testable import FreshworksCore

@Suite("The name of a store's file")
struct StoreFileNameTests {
    private func read(_ name: [UInt8]) -> StoreFileName.Reading {
        name.withUnsafeBytes { StoreFileName.read($0) }
    }

    @Test("of any key is read as that key, or as a hash where it is long")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 3)
        let pieces = ["a", "Z", "9", "-", "_", ".", "/", " ", "%", "=", "\u{E9}", "e\u{301}", "\u{1F600}", "~", "\""]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            guard let key = try? StoreKey(text) else { continue }
            let name = StoreFileName.name(of: key)
            let found = read(Array(name.utf8))
            #expect(found == (name.hasPrefix("=") ? .hash : .key(key)), "\(name)")
            // Whatever else is read as a key would be found under another name than it is looked for.
            var damaged = Array(name.utf8)
            damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 1...255, using: &random)
            if case .key(let other) = read(damaged) { #expect(Array(StoreFileName.name(of: other).utf8) == damaged) }
        }
    }

    @Test(
        "that no store gives is nobody's",
        arguments: [
            "", "A", "%41%4", "%", "%4", "%4g", "%4a", "%61", "%2D", "a%2E", ".a", "a b", "%FF", "%C3", "%C3%28", "%00",
            "%7F", "=short", "a/b",
        ])
    func foreign(name: String) { #expect(read(Array(name.utf8)) == .foreign) }

    @Test("that is longer than a key's can be is nobody's")
    func tooLong() {
        #expect(read(Array(repeating: UInt8(ascii: "a"), count: 201)) == .foreign)
        #expect(read(Array(repeating: UInt8(ascii: "a"), count: 200)) != .foreign)
    }
}
