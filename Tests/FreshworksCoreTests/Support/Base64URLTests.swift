import FreshworksCore
import Testing

@Suite("Base64URL")
struct Base64URLTests {
    @Test(
        "the examples of RFC 4648 §10 without padding, and the two characters of the URL alphabet",
        arguments: [
            ([], ""), (Array("f".utf8), "Zg"), (Array("fo".utf8), "Zm8"), (Array("foo".utf8), "Zm9v"),
            (Array("foob".utf8), "Zm9vYg"), (Array("fooba".utf8), "Zm9vYmE"), (Array("foobar".utf8), "Zm9vYmFy"),
            ([0xFB, 0xEF, 0xFF], "--__"), ([3, 236, 255, 224, 193], "A-z_4ME"),
        ] as [([UInt8], String)])
    func examples(_ bytes: [UInt8], _ text: String) {
        #expect(Base64URL.encode(bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
    }

    @Test(
        "anything but the one spelling of a value is refused",
        arguments: ["Zg==", "Zg=", "Z", "Zm9vY", "Zh", "Zm9", "+/", "Zm 9v", "Zm9v\n", "Zmé"])
    func strict(_ text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
