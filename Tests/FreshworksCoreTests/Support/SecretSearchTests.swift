import Foundation
import Testing

@testable import FreshworksCore

@Suite("The search for secrets in what a service sent")
struct SecretSearchTests {
    private static let key = "Zq7FAKE+key/0123>456-_"

    /// How a service, a gateway or a log may write a text.
    private static let spellings: [(name: String, spell: @Sendable (String) -> String)] = [
        ("plain", { $0 }), ("lower case", { $0.lowercased() }), ("capitals", { $0.uppercased() }),
        ("percent", { $0.utf8.map { "%" + hex($0) }.joined() }),
        ("percent in capitals", { $0.utf8.map { "%" + hex($0).uppercased() }.joined() }),
        ("percent where needed", { PercentEncoding.encode($0) }),
        ("percent twice", { PercentEncoding.encode(PercentEncoding.encode($0)) }),
        ("form", { FormURLEncoding.encode($0) }), ("hexadecimal", { $0.utf8.map(hex).joined() }),
        ("hexadecimal capitals", { $0.utf8.map(hex).joined().uppercased() }),
        ("Base64", { Data($0.utf8).base64EncodedString() }),
        ("Base64 behind one byte", { Data(("a" + $0 + "bcd").utf8).base64EncodedString() }),
        ("Base64 behind two bytes", { Data(("ab" + $0 + "c").utf8).base64EncodedString() }),
        ("Base64 for URLs", { Base64URL.encode(Array(("ab" + $0).utf8)) }),
        ("Base64 twice", { Data(Data(("k:" + $0).utf8).base64EncodedString().utf8).base64EncodedString() }),
        ("JSON escapes", { $0.utf8.map { "\\u00" + hex($0) }.joined() }),
        ("JSON escapes in JSON", { $0.utf8.map { "\\\\u00" + hex($0) }.joined() }),
        ("slashes", { $0.replacing("/", with: "\\/") }), ("\\x", { $0.utf8.map { "\\x" + hex($0) }.joined() }),
        ("entities", { $0.utf8.map { "&#\($0);" }.joined() }),
        ("entities in hexadecimal", { $0.utf8.map { "&#x" + hex($0) + ";" }.joined() }),
        ("HTML", { $0.replacing(">", with: "&gt;") }),
        ("HTML of percent", { PercentEncoding.encode($0).replacing("%", with: "&#37;") }),
    ]

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    @Test("finds each in every spelling, alone and between other text", arguments: spellings.indices)
    func everySpelling(index: Int) {
        let (name, spell) = Self.spellings[index]
        let basic = Data("\(Self.key):X".utf8).base64EncodedString()
        // The first layer of Base64 twice is the header's own.
        let search = SecretSearch([Self.key, basic] + [Data("k:\(Self.key)".utf8).base64EncodedString()])
        for (before, behind) in [("", ""), ("The key ", " is unknown."), ("%7B\\n&amp;x=", "&y=%zz"), ("é", "é")] {
            let text = before + spell(Self.key) + behind
            let hidden = search.hide(in: text)
            #expect(hidden.contains("<redacted>"), "\(name) between \(before) and \(behind): \(hidden)")
            #expect(!hidden.lowercased().contains(spell(Self.key).lowercased().prefix(12)), "\(name)")
            #expect(hidden.hasPrefix(before) && hidden.hasSuffix(behind), "\(name): \(hidden)")
        }
    }

    @Test("leaves alone what is no secret, also what looks like an escape")
    func harmless() {
        let search = SecretSearch([Self.key])
        for text in [
            "", "The record is gone.", "100%", "%", "\\", "&", "&#;", "&#x;", "\\u12", "%4", "a\\", "é%C3%A9",
            "&#99999999;",
        ] {
            #expect(search.hide(in: text) == text)
        }
        #expect(SecretSearch([]).hide(in: "text") == "text")
        #expect(SecretSearch([""]).hide(in: "text") == "text")
    }

    @Test("hides all that it finds, also what overlaps")
    func several() {
        let search = SecretSearch(["abcdefgh", "efghijkl", "12345678"])
        #expect(search.hide(in: "x abcdefghijkl y 12345678 z") == "x <redacted> y <redacted> z")
        #expect(search.hide(in: "abcdefghabcdefgh") == "<redacted><redacted>")
    }

    @Test("takes a short one for a word, and finds it in every spelling all the same")
    func short() {
        let search = SecretSearch(["pw12"])
        #expect(search.hide(in: "the password pw12, or pw123") == "the password <redacted>, or pw123")
        #expect(search.hide(in: "PW12 p%7712 7077 70773132") == "<redacted> <redacted> 7077 <redacted>")
        #expect(search.hide(in: Data("user:pw12".utf8).base64EncodedString()).contains("<redacted>"))
        #expect(SecretSearch(["ab"]).hide(in: "ab, cab, a-b (ab)") == "<redacted>, cab, a-b (<redacted>)")
    }

    @Test("knows letters beyond ASCII in both their forms")
    func accents() {
        let search = SecretSearch(["p\u{E9}tale-secret"])
        for text in ["p\u{E9}tale-secret", "pe\u{301}tale-secret", "p%C3%A9tale-secret", "p\\u00e9tale-secret"] {
            #expect(search.hide(in: text) == "<redacted>")
        }
    }
}
