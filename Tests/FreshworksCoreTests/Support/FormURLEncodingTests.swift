import FreshworksCore
import Testing

@Suite("Form encoding")
struct FormURLEncodingTests {
    @Test("keeps letters, digits and four marks, and writes a space as a plus")
    func vectors() {
        let vectors = [
            ("", ""), ("AZaz09*-._", "AZaz09*-._"), ("a b", "a+b"), ("+", "%2B"), ("~", "%7E"), ("%", "%25"),
            ("a&b=c", "a%26b%3Dc"), ("/?#:;@", "%2F%3F%23%3A%3B%40"), ("!'()$,[]", "%21%27%28%29%24%2C%5B%5D"),
            ("é", "%C3%A9"), ("€😀", "%E2%82%AC%F0%9F%98%80"), ("\r\n\u{0}", "%0D%0A%00"), ("  ", "++"),
            ("e\u{301}", "e%CC%81"),
        ]
        for (text, encoded) in vectors { #expect(FormURLEncoding.encode(text) == encoded) }
    }

    @Test("encodes names and values apart and joins them in their order")
    func form() {
        #expect(FormURLEncoding.encode([("a b", "1&2"), ("c", ""), ("a b", "3")]) == "a+b=1%262&c=&a+b=3")
        #expect(FormURLEncoding.encode([(name: String, value: String)]()) == "")
    }
}
